import { inspect } from 'node:util';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { authoriseRequest } from '../../../nodes/shared/token/authoriseRequest';
import { credentialMark, ionApiOf, keySetsOf } from '../../../nodes/shared/token/keySets';
import { logIn, logInPauses } from '../../../nodes/shared/token/logIn';
import { ManualClock } from '../../sandbox/shared/clock';

const NOW = Date.UTC(2026, 0, 5, 8);
let clock: ManualClock;
beforeEach(() => {
	clock = new ManualClock(NOW);
	logInPauses.clear();
});
const FILE = {
	ti: 'ACME_TST',
	ci: 'ACME_TST~not-a-real-client',
	cs: 'not-a-real+secret=&0',
	iu: 'https://gateway.example.com',
	pu: 'https://login.example.com/ACME_TST/as/',
	ot: 'token.oauth2',
	saak: 'ACME_TST#not-a-real-access-key',
	sask: 'not-a-real-secret-key',
};
const credential = (changes: Record<string, string> = {}, file: object = FILE) => ({
	ionApi: JSON.stringify(file),
	...changes,
});
const withoutAccount = { ...FILE, saak: undefined, sask: undefined };

interface Answer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}
const OK = { status: 200, body: { access_token: 'opaque', expires_in: 7200 } };

/** An authorization server that gives these answers, and remembers the requests. */
function server(...answers: Array<Answer | Error>) {
	const requests: IHttpRequestOptions[] = [];
	const helper = {
		helpers: {
			httpRequest: (options: IHttpRequestOptions) => {
				const answer: Answer | Error = answers[requests.length] ?? OK;
				requests.push(options);
				return answer instanceof Error
					? Promise.reject(answer)
					: Promise.resolve({
							statusCode: answer.status,
							headers: answer.headers ?? {},
							body: typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body),
						});
			},
		},
	};
	const forms = () =>
		requests.map(({ body }) => Object.fromEntries(new URLSearchParams(body as string)));
	return { helper, requests, forms };
}

describe('a log-in', () => {
	it('sends the service account’s keys byte for byte, with the app’s secret in the body', async () => {
		const { helper, requests, forms } = server();
		await logIn(helper, credential(), clock);
		expect(requests[0]).toMatchObject({
			method: 'POST',
			url: 'https://login.example.com/ACME_TST/as/token.oauth2',
		});
		expect(forms()).toEqual([
			{
				grant_type: 'password',
				username: FILE.saak,
				password: FILE.sask,
				client_id: FILE.ci,
				client_secret: FILE.cs,
			},
		]);
	});

	it('sends the app’s secret in a Basic header when told so, and then not in the body', async () => {
		const { helper, requests, forms } = server();
		await logIn(helper, credential({ clientAuthentication: 'header' }), clock);
		expect(requests[0]?.auth).toEqual({ username: FILE.ci, password: FILE.cs });
		expect(Object.keys(forms()[0] ?? {})).toEqual(['grant_type', 'username', 'password']);
	});

	it.each([
		[
			'the entered user before the file’s service account',
			FILE,
			{ username: 'me', password: 'pw' },
			{ grant_type: 'password', username: 'me' },
		],
		[
			'client credentials when there is neither',
			withoutAccount,
			{},
			{ grant_type: 'client_credentials' },
		],
		['the scopes of the file', { ...FILE, sc: ['a', 'b'] }, {}, { scope: 'a b' }],
	])('uses %s', async (_what, file, changes, expected) => {
		const { helper, forms } = server();
		await logIn(helper, credential(changes, file), clock);
		expect(forms()[0]).toMatchObject(expected);
	});

	it('gives all that n8n has to store, as texts', async () => {
		const { helper } = server({ status: 200, body: { ...OK.body, refresh_token: 'r1' } });
		expect(await logIn(helper, credential(), clock)).toEqual({
			accessToken: 'opaque',
			refreshToken: 'r1',
			tokenIssuedAt: String(NOW),
			tokenExpiresAt: String(NOW + 7_200_000),
			tokenIdentity: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
			tokenInsteadOf: '',
		});
	});
});

describe('a refresh token', () => {
	const stored = async () => {
		const first = server({ status: 200, body: { ...OK.body, refresh_token: 'r1' } });
		return { ...credential(), ...(await logIn(first.helper, credential(), clock)) };
	};

	it('is used before a log-in, and kept when no new one comes', async () => {
		const { helper, forms } = server(OK);
		const token = await logIn(helper, await stored(), clock);
		expect(forms()).toMatchObject([{ grant_type: 'refresh_token', refresh_token: 'r1' }]);
		expect(token.refreshToken).toBe('r1');
	});

	it('that is refused is followed by a log-in', async () => {
		const { helper, forms } = server({ status: 400, body: { error: 'invalid_grant' } }, OK);
		const token = await logIn(helper, await stored(), clock);
		expect(forms().map((form) => form.grant_type)).toEqual(['refresh_token', 'password']);
		expect(token.refreshToken).toBe('');
	});

	it('that meets a server error is followed by a log-in: to some servers that means "not known"', async () => {
		const { helper, forms } = server({ status: 500, body: '' }, OK);
		await logIn(helper, await stored(), clock);
		expect(forms().map((form) => form.grant_type)).toEqual(['refresh_token', 'password']);
	});

	it('that nobody answers is not followed by a log-in', async () => {
		const reset = Object.assign(new Error('reset'), { code: 'ECONNRESET' });
		const { helper, forms } = server(reset, reset, reset);
		await expect(logIn(helper, await stored(), clock)).rejects.toThrow('could not be reached');
		expect(forms().map((form) => form.grant_type)).toEqual(Array(3).fill('refresh_token'));
	});

	it('of another file is not sent', async () => {
		const { helper, forms } = server(OK);
		const other = JSON.stringify({ ...FILE, ci: 'ACME_TST~another-client' });
		await logIn(helper, { ...(await stored()), ionApi: other }, clock);
		expect(forms().map((form) => form.grant_type)).toEqual(['password']);
	});
});

describe('a log-in that fails', () => {
	const problem = async (answer: Answer | Error) =>
		await logIn(server(answer, answer, answer).helper, credential(), clock).then(
			() => new Error('no error'),
			(error: Error) => error,
		);

	it.each([
		[
			401,
			{ error: 'invalid_client', error_description: 'Invalid client.' },
			'invalid_client: Invalid client.',
		],
		[401, { error: 'invalid_client' }, 'Send Client Secret In'],
		[400, { error: 'invalid_grant' }, 'service account may be disabled'],
		[400, { error: 'unauthorized_client' }, 'Backend Service'],
		[400, { error: 'invalid_scope' }, 'scopes ticked'],
		[429, '', '20 a minute'],
		[500, '<html>oops</html>', 'run again later'],
		[404, '', 'pasted whole'],
		[200, '<html>log in</html>', 'HTTP 200'],
		[200, { token_type: 'Bearer' }, 'HTTP 200'],
	])('with %d %j says what to do', async (status, body, expected) => {
		const { message } = await problem({ status, body });
		expect(message).toContain(`HTTP ${status}`);
		expect(message).toContain(expected);
	});

	it('never repeats a secret, even if the server does', async () => {
		const { message } = await problem({
			status: 400,
			body: { error: 'invalid_grant', error_description: `${FILE.saak}/${FILE.sask}/${FILE.cs}` },
		});
		for (const secret of [FILE.saak, FILE.sask, FILE.cs]) expect(message).not.toContain(secret);
	});

	it('because nobody answers leaves the request behind', async () => {
		const reset = Object.assign(new Error(`connect ECONNRESET ${FILE.sask}`), {
			code: 'ECONNRESET',
			config: { data: `password=${FILE.sask}` },
		});
		const error = await problem(reset);
		expect(error.message).toContain(
			"Infor's authorization server login.example.com could not be reached: the connection was cut",
		);
		expect(inspect(error, { depth: 9 })).not.toContain(FILE.sask);
	});

	it('in a way nobody knows is said without the client’s own words', async () => {
		const error = await problem(new Error(`something about ${FILE.sask}`));
		expect(error.message).toContain('login.example.com could not be reached. Check the network');
		expect(inspect(error, { depth: 9 })).not.toContain(FILE.sask);
	});

	it.each([
		[{ status: 500, body: '<html>' }, 3],
		[Object.assign(new Error('reset'), { code: 'ECONNRESET' }), 3],
		[Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }), 1],
		[{ status: 429, body: '' }, 1],
		[{ status: 400, body: { error: 'invalid_grant' } }, 1],
		[{ status: 302, body: '' }, 1],
	])('with %j asks %d times, a second and two apart', async (answer, times) => {
		const { helper, requests } = server(answer, answer, answer, answer, answer);
		await expect(logIn(helper, credential(), clock)).rejects.toThrow('login.example.com');
		expect(requests).toHaveLength(times);
		expect(clock.now() - NOW).toBe(times === 3 ? 3_000 : 0);
		expect(requests[0]?.timeout).toBe(30_000);
	});

	it('begins a pause, which the next success ends', async () => {
		const name = credentialMark(credential(), keySetsOf(credential()));
		await problem({ status: 400, body: { error: 'invalid_grant' } });
		expect(logInPauses.at(name, clock.now())).toMatchObject({ from: NOW, until: NOW + 300_000 });
		await logIn(server(OK).helper, credential(), clock);
		expect(logInPauses.at(name, clock.now())).toBeUndefined();
	});

	it('by a 429 pauses as long as it asks, seen from the server’s clock', async () => {
		const name = credentialMark(credential(), keySetsOf(credential()));
		const date = new Date(NOW + 5 * 3_600_000);
		const headers = {
			date: date.toUTCString(),
			'retry-after': new Date(date.getTime() + 90_000).toUTCString(),
		};
		await problem({ status: 429, body: '', headers });
		expect(logInPauses.at(name, NOW)?.until).toBe(NOW + 90_000);
	});

	it('because of a certificate says so', async () => {
		const { message } = await problem(
			Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
		);
		expect(message).toContain('self-signed certificate');
	});
});

describe('a credential', () => {
	it.each([
		[{ baseUrl: 'http://gateway.example.com' }, '"Gateway URL" is not an https address'],
		[{ username: 'me' }, 'without its password'],
		[{ ionApi: '' }, 'not the content of an .ionapi file'],
	])('%j can not be used', (changes, expected) => {
		expect(() => ionApiOf(credential(changes as Record<string, string>))).toThrow(expected);
	});
});

describe('a request with the token', () => {
	const token = { ...credential(), accessToken: 'T' };
	const authorise = (url: string, changes: Record<string, string> = {}) =>
		authoriseRequest({ ...token, ...changes }, { url, headers: { accept: 'application/json' } });

	it('carries it as a bearer token, and not to where it may be redirected', () => {
		expect(authorise('https://gateway.example.com/ACME_TST/LN')).toEqual({
			url: 'https://gateway.example.com/ACME_TST/LN',
			headers: { accept: 'application/json', authorization: 'Bearer T' },
			sendCredentialsOnCrossOriginRedirect: false,
		});
	});

	it('to a path goes to the credential’s own tenant', () => {
		expect(authorise('/Mingle/x').url).toBe('https://gateway.example.com/ACME_TST/Mingle/x');
	});

	it('goes to the gateway entered by hand instead of the file’s', () => {
		const changes = { baseUrl: 'https://proxy.example.com/' };
		expect(authorise('/Mingle/x', changes).url).toBe('https://proxy.example.com/ACME_TST/Mingle/x');
		expect(() => authorise('https://gateway.example.com/x', changes)).toThrow('not sent');
	});

	it.each([
		'https://elsewhere.example.com/x',
		'http://gateway.example.com/x',
		'https://gateway.example.com:444/x',
		'https://gateway.example.com.elsewhere.example.com/x',
		'https://gateway.example.com@elsewhere.example.com/x',
		'',
		'LN/lnapi',
	])('is refused when it would go to %j', (url) => {
		expect(() => authorise(url)).toThrow('The token was not sent');
	});

	it.each(['//elsewhere.example.com/x', '/\\elsewhere.example.com/x', '/@elsewhere.example.com'])(
		'stays with the gateway although its path is %j',
		(url) => {
			expect(new URL(authorise(url).url).origin).toBe('https://gateway.example.com');
		},
	);
});

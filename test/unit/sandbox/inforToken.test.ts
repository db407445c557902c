import { Buffer } from 'node:buffer';
import jwt from 'jsonwebtoken';
import { SANDBOX_PASSWORD, SANDBOX_USER, inforFaults } from '../../sandbox/infor';
import type { Bench } from './inforClient';
import { send, startBench, stopBenches } from './inforClient';

interface TokenBody {
	access_token: string;
	refresh_token?: string;
	expires_in?: number | string;
	error?: string;
}

/** The form of a log-in with the service account of the bench's .ionapi file. */
function passwordForm({ sandbox }: Bench): Record<string, string> {
	const { ci = '', cs = '', saak = '', sask = '' } = sandbox.ionApi;
	return {
		grant_type: 'password',
		username: saak,
		password: sask,
		client_id: ci,
		client_secret: cs,
	};
}

const body = ({ json }: { json: unknown }) => json as TokenBody;
const DETAIL = '/ACME_TST/Mingle/SocialService.Svc/User/Detail';

describe('Infor sandbox: authorization server', () => {
	afterEach(stopBenches);

	it('gives the service account a token whose expiry follows the clock', async () => {
		const bench = await startBench({ tokenLifetimeSeconds: 90 });
		const reply = await bench.token(passwordForm(bench));
		const claims = jwt.decode(body(reply).access_token) as Record<string, unknown>;

		expect(reply.status).toBe(200);
		expect(body(reply).expires_in).toBe(90);
		expect(body(reply).refresh_token).toBeUndefined();
		expect(claims).toMatchObject({
			iat: bench.clock.now() / 1000,
			exp: bench.clock.now() / 1000 + 90,
			Tenant: 'ACME_TST',
			EnforceScopesForClient: '0',
		});
	});

	it('knows one user beside the service account, for tenants without one', async () => {
		const bench = await startBench();
		const form = {
			...passwordForm(bench),
			username: SANDBOX_USER,
			password: SANDBOX_PASSWORD,
		};

		expect((await bench.token(form)).status).toBe(200);
	});

	it('takes the client from a Basic header as well as from the body, and can insist on one', async () => {
		const bench = await startBench();
		const { ci, cs } = bench.sandbox.ionApi;
		const { client_id: _id, client_secret: _secret, ...form } = passwordForm(bench);
		const basic = { authorization: `Basic ${Buffer.from(`${ci}:${cs}`).toString('base64')}` };

		expect((await bench.token(form, basic)).status).toBe(200);
		bench.sandbox.behaviour.clientAuthentication = 'body';
		expect((await bench.token(form, basic)).status).toBe(401);
		bench.sandbox.behaviour.clientAuthentication = 'header';
		expect((await bench.token(passwordForm(bench))).status).toBe(401);
	});

	it.each([
		['a wrong client secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
		['a wrong secret key', { password: 'wrong' }, 400, 'invalid_grant'],
		[
			'a doubled tenant prefix',
			{ username: 'ACME_TST#ACME_TST#sandbox-access-key~0' },
			400,
			'invalid_grant',
		],
		['an unknown grant', { grant_type: 'implicit' }, 400, 'unsupported_grant_type'],
		[
			'an unknown refresh token',
			{ grant_type: 'refresh_token', refresh_token: 'x' },
			400,
			'invalid_grant',
		],
	])('refuses %s as RFC 6749 says', async (_what, change, status, error) => {
		const bench = await startBench();
		const reply = await bench.token({ ...passwordForm(bench), ...change });

		expect([reply.status, body(reply).error]).toEqual([status, error]);
	});

	it('gives the app itself a token by client credentials, unless its grants exclude that', async () => {
		const bench = await startBench();
		const form = { ...passwordForm(bench), grant_type: 'client_credentials' };

		expect((await bench.token(form)).status).toBe(200);
		bench.sandbox.behaviour.grants = ['password'];
		expect(body(await bench.token(form)).error).toBe('unauthorized_client');
	});

	it('refreshes without a log-in, and ends the old refresh token when they rotate', async () => {
		const bench = await startBench({ behaviour: { issueRefreshTokens: true } });
		const form = passwordForm(bench);
		const first = body(await bench.token(form));
		const renew = async (refreshToken = '') =>
			await bench.token({ ...form, grant_type: 'refresh_token', refresh_token: refreshToken });
		bench.sandbox.behaviour.rotateRefreshTokens = true;
		const second = body(await renew(first.refresh_token));

		expect(second.refresh_token).not.toBe(first.refresh_token);
		expect((await renew(first.refresh_token)).status).toBe(400);
		expect((await renew(second.refresh_token)).status).toBe(200);
		expect(bench.sandbox.tokens.issued).toBe(3);
		expect(bench.sandbox.tokens.logins).toHaveLength(1);
	});

	it('can leave out the lifetime, write it as a text, and give opaque tokens', async () => {
		const bench = await startBench({ behaviour: { expiresIn: 'absent', tokenForm: 'opaque' } });
		const opaque = body(await bench.token(passwordForm(bench)));
		bench.sandbox.behaviour.expiresIn = 'text';
		const text = body(await bench.token(passwordForm(bench)));

		expect(jwt.decode(opaque.access_token)).toBeNull();
		expect(opaque.expires_in).toBeUndefined();
		expect(text.expires_in).toBe('7200');
	});

	it('ends a token by revocation and all of them at once', async () => {
		const bench = await startBench();
		const { ci = '', cs = '', pu = '', or = '' } = bench.sandbox.ionApi;
		const token = await bench.logIn();
		const with401 = async () =>
			(await bench.get(DETAIL, { authorization: `Bearer ${token}` })).status;

		expect(await with401()).toBe(200);
		await send(`${pu}${or}`, {
			method: 'POST',
			body: new URLSearchParams({ token, client_id: ci, client_secret: cs }),
		});
		expect(await with401()).toBe(401);
		expect((await bench.get(DETAIL)).status).toBe(200);
		bench.sandbox.tokens.revokeAll();
		expect((await bench.get(DETAIL)).status).toBe(401);
	});

	it('names overrun rations, and refuses beyond them when told to', async () => {
		const bench = await startBench();
		for (let n = 0; n < 21; n += 1) await bench.logIn();
		bench.sandbox.behaviour.refuseOverRation = true;
		const refused = await bench.token(passwordForm(bench));
		bench.clock.advance(60_000);

		expect(refused.status).toBe(429);
		expect(bench.sandbox.violations()).toEqual(['21 log-ins within a minute; Infor allows 20']);
		expect((await bench.token(passwordForm(bench))).status).toBe(200);
	});

	it('counts the tokens of a day, refreshed ones too', async () => {
		const bench = await startBench();
		for (let n = 0; n < 101; n += 1) {
			await bench.logIn();
			bench.clock.advance(5_000);
		}
		expect(bench.sandbox.violations()).toEqual([
			'101 tokens issued to the client on 2026-01-05; Infor allows 100',
		]);
	});

	it('keeps no secret in its history', async () => {
		const bench = await startBench({ behaviour: { issueRefreshTokens: true } });
		const form = passwordForm(bench);
		const first = body(await bench.token(form));
		await bench.token({
			...form,
			grant_type: 'refresh_token',
			refresh_token: first.refresh_token ?? '',
		});
		await bench.get(DETAIL);
		const history = JSON.stringify(bench.sandbox.history);
		const secrets = [
			form.client_secret,
			form.password,
			form.username,
			first.access_token,
			first.refresh_token,
		];

		expect(secrets.filter((secret) => history.includes(secret ?? '?'))).toEqual([]);
		expect(secrets.filter((secret) => history.includes(encodeURIComponent(secret ?? '?')))).toEqual(
			[],
		);
	});

	it('reports a secret that was put into an address', async () => {
		const bench = await startBench();
		await bench.get(`${DETAIL}?access_token=x`);

		expect(bench.sandbox.violations()).toEqual([`request 2 has a secret in its URL: ${DETAIL}`]);
	});

	it('can answer a log-in with a web page', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(inforFaults.tokenServerError());
		const reply = await bench.token(passwordForm(bench));

		expect(reply.status).toBe(500);
		expect(reply.text).toContain('<html>');
		expect((await bench.token(passwordForm(bench))).status).toBe(200);
	});
});

import fc from 'fast-check';
import { identityOf, isHttps, readIonApi } from '../../../nodes/shared/token/ionApiFile';

const FILE = {
	ti: 'ACME_TST',
	cn: 'Chargebee Sync',
	dt: '12',
	ci: 'ACME_TST~not-a-real-client',
	cs: 'not-a-real-secret',
	iu: 'https://gateway.example.com',
	pu: 'https://login.example.com:443/ACME_TST/as/',
	oa: 'authorization.oauth2',
	ot: 'token.oauth2',
	or: 'revoke_token.oauth2',
	ev: 'S0000000001',
	v: '1.0',
	saak: 'ACME_TST#not-a-real-access-key',
	sask: 'not-a-real-secret-key',
};
const text = (changes: Record<string, unknown> = {}) => JSON.stringify({ ...FILE, ...changes });
const problem = (source: string, hasUser = false) => {
	const result = readIonApi(source, hasUser);
	return result.ok ? undefined : result.problem;
};

describe('an .ionapi file', () => {
	it('gives tenant, gateway, token address and service account', () => {
		expect(readIonApi(text())).toEqual({
			ok: true,
			file: {
				tenant: FILE.ti,
				clientId: FILE.ci,
				clientSecret: FILE.cs,
				gateway: FILE.iu,
				tokenUrl: 'https://login.example.com:443/ACME_TST/as/token.oauth2',
				scope: '',
				serviceAccount: { accessKey: FILE.saak, secretKey: FILE.sask },
			},
		});
	});

	it.each([
		['a byte order mark', `\uFEFF${text()}`],
		['blanks and line ends around it', `\r\n  ${text()}\r\n`],
		['line ends inside', JSON.stringify(FILE, null, '\t').replaceAll('\n', '\r\n')],
		[
			'keys in capitals',
			JSON.stringify(
				Object.fromEntries(Object.entries(FILE).map(([key, value]) => [key.toUpperCase(), value])),
			),
		],
		['keys nobody knows', text({ xx: { deep: [1] }, dt: 12 })],
	])('with %s reads the same', (_how, source) => {
		expect(readIonApi(source)).toEqual(readIonApi(text()));
	});

	it('joins authorization server and token path with exactly one slash', () => {
		const slashes = fc.integer({ min: 0, max: 3 }).map((count) => '/'.repeat(count));
		fc.assert(
			fc.property(slashes, slashes, (behind, before) => {
				const result = readIonApi(
					text({ pu: `https://login.example.com/T/as${behind}`, ot: `${before}token.oauth2` }),
				);
				expect(result.ok && result.file.tokenUrl).toBe(
					'https://login.example.com/T/as/token.oauth2',
				);
			}),
		);
	});

	it.each([
		[{ sc: ['Infor-ION', 'Infor-LN'] }, 'Infor-ION Infor-LN'],
		[{ sc: 'Infor-ION Infor-LN' }, 'Infor-ION Infor-LN'],
		[{}, ''],
	])('%j asks for the scope %j', (changes, scope) => {
		const result = readIonApi(text(changes));
		expect(result.ok && result.file.scope).toBe(scope);
	});

	it('without service account and redirect address is one for client credentials', () => {
		const result = readIonApi(text({ saak: undefined, sask: undefined }));
		expect(result.ok && result.file.serviceAccount).toBeUndefined();
		expect(result.ok).toBe(true);
	});
});

describe('what is wrong with an .ionapi file', () => {
	it.each(['ti', 'ci', 'cs', 'iu', 'pu', 'ot'])('names "%s" when it is missing', (key) => {
		expect(problem(text({ [key]: undefined }))).toContain(`"${key}"`);
		expect(problem(text({ [key]: undefined }))).toContain('is missing');
		expect(problem(text({ [key]: '  ' }))).toContain('is empty');
		expect(problem(text({ [key]: 7 }))).toContain('is not a text');
	});

	it('names all that is missing at once', () => {
		const said = problem(text({ ti: undefined, cs: '' }));
		expect(said).toContain('"ti" (tenant ID)');
		expect(said).toContain('"cs" (client secret)');
	});

	it.each([
		['saak', 'sask'],
		['sask', 'saak'],
	])('names "%s" when only "%s" is there', (missing) => {
		expect(problem(text({ [missing]: undefined }))).toContain(`"${missing}"`);
	});

	it('tells the owner of a Web or Mobile file what to create', () => {
		const said = problem(text({ saak: undefined, sask: undefined, ru: 'https://app.example.com' }));
		expect(said).toContain('Web or Mobile app');
		expect(said).toContain('API Gateway > Authorized Apps');
		expect(said).toContain('Backend Service');
		expect(said).toContain('Create Service Account');
	});

	it('is nothing when a user name replaces the service account', () => {
		const file = text({ saak: undefined, sask: undefined, ru: 'https://app.example.com' });
		expect(problem(file, true)).toBeUndefined();
		expect(problem(text({ sask: undefined }), true)).toBeUndefined();
	});

	it.each(['iu', 'pu'])('names "%s" when it is not https', (key) => {
		expect(problem(text({ [key]: 'http://gateway.example.com' }))).toContain(`"${key}"`);
		expect(problem(text({ [key]: 'gateway.example.com' }))).toContain('https');
		expect(problem(text({ [key]: 'http://127.0.0.1:1234' }))).toBeUndefined();
	});

	it.each(['', 'gateway', '[]', 'null', '"text"', `${text().slice(0, -1)}`, '{'])(
		'is that %j is no such file',
		(source) => {
			expect(problem(source)).toContain('not the content of an .ionapi file');
		},
	);

	it('never shows a value of the file', () => {
		const values = [FILE.ci, FILE.cs, FILE.saak, FILE.sask];
		fc.assert(
			fc.property(
				fc.dictionary(
					fc.constantFrom('ti', 'iu', 'pu', 'ot', 'ci', 'cs', 'saak', 'sask', 'ru'),
					fc.constantFrom(undefined, '', 5, 'http://plain.example.com'),
				),
				(changes) => {
					const said = problem(text(changes)) ?? '';
					for (const value of values) expect(said).not.toContain(value);
				},
			),
		);
	});
});

describe('the identity of a file', () => {
	const identity = (changes: Record<string, unknown> = {}, user = '') => {
		const result = readIonApi(text(changes), user !== '');
		return result.ok ? identityOf(result.file, user) : undefined;
	};

	it.each([
		[{ ti: 'ACME_PRD' }, ''],
		[{ ci: 'ACME_TST~another' }, ''],
		[{ saak: 'ACME_TST#another' }, ''],
		[{ iu: 'https://other.example.com' }, ''],
		[{}, 'somebody'],
	])('is another for %j and user "%s"', (changes, user) => {
		expect(identity(changes, user)).not.toBe(identity());
	});

	it('stays the same when a name or the secret is renewed, and holds no secret', () => {
		expect(identity({ cn: 'Renamed', cs: 'renewed', sask: 'renewed' })).toBe(identity());
		expect(identity()).toMatch(/^[0-9a-f]{16}$/);
	});
});

describe('an address credentials may be sent to', () => {
	it.each([
		'https://gateway.example.com',
		'http://localhost:1',
		'http://127.0.0.1:80',
		'http://[::1]:9',
	])('%s is one', (address) => {
		expect(isHttps(address)).toBe(true);
	});

	it.each([
		'http://gateway.example.com',
		'http://127.0.0.1.example.com',
		'http://localhost.example.com',
		'ftp://127.0.0.1',
		'javascript:alert(1)',
		'',
	])('"%s" is none', (address) => {
		expect(isHttps(address)).toBe(false);
	});
});

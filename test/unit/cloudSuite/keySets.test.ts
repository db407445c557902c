import { areNextInUse, credentialMark, keySetsOf } from '../../../nodes/shared/token/keySets';
import { tokenState } from '../../../nodes/shared/token/tokenState';

const NOW = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;
const FILE = {
	ti: 'ACME_TST',
	ci: 'ACME_TST~not-a-real-client',
	cs: 'not-a-real-secret',
	iu: 'https://gateway.example.com',
	pu: 'https://login.example.com/ACME_TST/as/',
	ot: 'token.oauth2',
	saak: 'ACME_TST#not-a-real-access-key',
	sask: 'not-a-real-secret-key',
};
const NEXT = { ...FILE, ci: 'ACME_TST~next', cs: 'next-secret', saak: 'ACME_TST#next', sask: 'n1' };
const credential = (next: object | '' = '', changes: Record<string, string> = {}) => ({
	ionApi: JSON.stringify(FILE),
	nextIonApiSecrets: next === '' ? '' : JSON.stringify(next),
	...changes,
});
const problem = (...given: Parameters<typeof credential>) => {
	try {
		keySetsOf(credential(...given));
		return undefined;
	} catch (error) {
		return (error as Error).message;
	}
};

describe('two .ionapi files in a credential', () => {
	it('are two sets of keys', () => {
		const { current, next } = keySetsOf(credential(NEXT));
		expect([current.file.clientId, next?.file.clientId]).toEqual([FILE.ci, NEXT.ci]);
		expect(next?.identity).not.toBe(current.identity);
	});

	it.each([
		['none', ''],
		['the same file', FILE],
		['the same file under another name', { ...FILE, cn: 'Renamed' }],
	] as const)('are one set when the next is %s', (_what, next) => {
		expect(keySetsOf(credential(next)).next).toBeUndefined();
	});

	it('are two sets when only a secret was renewed', () => {
		const { current, next } = keySetsOf(credential({ ...FILE, sask: 'renewed' }));
		expect(next?.identity).toBe(current.identity);
		expect(next?.mark).not.toBe(current.mark);
	});

	it('of different tenants are refused, because all keys of records would change', () => {
		expect(problem({ ...NEXT, ti: 'ACME_PRD' })).toBe(
			'The two .ionapi files are of different tenants, ACME_TST and ACME_PRD. Paste a next file of the same tenant, or empty the field. Another tenant needs a credential of its own.',
		);
	});

	it('of different gateways are refused, unless one is entered for both', () => {
		const elsewhere = { ...NEXT, iu: 'https://other.example.com' };
		expect(problem(elsewhere)).toContain(
			'The two .ionapi files name different gateways, https://gateway.example.com and https://other.example.com.',
		);
		expect(problem(elsewhere, { baseUrl: 'https://proxy.example.com' })).toBeUndefined();
		expect(problem({ ...NEXT, iu: 'https://GATEWAY.example.com:443/' })).toBeUndefined();
	});

	it('are checked alike, and the message names the field', () => {
		expect(problem({ ...NEXT, cs: '' })).toMatch(
			/^In "Content of the Next \.ionapi File": The \.ionapi file can not be used: "cs" \(client secret\) is empty\./,
		);
	});
});

describe('the mark of a credential', () => {
	const mark = (...given: Parameters<typeof credential>) =>
		credentialMark(credential(...given), keySetsOf(credential(...given)));

	it.each([
		['a next file', [NEXT]],
		['another way to send the secret', ['', { clientAuthentication: 'header' }]],
		['another file', ['', { ionApi: JSON.stringify(NEXT) }]],
		['a renewed secret', ['', { ionApi: JSON.stringify({ ...FILE, sask: 'renewed' }) }]],
		['another password', ['', { username: 'me', password: 'p' }]],
	] as Array<[string, Parameters<typeof credential>]>)('is another with %s', (_what, given) => {
		expect(mark(...given)).not.toBe(mark());
	});

	it('holds no secret', () => {
		expect(mark()).toMatch(/^[0-9a-f]{64}$/);
	});
});

describe('a stored token', () => {
	const sets = keySetsOf(credential(NEXT));
	const stored = {
		accessToken: 'token',
		tokenIdentity: sets.current.identity,
		tokenIssuedAt: String(NOW),
		tokenExpiresAt: String(NOW + 120 * MINUTE),
	};
	const ofNext = {
		...stored,
		tokenIdentity: sets.next?.identity ?? '',
		tokenInsteadOf: sets.current.mark,
	};

	it('is good until its margin, and can be used until its end', () => {
		expect(tokenState(stored, sets, NOW)).toBe('good');
		expect(tokenState(stored, sets, NOW + 115 * MINUTE - 1)).toBe('good');
		expect(tokenState(stored, sets, NOW + 115 * MINUTE)).toBe('ending');
		expect(tokenState(stored, sets, NOW + 120 * MINUTE - 1)).toBe('ending');
		expect(tokenState(stored, sets, NOW + 120 * MINUTE)).toBe('none');
	});

	it.each([
		['there is none', { accessToken: '' }],
		['it was issued for another file', { tokenIdentity: 'another-file' }],
		['its end is not known', { tokenExpiresAt: '' }],
		['its end is not readable', { tokenExpiresAt: 'tomorrow' }],
		[
			'it is of the next keys, and the current ones were not refused',
			{ ...ofNext, tokenInsteadOf: '' },
		],
	])('is none when %s', (_when, change) => {
		expect(tokenState({ ...stored, ...change }, sets, NOW)).toBe('none');
	});

	it('of the next keys is good while the current ones are those that were refused', () => {
		expect(areNextInUse(ofNext, sets)).toBe(true);
		expect(tokenState(ofNext, sets, NOW)).toBe('good');
		const repaired = keySetsOf(
			credential(NEXT, { ionApi: JSON.stringify({ ...FILE, sask: 'renewed' }) }),
		);
		expect(areNextInUse(ofNext, repaired)).toBe(false);
		expect(tokenState(ofNext, repaired, NOW)).toBe('none');
	});

	it('of the next keys stays good when these become the current ones', () => {
		const moved = keySetsOf({ ionApi: JSON.stringify(NEXT), nextIonApiSecrets: '' });
		expect(tokenState(ofNext, moved, NOW)).toBe('good');
		expect(areNextInUse(ofNext, moved)).toBe(false);
	});
});

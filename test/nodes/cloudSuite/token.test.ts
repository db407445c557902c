import { SANDBOX_PASSWORD, SANDBOX_USER } from '../../sandbox/infor';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const refused = (history: ReadonlyArray<{ status: number }>) =>
	history.filter(({ status }) => status === 401);

describe('a token', () => {
	it('is got once and used by later executions', async () => {
		const { readAll, sandbox, store } = await startBench();
		for (let n = 0; n < 5; n += 1) await readAll();
		expect(sandbox.tokens.logins).toHaveLength(1);
		expect(store.writes).toEqual(['inforIonApi']);
	});

	it('of 90 seconds is renewed in time over a run of minutes: no 401, and only when due', async () => {
		const { run, sandbox, clock } = await startBench({ tokenLifetimeSeconds: 90 });
		const start = clock.now();
		// each page takes two seconds: a slow tenant
		sandbox.faults.add({ path: /LN\/lnapi/, effect: { kind: 'delay', ms: 2_000 }, times: 10_000 });
		const { error } = await run({ options: { pageSize: 3 } });
		expect(error).toBeUndefined();
		const minutes = (clock.now() - start) / 60_000;
		expect(minutes).toBeGreaterThan(5);
		expect(refused(sandbox.history)).toEqual([]);
		const ofTheFirst = sandbox.tokens.logins.map(({ at }) => at);
		const gaps = ofTheFirst.slice(1).map((at, n) => at - (ofTheFirst[n] ?? 0));
		for (const gap of gaps) {
			expect(gap).toBeGreaterThanOrEqual(72_000);
			expect(gap).toBeLessThan(90_000);
		}
		expect(gaps.length).toBeGreaterThanOrEqual(Math.floor((minutes * 60) / 90));
	});

	it('is renewed by its refresh token where one is issued: one log-in only', async () => {
		const { readAll, sandbox, clock } = await startBench({
			tokenLifetimeSeconds: 600,
			behaviour: { issueRefreshTokens: true, rotateRefreshTokens: true },
		});
		for (let n = 0; n < 5; n += 1) {
			await readAll();
			clock.advance(550_000);
		}
		expect(sandbox.tokens.logins).toHaveLength(1);
		expect(sandbox.tokens.issued).toBe(5);
		expect(refused(sandbox.history)).toEqual([]);
	});

	it('that was revoked is replaced after one 401', async () => {
		const { readAll, sandbox } = await startBench();
		await readAll();
		sandbox.tokens.revokeAll();
		expect(await readAll()).toHaveLength(300);
		expect(refused(sandbox.history)).toHaveLength(1);
		expect(sandbox.tokens.logins).toHaveLength(2);
	});

	it('issued for another .ionapi file is not used', async () => {
		const { readAll, store, sandbox } = await startBench();
		await readAll();
		store.write('inforIonApi', { ...store.read('inforIonApi'), tokenIdentity: 'another-file' });
		await readAll();
		expect(sandbox.tokens.logins).toHaveLength(2);
		expect(refused(sandbox.history)).toEqual([]);
	});

	it.each([
		['opaque, without expires_in', { tokenForm: 'opaque' as const, expiresIn: 'absent' as const }],
		[
			'opaque, with expires_in as text',
			{ tokenForm: 'opaque' as const, expiresIn: 'text' as const },
		],
	])('%s works', async (_how, behaviour) => {
		const { readAll, sandbox } = await startBench({ behaviour });
		expect(await readAll()).toHaveLength(300);
		expect(sandbox.tokens.logins).toHaveLength(1);
	});

	it('is never logged in for again because of a passing 401 "OAuth [U14]"', async () => {
		const { readAll, sandbox } = await startBench({ behaviour: { passing401Every: 3 } });
		expect(await readAll({ options: { pageSize: 40 } })).toHaveLength(300);
		expect(sandbox.tokens.logins).toHaveLength(1);
	});

	it('is asked for with the secret in a Basic header when the credential says so', async () => {
		const { readAll } = await startBench({
			behaviour: { clientAuthentication: 'header' },
			credential: { clientAuthentication: 'header' },
		});
		expect(await readAll()).toHaveLength(300);
	});

	it('is got with user name and password where there is no service account', async () => {
		const { readAll, store, sandbox } = await startBench();
		const { saak: _saak, sask: _sask, ...file } = sandbox.ionApi;
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify(file),
			username: SANDBOX_USER,
			password: SANDBOX_PASSWORD,
		});
		expect(await readAll()).toHaveLength(300);
	});

	it('is got with client credentials where the file has no service account', async () => {
		const { readAll, store, sandbox } = await startBench();
		const { saak: _saak, sask: _sask, ...file } = sandbox.ionApi;
		store.write('inforIonApi', { ...store.read('inforIonApi'), ionApi: JSON.stringify(file) });
		expect(await readAll()).toHaveLength(300);
	});
});

describe('a refused log-in', () => {
	it.each([
		['cs', 'wrong-client-secret-0000', 'invalid_client'],
		['sask', 'wrong-secret-key-0000', 'invalid_grant'],
	])('for a wrong %s says so and what to do, without any secret', async (key, value, code) => {
		const { run, store, sandbox } = await startBench();
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify({ ...sandbox.ionApi, [key]: value }),
		});
		const { error } = await run();
		const said = JSON.stringify(error) + error?.message;
		expect(said).toContain(code);
		expect(said).toContain('Download the file again');
		for (const secret of [value, sandbox.ionApi.cs, sandbox.ionApi.sask, sandbox.ionApi.saak]) {
			expect(said).not.toContain(secret);
		}
	});

	it('for a file of the wrong kind is said before anything is sent', async () => {
		const { run, store, sandbox } = await startBench();
		const { saak: _saak, sask: _sask, ...file } = sandbox.ionApi;
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify({ ...file, ru: 'https://app.example.test' }),
		});
		const { error } = await run();
		expect(error?.message).toContain('Web or Mobile app');
		expect(sandbox.history).toEqual([]);
	});
});

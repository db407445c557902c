import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const TOKEN = /\/as\/token\.oauth2/;
const hang = { kind: 'hang' as const };

describe('executions that share a credential', () => {
	it('log in once when they start together without a token', async () => {
		const { run, sandbox } = await startBench();
		const results = await Promise.all(
			['a', 'b', 'c'].map((executionId) => run({}, { executionId })),
		);
		for (const { error, outputs } of results) {
			expect(error).toBeUndefined();
			expect(outputs[0]).toHaveLength(300);
		}
		expect(sandbox.tokens.logins).toHaveLength(1);
		expect(sandbox.tokens.issued).toBe(1);
	});

	it('renew once when their token was revoked under all of them', async () => {
		const { run, readAll, sandbox } = await startBench();
		await readAll();
		sandbox.tokens.revokeAll();
		const results = await Promise.all(
			['a', 'b', 'c'].map((executionId) => run({}, { executionId })),
		);
		expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
		expect(sandbox.tokens.issued).toBe(2);
	});

	it('do not fail because the one that was renewing is canceled', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /LN\/lnapi/, effect: hang });
		let canceled = false;
		const first = run({}, { executionId: 'first', cancelWhen: () => canceled });
		const second = run({}, { executionId: 'second' });
		canceled = await until(() => sandbox.history.some(({ path }) => path.includes('/LN/lnapi')));
		expect((await first).status).toBe('canceled');
		const { error, outputs } = await second;
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(300);
		expect(sandbox.tokens.logins).toHaveLength(1);
	});

	it('do not wait for the answer to the one that renewed, once the token is there', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /LN\/lnapi/, effect: hang });
		let canceled = false;
		const first = run({}, { executionId: 'first', cancelWhen: () => canceled });
		const others = await Promise.all(
			['second', 'third'].map((executionId) => run({}, { executionId })),
		);
		for (const { error, outputs } of others) {
			expect(error).toBeUndefined();
			expect(outputs[0]).toHaveLength(300);
		}
		expect(sandbox.tokens.logins).toHaveLength(1);
		canceled = true;
		expect((await first).status).toBe('canceled');
	}, 10_000);

	it('do not each ask again when the log-in is refused', async () => {
		const { run, store, sandbox } = await startBench();
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify({ ...sandbox.ionApi, sask: 'wrong-secret-key-0000' }),
		});
		const results = await Promise.all(
			['a', 'b', 'c'].map((executionId) => run({}, { executionId })),
		);
		for (const { error } of results) expect(error?.message).toContain('invalid_grant');
		expect(sandbox.tokens.logins).toHaveLength(1);
	});
});

describe('a log-in that hangs', () => {
	it('does not keep a canceled execution', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: TOKEN, effect: hang });
		const { status, outputs } = await run(
			{},
			{ cancelWhen: () => sandbox.history.some(({ path }) => TOKEN.test(path)) },
		);
		expect(status).toBe('canceled');
		expect(outputs.flat()).toEqual([]);
	}, 10_000);
});

describe('a log-in whose connection breaks', () => {
	it('is tried again', async () => {
		const { readAll, sandbox } = await startBench();
		sandbox.faults.add({ path: TOKEN, effect: { kind: 'reset' }, times: 2 });
		expect(await readAll()).toHaveLength(300);
		expect(sandbox.tokens.issued).toBe(1);
	});

	it('for good ends the run; the message names the connection, not the request', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: TOKEN, effect: { kind: 'reset' }, times: 1_000 });
		const { error } = await run();
		expect(error?.message).toBe(
			`Credential "inforIonApi": Infor's authorization server 127.0.0.1:${sandbox.port} could not be reached: the connection was cut before an answer came.`,
		);
		expect(sandbox.history).toHaveLength(3);
		const said = JSON.stringify(error);
		expect(said).not.toContain(sandbox.ionApi.sask);
		expect(said).not.toContain('grant_type');
	});
});

describe('a token the gateway refuses for good', () => {
	it('costs one renewal, then the run ends and says what to check', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({
			path: /LN\/lnapi/,
			effect: { kind: 'answer', status: 401, body: { error: 'Unauthorized' } },
			times: 1_000,
		});
		const { error } = await run();
		expect(error?.message).toContain('HTTP 401');
		expect((error as { description?: string }).description).toContain('authorized app is enabled');
		expect(sandbox.tokens.logins).toHaveLength(2);
		expect(sandbox.history.filter(({ path }) => path.includes('/LN/'))).toHaveLength(2);
	});
});

/** Resolves with `true` as soon as the condition holds. */
async function until(condition: () => boolean): Promise<true> {
	while (!condition()) await new Promise((resolve) => setImmediate(resolve));
	return true;
}

import type { IDataObject } from 'n8n-workflow';
import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { PATIENCE } from '../../../nodes/shared/token/exchange';
import { inforFaults } from '../../sandbox/infor';
import { testCredential } from '../harness/testCredential';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;
const READ_ONE = { returnAll: false, limit: 1 };
const FIFTY = Array.from({ length: 50 }, (_one, n) => `execution ${n}`);

const logInCalls = ({ sandbox }: Bench) =>
	sandbox.history.filter(({ path }) => path.includes('/as/'));
const told = ({ error }: { error?: Error | undefined }) => ({
	message: error?.message,
	description: (error as { description?: string } | undefined)?.description,
});
const read = async (bench: Bench) => told(await bench.run(READ_ONE));

function paste({ store, sandbox }: Bench, changes: IDataObject): void {
	store.write('inforIonApi', {
		...store.read('inforIonApi'),
		ionApi: JSON.stringify({ ...sandbox.ionApi, ...changes }),
	});
}

/** A bench whose keys are wrong. */
async function wrong(changes: IDataObject = { sask: 'wrong-secret-key-0000' }): Promise<Bench> {
	const bench = await startBench();
	paste(bench, changes);
	return bench;
}

const NOT_BEFORE = (time: string) =>
	`No log-in is tried again before 2026-01-05 ${time} UTC, except after a change of the credential, or by its Test button.`;

describe('fifty executions at once', () => {
	it('log in once, and all read', async () => {
		const bench = await startBench();
		const results = await Promise.all(
			FIFTY.map((executionId) => bench.run(READ_ONE, { executionId })),
		);
		expect(results.map(({ error }) => error)).toEqual(FIFTY.map(() => undefined));
		expect(results.every(({ outputs }) => outputs[0]?.length === 1)).toBe(true);
		expect(logInCalls(bench)).toHaveLength(1);
		expect(bench.store.writes).toHaveLength(1);
	});

	it('refresh once when the token is due', async () => {
		const bench = await startBench({ behaviour: { issueRefreshTokens: true } });
		await bench.run(READ_ONE);
		bench.clock.advance(116 * MINUTE);
		const results = await Promise.all(
			FIFTY.map((executionId) => bench.run(READ_ONE, { executionId })),
		);
		expect(results.map(({ error }) => error)).toEqual(FIFTY.map(() => undefined));
		expect(bench.sandbox.tokens.logins).toHaveLength(1);
		expect(bench.sandbox.tokens.issued).toBe(2);
		expect(bench.sandbox.history.filter(({ status }) => status === 401)).toEqual([]);
	});

	it('meet one refused log-in, and all say the same', async () => {
		const bench = await wrong();
		const results = await Promise.all(
			FIFTY.map((executionId) => bench.run(READ_ONE, { executionId })),
		);
		expect(new Set(results.map((result) => JSON.stringify(told(result)))).size).toBe(1);
		expect(told(results[0] ?? { error: undefined })).toEqual({
			message: `Credential "inforIonApi": Infor's authorization server 127.0.0.1:${bench.sandbox.port} refused the log-in with HTTP 400 (invalid_grant: The provided credentials are invalid.).`,
			description: `The service account keys (or the user name and password) are not accepted: the service account may be disabled, or the keys deleted in Infor OS. Download the file again. ${NOT_BEFORE('08:05:00')}`,
		});
		expect(logInCalls(bench)).toHaveLength(1);
	});

	it('meet one server in trouble, asked three times, and all say the same', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(inforFaults.tokenServerError({ times: 1_000 }));
		const results = await Promise.all(
			FIFTY.map((executionId) => bench.run(READ_ONE, { executionId })),
		);
		expect(new Set(results.map((result) => JSON.stringify(told(result)))).size).toBe(1);
		expect(logInCalls(bench)).toHaveLength(3);
	});
});

describe('after a refused log-in', () => {
	it.each([
		[{ sask: 'wrong-secret-key-0000' }, 'invalid_grant'],
		[{ cs: 'wrong-client-secret-0000' }, 'invalid_client'],
	])('%j: later runs say the same and send nothing until the pause is over', async (keys, code) => {
		const bench = await wrong(keys);
		const first = await read(bench);
		expect(first.message).toContain(code);
		for (let n = 0; n < 4; n += 1) {
			bench.clock.advance(MINUTE);
			expect(await read(bench)).toEqual(first);
		}
		expect(bench.sandbox.history).toHaveLength(1);
		bench.clock.advance(MINUTE);
		const second = await read(bench);
		expect(second.message).toBe(first.message);
		expect(second.description).toContain('08:15:00 UTC');
		expect(bench.sandbox.history).toHaveLength(2);
	});

	it('a day of runs each minute makes 27 log-ins', async () => {
		const bench = await wrong();
		for (let n = 0; n < 24 * 60; n += 1) {
			await bench.run(READ_ONE);
			bench.clock.advance(MINUTE);
		}
		expect(bench.sandbox.tokens.logins).toHaveLength(27);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('a corrected credential takes effect at once', async () => {
		const bench = await wrong();
		await read(bench);
		paste(bench, {});
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
		expect(bench.sandbox.tokens.logins).toHaveLength(2);
	});

	it('another wrong credential is tried at once, too, and pauses on its own', async () => {
		const bench = await wrong();
		const first = await read(bench);
		paste(bench, { sask: 'wrong-secret-key-1111' });
		await read(bench);
		paste(bench, { sask: 'wrong-secret-key-0000' });
		expect(await read(bench)).toEqual(first);
		expect(bench.sandbox.tokens.logins).toHaveLength(2);
	});

	it('the Test button asks at once, and its success ends the pause for the nodes', async () => {
		const bench = await wrong({});
		bench.sandbox.refuseKeys('current', 'account');
		expect((await read(bench)).message).toContain('invalid_grant');
		const press = async () => await testCredential(new InforIonApi(), bench.store);
		expect((await press()).message).toContain('invalid_grant');
		bench.sandbox.refuseKeys('current', 'nothing');
		expect((await press()).status).toBe('OK');
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
		expect(logInCalls(bench)).toHaveLength(3);
	});

	it('"Retry on Fail" does not ask again', async () => {
		const bench = await wrong();
		const { error } = await bench.run(READ_ONE, { retryOnFail: true });
		expect(error?.message).toContain('invalid_grant');
		expect(logInCalls(bench)).toHaveLength(1);
	});

	it('polls of a trigger say the same and send nothing', async () => {
		const bench = await wrong();
		const { message } = await read(bench);
		const trigger = startTrigger(bench, {
			product: 'ln',
			resource: 'customer',
			company: '1300',
		});
		await expect(trigger.poll()).rejects.toThrow(message);
		expect(bench.sandbox.history).toHaveLength(1);
	});

	it('items that go on after errors do not ask again each', async () => {
		const bench = await wrong();
		const items = Array.from({ length: 20 }, () => ({ json: {} }));
		await bench.run(READ_ONE, { items, onError: 'continueRegularOutput' });
		expect(logInCalls(bench)).toHaveLength(1);
	});
});

describe('an authorization server in trouble', () => {
	it.each([
		['500', inforFaults.tokenServerError({ times: 1_000 }), 'refused the log-in with HTTP 500.'],
		[
			'a reset connection',
			{ path: /token\.oauth2/, effect: { kind: 'reset' as const }, times: 1_000 },
			'could not be reached: the connection was cut before an answer came.',
		],
		[
			'silence',
			{ path: /token\.oauth2/, effect: { kind: 'hang' as const }, times: 1_000 },
			'could not be reached: no answer within the time limit.',
		],
	])('with %s is asked three times, then paused for half a minute', async (_how, fault, said) => {
		const patience = jest.replaceProperty(PATIENCE, 'timeoutMs', 60);
		const bench = await startBench();
		bench.sandbox.faults.add(fault);
		const first = await read(bench);
		patience.restore();
		expect(first.message).toBe(
			`Credential "inforIonApi": Infor's authorization server 127.0.0.1:${bench.sandbox.port} ${said}`,
		);
		expect(first.description).toContain(NOT_BEFORE('08:00:33'));
		expect(await read(bench)).toEqual(first);
		expect(bench.sandbox.history).toHaveLength(3);
		bench.sandbox.faults.clear();
		bench.clock.advance(30_000);
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
	});

	it('that recovers within the three is no failure', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(inforFaults.tokenServerError({ times: 2 }));
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
		expect(logInCalls(bench)).toHaveLength(3);
	});

	it('does not stop runs as long as the token they have still works', async () => {
		const bench = await startBench();
		await read(bench);
		bench.sandbox.faults.add(inforFaults.tokenServerError({ times: 1_000 }));
		bench.clock.advance(116 * MINUTE);
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
		expect(await read(bench)).toEqual({ message: undefined, description: undefined });
		expect(logInCalls(bench)).toHaveLength(4);
		bench.clock.advance(4 * MINUTE);
		expect((await read(bench)).message).toContain('HTTP 500');
	});

	it('that has no log-ins left is asked once a minute at most, longer each time', async () => {
		const bench = await startBench();
		const quota = { kind: 'answer' as const, status: 429, headers: { 'retry-after': '90' } };
		bench.sandbox.faults.add({ path: /token\.oauth2/, effect: quota, times: 1_000 });
		const { message, description } = await read(bench);
		expect(message).toContain('refused the log-in with HTTP 429');
		expect(description).toContain('Infor allows 20 a minute and 1,000 a day');
		expect(description).toContain(NOT_BEFORE('08:01:30'));
		expect(logInCalls(bench)).toHaveLength(1);
	});
});

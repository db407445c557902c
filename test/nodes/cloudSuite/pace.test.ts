import type { FaultEffect } from '../../sandbox/shared/faults';
import type { HistoryEntry } from '../../sandbox/shared/server';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;
const UNDER_WAY_MS = 500;
const LN = /LN\/lnapi/;
const READ_ONE = { returnAll: false, limit: 1 };

/** The most requests the gateway saw in any 60 seconds. */
function busiestMinute(calls: readonly HistoryEntry[]): number {
	const times = calls.map(({ at }) => at);
	const within = (from: number) => times.filter((at) => at >= from && at < from + MINUTE).length;
	return Math.max(...times.map(within));
}

/** An execution of one hundred requests. */
const hundredCalls = {
	parameters: {
		resource: 'apiRequest',
		operation: 'get',
		path: 'tcapi.comBusinessPartner/PaymentTerms',
	},
	items: Array.from({ length: 100 }, () => ({ json: {} })),
};

async function fiveExecutions({ run }: Bench) {
	const { parameters, items } = hundredCalls;
	return await Promise.all(
		['a', 'b', 'c', 'd', 'e'].map((executionId) => run(parameters, { items, executionId })),
	);
}

describe('the limit of the credential', () => {
	it.each([60, 300])(
		'of %d is kept by five executions of a hundred calls together',
		async (limit) => {
			const bench = await startBench({ credential: { requestsPerMinute: limit } });
			bench.sandbox.behaviour.requestsPerMinute = limit;
			const start = bench.clock.now();
			const results = await fiveExecutions(bench);
			expect(results.map(({ error }) => error)).toEqual(results.map(() => undefined));
			const calls = bench.newCalls();
			expect(calls).toHaveLength(500);
			expect(calls.filter(({ status }) => status === 429)).toEqual([]);
			expect(busiestMinute(calls)).toBeLessThanOrEqual(limit);
			// and used: nothing waits longer than it must
			const minutes = (bench.clock.now() - start) / MINUTE;
			expect(minutes).toBeLessThanOrEqual(Math.ceil(500 / (limit * 0.95)));
		},
	);

	it('is 300 where none was set', async () => {
		const bench = await startBench({ credential: { requestsPerMinute: '' } });
		await fiveExecutions(bench);
		const busiest = busiestMinute(bench.newCalls());
		expect(busiest).toBeLessThanOrEqual(300);
		expect(busiest).toBeGreaterThan(200);
	});

	it('that was changed holds from the next execution on', async () => {
		const bench = await startBench({ credential: { requestsPerMinute: 3_000 } });
		await bench.run(hundredCalls.parameters, { items: hundredCalls.items });
		bench.store.write('inforIonApi', { ...bench.store.read('inforIonApi'), requestsPerMinute: 20 });
		bench.clock.advance(MINUTE);
		bench.newCalls();
		await bench.run(hundredCalls.parameters, { items: hundredCalls.items });
		expect(busiestMinute(bench.newCalls())).toBeLessThanOrEqual(20);
	});
});

describe('a gateway that says "too many"', () => {
	it.each(['seconds', 'date', 'none'] as const)(
		'(Retry-After: %s) is obeyed by all executions; nothing is lost',
		async (retryAfter) => {
			const bench = await startBench({
				credential: { requestsPerMinute: 600 },
				// the tenant allows less than the credential says
				behaviour: { requestsPerMinute: 100, retryAfter },
			});
			const results = await fiveExecutions(bench);
			expect(results.map(({ error }) => error)).toEqual(results.map(() => undefined));
			const calls = bench.newCalls();
			expect(calls.filter(({ status }) => status === 200)).toHaveLength(500);
			const refused = calls.filter(({ status }) => status === 429);
			expect(refused.length).toBeGreaterThan(0);
			// a stop is shared: a throttled minute costs each request under way one refusal, not each of the 500
			expect(refused.length).toBeLessThan(retryAfter === 'none' ? 150 : 75);
		},
	);

	const stops: Array<[string, (at: number) => Record<string, string>, number, number]> = [
		['429 with seconds', () => ({ 'retry-after': '37' }), 429, 37_000],
		[
			'429 with a date',
			(at) => ({ 'retry-after': new Date(at + 37_000).toUTCString() }),
			429,
			37_000,
		],
		['429 without', () => ({}), 429, 10_000],
		['429 that says "at once"', () => ({ 'retry-after': '0' }), 429, 1_000],
		['503 with seconds', () => ({ 'retry-after': '37' }), 503, 37_000],
		[
			'503 with a date',
			(at) => ({ 'retry-after': new Date(at + 37_000).toUTCString() }),
			503,
			37_000,
		],
	];

	describe.each([
		['right', 0],
		['five hours ahead', 5 * 60 * MINUTE],
		['five hours behind', -5 * 60 * MINUTE],
	])('with a clock that is %s', (_clock, skewMs) => {
		it.each(stops)('%s stops all executions once, for as long', async (...given) => {
			const [, headers, status, wait] = given;
			const bench = await startBench({ skewMs });
			await bench.run(READ_ONE);
			bench.newCalls();
			const stop: FaultEffect = {
				kind: 'answer',
				status,
				body: '',
				headers: headers(bench.clock.now()),
			};
			bench.sandbox.faults.add({ path: LN, effect: stop });
			const results = await Promise.all(
				['a', 'b', 'c'].map((executionId) => bench.run(READ_ONE, { executionId })),
			);
			expect(results.map(({ error }) => error)).toEqual([undefined, undefined, undefined]);
			const calls = bench.newCalls();
			const refusedAt = calls.find((call) => call.status === status)?.at ?? 0;
			const after = calls.map(({ at }) => at - refusedAt);
			// what was under way when the answer came, one request of each other execution at most
			expect(after.filter((ms) => ms > 0 && ms <= UNDER_WAY_MS).length).toBeLessThanOrEqual(2);
			const next = Math.min(...after.filter((ms) => ms > UNDER_WAY_MS));
			expect(next).toBeGreaterThanOrEqual(wait);
			// lengthened by a tenth at most, and taken in slices of a quarter of a second
			expect(next).toBeLessThanOrEqual(wait * 1.1 + UNDER_WAY_MS + 250);
		});
	});

	it.each([
		[
			429,
			'HTTP 429',
			'The quota of the gateway is used up: lower "Requests per Minute" in the credential or run less often.',
		],
		[503, 'HTTP 503', 'Run again; if it stays, give the message to your Infor administrator.'],
	])('%d for good is given up after ten times, and said', async (status, said, action) => {
		const bench = await startBench();
		const effect = { kind: 'answer' as const, status, headers: { 'retry-after': '5' } };
		bench.sandbox.faults.add({ path: LN, effect, times: 1_000 });
		const { error } = await bench.run(READ_ONE);
		expect(error?.message).toBe(
			`The metadata of tcapi.comBusinessPartner could not be read: ${said}`,
		);
		expect((error as { description?: string }).description).toBe(action);
		expect(bench.newCalls()).toHaveLength(10);
	});

	it('503 without Retry-After is given up after five times, and stops nobody else', async () => {
		const bench = await startBench();
		const effect = { kind: 'answer' as const, status: 503 };
		bench.sandbox.faults.add({ path: LN, effect, times: 1_000 });
		const { error } = await bench.run(READ_ONE);
		expect(error?.message).toContain('HTTP 503');
		expect(bench.newCalls()).toHaveLength(5);
	});
});

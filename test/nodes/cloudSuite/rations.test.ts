import type { Behaviour } from '../../sandbox/infor';
import { RATIONS } from '../../sandbox/infor';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;
/** The cheapest run: one request. */
const READ_ONE = {
	resource: 'apiRequest',
	operation: 'get',
	path: 'tcapi.comBusinessPartner/PaymentTerms',
};
const RUNS_A_DAY = (24 * 60) / 5;

/** A schedule of every five minutes, for a day from the sandbox's midnight on; all runs must succeed. */
async function aDay(bench: Bench, workflows = 1): Promise<void> {
	const { clock } = bench;
	clock.advance(16 * 60 * MINUTE);
	const start = clock.now();
	expect(new Date(start).toISOString()).toBe('2026-01-06T00:00:00.000Z');
	for (let n = 0; n < RUNS_A_DAY; n += 1) {
		const results = await Promise.all(
			Array.from({ length: workflows }, (_one, workflow) =>
				bench.run(READ_ONE, { executionId: `run ${n} of workflow ${workflow}` }),
			),
		);
		expect(results.map(({ error }) => error)).toEqual(results.map(() => undefined));
		clock.advance(Math.max(0, start + (n + 1) * 5 * MINUTE - clock.now()));
	}
}

describe('a day of runs every five minutes', () => {
	const within: Partial<Behaviour> = { refuseOverRation: true };

	it.each([
		['two hours, Infor’s default', 7200, 13],
		['half an hour', 1800, 58],
		['a quarter of an hour', 900, 96],
	])('with tokens of %s logs in when one ends, and stays within the rations', async (...given) => {
		const [, tokenLifetimeSeconds, logIns] = given;
		const bench = await startBench({ tokenLifetimeSeconds, behaviour: within });
		await aDay(bench);
		const { tokens } = bench.sandbox;
		expect(tokens.logins).toHaveLength(logIns);
		expect(tokens.issued).toBe(logIns);
		expect(bench.sandbox.violations()).toEqual([]);
		expect(bench.sandbox.history.filter(({ status }) => status >= 400)).toEqual([]);
	});

	it.each([false, true])(
		'with refresh tokens logs in once a day (new refresh token each time: %s)',
		async (rotateRefreshTokens) => {
			const behaviour = { ...within, issueRefreshTokens: true, rotateRefreshTokens };
			const bench = await startBench({ behaviour });
			await aDay(bench);
			expect(bench.sandbox.tokens.logins).toHaveLength(1);
			expect(bench.sandbox.tokens.issued).toBe(13);
			expect(bench.sandbox.violations()).toEqual([]);
		},
	);

	it('of three workflows takes no more tokens than of one', async () => {
		const bench = await startBench({ behaviour: within });
		await aDay(bench, 3);
		expect(bench.sandbox.tokens.issued).toBe(13);
		expect(bench.sandbox.violations()).toEqual([]);
	});
});

it('the sandbox would refuse a log-in per run', () => {
	expect(RUNS_A_DAY).toBeGreaterThan(RATIONS.tokensPerClientAndDay);
});

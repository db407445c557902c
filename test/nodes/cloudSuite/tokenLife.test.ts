import { systemClock } from '../../../nodes/shared/http/clock';
import type { Behaviour } from '../../sandbox/infor';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** The cheapest run: one request. */
const READ_ONE = {
	resource: 'apiRequest',
	operation: 'get',
	path: 'tcapi.comBusinessPartner/PaymentTerms',
};

type Bench = Awaited<ReturnType<typeof startBench>>;
const refused = ({ sandbox }: Bench) => sandbox.history.filter(({ status }) => status === 401);
const ids = async (bench: Bench) =>
	(await bench.readAll({ options: { pageSize: 60 } })).map(({ id }) => id);

describe('a token that ends in the middle of a read', () => {
	it('between two pages is renewed before the next one: no 401, nothing lost or twice', async () => {
		const undisturbed = await ids(await startBench());
		// one request a minute: a token of 90 seconds lasts for two of them
		const bench = await startBench({
			tokenLifetimeSeconds: 90,
			credential: { requestsPerMinute: 2 },
		});
		expect(await ids(bench)).toEqual(undisturbed);
		expect(refused(bench)).toEqual([]);
		const calls = bench.newCalls().length;
		expect(calls).toBeGreaterThan(10);
		expect(bench.sandbox.tokens.logins).toHaveLength(Math.ceil(calls / 2));
	});

	it('while a page is under way costs one 401 and one log-in, and the page is asked for again', async () => {
		const undisturbed = await ids(await startBench());
		const bench = await startBench({ tokenLifetimeSeconds: 90 });
		bench.sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: { kind: 'delay', ms: 91_000 },
			after: 1,
		});
		expect(await ids(bench)).toEqual(undisturbed);
		expect(refused(bench)).toHaveLength(1);
		expect(bench.sandbox.tokens.logins).toHaveLength(2);
	});

	it.each([
		['logs in again', {}, (issued: number) => issued],
		['is refreshed', { issueRefreshTokens: true }, () => 1],
		[
			'is refreshed, with a new refresh token each time',
			{ issueRefreshTokens: true, rotateRefreshTokens: true },
			() => 1,
		],
	] as Array<[string, Partial<Behaviour>, (issued: number) => number]>)(
		'early, after every five requests, %s each time and loses nothing',
		async (_how, behaviour, logIns) => {
			const undisturbed = await ids(await startBench());
			const bench = await startBench({ behaviour: { ...behaviour, tokenUses: 5 } });
			expect(await ids(bench)).toEqual(undisturbed);
			const { issued, logins } = bench.sandbox.tokens;
			const served = bench.newCalls().filter(({ status }) => status === 200);
			expect(issued).toBe(Math.ceil(served.length / 5));
			expect(issued).toBeGreaterThan(2);
			expect(refused(bench)).toHaveLength(issued - 1);
			expect(logins).toHaveLength(logIns(issued));
		},
	);
});

describe('a clock that is hours off', () => {
	const tokens: Array<[string, Partial<Behaviour>, { logIns: number; refusals: number }]> = [
		['iat and exp', {}, { logIns: 5, refusals: 0 }],
		[
			'iat and exp, contradicted by expires_in',
			{ expiresIn: 'double' },
			{ logIns: 5, refusals: 0 },
		],
		[
			'exp alone, seen from the date of the answer',
			{ tokenForm: 'jwtWithoutIat', expiresIn: 'absent' },
			{ logIns: 5, refusals: 0 },
		],
		['exp and expires_in', { tokenForm: 'jwtWithoutIat' }, { logIns: 5, refusals: 0 }],
		[
			'exp alone, contradicted by expires_in: one 401 when it is over',
			{ tokenForm: 'jwtWithoutIat', expiresIn: 'double' },
			{ logIns: 5, refusals: 4 },
		],
		['expires_in alone', { tokenForm: 'opaque' }, { logIns: 5, refusals: 0 }],
		[
			'nothing: taken for an hour',
			{ tokenForm: 'opaque', expiresIn: 'absent' },
			{ logIns: 10, refusals: 0 },
		],
	];
	const skews = [
		['right', 0],
		['five hours ahead', 5 * HOUR],
		['five hours behind', -5 * HOUR],
		['a year ahead', 365 * 24 * HOUR],
	] as const;

	describe.each(tokens)('with a token that has %s', (_what, behaviour, expected) => {
		it.each(skews)('%s: renewed in time, not at every request', async (_how, skewMs) => {
			const bench = await startBench({ behaviour, skewMs });
			for (let minutes = 0; minutes < 10 * 60; minutes += 20) {
				expect((await bench.run(READ_ONE)).error).toBeUndefined();
				bench.clock.advance(20 * MINUTE);
			}
			expect({
				logIns: bench.sandbox.tokens.logins.length,
				refusals: refused(bench).length,
			}).toEqual(expected);
		});
	});

	it.each([
		['ahead', 5 * HOUR, { logIns: 3, refusals: 0 }],
		['back', -5 * HOUR, { logIns: 2, refusals: 1 }],
	])('set %s after a log-in costs one log-in more, or one 401', async (_how, jump, expected) => {
		const bench = await startBench();
		const { clock } = bench;
		await bench.run(READ_ONE);
		const start = clock.now();
		jest.spyOn(systemClock, 'now').mockImplementation(() => clock.now() + jump);
		for (let n = 0; n < 3; n += 1) {
			expect((await bench.run(READ_ONE)).error).toBeUndefined();
			// the pace is not held up by what was planned before
			expect(clock.now() - start).toBeLessThan(n * 50 * MINUTE + 10_000);
			clock.advance(50 * MINUTE);
		}
		clock.advance(-25 * MINUTE);
		expect((await bench.run(READ_ONE)).error).toBeUndefined();
		expect({
			logIns: bench.sandbox.tokens.logins.length,
			refusals: refused(bench).length,
		}).toEqual(expected);
	});
});

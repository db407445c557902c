import type { ErrorClass, Retried } from '../../../nodes/shared/errors/types';
import { API_ERRORS } from '../../../nodes/Chargebee/errors/apiErrors';
import { OTHER_ANSWERS } from '../../../nodes/Chargebee/errors/otherAnswers';
import { describeFailure } from '../../../nodes/Chargebee/transport/failure';
import type { Fault } from '../../sandbox/shared/faults';
import { CHARGEBEE_CODES } from '../../unit/errors/chargebeeCodes';
import { customer, customers, startBench, stopBenches } from './setup';

afterEach(stopBenches);

interface Case {
	name: string;
	status: number;
	body: unknown;
	entry: { readonly class: ErrorClass; readonly retried: Retried };
	/** How often a read and a write are sent when the answer never changes. */
	reads: number;
	writes: number;
}

const body = (code: string) => ({
	message: 'said by the site',
	type: 'invalid_request',
	api_error_code: code,
	param: 'company',
});

/** How often one request is sent: a shared limit is waited for longest, a write in doubt is looked after in between. */
function sendings(status: number, code = ''): Pick<Case, 'reads' | 'writes'> {
	if (code === 'lock_timeout') return { reads: 5, writes: 5 };
	if (status === 429) return { reads: 10, writes: 10 };
	return status >= 500 ? { reads: 5, writes: 3 } : { reads: 1, writes: 1 };
}

const CASES: Case[] = [
	...CHARGEBEE_CODES.map(([status, code]) => ({
		name: code,
		status,
		body: body(code),
		entry: API_ERRORS[code],
		...sendings(status, code),
	})),
	{
		name: 'gateway.*',
		status: 400,
		body: { ...body('payment_processing_failed'), error_cause_id: 'gateway.card_declined' },
		entry: API_ERRORS['gateway.*'],
		...sendings(400),
	},
	...(
		[
			[401, 'http_401'],
			[429, 'http_429'],
			[500, 'http_5xx'],
			[502, 'http_5xx'],
			[503, 'http_5xx'],
			[504, 'http_5xx'],
			[302, 'http_other'],
			[400, 'http_other'],
			[403, 'http_other'],
			[404, 'http_other'],
		] as const
	).map(([status, name]) => ({
		name: `${name} (${status})`,
		status,
		body: '<html>not Chargebee</html>',
		entry: OTHER_ANSWERS[name],
		...sendings(status),
	})),
	{
		name: 'unknown_code',
		status: 400,
		body: body('a_code_of_next_year'),
		entry: OTHER_ANSWERS.unknown_code,
		...sendings(400),
	},
];

const OUTCOME: Record<ErrorClass, string> = {
	invalid: 'rejected',
	rejected: 'rejected',
	conflict: 'failed',
	throttled: 'failed',
	outage: 'failed',
	auth: 'failed',
	configuration: 'failed',
};
/** A value that another record has is for a person to decide, not for another try. */
const outcomeOf = ({ name, entry }: Case): string =>
	name === 'duplicate_entry' ? 'conflict' : OUTCOME[entry.class];

const STOPS: ReadonlySet<ErrorClass> = new Set(['auth', 'configuration']);

const always = (where: Omit<Fault, 'effect' | 'times'>, { status, body: sent }: Case): Fault => ({
	...where,
	effect: { kind: 'answer', status, body: sent },
	times: 10_000,
});

describe.each(CASES)('$name', (one) => {
	const { entry, status, body: sent } = one;
	const text = typeof sent === 'string' ? sent : JSON.stringify(sent);

	it(`is of class ${entry.class}, ${entry.retried === 'byItself' ? '' : 'not '}retried by itself`, () => {
		const failure = describeFailure({ kind: 'answer', status, headers: {}, text });
		expect(failure.class).toBe(entry.class);
		expect(failure.reason).toContain(`HTTP ${status}`);
		expect(failure.actionToTake).not.toMatch(/undefined|[{}]/);
		expect(one.writes > 1).toBe(entry.retried === 'byItself');
		expect(one.reads > 1).toBe(entry.retried === 'byItself');
	});

	it('of one write: sent as often as said, and the rest of the run goes on or not', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add(always({ method: 'POST', body: /Company%201&/ }, one));
		const { rows } = await upsert(customers(60));
		const [first, ...others] = rows;
		expect(first).toMatchObject({ outcome: outcomeOf(one) });
		expect(first?.reason).toContain(`HTTP ${status}`);
		expect(first?.class).toBe(entry.class);
		const hits = sandbox.faults.list().reduce((sum, fault) => sum + fault.hits, 0);
		expect(hits).toBe(one.writes);
		const stops = STOPS.has(entry.class);
		expect(others.at(-1)?.reason.includes('Not attempted')).toBe(stops);
		expect(others.every(({ outcome }) => outcome === 'created')).toBe(!stops);
	});

	it('of a write, once over, is made good by the next run', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add(always({ method: 'POST' }, one));
		await upsert([customer(1)]);
		sandbox.faults.clear();
		expect((await upsert([customer(1)])).rows).toMatchObject([{ outcome: 'created' }]);
	});

	it('of the look-up: sent as often as said, every record fails and nothing is written', async () => {
		const { upsert, sandbox } = await startBench();
		sandbox.faults.add(always({ method: 'GET', path: /\/customers\?/ }, one));
		const { rows } = await upsert(customers(3));
		expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed']);
		expect(sandbox.faults.list()[0]?.hits).toBe(one.reads);
		expect(sandbox.customers()).toEqual([]);
	});
});

import { answer } from '../../sandbox/shared/faults';
import { change, failureOf, questions, readCustomers, readItems } from './fsmSetup';
import { startBench, stopBenches } from './setup';
import { passingTroubles } from './troubles';

afterEach(stopBenches);

const LISTS = /lists\/_generic/;

describe('FSM refusing', () => {
	it('for want of an actor says what has to be set up', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.hasDataContext = false;
		const { message, description } = await failureOf(bench);
		expect(message).toBe(
			'A sample of class Customer could not be read: FSM says "No data context available"',
		);
		expect(description).toContain('mapped to an FSM user (actor)');
		expect(bench.newCalls()).toHaveLength(1);
	});

	it.each([200, 400, 403, 404])('in words with status %d, they are passed on', async (status) => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.exceptionStatus = status;
		const { message, description } = await failureOf(bench, {
			options: { customerClass: 'Kunde' },
		});
		expect(message).toBe(
			'A sample of class Kunde could not be read: FSM says "Business class Kunde does not exist"',
		);
		expect(description).toContain('Check business class');
	});

	it('an expression of the user’s own names the page', async () => {
		const bench = await startBench();
		const { message } = await failureOf(bench, { options: { lplFilter: 'Customer is nice' } });
		expect(message).toContain(
			'Page 1 of class Customer could not be read: FSM says "LPL expression',
		);
	});

	it('in the middle of a list is never the end of it', async () => {
		const bench = await startBench();
		const body = { exception: { message: 'Session lost', class: 'x' } };
		bench.sandbox.fsm.behaviour.mostRows = 100;
		bench.sandbox.faults.add({ path: LISTS, effect: answer(200, body), after: 2, times: 99 });
		expect((await failureOf(bench)).message).toBe(
			'Page 2 of class Customer could not be read: FSM says "Session lost"',
		);
	});

	it('to count says so', async () => {
		const bench = await startBench();
		const body = { exception: { message: 'No counting today', class: 'x' } };
		bench.sandbox.faults.add({ path: /_recordCountOnly/, effect: answer(200, body), times: 99 });
		expect((await failureOf(bench, { operation: 'count' })).message).toBe(
			'The count of class Customer could not be read: FSM says "No counting today"',
		);
	});
});

describe('an answer that can not be right', () => {
	it.each([
		[
			'a log-in page',
			answer(200, '<!doctype html><title>Log in</title>'),
			'a web page came instead of data',
		],
		['cut JSON', { kind: 'truncate' as const, bytes: 300 }, 'the answer is cut'],
		['something else', answer(200, { value: [] }), 'the answer is no list of FSM'],
		['nothing', answer(200, ''), 'the answer is no list of FSM'],
		['records without links', answer(200, [{ _fields: { Customer: 'C1' } }]), 'came without links'],
		['a refusal of the gateway', answer(403, { error: 'Forbidden' }), 'HTTP 403 (Forbidden)'],
	])('%s is an error that names the page, never an empty one', async (_how, effect, message) => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.mostRows = 100;
		bench.sandbox.faults.add({ path: LISTS, effect, after: 2, times: 99 });
		const failure = await failureOf(bench);
		expect(failure.message).toContain('Page 2 of class Customer');
		expect(failure.message).toContain(message);
	});

	it('does not send the token to another host', async () => {
		const bench = await startBench();
		const href = 'https://elsewhere.example.com/lists/_generic?_position=1';
		const body = [
			{ _count: 1, _links: [{ rel: 'next', href }] },
			{ _fields: { Customer: 'C1', CustomerGroup: 'CG1', FinanceEnterpriseGroup: 'ACME' } },
		];
		bench.sandbox.faults.add({ path: LISTS, effect: answer(200, body), after: 1, times: 99 });
		expect((await failureOf(bench)).message).toBe(
			'The next page of class Customer is said to be at elsewhere.example.com, which is not the gateway',
		);
	});

	it('does not go round in a circle', async () => {
		const bench = await startBench();
		const page = (code: string) => [
			{ _count: 1, _links: [{ rel: 'next', href: '../lists/_generic?_position=here' }] },
			{ _fields: { Customer: code, CustomerGroup: 'CG1', FinanceEnterpriseGroup: 'ACME' } },
		];
		for (const code of ['C1', 'C2'])
			bench.sandbox.faults.add({ path: LISTS, effect: answer(200, page(code)), after: 1 });
		expect((await failureOf(bench)).message).toBe(
			'FSM gave page 3 of class Customer twice (here): the list can not be read to its end',
		);
	});
});

describe('a gateway in trouble', () => {
	it.each(passingTroubles(300))(
		'%s: the page is asked for again, nothing is missing',
		async (_how, effect) => {
			const bench = await startBench();
			bench.sandbox.faults.add({ path: LISTS, effect, after: 2, times: 3 });
			expect(await readCustomers(bench, { options: { pageSize: 60 } })).toHaveLength(300);
		},
	);
});

describe('changes that can not be told', () => {
	const since = { resource: 'item', filters: { modifiedSince: '2026-01-05T08:00:00Z' } };

	it('because FSM passes over time stamps are an error, not everything', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.timeStamps = false;
		const { message, description } = await failureOf(bench, since);
		expect(message).toBe(
			'FSM does not tell what changed in class Item: it gives all records instead',
		);
		expect(description).toContain('"Comparing Everything"');
	});

	it('for want of the field that was named say which fields came', async () => {
		const bench = await startBench();
		change(bench, 'Item', 'AX-2001', {});
		const { message, description } = await failureOf(bench, {
			...since,
			options: { changeMarker: 'Action' },
		});
		expect(message).toBe('The changes of class Item have no field Action');
		expect(description).toContain('without being asked for: SandboxReplicationAction.');
	});

	it('but are believed when FSM adds no field, and gives nothing for tomorrow', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.marker = null;
		change(bench, 'Item', 'AX-2001', {});
		expect((await readItems(bench, since)).map(({ id }) => id)).toEqual(['IG1/AX-2001']);
		expect(questions(bench.newCalls()).map(({ _fts: from }) => from)).toEqual([
			undefined,
			'2026010507595999',
			'2026010608000000',
			undefined,
		]);
	});

	it('and are looked at once for many pages', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.marker = null;
		for (let at = 2000; at < 2010; at += 1) change(bench, 'Item', `AX-${at}`, {});
		expect(await readItems(bench, { ...since, options: { pageSize: 2 } })).toHaveLength(10);
		const tomorrow = questions(bench.newCalls()).filter((one) => one._fts?.startsWith('20260106'));
		expect(tomorrow).toHaveLength(1);
	});
});

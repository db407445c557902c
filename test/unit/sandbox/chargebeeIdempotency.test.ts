import { startBench, stopBenches } from './chargebeeClient';

const KEY = { 'chargebee-idempotency-key': 'key-1' };
const REPLAYED = 'chargebee-idempotency-replayed';
const MINUTE = 60_000;

afterEach(stopBenches);

describe('an idempotency key', () => {
	it('replays the first answer and applies nothing again', async () => {
		const { post, sandbox, clock } = await startBench({ customers: [{ id: 'a' }] });
		const first = await post('customers/a', { company: 'First' }, KEY);
		clock.advance(MINUTE);
		await post('customers/a', { company: 'Second' });
		const again = await post('customers/a', { company: 'First' }, KEY);
		expect(first.headers.get(REPLAYED)).toBeNull();
		expect(again.headers.get(REPLAYED)).toBe('true');
		expect(again.json).toEqual(first.json);
		expect(sandbox.customer('a')).toMatchObject({ company: 'Second' });
	});

	it('holds for thirty minutes of the clock', async () => {
		const { post, sandbox, clock } = await startBench();
		await post('customers', { company: 'A' }, KEY);
		clock.advance(30 * MINUTE - 1);
		expect((await post('customers', { company: 'A' }, KEY)).headers.get(REPLAYED)).toBe('true');
		expect(sandbox.customers()).toHaveLength(1);
		clock.advance(1);
		expect((await post('customers', { company: 'A' }, KEY)).headers.get(REPLAYED)).toBeNull();
		expect(sandbox.customers()).toHaveLength(2);
	});

	it('with another payload or another path is refused with 422', async () => {
		const { post, sandbox } = await startBench({ customers: [{ id: 'a' }] });
		await post('customers', { company: 'A' }, KEY);
		const otherPayload = await post('customers', { company: 'B' }, KEY);
		const otherPath = await post('customers/a', { company: 'A' }, KEY);
		for (const { status, json } of [otherPayload, otherPath]) {
			expect([status, json.api_error_code]).toEqual([422, 'unable_to_process_request']);
		}
		expect(sandbox.customers()).toHaveLength(2);
		expect(sandbox.violations()).toEqual(
			expect.arrayContaining([expect.stringContaining('idempotency key for another write')]),
		);
	});

	it('of a refused write is free again, unless the site remembers refusals', async () => {
		const { post, sandbox } = await startBench({ customers: [{ id: 'a' }] });
		const create = () => post('customers', { id: 'b', cf_erp: 'x' }, KEY);
		const declare = () => {
			sandbox.behaviour.customFields = [{ api_name: 'cf_erp', entity_type: 'customer' }];
		};
		expect((await create()).status).toBe(400);
		declare();
		expect((await create()).status).toBe(200);

		sandbox.behaviour.rememberRefusals = true;
		const key = { 'chargebee-idempotency-key': 'key-2' };
		const update = () => post('customers/a', { cf_later: 'x' }, key);
		expect((await update()).status).toBe(400);
		sandbox.behaviour.customFields = [{ api_name: 'cf_later', entity_type: 'customer' }];
		expect((await update()).status).toBe(400);
	});

	it('longer than 100 characters is refused', async () => {
		const { post } = await startBench();
		const long = { 'chargebee-idempotency-key': 'k'.repeat(101) };
		expect((await post('customers', {}, long)).status).toBe(400);
	});

	it('means nothing on a read', async () => {
		const { get, sandbox } = await startBench({ customers: [{ id: 'a' }] });
		await get('customers/a', KEY);
		sandbox.update('a', { company: 'A' });
		const again = await get('customers/a', KEY);
		expect(again.headers.get(REPLAYED)).toBeNull();
		expect(again.json.customer).toMatchObject({ company: 'A' });
	});

	it('is in the history with what became of it, also when a fault swallowed the request', async () => {
		const { post, sandbox } = await startBench();
		await post('customers', { id: 'a' }, KEY);
		await post('customers', { id: 'a' }, KEY);
		sandbox.faults.add({ effect: { kind: 'reset' } });
		await expect(post('customers', { id: 'a' }, KEY)).rejects.toThrow('fetch failed');
		expect(sandbox.history.map(({ notes, status }) => ({ ...notes, status }))).toEqual([
			{ idempotencyKey: 'key-1', customerId: 'a', status: 200 },
			{ idempotencyKey: 'key-1', replayed: true, status: 200 },
			{ idempotencyKey: 'key-1', status: 0 },
		]);
	});

	it('is what makes a repeat after a lost answer safe', async () => {
		const { post, sandbox } = await startBench();
		sandbox.faults.add({ effect: { kind: 'lostAnswer' } });
		await expect(post('customers', { company: 'A' }, KEY)).rejects.toThrow('fetch failed');
		expect((await post('customers', { company: 'A' }, KEY)).headers.get(REPLAYED)).toBe('true');
		expect(sandbox.customers()).toHaveLength(1);
	});
});

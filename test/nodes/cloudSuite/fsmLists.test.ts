import type { IDataObject } from 'n8n-workflow';
import { seedItems } from '../../sandbox/seed/items';
import {
	FSM,
	change,
	failureOf,
	questions,
	readCustomers,
	readItems,
	recordOf,
	warningsOf,
} from './fsmSetup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const seed = seedItems();

describe('a list', () => {
	const filtered = (filters: IDataObject) => ({ filters });

	it('of ids asks for them alone, in one call for a portion', async () => {
		const bench = await startBench();
		const ids = 'AX-2001, IG1/AX-2002, 5" pipe, IG2/AX-2003, NOBODY';
		recordOf(bench, 'Item', 'AX-2050').fields.Item = '5" pipe';
		const found = await readItems(bench, filtered({ ids }));
		expect(found.map(({ id }) => id).sort()).toEqual(['IG1/5" pipe', 'IG1/AX-2001', 'IG1/AX-2002']);
		// the mapping, the ids LPL can say, the one it can not
		expect(bench.newCalls()).toHaveLength(3);
	});

	it('of groups asks FSM, in one word for one group', async () => {
		const bench = await startBench();
		const groups = async (text: string) =>
			(await readItems(bench, filtered({ groups: text }))).map(({ group }) => group);
		expect(new Set(await groups('BOLTS'))).toEqual(new Set(['BOLTS']));
		expect(questions(bench.newCalls())[1]).toMatchObject({
			_filter: 'FinanceEnterpriseGroup::ACME|InventoryMajorClass::BOLTS',
		});
		expect(new Set(await groups('BOLTS, DRIVES'))).toEqual(new Set(['BOLTS', 'DRIVES']));
		expect(questions(bench.newCalls())[1]?._lplFilter).toBe(
			'((FinanceEnterpriseGroup = "ACME") and ((InventoryMajorClass = "BOLTS") or (InventoryMajorClass = "DRIVES")))',
		);
	});

	it('by status has doubtful customers among the active, and fills its limit', async () => {
		const bench = await startBench();
		const status = async (...wanted: string[]) =>
			(await readCustomers(bench, filtered({ status: wanted }))).map((one) => one.status);
		expect(new Set(await status('active'))).toEqual(new Set(['active', 'doubtful']));
		expect(await status('inactive')).toEqual(['inactive']);
		expect(await status('prospect')).toHaveLength(6);
		const few = { ...filtered({ status: ['prospect'] }), returnAll: false, limit: 3 };
		expect(await readCustomers(bench, few)).toHaveLength(3);
	});

	it('holds what was asked for when FSM passes over filters, and says so', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.filters = false;
		const result = await bench.run({ ...FSM, resource: 'item', ...filtered({ groups: 'BOLTS' }) });
		const groups = (result.outputs[0] ?? []).map(({ json }) => [json.company, json.group]);
		expect(groups).toHaveLength(24);
		expect(new Set(groups.flat())).toEqual(new Set(['ACME', 'BOLTS']));
		expect(warningsOf(result)).toEqual([
			'Class Item: what FSM gave beyond the filter is left out (106).',
		]);
	});

	it('with an expression of the user’s own puts all into one', async () => {
		const bench = await startBench();
		const options = { lplFilter: 'Item like "AX-200*" or Item = "AX-2011"' };
		expect(await readItems(bench, { options })).toHaveLength(11);
		expect(questions(bench.newCalls())[1]).toMatchObject({
			_lplFilter: `FinanceEnterpriseGroup = "ACME" and (${options.lplFilter})`,
		});
	});

	it('may be one of the tenant’s own, under another path', async () => {
		const bench = await startBench();
		await readCustomers(bench, {
			options: { list: 'PrimaryCustomerList', fsmPath: '/FSM/fsm/soap/' },
		});
		const paths = bench.newCalls().map(({ path }) => path);
		expect(new Set(paths)).toEqual(
			new Set(['/ACME_TST/FSM/fsm/soap/classes/Customer/lists/PrimaryCustomerList']),
		);
	});
});

describe('a count', () => {
	it.each(['list', 'object', 'number', 'text'] as const)(
		'is FSM’s own, in the shape of a %s',
		async (shape) => {
			const bench = await startBench();
			bench.sandbox.fsm.behaviour.countShape = shape;
			const [row] = await readItems(bench, { operation: 'count', filters: { groups: 'BOLTS' } });
			expect(row).toMatchObject({ company: 'ACME', resource: 'item', count: 24 });
			expect(bench.newCalls()).toHaveLength(2);
		},
	);

	it('is made by reading when FSM gives records in its place, or can not be asked all of it', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.countShape = 'ignored';
		const count = { operation: 'count' };
		expect((await readCustomers(bench, count))[0]).toMatchObject({ count: 300 });
		bench.sandbox.fsm.behaviour.countShape = 'list';
		const filters = { status: ['prospect'] };
		expect((await readCustomers(bench, { ...count, filters }))[0]).toMatchObject({ count: 6 });
		expect(questions(bench.newCalls()).filter((one) => one._recordCountOnly)).toHaveLength(1);
	});
});

describe('modified since', () => {
	const since = { filters: { modifiedSince: '2026-01-05T08:00:00Z' } };

	it('a moment, records are asked for by FSM’s own stamps, those of that moment included', async () => {
		const bench = await startBench();
		change(bench, 'Item', 'AX-2001', {});
		recordOf(bench, 'Item', 'AX-2002').changedAt = bench.clock.now() - 10;
		expect((await readItems(bench, since)).map(({ id }) => id)).toEqual(['IG1/AX-2001']);
		expect(questions(bench.newCalls())[1]).toMatchObject({ _fts: '2026010507595999' });
	});

	it('leaves deleted records out: each change is read again while nobody knows what tells them', async () => {
		const bench = await startBench();
		for (const code of ['AX-2001', 'AX-2002', 'AX-2003']) change(bench, 'Item', code, {});
		recordOf(bench, 'Item', 'AX-2002').deletedAt = bench.clock.now();
		const result = await bench.run({ ...FSM, resource: 'item', ...since });
		expect(result.outputs[0]?.map(({ json }) => json.id)).toEqual(['IG1/AX-2001', 'IG1/AX-2003']);
		// the mapping, the changes, the three again
		expect(bench.newCalls()).toHaveLength(3);
		expect(warningsOf(result)).toEqual([
			expect.stringContaining('come with SandboxReplicationAction, which nobody asked for'),
		]);
	});

	it('trusts the field that tells them, once it is named', async () => {
		const bench = await startBench();
		for (const code of ['AX-2001', 'AX-2002', 'AX-2003']) change(bench, 'Item', code, {});
		recordOf(bench, 'Item', 'AX-2002').deletedAt = bench.clock.now();
		const options = { changeMarker: 'SandboxReplicationAction' };
		const result = await bench.run({ ...FSM, resource: 'item', ...since, options });
		expect(result.outputs[0]?.map(({ json }) => json.id)).toEqual(['IG1/AX-2001', 'IG1/AX-2003']);
		expect(bench.newCalls()).toHaveLength(2);
		expect(warningsOf(result)).toEqual(['Class Item: what was deleted is left out (1).']);
	});

	it('looks again where the field says something nobody can read', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.marker = { field: 'X', added: '1', changed: '2', deleted: '3' };
		for (const code of ['AX-2001', 'AX-2002']) change(bench, 'Item', code, {});
		recordOf(bench, 'Item', 'AX-2002').deletedAt = bench.clock.now();
		const items = await readItems(bench, { ...since, options: { changeMarker: 'X' } });
		expect(items.map(({ id }) => id)).toEqual(['IG1/AX-2001']);
	});

	it('fills its limit although deleted records come first', async () => {
		const bench = await startBench();
		for (const one of seed.slice(0, 60)) change(bench, 'Item', one.id, {});
		for (const one of seed.slice(0, 55))
			recordOf(bench, 'Item', one.id).deletedAt = bench.clock.now();
		const items = await readItems(bench, { ...since, returnAll: false, limit: 3 });
		expect(items.map(({ id }) => id)).toEqual(['IG1/AX-2055', 'IG1/AX-2056', 'IG1/AX-2057']);
	});

	it('by comparing needs a date of the record’s own', async () => {
		const bench = await startBench();
		const options = { findChangesBy: 'comparing' };
		expect((await failureOf(bench, { resource: 'item', ...since, options })).message).toBe(
			'"Modified Since" needs a date, and none is mapped for class Item',
		);
		const field = [
			{ target: 'name', field: 'Description' },
			{ target: 'modifiedAt', field: 'EffectiveDate' },
		];
		change(bench, 'Item', 'AX-2001', { EffectiveDate: '20260105' });
		change(bench, 'Item', 'AX-2002', { EffectiveDate: '20260106' });
		const mapped = { ...options, itemFields: { field } };
		const items = await readItems(bench, { ...since, options: mapped });
		expect(items.map(({ id, modifiedAt }) => [id, modifiedAt])).toEqual([
			['IG1/AX-2002', '2026-01-06T00:00:00.000Z'],
		]);
		expect(questions(bench.newCalls()).some((one) => one._fts)).toBe(false);
		const all = await bench.run({ ...FSM, resource: 'item', options: mapped });
		expect(warningsOf(all)).toEqual([expect.stringContaining('118 items have no date of change')]);
	});
});

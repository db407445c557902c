import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../nodes/shared/text';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import type { SiteSeed } from '../../../sandbox/chargebee';
import type { Bench } from '../setup';
import { startBench, stopBenches } from '../setup';
import { SITE } from './seed';
import { pathOf, SPECS } from './specs';

afterEach(stopBenches);

const COUNT = 230;
const START = Date.UTC(2024, 0, 1) / 1000;

/** More than two pages of each, in an order of change that is not the order of creation. */
function large(): SiteSeed {
	const records = (members: IDataObject = {}) =>
		Array.from({ length: COUNT }, (_, n) => ({
			id: `r${String(n).padStart(3, '0')}`,
			name: `Name ${n}`,
			date: START + n * 60,
			created_at: START + n * 60,
			updated_at: START + ((n * 7) % COUNT) * 60,
			currency_code: 'EUR',
			...members,
		}));
	return {
		...{ customers: records(), itemFamilies: records(), items: records({ type: 'plan' }) },
		...{ itemPrices: records({ item_id: 'r000' }), invoices: records(), creditNotes: records() },
		transactions: records(),
	};
}

const list = async ({ run }: Bench, resource: string, parameters: IDataObject) => {
	const { outputs } = await run({ resource, operation: 'getAll', simplify: false, ...parameters });
	expect(outputs[1] ?? []).toEqual([]);
	return (outputs[0] ?? []).map(({ json }) => json);
};

/** The order each list is read in unless something else is asked for. */
const USUAL_ORDER: Record<string, string | undefined> = {
	customer: 'created_at',
	itemFamily: undefined,
	item: 'id',
	itemPrice: 'id',
	invoice: 'date',
	creditNote: 'date',
	transaction: 'date',
};

describe.each(SPECS.map((spec) => [spec.plural, spec] as const))('Get Many %s', (_, spec) => {
	const { resource, sortable } = spec;

	it('reads all pages, in an order that misses none', async () => {
		const bench = await startBench(large());
		const records = await list(bench, resource, { returnAll: true });
		expect(new Set(records.map(({ id }) => id)).size).toBe(COUNT);
		expect(records).toHaveLength(COUNT);
		const calls = bench.newCalls();
		expect(calls.map(({ path }) => path)).toEqual(Array(3).fill(`/api/v2${spec.path}`));
		const order = USUAL_ORDER[resource];
		for (const { query } of calls) {
			expect(new URLSearchParams(query).get('sort_by[asc]') ?? undefined).toBe(order);
			expect(new URLSearchParams(query).get('limit')).toBe('100');
		}
		expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);
	});

	it('reads no more than its limit asks for', async () => {
		const bench = await startBench(large());
		expect(await list(bench, resource, { limit: 120 })).toHaveLength(120);
		expect(await list(bench, resource, { limit: 7 })).toHaveLength(7);
		expect(bench.newCalls().map(({ query }) => new URLSearchParams(query).get('limit'))).toEqual([
			...['100', '100', '7'],
		]);
	});

	it('goes by change when only changes are asked for, where the list can be sorted so', async () => {
		const bench = await startBench(large());
		const updatedAfter = new Date((START + 3000) * 1000).toISOString();
		await list(bench, resource, { returnAll: true, filters: { updatedAfter } });
		const order = sortable.includes('updated_at') ? 'updated_at' : USUAL_ORDER[resource];
		const [call] = bench.newCalls();
		expect(new URLSearchParams(call?.query).get('sort_by[asc]') ?? undefined).toBe(order);
	});

	it('reads one by its id, just as the list gives it', async () => {
		const bench = await startBench(SITE);
		const [record] = await list(bench, resource, { limit: 1 });
		const idParameter = resource === 'customer' ? 'customerId' : 'id';
		const { outputs } = await bench.run({
			...{ resource, operation: 'get', getBy: 'id', [idParameter]: ` ${asText(record?.id)} ` },
			simplify: false,
		});
		expect(outputs[0]?.map(({ json }) => json)).toEqual([record]);
		expect(bench.newCalls().at(-1)?.path).toBe(`/api/v2${spec.path}/${asText(record?.id)}`);
	});

	it('puts what is wrong with an item on the error output, and reads the others', async () => {
		const bench = await startBench(SITE);
		const known = bench.sandbox.records(pathOf(spec))[0]?.id ?? '';
		const idParameter = resource === 'customer' ? 'customerId' : 'id';
		const { outputs } = await bench.run(
			{ resource, operation: 'get', getBy: 'id', [idParameter]: '={{ $json.wanted }}' },
			[{ wanted: known }, { wanted: 'nobody' }, { wanted: '' }, { wanted: known }],
		);
		expect(outputs[0]?.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[known, { item: 0 }],
			[known, { item: 3 }],
		]);
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([
			`Chargebee has no ${spec.singular} nobody`,
			`Chargebee has no ${spec.singular} (empty ID)`,
		]);
	});

	it('ends with Chargebee’s own reason when a list is refused', async () => {
		const bench = await startBench(SITE);
		bench.sandbox.faults.add({
			effect: {
				kind: 'answer',
				status: 403,
				body: { message: 'no permission', api_error_code: 'api_authorization_failed' },
			},
		});
		const parameters = { resource, operation: 'getAll' };
		const { outputs } = await bench.run(parameters);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json.error).toContain('api_authorization_failed');
	});
});

describe('deleted records', () => {
	const withDeleted = SPECS.filter(({ includeDeleted }) => includeDeleted);
	it.each(withDeleted.map((spec) => [spec.plural, spec] as const))(
		'among %s come on request only, and are marked',
		async (_, spec) => {
			const bench = await startBench(SITE);
			const [first] = bench.sandbox.records(pathOf(spec));
			bench.sandbox.updateRecord(pathOf(spec), first?.id ?? '', { deleted: true });
			const read = async (filters: IDataObject) =>
				await list(bench, spec.resource, { returnAll: true, simplify: true, filters });
			const living = await read({});
			const all = await read({ includeDeleted: true });
			expect(living.filter(({ deleted }) => deleted)).toEqual([]);
			expect(all.filter(({ deleted }) => deleted).map(({ id }) => id)).toEqual([first?.id]);
			expect(all).toHaveLength(living.length + 1);
			expect(bench.newCalls().flatMap(checkRequestAgainstSdk)).toEqual([]);
		},
	);

	it.each(['item', 'itemPrice'])('of %s are found by their status', async (resource) => {
		const bench = await startBench(SITE);
		const path = resource === 'item' ? 'items' : 'item_prices';
		const [first] = bench.sandbox.records(path);
		bench.sandbox.updateRecord(path, first?.id ?? '', { deleted: true, status: 'deleted' });
		const records = await list(bench, resource, { filters: { status: ['deleted'] } });
		expect(records.map(({ id }) => id)).toEqual([first?.id]);
	});
});

const ORDERS = SPECS.flatMap(({ plural, resource, sortable }) =>
	sortable.flatMap((field) =>
		(['asc', 'desc'] as const).map((direction) => ({ plural, resource, field, direction })),
	),
);

describe('an order', () => {
	it.each(ORDERS)('of $plural by $field, $direction, is kept', async ({ resource, ...rule }) => {
		const { field, direction } = rule;
		const bench = await startBench(large());
		const sort = { rule: { field, direction } };
		const records = await list(bench, resource, { returnAll: true, sort });
		const values = records.map((record) => record[field] as string | number);
		const ascending = [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
		expect(values).toEqual(direction === 'asc' ? ascending : ascending.reverse());
		expect(new Set(values).size).toBe(COUNT);
		expect(bench.newCalls().flatMap(checkRequestAgainstSdk)).toEqual([]);
	});

	it('Chargebee does not have for a list is refused, with those it has', async () => {
		const bench = await startBench(SITE);
		const sort = { rule: { field: 'updated_at', direction: 'asc' } };
		const parameters = { resource: 'creditNote', operation: 'getAll', sort };
		const { error } = await bench.run(parameters, [{}], { onError: 'stopWorkflow' });
		expect(error?.message).toBe('"Sort" can not be updated_at, asc');
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('a list that changes while it is read', () => {
	const page = (body: IDataObject) =>
		({ effect: { kind: 'answer', status: 200, body }, times: 1 }) as const;

	it('gives a record that comes on two pages once, as it came last', async () => {
		const bench = await startBench();
		const item = (id: string, name: string) => ({ item: { id, name } });
		const first = { list: [item('a', 'Old'), item('b', 'B')], next_offset: '["1","2"]' };
		bench.sandbox.faults.add(page(first));
		bench.sandbox.faults.add(page({ list: [item('c', 'C'), item('a', 'New')] }));
		const records = await list(bench, 'item', { returnAll: true });
		expect(records.map(({ id, name }) => [id, name])).toEqual([
			['a', 'New'],
			['b', 'B'],
			['c', 'C'],
		]);
	});

	it('keeps a deleted record apart from a living one that has its id again', async () => {
		const bench = await startBench();
		const entries = [true, false].map((deleted) => ({ invoice: { id: 'a', deleted } }));
		bench.sandbox.faults.add(page({ list: entries }));
		expect(await list(bench, 'invoice', { returnAll: true })).toHaveLength(2);
	});

	it('that holds something else than it should is an error, not a shorter list', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add(page({ list: [{ plan: { id: 'a' } }] }));
		const { outputs } = await bench.run({ resource: 'item', operation: 'getAll' });
		expect(outputs[1]?.[0]?.json.error).toContain('holds something else than items');
	});
});

describe('an id', () => {
	it('with characters of its own is one part of the address', async () => {
		const bench = await startBench({ items: [{ id: 'a/b c&d', name: 'Odd' }] });
		const { outputs } = await bench.run({ resource: 'item', operation: 'get', id: 'a/b c&d' });
		expect(outputs[0]?.[0]?.json).toMatchObject({ id: 'a/b c&d' });
	});
});

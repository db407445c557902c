import type { IDataObject } from 'n8n-workflow';
import type { SourceItem } from '../../../nodes/shared/source/sourceItem';
import { seedItems } from '../../sandbox/seed/items';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const seed = seedItems();
const idOf = ({ project, id }: (typeof seed)[number]) => (project ? `${project}/${id}` : id);

async function readItems(bench: Bench, parameters: IDataObject = {}): Promise<SourceItem[]> {
	const { outputs, error } = await bench.run({ resource: 'item', ...parameters });
	if (error) throw error;
	return (outputs[0] ?? []).map(({ json }) => json as unknown as SourceItem);
}

describe('all items of a company', () => {
	it('are read, each once, with their sales data, in few calls', async () => {
		const bench = await startBench();
		const items = await readItems(bench);
		expect(items.map(({ id }) => id).sort()).toEqual(seed.map(idOf).sort());
		// metadata of two services and of the code tables', three code tables, two sets
		expect(bench.newCalls().length).toBeLessThanOrEqual(8);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('have price, currency and unit as LN has them, exactly', async () => {
		const items = new Map((await readItems(await startBench())).map((one) => [one.id, one]));
		for (const one of seed) {
			expect(items.get(idOf(one))).toMatchObject({
				name: one.name,
				group: one.group,
				unit: one.unit,
				currency: one.currency,
				price: one.price === null ? null : String(one.price),
				type: one.oldType ? 'service' : one.kind.toLowerCase(),
				modifiedAt: one.modifiedAt === null ? null : one.modifiedAt.replace('Z', '.000Z'),
			});
		}
	});

	it('never lack a field: null means that the source has none', async () => {
		for (const item of await readItems(await startBench()))
			expect(Object.values(item)).not.toContain(undefined);
	});

	it('of a project keep it in their id, so that nobody takes them for the standard item', async () => {
		const bench = await startBench();
		const [standard] = bench.sandbox.data.items.filter(({ Item: key }) => key.startsWith(' '));
		if (standard)
			bench.sandbox.data.items.push({ ...standard, Item: `PRJ000007${standard.Item.trim()}` });
		const ids = (await readItems(bench)).map(({ id }) => id);
		expect(ids).toContain(standard?.Item.trim());
		expect(ids).toContain(`PRJ000007/${standard?.Item.trim()}`);
		expect(new Set(ids).size).toBe(ids.length);
	});
});

describe('items modified since', () => {
	it('a moment are asked for by LN’s own date', async () => {
		const bench = await startBench();
		const since = '2023-06-01T00:00:00Z';
		const items = await readItems(bench, { filters: { modifiedSince: since } });
		const expected = seed.filter(({ modifiedAt }) => modifiedAt !== null && modifiedAt >= since);
		expect(items.map(({ id }) => id).sort()).toEqual(expected.map(idOf).sort());
	});

	it('nonsense are an error, and nothing is asked', async () => {
		const bench = await startBench();
		const { outputs } = await bench.run(
			{ resource: 'item', filters: { modifiedSince: 'soon' } },
			{ onError: 'continueErrorOutput' },
		);
		expect(outputs[1]?.[0]?.json.error).toContain('Modified Since');
		expect(bench.newCalls().filter(({ path }) => path.endsWith('/Items'))).toEqual([]);
	});

	it('tell which have no date, because these are never found this way', async () => {
		const bench = await startBench();
		const { hints } = await bench.run({ resource: 'item' });
		const undated = seed.filter(({ modifiedAt }) => modifiedAt === null);
		const message = hints.map((hint) => hint.message).join('\n');
		expect(message).toContain(`${undated.length} items have no date of change`);
		expect(message).toContain(undated[0]?.id);
	});
});

describe('only changed items', () => {
	const known = (items: readonly SourceItem[], outcome = 'created') =>
		items.map(({ key, sourceHash }) => ({
			source_key: key,
			source_hash: sourceHash,
			chargebee_id: 'x',
			outcome,
		}));

	it('are none when nothing changed, and the one whose sales price alone changed', async () => {
		const bench = await startBench();
		const rows = known(await readItems(bench));
		const parameters = { onlyChanged: true, knownRecords: JSON.stringify(rows) };
		expect(await readItems(bench, parameters)).toEqual([]);
		const [sales] = bench.sandbox.data.itemsSales;
		if (sales) sales.SalesPrice += 1;
		const changed = await readItems(bench, parameters);
		expect(changed).toMatchObject([{ known: { chargebeeId: 'x' } }]);
	});

	it('are those Chargebee has not accepted', async () => {
		const bench = await startBench();
		const rows = known(await readItems(bench, { returnAll: false, limit: 3 }), 'rejected');
		const parameters = {
			onlyChanged: true,
			knownRecords: rows as never,
			filters: { groups: 'BOLTS' },
		};
		expect((await readItems(bench, parameters)).length).toBe(24);
	});
});

describe('one item', () => {
	it.each(['AX-2000', ' AX-2000 ', '         AX-2000', 'PRJ000039/AX-2039'])(
		'is found as %j',
		async (itemId) => {
			const bench = await startBench();
			const [item] = await readItems(bench, { operation: 'get', id: itemId });
			expect(item?.id).toBe(itemId.trim());
		},
	);

	it('that is not there is named', async () => {
		const bench = await startBench();
		const { error } = await bench.run({ resource: 'item', operation: 'get', id: 'AX-9' });
		expect(error?.message).toContain('no item AX-9');
	});

	it('of a tenant without sales data comes without price, and a hint says so', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			path: /tdapi\.isaItemSales/,
			effect: { kind: 'answer', status: 404, body: {} },
			times: 100,
		});
		const { outputs, hints } = await bench.run({
			resource: 'item',
			operation: 'get',
			id: 'AX-2000',
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ price: null, currency: null });
		expect(hints.map(({ message }) => message).join()).toContain('tdapi.isaItemSales');
	});
});

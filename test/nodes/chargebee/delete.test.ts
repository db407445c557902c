import type { IDataObject } from 'n8n-workflow';
import { checkRequestAgainstSdk } from '../../contract/sdkSchemas';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const world = {
	customers: [{ id: 'cust', company: 'Öhlund' }],
	itemFamilies: [
		{ id: 'fam', name: 'Family' },
		{ id: 'empty', name: 'Empty' },
	],
	items: [
		{ id: 'item', name: 'Item', type: 'charge', item_family_id: 'fam' },
		{ id: 'bare', name: 'Bare', type: 'charge', item_family_id: 'fam' },
	],
	itemPrices: [
		{ id: 'price', name: 'Price', item_id: 'item', currency_code: 'EUR', price: 1 },
		{ id: 'used', name: 'Used', item_id: 'item', currency_code: 'USD', price: 1 },
	],
	behaviour: { usedItemPrices: ['used'] },
};

const start = async () => {
	const bench = await startBench(world);
	const remove = async (resource: string, deleteId: string, confirmId = deleteId) => {
		const { outputs } = await bench.run({ resource, operation: 'delete', deleteId, confirmId });
		return outputs.flat().map(({ json }) => json)[0] as IDataObject;
	};
	return { ...bench, remove };
};

describe('deleting', () => {
	it.each([
		['customer', 'customers', 'cust'],
		['itemFamily', 'item_families', 'empty'],
		['item', 'items', 'bare'],
		['itemPrice', 'item_prices', 'price'],
	] as const)('a %s needs its ID twice, and is one write', async (resource, path, id) => {
		const { remove, sandbox, newCalls } = await start();
		expect(await remove(resource, id)).toEqual({
			id,
			deleted: true,
			archived: false,
			alreadyDeleted: false,
		});
		expect(sandbox.record(path, id)?.deleted).toBe(true);
		const calls = newCalls();
		expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
		expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);
		expect(sandbox.violations()).toEqual([]);
	});

	it.each([
		['cust', 'Cust'],
		// n8n itself refuses an empty field, not an empty result of an expression
		['cust', '={{ "" }}'],
		['={{ "" }}', '={{ "" }}'],
	])('%j confirmed with %j sends nothing', async (id, confirmation) => {
		const { remove, newCalls } = await start();
		expect((await remove('customer', id, confirmation)).error).toContain('not deleted');
		expect(newCalls()).toEqual([]);
	});

	it('what is gone already is no failure', async () => {
		const { remove } = await start();
		await remove('itemPrice', 'price');
		expect(await remove('itemPrice', 'price')).toMatchObject({ alreadyDeleted: true });
		expect(await remove('customer', 'never-there')).toMatchObject({ alreadyDeleted: true });
	});

	it('a price in use is archived by Chargebee, and that is what is said', async () => {
		const { remove, sandbox } = await start();
		expect(await remove('itemPrice', 'used')).toMatchObject({ deleted: false, archived: true });
		expect(sandbox.record('item_prices', 'used')).toMatchObject({ status: 'archived' });
	});

	it('what Chargebee guards is refused in its words', async () => {
		const { remove, sandbox } = await start();
		expect((await remove('item', 'item')).error).toContain('item prices');
		expect(sandbox.record('items', 'item')?.deleted).not.toBe(true);
	});

	it('whose answer is lost is looked at, not reported as failed', async () => {
		const { remove, sandbox } = await start();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'lostAnswer' } });
		expect(await remove('customer', 'cust')).toMatchObject({ deleted: true });
	});
});

import type { IDataObject } from 'n8n-workflow';
import {
	CATALOG,
	CHARGE,
	FAMILY,
	finish,
	key,
	OF_CHARGE,
	OF_FAMILY,
	posts,
	start,
	upsert,
	written,
} from './support';

afterEach(finish);

const item = (id: string, name: string, more: IDataObject = {}) => ({
	key: key(id),
	name,
	...more,
});
const WORLD = { itemFamilies: [FAMILY] };

describe('the name of an item', () => {
	it('keeps two ERP items with the same description apart by their numbers', async () => {
		const bench = await start(WORLD);
		const items = [item('A1', 'Steel bolt'), item('A2', 'Steel bolt')];
		const rows = await written(bench, 'item', items, OF_FAMILY);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
		expect(bench.sandbox.records('items').map(({ name }) => name)).toEqual([
			...['A1 - Steel bolt', 'A2 - Steel bolt'],
		]);
	});

	it.each([
		['asIs', 'Steel bolt'],
		['numberAndName', 'A1 - Steel bolt'],
		['nameAndNumber', 'Steel bolt (A1)'],
		['companyNumberAndName', '1300 A1 - Steel bolt'],
	])('is %s: %s, and stays so', async (namePolicy, name) => {
		const bench = await start(WORLD);
		const parameters = { ...OF_FAMILY, namePolicy };
		await written(bench, 'item', [item('A1', ' Steel  bolt ')], parameters);
		expect(bench.sandbox.record('items', 'ln-1300-A1')?.name).toMatch(
			namePolicy === 'asIs' ? /^Steel {1,2}bolt$/ : name,
		);
		const [row] = await written(bench, 'item', [item('A1', 'Steel bolt')], parameters);
		expect(namePolicy === 'asIs' || row?.outcome === 'unchanged').toBe(true);
	});

	it.each(['numberAndName', 'nameAndNumber', 'companyNumberAndName'])(
		'by %s has at most 100 characters, and never loses the number',
		async (namePolicy) => {
			const bench = await start(WORLD);
			const numbers = ['A1', 'A2'].map((id) => `${id}${'0'.repeat(40)}`);
			const items = numbers.map((id) => item(id, 'Very long description '.repeat(9)));
			await written(bench, 'item', items, { ...OF_FAMILY, namePolicy });
			const names = bench.sandbox.records('items').map(({ name }) => String(name));
			for (const [index, name] of names.entries()) {
				expect(name.length).toBeLessThanOrEqual(100);
				expect(name).toContain(numbers[index]);
			}
		},
	);

	it('is not cut in the middle of a character', async () => {
		const bench = await start(WORLD);
		const rows = await written(
			bench,
			'item',
			['x', 'xy'].map((start_, n) => item(`A${n}`, `${start_}${'𠮷'.repeat(80)}`)),
			OF_FAMILY,
		);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
	});

	it('that another record has is a conflict on creating, named, and others go on', async () => {
		const bench = await start({ ...WORLD, items: [{ ...CHARGE, id: 'hand', name: 'Steel bolt' }] });
		const parameters = { ...OF_FAMILY, namePolicy: 'asIs', matchKeys: { key: [] } };
		const rows = await upsert(
			bench,
			'item',
			[item('A1', 'Steel bolt'), item('A2', 'Brass bolt')],
			parameters,
		);
		expect(rows[0]).toMatchObject({
			outcome: 'conflict',
			code: 'duplicate_entry',
			reason: expect.stringContaining('Steel bolt') as string,
		});
		expect(rows[1]?.outcome).toBe('created');
	});

	it('that another record has is a conflict on renaming, and nothing else of the record is written', async () => {
		const bench = await start({
			...WORLD,
			items: [
				{ ...CHARGE, id: 'hand', name: 'Steel bolt' },
				{ ...CHARGE, id: 'ln-1300-A1', name: 'Brass bolt', metadata: { cloudsuite: key('A1') } },
			],
		});
		const parameters = { ...OF_FAMILY, namePolicy: 'asIs' };
		const [row] = await upsert(
			bench,
			'item',
			[item('A1', 'Steel bolt', { unit: 'pcs' })],
			parameters,
		);
		expect(row).toMatchObject({ outcome: 'conflict', code: 'duplicate_entry', changes: [] });
		expect(bench.sandbox.record('items', 'ln-1300-A1')).toMatchObject({ name: 'Brass bolt' });
		expect(bench.sandbox.record('items', 'ln-1300-A1')).not.toHaveProperty('unit');
	});

	it('of two new items of one run is the first one’s', async () => {
		const bench = await start(WORLD);
		const parameters = { ...OF_FAMILY, namePolicy: 'asIs' };
		const rows = await upsert(bench, 'item', [item('A1', 'Bolt'), item('A2', 'BOLT')], parameters);
		expect(rows.map(({ code }) => code)).toEqual([null, 'twin']);
		expect(posts(bench)).toHaveLength(1);
	});
});

describe('a text with half a character in it', () => {
	it('is invalid by itself, and the others go on', async () => {
		const bench = await start(CATALOG);
		const price = { name: 'Bolt', currency_code: 'EUR', price: '1' };
		const rows = await upsert(
			bench,
			'itemPrice',
			[
				{ ...price, priceKey: key('A1-EUR'), description: 'half \ud842' },
				{ ...price, priceKey: key('A2-EUR') },
			],
			OF_CHARGE,
		);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['invalid', 'created']);
		expect(rows[0]?.reason).toContain('description');
	});
});

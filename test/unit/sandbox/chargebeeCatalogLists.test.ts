import { CATALOG, idsOf, startCatalog } from './chargebeeCatalog';
import { stopBenches } from './chargebeeClient';

const YEARLY = {
	id: 'b1',
	name: 'b one',
	item_id: 'plan',
	currency_code: 'USD',
	pricing_model: 'tiered',
	status: 'archived',
	period: 12,
	period_unit: 'month',
	trial_period: 14,
	trial_period_unit: 'day',
	business_entity_id: 'nordic',
};
const start = () => startCatalog({ itemPrices: [...CATALOG.itemPrices, YEARLY] });
const others = ['charge-eur', 'addon-eur', 'plan-eur'];

afterEach(stopBenches);

describe('a list of the catalog', () => {
	it.each([
		['', ['b1', ...others]],
		['id[in]=["b1","plan-eur"]', ['b1', 'plan-eur']],
		['name[in]=["b one"]', ['b1']],
		['name[starts_with]=b', ['b1']],
		['item_id[is]=plan', ['b1', 'plan-eur']],
		['item_family_id[is]=f&item_type[in]=["plan","addon"]', ['b1', 'addon-eur', 'plan-eur']],
		['pricing_model[is_not]=flat_fee', ['b1']],
		['currency_code[not_in]=["USD"]', others],
		['status[is]=archived', ['b1']],
		['period[gt]=1', ['b1']],
		['period[between]=[1,11]', ['addon-eur', 'plan-eur']],
		['period[is]=12&period_unit[is]=month', ['b1']],
		['trial_period[lte]=14', ['b1']],
		['trial_period_unit[is]=day', ['b1']],
		['business_entity_id[is]=nordic', ['b1']],
		['business_entity_id[is_present]=false', others],
		['include_site_level_resources[is]=false', ['b1']],
		['sort_by[asc]=name', ['addon-eur', 'charge-eur', 'plan-eur', 'b1']],
		['sort_by[desc]=id', ['plan-eur', 'charge-eur', 'b1', 'addon-eur']],
		['cf_erp[is]=nobody', ['b1', ...others]],
		['include_deleted=true&type[is]=plan', ['b1', ...others]],
	])('of prices finds what it is asked for: %s', async (query, found) => {
		expect(await idsOf(await start(), `item_prices?${query}`)).toEqual(found);
	});

	it.each([
		['items?item_family_id[is]=f&type[is_not]=plan', ['charge', 'addon']],
		['items?item_applicability[is]=all&metered[is]=false', ['charge', 'addon', 'plan']],
		['items?name[in]=["A plan"]', ['charge', 'addon', 'plan']],
		['items?enabled_in_portal[is]=false', []],
		['item_families?name[is]=Family', ['f']],
		['item_families?sort_by[asc]=name', ['empty', 'f']],
	])('of items and families too: %s', async (path, found) => {
		expect(await idsOf(await start(), path)).toEqual(found);
	});

	it.each(['items?type[is]=service', 'items?sort_by[asc]=type', 'item_prices?period[is]=one'])(
		'refuses what can not be: %s',
		async (path) => {
			const { get } = await start();
			expect((await get(path)).status).toBe(400);
		},
	);

	it('shows deleted ones only to who filters by their status', async () => {
		const bench = await start();
		await bench.post('item_prices/b1/delete');
		expect(await idsOf(bench, 'item_prices')).toEqual(others);
		expect(await idsOf(bench, 'item_prices?status[is]=deleted')).toEqual(['b1']);
		expect(await idsOf(bench, 'item_prices?status[is_not]=active')).toEqual(['b1']);
		bench.sandbox.behaviour.ignoredFilters = ['status'];
		expect(await idsOf(bench, 'item_prices?status[is]=deleted')).toEqual(others);
	});

	it('sorted by text goes on where the page before ended', async () => {
		const bench = await start();
		const found: unknown[] = [];
		let offset: string | undefined;
		do {
			const next: string = offset ? `&offset=${encodeURIComponent(offset)}` : '';
			const { json } = await bench.get(`item_prices?limit=1&sort_by[desc]=name${next}`);
			found.push(json.list?.[0]?.item_price?.id);
			offset = json.next_offset;
		} while (offset !== undefined);
		expect(found).toEqual(['b1', 'plan-eur', 'charge-eur', 'addon-eur']);
		expect((await bench.get('item_prices?offset=["a","1"]')).status).toBe(400);
	});

	it('may lag behind, while retrieving is up to date', async () => {
		const bench = await startCatalog({ behaviour: { listIndexDelayMs: 3000 } });
		await bench.post('item_families', { id: 'new', name: 'New' });
		expect(await idsOf(bench, 'item_families')).toEqual(['empty', 'f']);
		expect((await bench.get('item_families/new')).status).toBe(200);
		bench.clock.advance(3000);
		expect(await idsOf(bench, 'item_families')).toEqual(['new', 'empty', 'f']);
	});

	it('of families filters by custom fields that are searchable', async () => {
		const bench = await startCatalog({ behaviour: { searchableCustomFields: ['cf_erp'] } });
		bench.sandbox.updateRecord('item_families', 'f', { cf_erp: '040' });
		expect(await idsOf(bench, 'item_families?cf_erp[is]=040')).toEqual(['f']);
		expect(await idsOf(bench, 'items?cf_erp[is]=040')).toHaveLength(3);
	});
});

import { READ_ONLY_KEY } from '../../sandbox/chargebee';
import { FORMS, objectOf, PATHS, startCatalog } from './chargebeeCatalog';
import { basic, stopBenches } from './chargebeeClient';

afterEach(stopBenches);

describe.each(PATHS)('a write to %s', (path) => {
	it('answers with the record, which can then be retrieved', async () => {
		const { get, post } = await startCatalog();
		const { status, json } = await post(path, FORMS[path]);
		expect(status).toBe(200);
		expect(json[objectOf(path)]).toMatchObject({ id: 'new', status: 'active', deleted: false });
		expect((await get(`${path}/new`)).json).toEqual(json);
	});

	it.each(['id', 'name'])('needs the %s, which has to be new', async (param) => {
		const { post } = await startCatalog();
		const form: Record<string, string> = FORMS[path];
		const blank = await post(path, { ...form, [param]: '' });
		expect([blank.status, blank.json.param]).toEqual([400, param]);
		await post(path, form);
		const again = await post(path, {
			...form,
			id: 'other',
			name: 'Other',
			[param]: form[param] ?? '',
		});
		expect(again.status).toBe(400);
		expect(again.json).toMatchObject({
			api_error_code: 'duplicate_entry',
			error_code: 'param_not_unique',
			param,
			message: `${param}: The value ${form[param]} is already present.`,
		});
	});

	it('keeps names unique in updates too, but a record may keep its own', async () => {
		const { post } = await startCatalog();
		await post(path, FORMS[path]);
		await post(path, { ...FORMS[path], id: 'other', name: 'Other' });
		expect((await post(`${path}/other`, { name: 'New' })).json.param).toBe('name');
		expect((await post(`${path}/other`, { name: 'Other' })).status).toBe(200);
		expect((await post(`${path}/other`, { name: '' })).json.param).toBe('name');
	});

	it('is not found for what is not there or was deleted', async () => {
		const { get, post, sandbox } = await startCatalog();
		expect((await post(`${path}/nobody`, { name: 'x' })).status).toBe(404);
		await post(path, FORMS[path]);
		expect((await post(`${path}/new/delete`)).status).toBe(200);
		expect((await post(`${path}/new`, { name: 'x' })).status).toBe(404);
		expect((await post(`${path}/new/delete`)).status).toBe(404);
		expect((await get(`${path}/new`)).json[objectOf(path)]).toMatchObject({ status: 'deleted' });
		sandbox.behaviour.retrieveDeletedCatalog = false;
		expect((await get(`${path}/new`)).status).toBe(404);
	});

	it('may use id and name of a deleted record again', async () => {
		const { post, sandbox } = await startCatalog();
		await post(path, FORMS[path]);
		await post(`${path}/new/delete`);
		expect((await post(path, FORMS[path])).status).toBe(200);
		expect(sandbox.record(path, 'new')).toMatchObject({ deleted: false, status: 'active' });
	});

	it('needs a key that may write, and product catalog 2.0', async () => {
		const { get, post } = await startCatalog({ behaviour: { productCatalog: 'v1' } });
		for (const call of [
			post(path, FORMS[path]),
			post(`${path}/a/delete`),
			get(`${path}/a`),
			get(path),
		]) {
			expect((await call).json.api_error_code).toBe('configuration_incompatible');
		}
		const headers = { authorization: basic(READ_ONLY_KEY) };
		expect((await post(path, FORMS[path], headers)).status).toBe(403);
	});

	it('belongs to the business entity its header names', async () => {
		const { post, sandbox } = await startCatalog({
			behaviour: { businessEntities: ['nordic'] },
		});
		await post(path, FORMS[path], { 'chargebee-business-entity-id': 'nordic' });
		expect(sandbox.record(path, 'new')).toMatchObject({ business_entity_id: 'nordic' });
		expect(sandbox.history.at(-1)?.notes).toMatchObject({ businessEntityId: 'nordic' });
		const tooLong = { 'chargebee-business-entity-id': 'x'.repeat(51) };
		expect((await post(path, {}, tooLong)).status).toBe(400);
	});
});

describe('a write to the catalog', () => {
	it.each([
		['item_families', 'id', 'x'.repeat(51)],
		['item_families', 'name', 'x'.repeat(51)],
		['item_families', 'description', 'x'.repeat(501)],
		['items', 'id', 'x'.repeat(101)],
		['items', 'name', 'x'.repeat(101)],
		['items', 'type', 'service'],
		['items', 'unit', 'x'.repeat(31)],
		['items', 'external_name', 'x'.repeat(101)],
		['items', 'description', 'x'.repeat(2001)],
		['items', 'metered', 'yes'],
		['items', 'metadata', '{'],
		['items', 'metadata', `{"a":"${'x'.repeat(65_535)}"}`],
		['items', 'bundle_items_to_add[quantity][0]', '0'],
		['items', 'applicable_items[0]', 'x'.repeat(101)],
		['item_prices', 'price', '-1'],
		['item_prices', 'price', '9.99'],
		['item_prices', 'currency_code', 'XYZ'],
		['item_prices', 'pricing_model', 'auction'],
		['item_prices', 'period', '0'],
		['item_prices', 'period_unit', 'quarter'],
		['item_prices', 'accounting_detail[sku]', 'x'.repeat(101)],
		['item_prices', 'tax_detail[avalara_sale_type]', 'gift'],
		['item_prices', 'tiers[starting_unit][0]', '0'],
		['item_prices', 'tiers[pricing_type][0]', 'free'],
	] as const)('refuses a value that can not be: %s %s', async (path, param, value) => {
		const { post } = await startCatalog();
		const { status, json } = await post(path, { ...FORMS[path], [param]: value });
		expect([status, json.api_error_code, json.param]).toEqual([400, 'param_wrong_value', param]);
	});

	it.each([
		['items', 'nonsense'],
		['items', 'status'],
		['items', 'meta_data'],
		['items', 'applicable_items'],
		['items', 'cf_unknown'],
		['item_prices', 'metadata[cloudsuite]'],
		['item_prices', 'tiers[price]'],
		['item_prices', 'accounting_detail[gl]'],
		['item_prices', 'price_in_decimal'],
		['item_prices', 'tiers[price_in_decimal][0]'],
	] as const)('refuses a parameter its create does not have: %s %s', async (path, param) => {
		const { post } = await startCatalog();
		const { status, json } = await post(path, { ...FORMS[path], [param]: '1' });
		expect([status, json.param]).toEqual([400, param]);
	});

	it.each([
		['item_families/f', 'id'],
		['items/plan', 'id'],
		['items/plan', 'type'],
		['items/plan', 'metered'],
		['items/plan', 'is_giftable'],
		['items/plan', 'usage_calculation'],
		['items/plan', 'business_entity_id'],
		['item_prices/plan-eur', 'id'],
		['item_prices/plan-eur', 'item_id'],
	])('refuses in an update what cannot change: %s %s', async (path, param) => {
		const { post } = await startCatalog();
		const { status, json } = await post(path, { [param]: 'true' });
		expect([status, json.param]).toEqual([400, param]);
	});

	it('knows the custom fields of each kind of record, and which are required', async () => {
		const customFields = [
			{ api_name: 'cf_plan', entity_type: 'plan_item' },
			{ api_name: 'cf_charge', entity_type: 'charge_item' },
			{ api_name: 'cf_price', entity_type: 'charge_price', required: true },
		];
		const { post } = await startCatalog({ behaviour: { customFields } });
		const item = await post('items', { ...FORMS.items, cf_charge: 'x' });
		expect(item.json.item).toMatchObject({ cf_charge: 'x' });
		expect((await post('items/new', { cf_plan: 'x' })).json.param).toBe('cf_plan');
		expect((await post('item_prices', FORMS.item_prices)).json.param).toBe('cf_price');
		expect((await post('item_prices', { ...FORMS.item_prices, cf_price: 'x' })).status).toBe(200);
	});
});

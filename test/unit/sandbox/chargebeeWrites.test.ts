import { COUNTRIES } from '../../sandbox/chargebee/isoCountries';
import { startBench, stopBenches } from './chargebeeClient';

const FIELDS = [
	{ api_name: 'cf_erp', entity_type: 'customer' },
	{ api_name: 'cf_count', entity_type: 'customer', field_datatype: 'long' },
	{ api_name: 'cf_since', entity_type: 'customer', field_datatype: 'date' },
	{ api_name: 'cf_of_item', entity_type: 'plan_item' },
];
const ADDRESS = { line1: 'Gate 1', line2: 'Door 2', city: 'Oslo', country: 'NO' };

const start = (behaviour = {}) =>
	startBench({
		customers: [{ id: 'a', vat_number: 'NO1', billing_address: ADDRESS, phone: '1' }],
		behaviour: { customFields: FIELDS, ...behaviour },
	});

afterEach(stopBenches);

describe('a write', () => {
	it.each([
		['id', 'x'.repeat(51)],
		['first_name', 'x'.repeat(151)],
		['email', `${'x'.repeat(64)}@x.test`],
		['email', 'a b@x.test'],
		['company', 'x'.repeat(251)],
		['vat_number', 'x'.repeat(21)],
		['preferred_currency_code', 'XYZ'],
		['auto_collection', 'maybe'],
		['net_term_days', '30 days'],
		['allow_direct_debit', 'yes'],
		['offline_payment_method', 'barter'],
		['entity_code', 'o'],
		['meta_data', '{'],
		['meta_data', '[]'],
		['exemption_details', '{}'],
		['billing_address[zip]', 'x'.repeat(21)],
		['billing_address[city]', 'x'.repeat(51)],
		['billing_address[country]', 'Norway'],
		['billing_address[country]', 'no'],
		['billing_address[country]', 'ZZ'],
		['billing_address[country]', 'UK'],
		['billing_address[validation_status]', 'good'],
		['tax_providers_fields[field_id][0]', 'x'.repeat(51)],
		['cf_erp', 'x'.repeat(251)],
		['cf_count', 'many'],
		['cf_since', 'today'],
	])('with a value that can not be is refused by name: %s', async (param, value) => {
		const { post, sandbox } = await start();
		const { status, json } = await post('customers', { [param]: value });
		expect([status, json.api_error_code, json.param]).toEqual([400, 'param_wrong_value', param]);
		expect(json.message).toContain(`${param}: `);
		expect(sandbox.customers()).toHaveLength(1);
	});

	it.each([
		'nonsense',
		'cf_unknown',
		'cf_of_item',
		'first_name[0]',
		'billing_address',
		'billing_address[zipcode]',
		'billing_address[city][0]',
		'meta_data[cloudsuite]',
		'tax_providers_fields[field_id]',
		'constructor',
		'__proto__',
		'billing_address[__proto__]',
	])('with an unknown parameter is refused: %s', async (param) => {
		const { post } = await start();
		const { status, json } = await post('customers', { [param]: 'x' });
		expect([status, json.param]).toEqual([400, param]);
	});

	it('takes all countries of ISO 3166-1, and Northern Ireland', async () => {
		const { post } = await start();
		expect(COUNTRIES.size).toBe(250);
		for (const country of ['NO', 'GB', 'XI']) {
			expect((await post('customers', { 'billing_address[country]': country })).status).toBe(200);
		}
	});

	it('keeps types: numbers, booleans, JSON, rows', async () => {
		const { post } = await start();
		const { json } = await post('customers', {
			net_term_days: '30',
			allow_direct_debit: 'true',
			meta_data: '{"cloudsuite":"ln:T:1:2","deep":{"n":[1]}}',
			exemption_details: '["a"]',
			cf_count: '7',
			'tax_providers_fields[field_id][5]': 'f5',
			'tax_providers_fields[field_id][2]': 'f2',
			'tax_providers_fields[field_value][2]': 'v2',
		});
		expect(json.customer).toMatchObject({
			net_term_days: 30,
			allow_direct_debit: true,
			meta_data: { cloudsuite: 'ln:T:1:2', deep: { n: [1] } },
			exemption_details: ['a'],
			cf_count: 7,
			tax_providers_fields: [{ field_id: 'f2', field_value: 'v2' }, { field_id: 'f5' }],
		});
	});

	it('without a required custom field is refused on create', async () => {
		const { post } = await start({
			customFields: [{ api_name: 'cf_erp', entity_type: 'customer', required: true }],
		});
		expect((await post('customers', { cf_erp: '' })).json.param).toBe('cf_erp');
		expect((await post('customers', { cf_erp: 'C1' })).status).toBe(200);
	});

	it('as JSON is as good as empty, or refused', async () => {
		const { post, sandbox } = await start();
		const json = { 'content-type': 'application/json' };
		expect((await post('customers/a', { company: 'A' }, json)).status).toBe(200);
		expect(sandbox.customer('a')).not.toHaveProperty('company');
		sandbox.behaviour.jsonBodies = 'reject';
		expect((await post('customers/a', { company: 'A' }, json)).status).toBe(400);
	});

	it('grows resource_version even when the clock stands still, and stamps seconds', async () => {
		const { post, sandbox, clock } = await start();
		const before = sandbox.customer('a');
		clock.advance(1500);
		const first = (await post('customers/a', { company: 'A' })).json.customer;
		const second = (await post('customers/a', { company: 'B' })).json.customer;
		expect(first?.resource_version).toBe(clock.now());
		expect(second?.resource_version).toBe(clock.now() + 1);
		expect(second?.updated_at).toBe(Math.floor(clock.now() / 1000));
		expect(second?.created_at).toBe(before?.created_at);
	});
});

describe('an id', () => {
	it('that is taken is refused in these words', async () => {
		const { post } = await start();
		const { status, json } = await post('customers', { id: 'a' });
		expect(status).toBe(400);
		expect(json).toEqual({
			message: 'id: The value a is already present.',
			type: 'invalid_request',
			api_error_code: 'duplicate_entry',
			param: 'id',
			error_code: 'param_not_unique',
			error_msg: 'The value a is already present.',
			error_param: 'id',
			http_status_code: 400,
		});
	});

	it('of a deleted customer stays taken, unless the site frees it', async () => {
		const { post, get, sandbox } = await start();
		await post('customers/a/delete');
		expect((await post('customers', { id: 'a' })).json.api_error_code).toBe('duplicate_entry');
		expect((await post('customers/a', { company: 'A' })).status).toBe(404);
		sandbox.behaviour.reuseDeletedIds = true;
		expect((await post('customers', { id: 'a', company: 'New' })).status).toBe(200);
		expect((await get('customers/a')).json.customer).toMatchObject({ company: 'New' });
		expect((await get('customers/a')).json.customer).not.toHaveProperty('vat_number');
	});

	it('may hold what has to be percent-encoded', async () => {
		const { post, get } = await start();
		const id = 'Ä b+c%&';
		await post('customers', { id });
		const path = `customers/${encodeURIComponent(id)}`;
		expect((await post(path, { company: 'A' })).json.customer).toMatchObject({ id, company: 'A' });
		expect((await get(path)).status).toBe(200);
	});
});

describe('update_billing_info', () => {
	const BILLING = 'customers/a/update_billing_info';

	it('replaces the address as a whole and clears a VAT number that is not sent', async () => {
		const { post } = await start();
		const { json } = await post(BILLING, { 'billing_address[city]': 'Bergen' });
		expect(json.customer?.billing_address).toEqual({
			city: 'Bergen',
			validation_status: 'not_validated',
			object: 'billing_address',
		});
		expect(json.customer).not.toHaveProperty('vat_number');
		expect(json.customer).toMatchObject({ phone: '1' });
	});

	it('leaves the address alone when none is sent', async () => {
		const { post } = await start();
		const { json } = await post(BILLING, { vat_number: 'NO2' });
		expect(json.customer).toMatchObject({ vat_number: 'NO2', billing_address: ADDRESS });
	});

	it.each(['company', 'cf_erp', 'id'])('does not take %s', async (param) => {
		const { post } = await start();
		expect((await post(BILLING, { [param]: 'x' })).json.param).toBe(param);
	});
});

describe('contacts', () => {
	it('are added, changed, cleared and deleted one by one, and paged', async () => {
		const { post, get } = await start();
		const path = 'customers/a';
		for (const id of ['1', '2', '3']) {
			await post(`${path}/add_contact`, { 'contact[id]': id, 'contact[email]': `${id}@x.test` });
		}
		await post(`${path}/update_contact`, { 'contact[id]': '2', 'contact[phone]': '22' });
		await post(`${path}/update_contact`, { 'contact[id]': '2', 'contact[phone]': '' });
		await post(`${path}/delete_contact`, { 'contact[id]': '1' });
		const first = (await get(`${path}/contacts?limit=1`)).json;
		expect(first.list).toEqual([
			{
				contact: {
					id: '2',
					email: '2@x.test',
					enabled: false,
					send_account_email: false,
					send_billing_email: false,
					object: 'contact',
				},
			},
		]);
		const offset = encodeURIComponent(first.next_offset ?? '');
		const second = (await get(`${path}/contacts?limit=1&offset=${offset}`)).json;
		expect(second).toMatchObject({ list: [{ contact: { id: '3' } }] });
		expect(second.next_offset).toBeUndefined();
	});

	it.each([
		['add_contact', { 'contact[id]': '1' }, 400],
		['add_contact', { 'contact[email]': 'nobody' }, 400],
		['update_contact', { 'contact[email]': 'a@x.test' }, 400],
		['update_contact', { 'contact[id]': 'nobody' }, 404],
		['delete_contact', { 'contact[id]': 'nobody' }, 404],
		['delete_contact', { id: '1' }, 400],
	])('are refused: %s %j', async (operation, form, status) => {
		const { post } = await start();
		expect((await post(`customers/a/${operation}`, form as Record<string, string>)).status).toBe(
			status,
		);
	});

	it('of a deleted customer are not found', async () => {
		const { post, get } = await start();
		await post('customers/a/delete');
		expect((await get('customers/a/contacts')).status).toBe(404);
	});
});

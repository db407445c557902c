import { encodeForm } from '../../nodes/Chargebee/transport/form';
import type { HistoryEntry } from '../sandbox/shared/server';
import { checkRequestAgainstSdk } from './sdkSchemas';

const CUSTOMERS = '/api/v2/customers';
const FAMILIES = '/api/v2/item_families';
const ITEMS = '/api/v2/items';
const PRICES = '/api/v2/item_prices';
const BILLING = `${CUSTOMERS}/a/update_billing_info`;

function post(path: string, form: Parameters<typeof encodeForm>[0] | string): HistoryEntry {
	const body = typeof form === 'string' ? form : encodeForm(form);
	return { n: 7, at: 0, method: 'POST', path, query: '', body, status: 200, notes: {} };
}

function get(query: string, path = CUSTOMERS): HistoryEntry {
	return { n: 7, at: 0, method: 'GET', path, query, body: '', status: 200, notes: {} };
}

describe('the check of requests against the SDK', () => {
	it.each([
		['a create', post(CUSTOMERS, { id: 'a', net_term_days: 30, allow_direct_debit: true })],
		['an address', post(CUSTOMERS, { billing_address: { city: 'Oslo', country: 'NO' } })],
		['JSON text', post(CUSTOMERS, { meta_data: '{"cloudsuite":"ln:T:1300:C1","n":[1]}' })],
		['a custom field', post(`${CUSTOMERS}/a`, { cf_erp: 'C1' })],
		['a blank value, which clears', post(`${CUSTOMERS}/a`, { email: null, auto_collection: null })],
		['rows as columns', post(BILLING, 'entity_identifiers[scheme][0]=0192')],
		['a contact', post(`${CUSTOMERS}/a/add_contact`, { contact: { email: 'a@x.test' } })],
		['a delete', post(`${CUSTOMERS}/a/delete`, {})],
		['a page', get('limit=100&sort_by[asc]=updated_at&include_deleted=true&offset=["1","2"]')],
		['filters', get('id[in]=["a","b"]&email[is_present]=true&updated_at[after]=1767225600')],
		['a nested filter', get('relationship[parent_id][is]=a')],
		['a digit as text', get('company[is]=42&phone[is]=true')],
		['pages of contacts', get('limit=5', `${CUSTOMERS}/a/contacts`)],
		['an item family', post(FAMILIES, { id: 'f', name: 'Family' })],
		['an item', post(ITEMS, { id: 'i', name: 'I', type: 'plan', item_family_id: 'f' })],
		['a list of values', post(`${ITEMS}/i`, 'applicable_items[0]=a&applicable_items[1]=b')],
		['metadata as JSON', post(`${ITEMS}/i`, { metadata: '{"cloudsuite":"ln:T:1300:I1"}' })],
		[
			'a price with tiers',
			post(
				PRICES,
				'id=p&name=P&item_id=i&tiers[starting_unit][0]=1&tiers[price][0]=100&accounting_detail[sku]=1',
			),
		],
		['the delete of a price', post(`${PRICES}/p/delete`, {})],
		['choices in a list', get('status[in]=["active","archived"]&type[is]=plan', ITEMS)],
		['names in a list', get('name[in]=["a","b"]&period[gte]=1', PRICES)],
		['invoices', get('status[not_in]=["voided"]&total[between]=[1,2]', '/api/v2/invoices')],
		['credit notes', get('sort_by[asc]=date&amount_available[gt]=0', '/api/v2/credit_notes')],
		['transactions', get('reference_number[is_present]=true', '/api/v2/transactions')],
		['what has no schema', get('entity_type=customer', '/api/v2/custom_field_configs')],
	])('accepts %s', (_what, entry) => {
		expect(checkRequestAgainstSdk(entry)).toEqual([]);
	});

	it.each([
		[
			'an address in an update',
			post(`${CUSTOMERS}/a`, { billing_address: { city: 'x' } }),
			'no parameter billing_address',
		],
		[
			'a VAT number in an update',
			post(`${CUSTOMERS}/a`, { vat_number: 'X' }),
			'no parameter vat_number',
		],
		['an id in an update', post(`${CUSTOMERS}/a`, { id: 'b' }), 'no parameter id'],
		[
			'an unknown part of an address',
			post(BILLING, { billing_address: { zipcode: '1' } }),
			'no parameter billing_address[zipcode]',
		],
		[
			'an unknown part of a new address',
			post(CUSTOMERS, { billing_address: { zipcode: '1' } }),
			'no parameter billing_address[zipcode]',
		],
		[
			'a long part of a new address',
			post(CUSTOMERS, { billing_address: { zip: '1'.repeat(21) } }),
			'billing_address.zip',
		],
		['a long text', post(CUSTOMERS, { company: 'x'.repeat(251) }), 'company'],
		['an unknown choice', post(CUSTOMERS, { auto_collection: 'maybe' }), 'auto_collection'],
		['a text for a number', post(CUSTOMERS, { net_term_days: 'soon' }), 'net_term_days'],
		['a bad e-mail', post(CUSTOMERS, { email: 'nobody' }), 'email'],
		['broken JSON', post(CUSTOMERS, { meta_data: '{' }), 'meta_data'],
		[
			'JSON members in brackets',
			post(CUSTOMERS, { meta_data: { a: '1' } }),
			'meta_data has to be one JSON text',
		],
		['a parameter sent twice', post(CUSTOMERS, 'company=a&company=b'), 'company'],
		[
			'a contact without e-mail',
			post(`${CUSTOMERS}/a/add_contact`, { contact: { id: '1' } }),
			'contact.email',
		],
		['an unknown operation', post(`${CUSTOMERS}/a/nonsense`, {}), 'no operation'],
		['an operator the filter lacks', get('email[in]=["x"]'), 'no filter email[in]'],
		['an operator that is an index', get('id[in][0]=x'), 'id.in'],
		['a field without filter', get('vat_number[is]=x'), 'no parameter vat_number'],
		['a filter without operator', get('email=x'), 'email'],
		['an empty filter', get('email[is]='), 'email.is'],
		['a list that is none', get('id[in]=a'), 'id.in'],
		['a time in milliseconds', get('updated_at[after]=1767225600000'), 'updated_at.after'],
		['a family without name', post(FAMILIES, { id: 'f' }), 'name'],
		['the type in an update', post(`${ITEMS}/i`, { type: 'plan' }), 'no parameter type'],
		['a price on the move', post(`${PRICES}/p`, { item_id: 'j' }), 'no parameter item_id'],
		['a price in decimals', post(`${PRICES}/p`, { price: '9.99' }), 'price'],
		['a column tiers lack', post(`${PRICES}/p`, 'tiers[amount][0]=1'), 'tiers[amount]'],
		['a delete with parameters', post(`${PRICES}/p/delete`, { force: 'true' }), 'force'],
		['a write to invoices', post('/api/v2/invoices', {}), 'no operation'],
		['an unknown choice in a list', get('status[in]=["active","gone"]', ITEMS), 'status.in'],
		['an order a list lacks', get('sort_by[asc]=updated_at', FAMILIES), 'sort_by'],
		['a name in a list of items', get('name[in]=["a"]', ITEMS), 'no filter name[in]'],
		['a deleted item', get('include_deleted=true', ITEMS), 'no parameter include_deleted'],
		['a page too large', get('limit=101'), 'limit'],
		['an unknown order', get('sort_by[asc]=id'), 'sort_by.asc'],
	])('objects to %s', (_what, entry, objection) => {
		const problems = checkRequestAgainstSdk(entry);
		expect(problems.join('\n')).toContain(objection);
		expect(problems[0]).toMatch(/^request 7: /);
	});
});

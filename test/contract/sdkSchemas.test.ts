import { encodeForm } from '../../nodes/Chargebee/transport/form';
import type { HistoryEntry } from '../sandbox/shared/server';
import { checkRequestAgainstSdk } from './sdkSchemas';

const CUSTOMERS = '/api/v2/customers';
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
		['a page too large', get('limit=101'), 'limit'],
		['an unknown order', get('sort_by[asc]=id'), 'sort_by.asc'],
	])('objects to %s', (_what, entry, objection) => {
		const problems = checkRequestAgainstSdk(entry);
		expect(problems.join('\n')).toContain(objection);
		expect(problems[0]).toMatch(/^request 7: /);
	});
});

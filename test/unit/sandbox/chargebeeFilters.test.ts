import { startBench, stopBenches } from './chargebeeClient';

const JANUARY_5 = Date.UTC(2026, 0, 5) / 1000;

const ADA = {
	id: 'ada',
	email: 'Ada@company.test',
	company: 'Company, "One" & Söns',
	auto_collection: 'off',
	created_at: JANUARY_5 - 86_400,
	cf_erp_id: 'C-1',
	auto_close_invoices: true,
};
const BO = { id: 'bo', first_name: 'Bo', phone: '+47 1', created_at: JANUARY_5 - 10 };
const CY = { id: 'cy', company: 'Company Two', created_at: JANUARY_5 + 10 };
const everybody = ['cy', 'bo', 'ada'];

const start = (behaviour = {}) => startBench({ customers: [ADA, BO, CY], behaviour });
const encoded = (name: string, value: string) =>
	`${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

afterEach(stopBenches);

describe('a list filter', () => {
	it.each([
		['email[is]', 'Ada@company.test', ['ada']],
		['email[is_not]', 'Ada@company.test', ['cy', 'bo']],
		['email[starts_with]', 'Ada@', ['ada']],
		['email[is_present]', 'true', ['ada']],
		['email[is_present]', 'false', ['cy', 'bo']],
		['company[is]', 'Company, "One" & Söns', ['ada']],
		['phone[is]', '+47 1', ['bo']],
		['first_name[is]', 'Bo', ['bo']],
		['id[in]', '["bo","cy"]', ['cy', 'bo']],
		['id[in]', "['bo', 'cy']", ['cy', 'bo']],
		['id[in]', '[bo, cy]', ['cy', 'bo']],
		['id[not_in]', '["bo"]', ['cy', 'ada']],
		['id[starts_with]', 'a', ['ada']],
		['auto_collection[is]', 'off', ['ada']],
		['auto_collection[in]', '["on"]', ['cy', 'bo']],
		['auto_close_invoices[is]', 'true', ['ada']],
		['created_at[after]', String(JANUARY_5), ['cy']],
		['created_at[before]', String(JANUARY_5), ['bo', 'ada']],
		['created_at[on]', String(JANUARY_5), ['cy']],
		['created_at[between]', `[${JANUARY_5 - 10},${JANUARY_5 + 10}]`, ['cy', 'bo']],
		['relationship[parent_id][is]', 'ada', []],
	])('%s=%s finds what it says', async (name, value, found) => {
		const { ids } = await start();
		expect(await ids(encoded(name, value))).toEqual(found);
	});

	it('and another one both have to hold', async () => {
		const { ids } = await start();
		expect(await ids('company[starts_with]=Company&email[is_present]=true')).toEqual(['ada']);
	});

	it('matches e-mails byte for byte unless the site folds case', async () => {
		const { ids, sandbox } = await start();
		expect(await ids('email[is]=ada@COMPANY.test')).toEqual([]);
		sandbox.behaviour.emailFilterCaseSensitive = false;
		expect(await ids('email[is]=ada@COMPANY.test')).toEqual(['ada']);
		expect(await ids('email[starts_with]=ADA')).toEqual(['ada']);
	});

	it('on a custom field holds only where the field is searchable', async () => {
		const { ids, sandbox } = await start();
		expect(await ids('cf_erp_id[is]=C-1')).toEqual(everybody);
		expect(await ids('cf_erp_id[is]=nobody')).toEqual(everybody);
		sandbox.behaviour.searchableCustomFields = ['cf_erp_id'];
		expect(await ids('cf_erp_id[is]=C-1')).toEqual(['ada']);
		expect(await ids('cf_erp_id[is]=nobody')).toEqual([]);
		expect(await ids('cf_erp_id[in]=["nobody"]')).toEqual(everybody);
	});

	it.each([
		'email=Ada@company.test',
		'email[like]=Ada',
		'email[in]=["Ada@company.test"]',
		'vat_number[is]=1',
		'id[in][0]=ada',
		'id[in]=ada',
		'nonsense[is]=1',
		'constructor[name]=x',
		'email[constructor]=x',
		'relationship[nobody][is]=x',
	])('that is not understood is ignored: %s answers everybody, newest first', async (query) => {
		const { ids } = await start();
		expect(await ids(query)).toEqual(everybody);
	});

	it('can be switched off by field or by operator', async () => {
		const { ids, sandbox } = await start({ ignoredFilters: ['email', 'id[in]'] });
		expect(await ids('email[is]=nobody')).toEqual(everybody);
		expect(await ids('id[in]=["ada"]')).toEqual(everybody);
		expect(await ids('id[is]=ada')).toEqual(['ada']);
		sandbox.behaviour.ignoredFilters = [];
		expect(await ids('email[is]=nobody')).toEqual([]);
	});

	it.each([
		'email[is]=',
		'email[is_present]=yes',
		'auto_collection[is]=maybe',
		'auto_collection[in]=["maybe"]',
		'updated_at[after]=2026-01-05',
		'updated_at[after]=1767571200000',
		'updated_at[between]=[1,2]',
	])('with a value that can not be is refused: %s', async (query) => {
		const { get } = await start();
		const { status, json } = await get(`customers?${query}`);
		expect(status).toBe(400);
		expect(json).toMatchObject({
			api_error_code: 'param_wrong_value',
			param: query.slice(0, query.indexOf('=')),
		});
	});

	it('takes so many values at once and no more', async () => {
		const { get } = await start({ maxInCount: 2 });
		expect((await get('customers?id[in]=["a","b"]')).status).toBe(200);
		expect((await get('customers?id[in]=["a","b","c"]')).status).toBe(400);
	});
});

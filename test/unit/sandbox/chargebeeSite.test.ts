import { READ_ONLY_KEY } from '../../sandbox/chargebee';
import { basic, send, startBench, stopBenches } from './chargebeeClient';

afterEach(stopBenches);

describe('a key', () => {
	it.each([
		['a wrong one', { authorization: basic('test_wrong') }],
		['one with a password', { authorization: basic('test_sandbox_full_access_key', 'x') }],
		['none', { authorization: '' }],
		['a bearer token', { authorization: 'Bearer test_sandbox_full_access_key' }],
	])('%s is refused with 401 and is not kept', async (_what, headers) => {
		const { get, sandbox } = await startBench();
		const { status, json, headers: answered } = await get('customers', headers);
		expect(status).toBe(401);
		expect(json).toMatchObject({
			message: 'Sorry, authentication failed. Invalid api key',
			api_error_code: 'api_authentication_failed',
			error_code: 'api_authentication_invalid_key',
			http_status_code: 401,
		});
		expect(answered.get('www-authenticate')).toContain('Basic');
		expect(JSON.stringify(sandbox.history)).not.toContain('test_wrong');
	});

	it('that may only read reads, and is refused with 403 on a write', async () => {
		const { get, post } = await startBench();
		const headers = { authorization: basic(READ_ONLY_KEY) };
		expect((await get('customers', headers)).status).toBe(200);
		const { status, json } = await post('customers', {}, headers);
		expect([status, json.api_error_code]).toEqual([403, 'api_authorization_failed']);
	});
});

describe('a path', () => {
	it.each([
		['GET', '/api/v2/subscriptions'],
		['GET', '/api/v2/items/nothing'],
		['GET', '/api/v2/items/a/contacts'],
		['GET', '/api/v2/constructor'],
		['GET', '/api/v2/customers/nobody'],
		['GET', '/api/v2/customers/a/nonsense'],
		['GET', '/api/v2/customers/a/contacts/1'],
		['GET', '/api/v2/customers/%E0%A4'],
		['GET', '/api/v1/customers'],
		['GET', '/customers'],
		['POST', '/api/v2/customers/a/ancestors'],
		['POST', '/api/v2/customers/nobody/update_billing_info'],
		['POST', '/api/v2/configurations'],
	])('that is not there answers as Chargebee does: %s %s', async (method, path) => {
		const { sandbox } = await startBench({ customers: [{ id: 'a' }] });
		const { status, json } = await send(`${sandbox.url}${path}`, { method });
		expect(status).toBe(404);
		expect(json).toEqual({
			message: "Sorry, we couldn't find that resource",
			type: 'invalid_request',
			api_error_code: 'resource_not_found',
			error_code: 'resource_not_found',
			error_msg: "Sorry, we couldn't find that resource",
			http_status_code: 404,
		});
	});

	it('has its methods', async () => {
		const { sandbox } = await startBench({ customers: [{ id: 'a' }] });
		const { status, json } = await send(`${sandbox.url}/api/v2/customers/a`, { method: 'DELETE' });
		expect([status, json.api_error_code]).toEqual([405, 'http_method_not_supported']);
		expect(sandbox.customer('a')).toMatchObject({ deleted: false });
	});
});

describe('what a site tells of itself', () => {
	it.each([
		['v2', 'items', 200, undefined],
		['v1', 'plans_addons', 400, 'configuration_incompatible'],
	] as const)('is its product catalog: %s', async (productCatalog, schema, status, code) => {
		const { get } = await startBench({ site: 'other-test', behaviour: { productCatalog } });
		expect((await get('configurations')).json.configurations).toEqual([
			{
				domain: 'other-test',
				product_catalog_version: productCatalog,
				chargebee_response_schema_type: schema,
			},
		]);
		const items = await get('item_prices');
		expect([items.status, items.json.api_error_code]).toEqual([status, code]);
	});

	it('is its custom fields, by entity and a page at a time', async () => {
		const customFields = ['cf_a', 'cf_b', 'cf_c'].map((name) => ({
			api_name: name,
			entity_type: name === 'cf_b' ? 'subscription' : 'customer',
		}));
		const { get } = await startBench({ behaviour: { customFields } });
		const first = (await get('custom_field_configs?entity_type=customer&limit=1')).json;
		expect(first.list).toMatchObject([
			{ custom_field_config: { api_name: 'cf_a', status: 'active', field_datatype: 'string' } },
		]);
		const offset = encodeURIComponent(first.next_offset ?? '');
		const rest = (await get(`custom_field_configs?entity_type=customer&offset=${offset}`)).json;
		expect(rest.list).toMatchObject([{ custom_field_config: { api_name: 'cf_c' } }]);
		expect(rest.next_offset).toBeUndefined();
		expect((await get('custom_field_configs?limit=0')).status).toBe(400);
	});
});

describe('a planned fault', () => {
	it('strikes as often as it should, and only where it should', async () => {
		const { get, post, sandbox } = await startBench();
		sandbox.faults.add({
			method: 'GET',
			after: 1,
			times: 2,
			effect: { kind: 'answer', status: 503, body: { message: 'busy' } },
		});
		const statuses = [];
		for (let n = 0; n < 4; n += 1) statuses.push((await get('customers')).status);
		expect((await post('customers')).status).toBe(200);
		expect(statuses).toEqual([200, 503, 503, 200]);
		expect(sandbox.history.map(({ fault }) => fault ?? '-')).toEqual([
			'-',
			'answer',
			'answer',
			'-',
			'-',
		]);
	});
});

import type { ChargebeeSandbox } from '../sandbox/chargebee';
import { FULL_ACCESS_KEY, READ_ONLY_KEY, startChargebeeSandbox } from '../sandbox/chargebee';
import { sdkFor } from './sdkClient';
import { checkRequestAgainstSdk } from './sdkSchemas';

let sandbox: ChargebeeSandbox;

beforeEach(async () => {
	sandbox = await startChargebeeSandbox({ requestsPerMinute: 10_000 });
});
afterEach(() => sandbox.stop());

const sdk = (apiKey = FULL_ACCESS_KEY) => sdkFor(sandbox, apiKey);

const FULL = {
	id: 'ln-1300-C1',
	first_name: 'Ada',
	last_name: 'Løvelace',
	email: 'ap@company.test',
	company: 'O\'Hara & Söns, "Ltd"',
	phone: '+47 22 00 00 00',
	vat_number: 'NO123456789',
	preferred_currency_code: 'NOK',
	locale: 'nb-NO',
	net_term_days: 30,
	auto_collection: 'off' as const,
	allow_direct_debit: true,
	billing_address: { line1: 'Gate 1', city: 'Oslo', zip: '0150', country: 'NO' },
	meta_data: { cloudsuite: 'ln:ACME_TST:1300:C1', nested: { n: 1 } },
};

describe('the official SDK', () => {
	it('creates a customer and reads back every field', async () => {
		const { customer } = await sdk().customer.create(FULL);
		expect(customer).toMatchObject(FULL);
		const read = await sdk().customer.retrieve(FULL.id);
		expect(read.customer).toEqual(customer);
		expect(read.customer).toMatchObject({
			object: 'customer',
			deleted: false,
			created_at: expect.any(Number) as number,
		});
	});

	it('gets a random id when it gives none', async () => {
		const [a, b] = [await sdk().customer.create({}), await sdk().customer.create({})];
		expect(a.customer.id).toMatch(/^[A-Za-z0-9]{8,}$/);
		expect(a.customer.id).not.toBe(b.customer.id);
	});

	it('updates a customer, but not its address or VAT number', async () => {
		await sdk().customer.create(FULL);
		const { customer } = await sdk().customer.update(FULL.id, { company: 'Renamed' });
		expect(customer).toMatchObject({ ...FULL, company: 'Renamed' });
		await expect(
			sdk().customer.update(FULL.id, { vat_number: 'NO1' } as never),
		).rejects.toMatchObject({ api_error_code: 'param_wrong_value', param: 'vat_number' });
	});

	it('replaces the billing block: what is not sent again is gone', async () => {
		await sdk().customer.create(FULL);
		const { customer } = await sdk().customer.updateBillingInfo(FULL.id, {
			billing_address: { city: 'Bergen', country: 'NO' },
		});
		expect(customer.vat_number).toBeUndefined();
		expect(customer.billing_address).toMatchObject({ city: 'Bergen' });
		expect(customer.billing_address?.line1).toBeUndefined();
		expect(sandbox.violations()).toEqual(
			expect.arrayContaining([expect.stringContaining('lost a VAT number')]),
		);
	});

	it('grows resource_version with every change', async () => {
		const versions = [(await sdk().customer.create(FULL)).customer.resource_version ?? 0];
		for (const company of ['A', 'B'])
			versions.push(
				(await sdk().customer.update(FULL.id, { company })).customer.resource_version ?? 0,
			);
		expect([...versions].sort((a, b) => a - b)).toEqual(versions);
		expect(new Set(versions).size).toBe(3);
	});

	it('lists with filters, sorting and pages to the end', async () => {
		for (let n = 0; n < 25; n += 1)
			await sdk().customer.create({
				id: `C${n}`,
				email: `c${n}@x.test`,
				company: n % 2 ? 'Odd' : 'Even',
			});
		const ids: string[] = [];
		let offset: string | undefined;
		do {
			const page = await sdk().customer.list({
				limit: 10,
				company: { is: 'Odd' },
				'sort_by[asc]': 'created_at',
				...(offset ? { offset } : {}),
			});
			ids.push(...page.list.map(({ customer }) => customer.id));
			offset = page.next_offset;
		} while (offset);
		expect(ids.sort()).toEqual(Array.from({ length: 12 }, (_, n) => `C${2 * n + 1}`).sort());
		const some = await sdk().customer.list({ id: { in: ['C3', 'C4'] } });
		expect(some.list.map(({ customer }) => customer.id).sort()).toEqual(['C3', 'C4']);
	});

	it('gives ten a page and newest first unless asked otherwise', async () => {
		for (let n = 0; n < 12; n += 1) await sdk().customer.create({ id: `C${n}` });
		const { list, next_offset: offset } = await sdk().customer.list();
		expect(list.map(({ customer }) => customer.id)).toEqual(
			Array.from({ length: 10 }, (_, n) => `C${11 - n}`),
		);
		const rest = await sdk().customer.list({ offset: offset ?? '' });
		expect(rest.list.map(({ customer }) => customer.id)).toEqual(['C1', 'C0']);
		expect(rest.next_offset).toBeUndefined();
	});

	it('stores rows sent as columns', async () => {
		const identifiers = [
			{ id: 'E1', scheme: '0192', value: '123456789' },
			{ id: 'E2', scheme: '0088', value: '987' },
		];
		const { customer } = await sdk().customer.create({ id: 'C1', entity_identifiers: identifiers });
		expect(customer.entity_identifiers).toMatchObject(identifiers);
		const { customer: updated } = await sdk().customer.updateBillingInfo('C1', {
			entity_identifiers: [
				{ id: 'E1', operation: 'delete' },
				{ id: 'E2', operation: 'update', value: '988' },
			],
		});
		expect(updated.entity_identifiers).toMatchObject([{ id: 'E2', scheme: '0088', value: '988' }]);
	});

	it('clears what it sends blank and leaves alone what it does not send', async () => {
		await sdk().customer.create(FULL);
		const { customer } = await sdk().customer.update(FULL.id, { phone: '', locale: '' });
		const { phone: _phone, locale: _locale, ...kept } = FULL;
		expect(customer).toMatchObject(kept);
		expect(customer).not.toHaveProperty('phone');
		expect(customer).not.toHaveProperty('locale');
	});

	it('replaces meta_data as a whole', async () => {
		await sdk().customer.create(FULL);
		const { customer } = await sdk().customer.update(FULL.id, { meta_data: { other: 1 } });
		expect(customer.meta_data).toEqual({ other: 1 });
	});

	it('adds, changes and deletes contacts', async () => {
		await sdk().customer.create(FULL);
		const added = await sdk().customer.addContact(FULL.id, {
			contact: { id: 'CT1', first_name: 'Bo', email: 'bo@x.test', send_billing_email: true },
		});
		expect(added.customer.contacts).toMatchObject([{ id: 'CT1', send_billing_email: true }]);
		await sdk().customer.updateContact(FULL.id, { contact: { id: 'CT1', last_name: 'Ek' } });
		expect(
			(await sdk().customer.contactsForCustomer(FULL.id)).list.map(({ contact }) => contact),
		).toMatchObject([{ first_name: 'Bo', last_name: 'Ek' }]);
		await sdk().customer.deleteContact(FULL.id, { contact: { id: 'CT1' } });
		expect((await sdk().customer.contactsForCustomer(FULL.id)).list).toEqual([]);
	});

	it('deletes: the customer stays readable, marked, and its id stays taken', async () => {
		await sdk().customer.create(FULL);
		await sdk().customer.delete(FULL.id);
		expect((await sdk().customer.list()).list).toEqual([]);
		expect((await sdk().customer.list({ include_deleted: true })).list).toMatchObject([
			{ customer: { id: FULL.id, deleted: true } },
		]);
		await expect(sdk().customer.create(FULL)).rejects.toMatchObject({
			api_error_code: 'duplicate_entry',
			param: 'id',
		});
	});

	it('is replayed on the same idempotency key and refused with another payload', async () => {
		const key = { 'chargebee-idempotency-key': 'key-1' };
		await sdk().customer.create({ company: 'A' }, key);
		const again = await sdk().customer.create({ company: 'A' }, key);
		expect(again.isIdempotencyReplayed).toBeTruthy();
		expect(sandbox.customers()).toHaveLength(1);
		await expect(sdk().customer.create({ company: 'B' }, key)).rejects.toMatchObject({
			api_error_code: 'unable_to_process_request',
		});
	});

	it.each([
		[{ email: 'nobody' }, 'email'],
		[{ id: 'x'.repeat(51) }, 'id'],
		[{ billing_address: { country: 'ZZ9' } }, 'billing_address[country]'],
		[{ billing_address: { zip: 'x'.repeat(21) } }, 'billing_address[zip]'],
		[{ cf_unknown: 'x' }, 'cf_unknown'],
	])('is told which parameter is wrong: %j', async (values, param) => {
		await expect(sdk().customer.create(values as never)).rejects.toMatchObject({
			api_error_code: 'param_wrong_value',
			param,
		});
	});

	it.each([
		[() => sdk('test_wrong').customer.list(), 'api_authentication_failed', 401],
		[() => sdk(READ_ONLY_KEY).customer.create({}), 'api_authorization_failed', 403],
		[() => sdk().customer.retrieve('nobody'), 'resource_not_found', 404],
		[() => sdk().customer.list({ limit: 101 }), 'param_wrong_value', 400],
	])('maps errors (%#)', async (call, code, status) => {
		await expect(call()).rejects.toMatchObject({ api_error_code: code, http_status_code: status });
	});

	it('reads the configuration', async () => {
		const { configurations } = await sdk().configuration.list();
		expect(configurations).toMatchObject([{ domain: 'acme-test', product_catalog_version: 'v2' }]);
	});

	it('is told when the limit of the site is reached', async () => {
		await sandbox.stop();
		sandbox = await startChargebeeSandbox({ requestsPerMinute: 1 });
		await sdk().customer.list();
		await expect(sdk().customer.list()).rejects.toMatchObject({
			api_error_code: 'api_request_limit_exceeded',
			http_status_code: 429,
		});
	});

	it('sends only what its own schemas accept', async () => {
		await sdk().customer.create(FULL);
		await sdk().customer.update(FULL.id, { company: 'B', net_term_days: 0 });
		await sdk().customer.updateBillingInfo(FULL.id, {
			vat_number: 'X',
			billing_address: { city: 'Oslo' },
		});
		await sdk().customer.list({ email: { is: 'a@x.test' }, limit: 5 });
		expect(sandbox.history.flatMap(checkRequestAgainstSdk)).toEqual([]);
	});
});

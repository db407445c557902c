import type { ChargebeeSandbox } from '../sandbox/chargebee';
import { READ_ONLY_KEY, startChargebeeSandbox } from '../sandbox/chargebee';
import type { HistoryEntry } from '../sandbox/shared/server';
import { sdkFor } from './sdkClient';
import { checkRequestAgainstSdk } from './sdkSchemas';

let sandbox: ChargebeeSandbox;
const sdk = () => sdkFor(sandbox);

const FAMILY = { id: 'seals', name: 'Seals & Gaskets', description: 'From LN item group 040' };
const ITEM = {
	id: 'ln-1300-SEAL_40',
	name: 'SEAL-40 - Wellendichtring "40 mm"',
	type: 'plan' as const,
	item_family_id: FAMILY.id,
	external_name: 'Shaft seal',
	description: 'Ring, 40 × 62 × 7',
	unit: 'pcs',
	enabled_for_checkout: false,
	enabled_in_portal: false,
	is_shippable: true,
	metadata: { cloudsuite: 'ln:ACME_TST:1300:SEAL_40', nested: { n: [1] } },
};
const PRICE = {
	id: 'seal-40-eur',
	name: 'SEAL-40 EUR monthly',
	item_id: ITEM.id,
	currency_code: 'EUR',
	pricing_model: 'per_unit' as const,
	price: 1999,
	period: 1,
	period_unit: 'month' as const,
	is_taxable: false,
	accounting_detail: { sku: 'SEAL-40', accounting_code: '4000', accounting_category1: 'Seals' },
	tax_detail: { hsn_code: '4016', avalara_transaction_type: 3 },
	metadata: { cloudsuite: 'ln:ACME_TST:1300:SEAL_40/EUR' },
};
const TIERS = [
	{ starting_unit: 1, ending_unit: 10, price: 500 },
	{ starting_unit: 11, ending_unit: 100, price: 450 },
	{ starting_unit: 101, price: 400 },
];

async function makeCatalog(): Promise<void> {
	await sdk().itemFamily.create(FAMILY);
	await sdk().item.create(ITEM);
	await sdk().itemPrice.create(PRICE);
}

beforeEach(async () => {
	sandbox = await startChargebeeSandbox({ requestsPerMinute: 10_000 });
});
/** What all tests before asked for. */
const sent: HistoryEntry[] = [];
afterEach(async () => {
	sent.push(...sandbox.history);
	await sandbox.stop();
});

describe('the official SDK', () => {
	it('creates family, item and price and reads back every field', async () => {
		await makeCatalog();
		expect((await sdk().itemFamily.retrieve(FAMILY.id)).item_family).toMatchObject({
			...FAMILY,
			object: 'item_family',
			status: 'active',
			deleted: false,
		});
		const { item } = await sdk().item.retrieve(ITEM.id);
		expect(item).toMatchObject({ ...ITEM, status: 'active', is_giftable: false, metered: false });
		const { item_price: price } = await sdk().itemPrice.retrieve(PRICE.id);
		expect(price).toMatchObject({
			...PRICE,
			item_type: 'plan',
			item_family_id: FAMILY.id,
			free_quantity: 0,
			created_at: expect.any(Number) as number,
		});
	});

	it('updates family, item and price and reads back what it changed, beside the rest', async () => {
		await makeCatalog();
		await sdk().itemFamily.update(FAMILY.id, { name: 'Seals' });
		expect((await sdk().itemFamily.retrieve(FAMILY.id)).item_family).toMatchObject({
			...FAMILY,
			name: 'Seals',
		});
		const change = { status: 'archived' as const, unit: '', metadata: { other: 1 } };
		await sdk().item.update(ITEM.id, change);
		const { unit: _unit, ...kept } = ITEM;
		const { item } = await sdk().item.retrieve(ITEM.id);
		expect(item).toMatchObject({ ...kept, status: 'archived', metadata: { other: 1 } });
		expect(item.archived_at).toEqual(expect.any(Number));
		expect(item).not.toHaveProperty('unit');
		await sdk().itemPrice.update(PRICE.id, { price: 2099, accounting_detail: { sku: 'S' } });
		const { item_price: price } = await sdk().itemPrice.retrieve(PRICE.id);
		expect(price).toMatchObject({ ...PRICE, price: 2099, accounting_detail: { sku: 'S' } });
	});

	it.each(['tiered', 'volume', 'stairstep'] as const)(
		'sends and reads back the tiers of a %s price',
		async (model) => {
			await makeCatalog();
			const { price: _price, ...rest } = PRICE;
			const tiered = { ...rest, id: 't', name: 'T', pricing_model: model, tiers: TIERS };
			await sdk().itemPrice.create(tiered);
			const { item_price: price } = await sdk().itemPrice.retrieve('t');
			expect(price).toMatchObject(tiered);
			expect(price).not.toHaveProperty('price');
			const cheaper = [{ starting_unit: 1, price: 300 }];
			await sdk().itemPrice.update('t', { tiers: cheaper });
			expect((await sdk().itemPrice.retrieve('t')).item_price.tiers).toMatchObject(cheaper);
		},
	);

	it('keeps yen whole and takes decimals as text where the site does', async () => {
		await makeCatalog();
		sandbox.behaviour.multiDecimalPricing = true;
		const yen = { ...PRICE, id: 'y', name: 'Y', currency_code: 'JPY', price: 2500 };
		await sdk().itemPrice.create(yen);
		expect((await sdk().itemPrice.retrieve('y')).item_price).toMatchObject(yen);
		const { price: _price, ...rest } = PRICE;
		const fine = { ...rest, id: 'd', name: 'D', price_in_decimal: '0.0125' };
		await sdk().itemPrice.create(fine);
		expect((await sdk().itemPrice.retrieve('d')).item_price).toMatchObject(fine);
	});

	it('makes, changes and reads a bundle and what an addon applies to', async () => {
		await makeCatalog();
		await sdk().item.create({
			...ITEM,
			id: 'bundle',
			name: 'Bundle',
			bundle_configuration: { type: 'fixed' },
			bundle_items_to_add: [{ item_id: ITEM.id, item_type: 'plan', quantity: 2 }],
			item_applicability: 'restricted',
			applicable_items: ['a', 'b'],
		});
		const read = async () => (await sdk().item.retrieve('bundle')).item;
		expect(await read()).toMatchObject({
			bundle_configuration: { type: 'fixed' },
			bundle_items: [{ item_id: ITEM.id, item_type: 'plan', quantity: 2 }],
			applicable_items: [{ id: 'a' }, { id: 'b' }],
		});
		await sdk().item.update('bundle', {
			bundle_items_to_update: [{ item_id: ITEM.id, item_type: 'plan', quantity: 3 }],
			clear_applicable_items: true,
		});
		expect((await read()).bundle_items).toMatchObject([{ item_id: ITEM.id, quantity: 3 }]);
		expect(await read()).not.toHaveProperty('applicable_items');
	});

	it('deletes from the price up, and may use ids and names again', async () => {
		await makeCatalog();
		await expect(sdk().item.delete(ITEM.id)).rejects.toMatchObject({ http_status_code: 409 });
		await expect(sdk().itemFamily.delete(FAMILY.id)).rejects.toMatchObject({
			api_error_code: 'invalid_state_for_request',
		});
		const { item_price: price } = await sdk().itemPrice.delete(PRICE.id);
		expect(price).toMatchObject({ status: 'deleted', deleted: true });
		await sdk().item.delete(ITEM.id);
		await sdk().itemFamily.delete(FAMILY.id);
		expect((await sdk().item.list()).list).toEqual([]);
		const { list } = await sdk().item.list({ status: { is: 'deleted' } });
		expect(list).toMatchObject([{ item: { id: ITEM.id } }]);
		await makeCatalog();
		expect((await sdk().item.retrieve(ITEM.id)).item.status).toBe('active');
	});

	it('lists with filters, sorting and pages to the end', async () => {
		await makeCatalog();
		for (let n = 0; n < 12; n += 1) {
			const name = `Charge ${String.fromCharCode(108 - n)}`;
			await sdk().item.create({ ...ITEM, id: `C${n}`, name, type: 'charge' });
		}
		const names: string[] = [];
		let offset: string | undefined;
		do {
			const page = await sdk().item.list({
				type: { in: ['charge', 'addon'] },
				'sort_by[asc]': 'name',
				limit: 5,
				...(offset ? { offset } : {}),
			});
			names.push(...page.list.map(({ item }) => item.name));
			offset = page.next_offset;
		} while (offset);
		expect(names).toEqual([...'abcdefghijkl'].map((letter) => `Charge ${letter}`));
		const prices = await sdk().itemPrice.list({
			item_id: { in: [ITEM.id] },
			currency_code: { is: 'EUR' },
			period: { lte: 1 },
		});
		expect(prices.list).toMatchObject([{ item_price: { id: PRICE.id } }]);
		const families = await sdk().itemFamily.list({ name: { starts_with: 'Seals' } });
		expect(families.list).toMatchObject([{ item_family: { id: FAMILY.id } }]);
	});

	it('is told which parameter is wrong', async () => {
		await makeCatalog();
		await expect(sdk().item.create({ ...ITEM, id: 'other' })).rejects.toMatchObject({
			api_error_code: 'duplicate_entry',
			param: 'name',
		});
		await expect(sdk().itemPrice.create({ ...PRICE, name: 'other' })).rejects.toMatchObject({
			api_error_code: 'duplicate_entry',
			param: 'id',
		});
	});

	it('reads invoices, credit notes and transactions', async () => {
		await sandbox.stop();
		const invoice = { id: 'I1', customer_id: 'a', status: 'paid', total: 100, date: 1_700_000_000 };
		const creditNote = { ...invoice, id: 'N1', status: 'adjusted', reference_invoice_id: 'I1' };
		const transaction = { ...invoice, id: 'T1', status: 'success', amount: 100 };
		sandbox = await startChargebeeSandbox({
			invoices: [invoice],
			creditNotes: [creditNote],
			transactions: [transaction],
		});
		expect((await sdk().invoice.retrieve('I1')).invoice).toMatchObject(invoice);
		expect((await sdk().creditNote.retrieve('N1')).credit_note).toMatchObject(creditNote);
		expect((await sdk().transaction.retrieve('T1')).transaction).toMatchObject(transaction);
		const sorted = { 'sort_by[asc]': 'date', customer_id: { is: 'a' } } as const;
		const { list } = await sdk().invoice.list({ ...sorted, total: { between: [50, 100] } });
		expect(list).toMatchObject([{ invoice }]);
		expect((await sdk().creditNote.list(sorted)).list).toMatchObject([{ credit_note: creditNote }]);
		expect((await sdk().transaction.list(sorted)).list).toMatchObject([{ transaction }]);
	});

	it('may not write with a key that may only read', async () => {
		const reader = sdkFor(sandbox, READ_ONLY_KEY);
		await expect(reader.itemFamily.create(FAMILY)).rejects.toMatchObject({
			api_error_code: 'api_authorization_failed',
		});
		expect((await reader.itemFamily.list()).list).toEqual([]);
	});

	it('is told by a site on product catalog 1.0', async () => {
		sandbox.behaviour.productCatalog = 'v1';
		await expect(sdk().itemFamily.create(FAMILY)).rejects.toMatchObject({
			api_error_code: 'configuration_incompatible',
		});
		await expect(sdk().itemPrice.list()).rejects.toMatchObject({ http_status_code: 400 });
	});

	it('sends only what its own schemas accept', () => {
		expect(sent.length).toBeGreaterThan(50);
		expect(sent.flatMap(checkRequestAgainstSdk)).toEqual([]);
	});
});

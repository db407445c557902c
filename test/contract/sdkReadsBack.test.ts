import type { IDataObject } from 'n8n-workflow';
import { finish, key, start, written } from '../nodes/chargebee/upserts/support';
import type { Bench } from '../nodes/chargebee/setup';
import type { Field } from '../../nodes/Chargebee/fields/field';
import { CONTACT_FIELDS } from '../../nodes/Chargebee/resources/contact/spec';
import { CUSTOMER_FIELDS } from '../../nodes/Chargebee/resources/customer/fields';
import { ITEM_FIELDS } from '../../nodes/Chargebee/resources/item/spec';
import { ITEM_FAMILY_FIELDS } from '../../nodes/Chargebee/resources/itemFamily/spec';
import { ITEM_PRICE_FIELDS } from '../../nodes/Chargebee/resources/itemPrice/fields';
import { sdkFor } from './sdkClient';

afterEach(finish);

const KEY = key('R1');
const ID = 'ln-1300-R1';

/** Every field of the resource the node writes, under Chargebee's names, and the answer they should read back as. */
describe('what the node wrote, the official SDK reads back field by field:', () => {
	const CUSTOMER = {
		...{ first_name: 'Ada', last_name: 'Öhlund', email: 'ap@ohlund.test', phone: '+46 8 1' },
		...{ company: 'Öhlund & Söner "AB"', vat_number: 'SE556703748501', locale: 'sv' },
		...{ preferred_currency_code: 'SEK', net_term_days: 30, auto_collection: 'off' as const },
		...{ taxability: 'exempt' as const, customer_type: 'business' as const, exempt_number: 'E1' },
		...{ allow_direct_debit: false, consolidated_invoicing: true, auto_close_invoices: true },
		...{ invoice_notes: 'Line 1\nLine 2', offline_payment_method: 'bank_transfer' as const },
		...{ entity_code: 'a' as const, client_profile_id: 'P1', vat_number_prefix: 'SE' },
		...{ taxjar_exemption_category: 'wholesale' as const, registered_for_gst: false },
		...{ entity_identifier_scheme: 'gln', entity_identifier_standard: 'peppol' },
		...{
			business_customer_without_vat_number: false,
			is_einvoice_enabled: true,
			einvoicing_method: 'automatic' as const,
		},
		billing_address: {
			...{
				first_name: 'Ada',
				last_name: 'Ö',
				email: 'b@ohlund.test',
				company: 'Öhlund',
				phone: '1',
			},
			...{ line1: 'Kungsgatan 1', line2: 'Floor 3', line3: 'c/o', city: 'Stockholm' },
			...{ state: 'Stockholm', state_code: 'AB', zip: '111 43', country: 'SE' },
		},
		entity_identifiers: [{ scheme: 'gln', value: '7300', standard: 'peppol' }],
		meta_data: { region: 'North', deep: { list: [1, 'two'] } },
	};

	async function customerRead(bench: Bench) {
		return (await sdkFor(bench.sandbox).customer.retrieve(ID)).customer;
	}

	it('a customer, created and updated', async () => {
		const bench = await start();
		await written(bench, 'customer', [{ key: KEY, ...(CUSTOMER as unknown as IDataObject) }]);
		const expected = { ...CUSTOMER, id: ID, meta_data: { ...CUSTOMER.meta_data, cloudsuite: KEY } };
		expect(await customerRead(bench)).toMatchObject(expected);
		const changed = {
			...{ company: 'Nya AB', vat_number: 'SE556000000001', net_term_days: 14 },
			...{ billing_address_city: 'Lund', meta_data: { region: 'South' } },
		};
		await written(bench, 'customer', [{ key: KEY, ...changed }]);
		expect(await customerRead(bench)).toMatchObject({
			...expected,
			...{ company: 'Nya AB', vat_number: 'SE556000000001', net_term_days: 14 },
			billing_address: { ...CUSTOMER.billing_address, city: 'Lund' },
			meta_data: { ...CUSTOMER.meta_data, region: 'South', cloudsuite: KEY },
		});
	});

	it('a customer’s place in the hierarchy', async () => {
		const bench = await start({ customers: [{ id: 'top' }] });
		await written(bench, 'customer', [
			{ key: KEY, relationship: { parent_id: 'top', invoice_owner_id: 'top' } },
		]);
		expect((await customerRead(bench)).relationship).toMatchObject({
			...{ parent_id: 'top', payment_owner_id: ID, invoice_owner_id: 'top' },
		});
	});

	const CONTACT = {
		...{ first_name: 'Ada', last_name: 'Öhlund', email: 'ada@ohlund.test', phone: '+46 8 1' },
		...{ label: 'AP', enabled: true, send_billing_email: true, send_account_email: false },
	};

	it('a contact, created and updated', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		const parameters = { parentBy: 'id', parentId: 'cust' };
		const contacts = async () =>
			(await sdkFor(bench.sandbox).customer.contactsForCustomer('cust')).list.map(
				({ contact }) => contact,
			);
		await written(bench, 'contact', [{ key: KEY, ...CONTACT }], parameters);
		expect(await contacts()).toMatchObject([{ id: ID, ...CONTACT }]);
		await written(
			bench,
			'contact',
			[{ key: KEY, ...CONTACT, label: 'CFO', enabled: false }],
			parameters,
		);
		expect(await contacts()).toMatchObject([{ id: ID, ...CONTACT, label: 'CFO', enabled: false }]);
	});

	const FAMILY = { name: 'Seals & Gaskets', description: 'From item group "040"' };
	const ITEM = {
		...{ name: 'Wellendichtring 40 × 62', type: 'plan' as const, external_name: 'Shaft seal' },
		...{ description: 'Ring,\n40 × 62 × 7', unit: 'pcs', is_shippable: true },
		...{ enabled_in_portal: false, enabled_for_checkout: false, included_in_mrr: false },
		...{ redirect_url: 'https://ohlund.test/a?b=c&d', item_applicability: 'restricted' as const },
		...{ is_percentage_pricing: false, is_giftable: false, metered: false },
		metadata: { group: '040', deep: { list: [1] } },
	};
	const PRICE = {
		...{ name: 'Seal monthly', currency_code: 'EUR', pricing_model: 'per_unit' as const },
		...{ period: 3, period_unit: 'month' as const, billing_cycles: 4, free_quantity: 2 },
		...{ trial_period: 14, trial_period_unit: 'day' as const, external_name: 'Seal' },
		...{ trial_end_action: 'site_default' as const, description: 'Per quarter' },
		...{ invoice_notes: 'Thanks & bye', is_taxable: false, proration_type: 'full_term' as const },
		...{ price_variant_id: 'v1', shipping_period: 1, shipping_period_unit: 'month' as const },
		...{ show_description_in_invoices: true, show_description_in_quotes: true },
		accounting_detail: {
			...{ sku: 'SEAL-40', accounting_code: '4000', accounting_category1: 'A' },
			...{ accounting_category2: 'B', accounting_category3: 'C', accounting_category4: 'D' },
		},
		tax_detail: {
			...{
				tax_profile_id: 'T1',
				avalara_tax_code: 'P1',
				hsn_code: '4016',
				taxjar_product_code: 'J',
			},
			...{
				avalara_sale_type: 'retail' as const,
				avalara_transaction_type: 3,
				avalara_service_type: 6,
			},
		},
		metadata: { list: 'A', deep: [1] },
	};

	it('a family, an item and a price, created and updated', async () => {
		const bench = await start();
		const sdk = sdkFor(bench.sandbox);
		const asIs = { namePolicy: 'asIs' };
		const ofFamily = { parentBy: 'id', parentId: ID, ...asIs };
		await written(bench, 'itemFamily', [{ familyKey: KEY, ...FAMILY }]);
		await written(bench, 'item', [{ key: KEY, ...ITEM }], ofFamily);
		await written(bench, 'itemPrice', [{ priceKey: KEY, price: '19.99', ...PRICE }], ofFamily);
		expect((await sdk.itemFamily.retrieve(ID)).item_family).toMatchObject({ id: ID, ...FAMILY });
		const item = { ...ITEM, item_family_id: ID, metadata: { ...ITEM.metadata, cloudsuite: KEY } };
		expect((await sdk.item.retrieve(ID)).item).toMatchObject(item);
		const price = {
			...PRICE,
			price: 1999,
			item_id: ID,
			metadata: { ...PRICE.metadata, cloudsuite: KEY },
		};
		expect((await sdk.itemPrice.retrieve(ID)).item_price).toMatchObject(price);

		await written(bench, 'itemFamily', [{ familyKey: KEY, ...FAMILY, name: 'Seals' }]);
		await written(bench, 'item', [{ key: KEY, unit: 'box', metadata: { group: '041' } }], ofFamily);
		const cheaper = { priceKey: KEY, currency_code: 'EUR', price: '5', accounting_detail_sku: 'S' };
		await written(bench, 'itemPrice', [cheaper], ofFamily);
		expect((await sdk.itemFamily.retrieve(ID)).item_family).toMatchObject({
			...FAMILY,
			name: 'Seals',
		});
		expect((await sdk.item.retrieve(ID)).item).toMatchObject({
			...item,
			unit: 'box',
			metadata: { ...item.metadata, group: '041' },
		});
		expect((await sdk.itemPrice.retrieve(ID)).item_price).toMatchObject({
			...price,
			price: 500,
			accounting_detail: { ...PRICE.accounting_detail, sku: 'S' },
		});
	});

	it.each<[string, readonly Field[], object, string[]]>([
		['customer', CUSTOMER_FIELDS, CUSTOMER, ['relationship_']],
		['contact', CONTACT_FIELDS, CONTACT, []],
		['item family', ITEM_FAMILY_FIELDS, FAMILY, []],
		['item', ITEM_FIELDS, ITEM, ['item_family_id', 'status', 'usage_calculation']],
		[
			'item price',
			ITEM_PRICE_FIELDS,
			PRICE,
			['item_id', 'item_type', 'price', 'tiers', 'free_quantity_in_decimal', 'status'],
		],
	])('every field of a %s but those of other tests', (_name, fields, sample, elsewhere) => {
		const names = Object.entries(sample).flatMap(([name, value]) =>
			[name, ...Object.keys(value as object)].map((part, n) =>
				n === 0 ? name : `${name}_${part}`,
			),
		);
		const left = fields.filter(({ id }) => !names.includes(id)).map(({ id }) => id);
		expect(left.filter((id) => !elsewhere.some((one) => id.startsWith(one)))).toEqual([]);
	});

	it('the tiers of a price', async () => {
		const bench = await start();
		await written(bench, 'itemFamily', [{ familyKey: KEY, ...FAMILY }]);
		await written(bench, 'item', [{ key: KEY, name: 'Seal' }], { parentBy: 'id', parentId: ID });
		const tiers = [
			{ starting_unit: 1, ending_unit: 10, price: '5', pricing_type: 'flat_fee' },
			{ starting_unit: 11, price: '4.5', pricing_type: 'package', package_size: 6 },
		];
		const price = {
			priceKey: KEY,
			name: 'Seal',
			currency_code: 'EUR',
			pricing_model: 'tiered',
			tiers,
		};
		await written(bench, 'itemPrice', [price], { parentBy: 'id', parentId: ID });
		const read = (await sdkFor(bench.sandbox).itemPrice.retrieve(ID)).item_price;
		expect(read.tiers).toMatchObject([
			{ starting_unit: 1, ending_unit: 10, price: 500, pricing_type: 'flat_fee' },
			{ starting_unit: 11, price: 450, pricing_type: 'package', package_size: 6 },
		]);
		const [again] = await written(bench, 'itemPrice', [price], { parentBy: 'id', parentId: ID });
		expect(again?.outcome).toBe('unchanged');
	});
});

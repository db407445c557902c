import type { IDataObject } from 'n8n-workflow';
import { startBench, stopBenches } from '../setup';

afterEach(stopBenches);

const AT = Date.UTC(2025, 2, 1, 12) / 1000;
const ISO = '2025-03-01T12:00:00.000Z';
const KEY = 'ln:ACME_TST:1300:X1';

async function simplified(resource: string, seed: object): Promise<IDataObject | undefined> {
	const { run } = await startBench(seed);
	const { outputs } = await run({ resource, operation: 'getAll' });
	return outputs[0]?.[0]?.json;
}

describe('Simplify', () => {
	it('shows an item family with what people look at', async () => {
		const family = { id: 'f', name: 'Pumps', description: 'All', cf_cloudsuite_id: KEY };
		const itemFamilies = [{ ...family, updated_at: AT, channel: 'web' }];
		expect(await simplified('itemFamily', { itemFamilies })).toEqual({
			...{ id: 'f', cloudSuiteKey: KEY, name: 'Pumps', description: 'All', status: 'active' },
			updatedAt: ISO,
		});
	});

	it('shows an item with its CloudSuite key from the metadata', async () => {
		const items = [
			{
				...{ id: 'i', name: 'Pump', external_name: 'Pump 100', type: 'charge', unit: 'pcs' },
				...{ item_family_id: 'f', metadata: { cloudsuite: KEY }, updated_at: AT },
			},
		];
		expect(await simplified('item', { items })).toEqual({
			...{ id: 'i', cloudSuiteKey: KEY, name: 'Pump', externalName: 'Pump 100' },
			...{ description: null, type: 'charge', itemFamilyId: 'f', status: 'active' },
			...{ unit: 'pcs', metered: false, updatedAt: ISO },
		});
	});

	it.each([
		['EUR', '12.50'],
		['JPY', '1250'],
		['KWD', '1.250'],
	])('shows a price of 1250 minor units in %s as %s', async (currency_code, price) => {
		const itemPrices = [
			{
				...{ id: 'p', name: 'Pump', item_id: 'i', currency_code, price: 1250, updated_at: AT },
				...{ period: 3, period_unit: 'month', metadata: { cloudsuite: KEY } },
				accounting_detail: { sku: 'X1', accounting_code: '3000' },
			},
		];
		const items = [{ id: 'i', name: 'Pump', type: 'plan' }];
		expect(await simplified('itemPrice', { items, itemPrices })).toEqual({
			...{ id: 'p', cloudSuiteKey: KEY, name: 'Pump', itemId: 'i', itemType: 'plan' },
			...{ status: 'active', pricingModel: 'flat_fee', currency: currency_code, price },
			...{ tiers: null, period: '3 months', sku: 'X1', updatedAt: ISO },
		});
	});

	it('shows the tiers of a price, and prices of more decimals than their currency has', async () => {
		const itemPrices = [
			{
				...{ id: 'p', name: 'Pump', item_id: 'i', currency_code: 'EUR' },
				...{ pricing_model: 'tiered', period: 1, period_unit: 'year' },
				price_in_decimal: '0.00125',
				tiers: [
					{ starting_unit: 1, ending_unit: 10, price: 500 },
					{ starting_unit: 11, price_in_decimal: '4.9999' },
				],
			},
		];
		expect(await simplified('itemPrice', { itemPrices })).toMatchObject({
			...{ price: '0.00125', tiers: '1-10: 5.00, 11+: 4.9999', period: '1 year' },
		});
	});

	it('shows an invoice with amounts in major units', async () => {
		const invoices = [
			{
				...{ id: 'INV-1', customer_id: 'c', subscription_id: 's', status: 'payment_due' },
				...{ date: AT, due_date: AT + 3600, currency_code: 'KWD', updated_at: AT },
				...{ total: 12345, tax: 5, amount_paid: 345, amount_due: 12000, line_items: [] },
			},
		];
		expect(await simplified('invoice', { invoices })).toEqual({
			...{ id: 'INV-1', customerId: 'c', subscriptionId: 's', status: 'payment_due' },
			...{ date: ISO, dueDate: '2025-03-01T13:00:00.000Z', currency: 'KWD', total: '12.345' },
			...{ tax: '0.005', amountPaid: '0.345', amountDue: '12.000', paidAt: null, updatedAt: ISO },
		});
	});

	it('shows a credit note with amounts in major units', async () => {
		const creditNotes = [
			{
				...{ id: 'CN-1', customer_id: 'c', reference_invoice_id: 'INV-1', type: 'refundable' },
				...{ status: 'refund_due', create_reason_code: 'Waiver', date: AT, updated_at: AT },
				...{ currency_code: 'JPY', total: 900, amount_allocated: 300 },
				...{ amount_refunded: 200, amount_available: 400 },
			},
		];
		expect(await simplified('creditNote', { creditNotes })).toEqual({
			...{ id: 'CN-1', customerId: 'c', referenceInvoiceId: 'INV-1', type: 'refundable' },
			...{ status: 'refund_due', reason: 'Waiver', date: ISO, currency: 'JPY', total: '900' },
			...{ amountAllocated: '300', amountRefunded: '200', amountAvailable: '400' },
			updatedAt: ISO,
		});
	});

	it('shows a transaction with amounts in major units', async () => {
		const transactions = [
			{
				...{ id: 't', customer_id: 'c', type: 'payment', status: 'failure', date: AT },
				...{ payment_method: 'card', gateway: 'stripe', currency_code: 'USD', amount: 995 },
				...{ error_text: 'Card declined', updated_at: AT },
			},
		];
		expect(await simplified('transaction', { transactions })).toEqual({
			...{ id: 't', customerId: 'c', type: 'payment', status: 'failure' },
			...{ paymentMethod: 'card', gateway: 'stripe', referenceNumber: null, date: ISO },
			...{ currency: 'USD', amount: '9.95', amountUnused: null, error: 'Card declined' },
			updatedAt: ISO,
		});
	});

	it('shows nothing for what a record does not have', async () => {
		const shown = await simplified('invoice', { invoices: [{ id: 'INV-1' }] });
		expect(shown).toMatchObject({ id: 'INV-1', customerId: null, date: null, total: null });
	});
});

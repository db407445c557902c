import type { RecordSeed } from '../chargebee/types';
import { COUNTRIES } from './countries';
import { Random } from './random';

/** Of whom there are bills. */
export interface BilledCustomer {
	id: string;
	preferred_currency_code?: unknown;
	billing_address?: unknown;
}

/** For `startChargebeeSandbox`. */
export interface BillingSeed {
	invoices: RecordSeed[];
	creditNotes: RecordSeed[];
	transactions: RecordSeed[];
}

const DAY = 86_400;
const FIRST_BILL = Date.UTC(2025, 0, 15, 8) / 1000;
const NET_TERM_DAYS = 30;
/** Every so many customers one also buys in yen, whose minor unit is the yen itself. */
const BUYS_IN_YEN = 7;
const TAX_PERCENT = 20;

/**
 * Plausible bills for customers, the same in every run: a year's quarters in the currency of each, paid, paid in part,
 * overdue or voided, some of them credited. Amounts are in minor units, so those in yen are whole.
 * https://apidocs.chargebee.com/docs/api/currencies
 */
export function billingSeed(customers: readonly BilledCustomer[]): BillingSeed {
	const random = new Random(7);
	const bills: BillingSeed[] = [];
	for (const [place, customer] of customers.entries()) {
		const currencies = [currencyOf(customer), ...(place % BUYS_IN_YEN === 3 ? ['JPY'] : [])];
		for (const currency of currencies) {
			for (let quarter = 0; quarter < 1 + (place % 4); quarter += 1) {
				bills.push(bill(customer.id, currency, quarter, bills.length + 1, random));
			}
		}
	}
	return {
		invoices: bills.flatMap(({ invoices }) => invoices),
		creditNotes: bills.flatMap(({ creditNotes }) => creditNotes),
		transactions: bills.flatMap(({ transactions }) => transactions),
	};
}

function currencyOf({
	preferred_currency_code: preferred,
	billing_address: address,
}: BilledCustomer) {
	if (typeof preferred === 'string' && preferred !== '') return preferred;
	const { country } = (address ?? {}) as { country?: unknown };
	return COUNTRIES.find(({ iso2 }) => iso2 === country)?.currency ?? 'USD';
}

/** What becomes of a bill, by its number. */
const FATES = ['paid', 'paid', 'payment_due', 'paid', 'credited', 'not_paid', 'paid', 'voided'];

function bill(
	customerId: string,
	currency: string,
	quarter: number,
	number: number,
	random: Random,
): BillingSeed {
	const fate = FATES[number % FATES.length] ?? 'paid';
	const date = FIRST_BILL + (quarter * 91 + random.between(0, 20)) * DAY;
	const subTotal = amount(currency, random);
	const tax = Math.round((subTotal * TAX_PERCENT) / 100);
	const total = subTotal + tax;
	const credited = fate === 'credited' ? Math.round(total / 4) : 0;
	const paid = paidOf(fate, total, credited);
	const due = fate === 'voided' ? 0 : total - paid - credited;
	const payment =
		paid > 0 ? { id: `txn_${number}`, at: date + random.between(3, 28) * DAY } : undefined;
	const invoiceId = `INV-${String(number).padStart(5, '0')}`;
	const common = { customer_id: customerId, currency_code: currency };
	const status = due > 0 || fate === 'voided' ? fate : 'paid';
	const changedAt = payment?.at ?? (fate === 'voided' ? date + DAY : date);
	const document = { ...common, price_type: 'tax_exclusive', channel: 'web' };
	return {
		invoices: [
			{
				...document,
				id: invoiceId,
				recurring: true,
				status,
				date,
				due_date: date + NET_TERM_DAYS * DAY,
				net_term_days: NET_TERM_DAYS,
				updated_at: changedAt,
				sub_total: subTotal,
				tax,
				total,
				amount_paid: paid,
				amount_adjusted: credited,
				amount_due: due,
				credits_applied: 0,
				write_off_amount: 0,
				...(status === 'paid' ? { paid_at: changedAt } : {}),
				...(status === 'voided' ? { voided_at: changedAt } : {}),
				...(status === 'not_paid' ? { dunning_status: 'exhausted' } : {}),
				term_finalized: true,
				is_gifted: false,
				line_items: [lineItem(invoiceId, date, subTotal, tax)],
				linked_payments: payment
					? [
							{
								txn_id: payment.id,
								applied_amount: paid,
								applied_at: payment.at,
								txn_status: 'success',
							},
						]
					: [],
			},
		],
		creditNotes: credited > 0 ? [creditNote(document, number, invoiceId, changedAt, credited)] : [],
		transactions: payment
			? [
					{
						...common,
						id: payment.id,
						type: 'payment',
						status: 'success',
						payment_method: 'bank_transfer',
						gateway: 'not_applicable',
						reference_number: `BANK-${number}`,
						date: payment.at,
						amount: paid,
						amount_unused: 0,
						linked_invoices: [
							{
								invoice_id: invoiceId,
								applied_amount: paid,
								applied_at: payment.at,
								invoice_total: total,
								invoice_status: status,
							},
						],
					},
				]
			: [],
	};
}

function paidOf(fate: string, total: number, credited: number): number {
	if (fate === 'paid' || fate === 'credited') return total - credited;
	return fate === 'payment_due' ? Math.floor(total / 3) : 0;
}

/** 120.00 to 4,800.00 of most currencies; of yen some 150 times as many, without hundredths. */
function amount(currency: string, random: Random): number {
	const hundredths = random.between(12_000, 480_000);
	return currency === 'JPY' ? Math.round(hundredths * 1.5) : hundredths;
}

function lineItem(invoiceId: string, date: number, subTotal: number, tax: number) {
	return {
		id: `li_${invoiceId}`,
		object: 'line_item',
		date_from: date,
		date_to: date + 91 * DAY,
		unit_amount: subTotal,
		quantity: 1,
		amount: subTotal,
		pricing_model: 'flat_fee',
		is_taxed: true,
		tax_amount: tax,
		tax_rate: TAX_PERCENT,
		description: 'Maintenance contract, quarter',
		entity_type: 'adhoc',
	};
}

function creditNote(
	document: object,
	number: number,
	invoiceId: string,
	date: number,
	total: number,
): RecordSeed {
	return {
		...document,
		id: `CN-${String(number).padStart(5, '0')}`,
		reference_invoice_id: invoiceId,
		type: 'adjustment',
		reason_code: 'product_unsatisfactory',
		create_reason_code: 'Product Unsatisfactory',
		status: 'adjusted',
		date,
		sub_total: total,
		total,
		amount_allocated: total,
		amount_refunded: 0,
		amount_available: 0,
		allocations: [
			{
				invoice_id: invoiceId,
				allocated_amount: total,
				allocated_at: date,
				invoice_status: 'paid',
			},
		],
	};
}

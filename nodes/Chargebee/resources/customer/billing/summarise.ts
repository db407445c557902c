import type { CreditNote, Invoice } from './document';
import type { Period, PeriodUnit } from './period';
import { periodOf } from './period';

/**
 * What was billed to one customer in one currency, by documents dated in one period; whole numbers of minor units.
 * The words are those of Chargebee's invoices and credit notes, whose fields are added up as they stand at the time of
 * reading: a payment counts for the period of its invoice, whenever it came.
 * https://apidocs.chargebee.com/docs/api/invoices and https://apidocs.chargebee.com/docs/api/credit_notes
 */
export interface Summary {
	customerId: string;
	currency: string;
	period: Period;

	/** `total` of invoices, tax included. */
	invoiced: number;
	/** `amount_paid` of invoices: payments that succeeded. A refund leaves it as it is, because it goes by a credit note. */
	paid: number;
	/** `amount_due` of invoices: `total` less payments, credits applied, adjustments and tax withheld by the customer. */
	due: number;
	/** `credits_applied` of invoices: what refundable credit notes settled. Those notes are in `credited`, so never add the two. */
	creditsApplied: number;
	/** `amount_adjusted` of invoices: what adjustment credit notes took off. Those notes are in `credited`, so never add the two. */
	adjusted: number;
	/** `write_off_amount` of invoices. Chargebee makes a credit note of reason `write_off` for it, which is in `credited`. */
	writtenOff: number;

	/** `total` of credit notes of every type, each once: whether it was adjusted, applied, refunded or is yet unused. */
	credited: number;
	/** `amount_refunded` of credit notes: the part of `credited` that was paid back. Not taken off `paid`. */
	refunded: number;
	/** `amount_available` of credit notes: the part of `credited` that is yet unused. */
	creditAvailable: number;

	/** `invoiced` less `credited`: what the customer was charged in the end. */
	net: number;

	/** Documents behind the amounts. */
	invoices: number;
	creditNotes: number;
	/** Documents that count for no amount: they were cancelled, or are still open and may change. */
	voidedInvoices: number;
	voidedCreditNotes: number;
	pendingInvoices: number;
}

/**
 * Adds up documents per customer, currency and period, in that order. Deleted ones are left out; voided ones and pending
 * invoices are counted apart. A document given twice counts once, as it came last.
 */
export function summarise(
	invoices: Iterable<Invoice>,
	creditNotes: Iterable<CreditNote>,
	unit: PeriodUnit,
): Summary[] {
	const summaries = new Map<string, Summary>();
	const of = ({ customerId, currency, date }: Invoice | CreditNote): Summary => {
		const period = periodOf(date, unit);
		const key = JSON.stringify([customerId, currency, period.name]);
		const summary = summaries.get(key) ?? empty(customerId, currency, period);
		summaries.set(key, summary);
		return summary;
	};
	for (const invoice of living(invoices)) addInvoice(of(invoice), invoice);
	for (const note of living(creditNotes)) addCreditNote(of(note), note);
	return [...summaries.values()].sort(byCustomerCurrencyPeriod);
}

function living<T extends { id: string; deleted: boolean }>(documents: Iterable<T>): T[] {
	const byId = new Map<string, T>();
	for (const document of documents) byId.set(document.id, document);
	return [...byId.values()].filter(({ deleted }) => !deleted);
}

function addInvoice(summary: Summary, invoice: Invoice): void {
	if (invoice.status === 'voided') {
		summary.voidedInvoices += 1;
		return;
	}
	if (invoice.status === 'pending') {
		summary.pendingInvoices += 1;
		return;
	}
	summary.invoices += 1;
	summary.invoiced += invoice.total;
	summary.net += invoice.total;
	summary.paid += invoice.paid;
	summary.due += invoice.due;
	summary.creditsApplied += invoice.creditsApplied;
	summary.adjusted += invoice.adjusted;
	summary.writtenOff += invoice.writtenOff;
}

function addCreditNote(summary: Summary, note: CreditNote): void {
	if (note.status === 'voided') {
		summary.voidedCreditNotes += 1;
		return;
	}
	summary.creditNotes += 1;
	summary.credited += note.total;
	summary.net -= note.total;
	summary.refunded += note.refunded;
	summary.creditAvailable += note.available;
}

function empty(customerId: string, currency: string, period: Period): Summary {
	return {
		...{ customerId, currency, period },
		...{ invoiced: 0, paid: 0, due: 0, creditsApplied: 0, adjusted: 0, writtenOff: 0 },
		...{ credited: 0, refunded: 0, creditAvailable: 0, net: 0 },
		...{ invoices: 0, creditNotes: 0, voidedInvoices: 0, voidedCreditNotes: 0, pendingInvoices: 0 },
	};
}

function byCustomerCurrencyPeriod(a: Summary, b: Summary): number {
	return (
		compare(a.customerId, b.customerId) ||
		compare(a.currency, b.currency) ||
		compare(a.period.name, b.period.name)
	);
}

/** By character codes: the same on every machine. */
function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

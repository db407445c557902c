import { amount, anyOf, choices, flag, is, period, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { simplifyInvoice } from './simplify';

/** https://apidocs.chargebee.com/docs/api/invoices#list_invoices */
export const invoiceReads: ReadSpec = {
	resource: 'invoice',
	member: 'invoice',
	singular: 'invoice',
	plural: 'invoices',
	path: '/invoices',
	placeholder: 'INV-00042',
	filters: [
		...amount('amount_adjusted', 'Amount Adjusted'),
		...amount('amount_due', 'Amount Due'),
		...amount('amount_paid', 'Amount Paid'),
		choices('channel', 'Channel', ['web', 'app_store', 'play_store'], { mayBeAbsent: true }),
		...amount('credits_applied', 'Credits Applied'),
		anyOf('customer_id', 'Customer ID'),
		...period('date', 'Date'),
		choices('dunning_status', 'Dunning Status', ['in_progress', 'exhausted', 'stopped', 'success']),
		anyOf('id', 'ID'),
		startsWith('id', 'ID'),
		...period('paid_at', 'Paid'),
		anyOf('payment_owner', 'Payment Owner ID'),
		choices('price_type', 'Price Type', ['tax_exclusive', 'tax_inclusive']),
		flag('recurring', 'Recurring', 'Whether the invoice belongs to a subscription'),
		choices('status', 'Status', ['paid', 'posted', 'payment_due', 'not_paid', 'voided', 'pending']),
		anyOf('subscription_id', 'Subscription ID'),
		...amount('total', 'Total'),
		...period('updated_at', 'Updated'),
		is('void_reason_code', 'Void Reason Code'),
		...period('voided_at', 'Voided'),
	],
	sortable: ['date', 'updated_at'],
	includeDeleted: true,
	simplify: simplifyInvoice,
};

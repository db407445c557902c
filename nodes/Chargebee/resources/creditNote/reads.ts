import { amount, anyOf, choices, is, period, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { simplifyCreditNote } from './simplify';

/** https://apidocs.chargebee.com/docs/api/credit_notes#list_credit_notes */
export const creditNoteReads: ReadSpec = {
	resource: 'creditNote',
	member: 'credit_note',
	singular: 'credit note',
	plural: 'credit notes',
	path: '/credit_notes',
	placeholder: 'CN-00042',
	filters: [
		...amount('amount_allocated', 'Amount Allocated'),
		...amount('amount_available', 'Amount Available'),
		...amount('amount_refunded', 'Amount Refunded'),
		choices('channel', 'Channel', ['web', 'app_store', 'play_store'], { mayBeAbsent: true }),
		anyOf('customer_id', 'Customer ID'),
		...period('date', 'Date'),
		anyOf('id', 'ID'),
		startsWith('id', 'ID'),
		choices('price_type', 'Price Type', ['tax_exclusive', 'tax_inclusive']),
		is('create_reason_code', 'Reason', {
			placeholder: 'e.g. Product Unsatisfactory',
			description: 'A reason code as it is set up on the site',
		}),
		choices('reason_code', 'Reason Code', [
			'write_off',
			'subscription_change',
			'subscription_cancellation',
			'subscription_pause',
			'chargeback',
			'product_unsatisfactory',
			'service_unsatisfactory',
			'order_change',
			'order_cancellation',
			'waiver',
			'other',
			'fraudulent',
		]),
		anyOf('reference_invoice_id', 'Reference Invoice ID'),
		choices('status', 'Status', ['adjusted', 'refunded', 'refund_due', 'voided']),
		anyOf('subscription_id', 'Subscription ID'),
		...amount('total', 'Total'),
		choices('type', 'Type', ['adjustment', 'refundable', 'store']),
		...period('updated_at', 'Updated'),
		...period('voided_at', 'Voided'),
	],
	sortable: ['date'],
	includeDeleted: true,
	simplify: simplifyCreditNote,
};

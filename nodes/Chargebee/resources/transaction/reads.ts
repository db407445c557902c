import { amount, anyOf, choices, is, period, startsWith } from '../../reads/filter';
import type { ReadSpec } from '../../reads/readSpec';
import { GATEWAYS, PAYMENT_METHODS } from './payments';
import { simplifyTransaction } from './simplify';

/** https://apidocs.chargebee.com/docs/api/transactions#list_transactions */
export const transactionReads: ReadSpec = {
	resource: 'transaction',
	member: 'transaction',
	singular: 'transaction',
	plural: 'transactions',
	path: '/transactions',
	placeholder: 'txn_AzyNew1',
	filters: [
		...amount('amount', 'Amount'),
		...amount('amount_capturable', 'Amount Capturable'),
		anyOf('customer_id', 'Customer ID'),
		...period('date', 'Date'),
		choices('gateway', 'Gateway', GATEWAYS),
		anyOf('gateway_account_id', 'Gateway Account ID'),
		anyOf('id', 'ID'),
		is('id_at_gateway', 'ID at Gateway'),
		startsWith('id', 'ID'),
		choices('payment_method', 'Payment Method', PAYMENT_METHODS),
		anyOf('payment_source_id', 'Payment Source ID'),
		is('reference_number', 'Reference Number', {
			description: 'Of the cheque or bank transfer, as it was recorded',
		}),
		startsWith('reference_number', 'Reference Number'),
		choices('status', 'Status', [
			'in_progress',
			'success',
			'voided',
			'failure',
			'timeout',
			'needs_attention',
			'late_failure',
		]),
		anyOf('subscription_id', 'Subscription ID'),
		choices('type', 'Type', ['authorization', 'payment', 'refund', 'payment_reversal']),
		...period('updated_at', 'Updated'),
	],
	sortable: ['date', 'updated_at'],
	includeDeleted: true,
	simplify: simplifyTransaction,
};

import { choice, ID, NAME, NUMBER, OWNER, REFERENCE, TIME } from '../operators';
import { GATEWAYS, PAYMENT_METHODS } from './payments';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const transactions: Resource = {
	list: {
		path: 'transactions',
		filters: {
			id: ID,
			customer_id: REFERENCE,
			subscription_id: REFERENCE,
			payment_source_id: REFERENCE,
			payment_method: choice(...PAYMENT_METHODS),
			gateway: choice(...GATEWAYS),
			gateway_account_id: ID,
			id_at_gateway: OWNER,
			reference_number: NAME,
			type: choice('authorization', 'payment', 'refund', 'payment_reversal'),
			date: TIME,
			amount: NUMBER,
			amount_capturable: NUMBER,
			status: choice(
				'in_progress',
				'success',
				'voided',
				'failure',
				'timeout',
				'needs_attention',
				'late_failure',
			),
			updated_at: TIME,
		},
		sortable: ['date', 'updated_at'],
		deletedBy: 'parameter',
	},
};

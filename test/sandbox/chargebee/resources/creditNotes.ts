import { choice, ID, NUMBER, REFERENCE, TIME } from '../operators';
import { CHANNEL, EINVOICE_STATUS, PRICE_TYPE } from './choices';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const creditNotes: Resource = {
	list: {
		path: 'credit_notes',
		filters: {
			id: ID,
			customer_id: ID,
			subscription_id: REFERENCE,
			reference_invoice_id: REFERENCE,
			type: choice('adjustment', 'refundable', 'store'),
			reason_code: choice(
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
			),
			create_reason_code: ID,
			status: choice('adjusted', 'refunded', 'refund_due', 'voided'),
			date: TIME,
			total: NUMBER,
			price_type: PRICE_TYPE,
			amount_allocated: NUMBER,
			amount_refunded: NUMBER,
			amount_available: NUMBER,
			voided_at: TIME,
			updated_at: TIME,
			channel: CHANNEL,
			'einvoice[status]': EINVOICE_STATUS,
		},
		sortable: ['date'],
		deletedBy: 'parameter',
	},
};

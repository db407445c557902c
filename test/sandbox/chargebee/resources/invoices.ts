import { BARE_AFTER, choice, FLAG, ID, NUMBER, PRESENCE, REFERENCE, TIME } from '../operators';
import { CHANNEL, EINVOICE_STATUS, PRICE_TYPE } from './choices';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const invoices: Resource = {
	list: {
		path: 'invoices',
		filters: {
			paid_on_after: BARE_AFTER,
			id: ID,
			subscription_id: REFERENCE,
			customer_id: ID,
			recurring: FLAG,
			status: choice('paid', 'posted', 'payment_due', 'not_paid', 'voided', 'pending'),
			price_type: PRICE_TYPE,
			date: TIME,
			paid_at: TIME,
			total: NUMBER,
			amount_paid: NUMBER,
			amount_adjusted: NUMBER,
			credits_applied: NUMBER,
			amount_due: NUMBER,
			dunning_status: { ...choice('in_progress', 'exhausted', 'stopped', 'success'), ...PRESENCE },
			payment_owner: ID,
			updated_at: TIME,
			channel: CHANNEL,
			voided_at: TIME,
			void_reason_code: ID,
			'einvoice[status]': EINVOICE_STATUS,
		},
		sources: { paid_on_after: 'paid_at' },
		sortable: ['date', 'updated_at'],
		deletedBy: 'parameter',
	},
};

import { changeContact } from '../contacts';
import { OFFLINE_PAYMENT_METHODS } from '../customerRules';
import { createCustomer, deleteCustomer, updateBillingInfo, updateCustomer } from '../customers';
import { choice, EXACT, FLAG, ID, NAME, OWNER, TIME } from '../operators';
import { deleteRelationship, setRelationship } from '../relationships';
import type { Resource } from './resource';

/** Filters and their operators are those of the list schema of Chargebee's official SDK (npm chargebee 3.33.0, MIT). */
export const customers: Resource = {
	list: {
		path: 'customers',
		filters: {
			id: ID,
			first_name: NAME,
			last_name: NAME,
			email: NAME,
			company: NAME,
			phone: NAME,
			auto_collection: choice('on', 'off'),
			taxability: choice('taxable', 'exempt'),
			offline_payment_method: choice(...OFFLINE_PAYMENT_METHODS),
			channel: choice('web', 'app_store', 'play_store'),
			auto_close_invoices: FLAG,
			created_at: TIME,
			updated_at: TIME,
			business_entity_id: EXACT,
			'relationship[parent_id]': OWNER,
			'relationship[payment_owner_id]': OWNER,
			'relationship[invoice_owner_id]': OWNER,
		},
		customFields: true,
		sortable: ['created_at', 'updated_at'],
		deletedBy: 'parameter',
	},
	writes: {
		create: createCustomer,
		update: updateCustomer,
		operations: {
			update_billing_info: updateBillingInfo,
			delete: deleteCustomer,
			relationships: setRelationship,
			delete_relationship: deleteRelationship,
			add_contact: (site, id, body) => changeContact(site, id, 'add_contact', body),
			update_contact: (site, id, body) => changeContact(site, id, 'update_contact', body),
			delete_contact: (site, id, body) => changeContact(site, id, 'delete_contact', body),
		},
	},
};

import { CUSTOMER_ID_LENGTH, deterministicId } from '../../../shared/source/sourceKey';
import { upsertDescription } from '../../operations/upsert/description';
import { upsertOperation } from '../../operations/upsert/execute';
import { parentFields } from '../../operations/upsert/parentFields';
import type { ParentSetting, UpsertResource } from '../../operations/upsert/resource';
import type { Wanted } from '../../upsert/types';
import { isSourceCustomer, mapSourceCustomer } from './defaultMapping';
import { CUSTOMER_MATCH_KEYS, defineCustomer } from './spec';

/** Where the status of a customer in CloudSuite is shown, when the user wants inactive ones flagged. */
const STATUS = 'meta_data.cloudsuite_status';

const PARENT: ParentSetting = {
	label: 'Parent Customer',
	defaultKey: '',
	placeholder: 'e.g. ln:ACME_PRD:1300:C000100',
	description:
		'The customer above this one in the account hierarchy. It must be in Chargebee, or come in the same run.',
	idLength: CUSTOMER_ID_LENGTH,
	optional: true,
};

export const customerUpsert: UpsertResource = {
	resource: 'customer',
	define: defineCustomer,
	idLength: CUSTOMER_ID_LENGTH,
	matchKeys: CUSTOMER_MATCH_KEYS,
	defaultMatchKeys: ['vat_number', 'email'],
	entities: ['customer'],
	searchableReference: true,
	catalog: false,
	mapSource: (json) => (isSourceCustomer(json) ? mapSourceCustomer(json) : undefined),
	parent: PARENT,
	defineParent: defineCustomer,
	parentSearchable: true,
	putAside: { field: STATUS, value: 'inactive', inUse: null },
	successor: (wanted, { whenGone }) => (whenGone === 'restore' ? renewed(wanted) : wanted),
};

/** Whether the id of a deleted customer may be used again is not documented, so one that is created anew gets another. */
function renewed(wanted: Wanted): Wanted {
	return { ...wanted, successorId: deterministicId(`${wanted.sourceKey}~2`, CUSTOMER_ID_LENGTH) };
}

export const upsertCustomers = upsertOperation(customerUpsert);

export const upsertCustomerDescription = upsertDescription({
	resource: 'customer',
	one: 'customer',
	many: 'customers',
	keyExample: 'ln:ACME_PRD:1300:C000123',
	fieldsMethod: 'getCustomerFields',
	mappingNote: 'Customers straight from the Infor CloudSuite node are mapped by a built-in table.',
	matchOptions: [
		{ name: 'Company Name', value: 'company' },
		{ name: 'Email', value: 'email' },
		{ name: 'Phone', value: 'phone' },
		{ name: 'VAT Number', value: 'vat_number' },
	],
	matchDefault: customerUpsert.defaultMatchKeys,
	more: parentFields(PARENT),
	putAside: {
		name: 'Flag',
		description: 'Writes "inactive" into the customer\'s metadata as "cloudsuite_status"',
	},
	referenceField: true,
	reconciles: true,
});

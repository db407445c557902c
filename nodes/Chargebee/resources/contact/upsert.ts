import type { IDataObject } from 'n8n-workflow';
import { CUSTOMER_ID_LENGTH } from '../../../shared/source/sourceKey';
import { upsertDescription } from '../../operations/upsert/description';
import { upsertOperation } from '../../operations/upsert/execute';
import { parentFields } from '../../operations/upsert/parentFields';
import type { ParentSetting, UpsertResource } from '../../operations/upsert/resource';
import { defineCustomer } from '../customer/spec';
import { CONTACT_MATCH_KEYS, defineContact } from './spec';

/** Chargebee's longest contact id. https://apidocs.chargebee.com/docs/api/customers */
const CONTACT_ID_LENGTH = 150;

const CUSTOMER: ParentSetting = {
	label: 'Customer',
	defaultKey: '={{ $json.customerKey }}',
	placeholder: 'e.g. ln:ACME_PRD:1300:C000123',
	description: 'The customer the contact belongs to. It must be in Chargebee already.',
	idLength: CUSTOMER_ID_LENGTH,
};

export const contactUpsert: UpsertResource = {
	resource: 'contact',
	define: defineContact,
	idLength: CONTACT_ID_LENGTH,
	matchKeys: CONTACT_MATCH_KEYS,
	defaultMatchKeys: ['email'],
	entities: [],
	searchableReference: false,
	catalog: false,
	mapSource,
	parent: CUSTOMER,
	defineParent: defineCustomer,
	parentSearchable: true,
	parentEntities: ['customer'],
	putAside: { field: 'enabled', value: false, inUse: true },
};

/** A contact as the Infor CloudSuite node has it inside its customer. */
function mapSource(json: IDataObject): IDataObject | undefined {
	if (!('firstName' in json) || !('lastName' in json) || !('primary' in json)) return undefined;
	const { firstName, lastName, role, ...rest } = json;
	return { ...rest, first_name: firstName, last_name: lastName, label: role };
}

export const upsertContacts = upsertOperation(contactUpsert);

export const upsertContactDescription = upsertDescription({
	resource: 'contact',
	one: 'contact',
	many: 'contacts',
	keyExample: 'ln:ACME_PRD:1300:CNT000123',
	keyDescription:
		'Identifies the contact in CloudSuite for ever: product:tenant:company:ID. Contacts have no metadata in Chargebee, so the ID of a new contact is made from it.',
	fieldsMethod: 'getContactFields',
	mappingNote:
		'Contacts as the Infor CloudSuite node has them inside a customer are mapped by a built-in table.',
	matchOptions: [{ name: 'Email', value: 'email' }],
	matchDefault: contactUpsert.defaultMatchKeys,
	more: parentFields(CUSTOMER),
	putAside: { name: 'Disable', description: 'The contact stays, and gets no more e-mails' },
	referenceField: false,
});

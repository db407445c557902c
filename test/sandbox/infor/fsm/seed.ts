import type { SeedCustomer } from '../../seed/customers';
import { codeTables } from '../../seed/codeTables';
import type { SampleCompany } from '../../seed/copies';
import { sampleCompany } from '../../seed/copies';
import type { SeedItem } from '../../seed/items';
import type { FsmData, FsmRecord } from './data';
import { FSM_BEHAVIOUR } from './data';

/** The finance enterprise group that is synced, and the one a lost filter would bring into the sync. */
export const FSM_GROUP = 'ACME';
export const OTHER_FSM_GROUP = 'SERVICE';

/** In the order of `FinanceEnterpriseGroup`s: the groups customers and items are kept in. */
const CUSTOMER_GROUPS: Record<string, string> = { [FSM_GROUP]: 'CG1', [OTHER_FSM_GROUP]: 'CG2' };
const ITEM_GROUPS: Record<string, string> = { [FSM_GROUP]: 'IG1', [OTHER_FSM_GROUP]: 'IG2' };

const LONG_AGO = Date.parse('2021-01-04T08:00:00Z');

/**
 * The sample company in FSM: 300 customers and 120 items in one finance enterprise group; another one has 24 other
 * customers and 10 items under codes that exist in the first, too.
 * No list of fields of these classes is public. But for the keys (`ItemGroup`, `Item`, `FinanceEnterpriseGroup`: see
 * https://github.com/clipham/infor-cloudsuite-mcp) all names are made up: they are those the node sets beforehand.
 */
export function fsmSeed({ customers, items }: SampleCompany = sampleCompany()): FsmData {
	return {
		classes: {
			Customer: {
				key: ['FinanceEnterpriseGroup', 'CustomerGroup', 'Customer'],
				records: [
					...customers.map((customer) => customerRecord(customer, FSM_GROUP)),
					...customers
						.slice(0, 24)
						.map(asServiceCustomer)
						.map((customer) => customerRecord(customer, OTHER_FSM_GROUP)),
				],
			},
			FinanceEnterpriseGroup: {
				key: ['FinanceEnterpriseGroup'],
				records: [FSM_GROUP, OTHER_FSM_GROUP].map((group) =>
					record({ FinanceEnterpriseGroup: group, Description: `${group} group` }, {}),
				),
			},
			Item: {
				key: ['FinanceEnterpriseGroup', 'ItemGroup', 'Item'],
				records: [
					...items.map((item) => itemRecord(item, FSM_GROUP)),
					...items.slice(0, 10).map((item) => itemRecord(item, OTHER_FSM_GROUP)),
				],
			},
		},
		lists: ['PrimaryCustomerList'],
		behaviour: structuredClone(FSM_BEHAVIOUR),
	};
}

const LANGUAGES = new Map(
	codeTables().languages.map(({ Language, ISOCode }) => [Language, ISOCode as string]),
);

function customerRecord(customer: SeedCustomer, group: string): FsmRecord {
	const { city, country, people } = customer;
	const hasRoles = customer.status !== 'Prospect';
	const [person] = people.filter(({ active }) => active);
	const isDoubtful = customer.doubtful && customer.status === 'Active';
	return record(
		{
			FinanceEnterpriseGroup: group,
			CustomerGroup: CUSTOMER_GROUPS[group],
			Customer: customer.id.trim(),
			Name: customer.name,
			SearchName: customer.searchKey,
			Status: isDoubtful ? 'Doubtful' : customer.status,
			EmailAddress: people.find(({ active, email }) => active && email !== null)?.email,
			PhoneNumber: customer.phone,
			WebAddress: customer.website,
			TaxRegistrationNumber: customer.vatNumber,
			CompanyRegistrationNumber: customer.registrationNumber,
			Currency: country.currency,
			Language: LANGUAGES.get(country.language),
			PaymentTerms: hasRoles ? customer.paymentTerms : '',
			CreditLimit: hasRoles ? `${customer.creditLimit}.00` : '',
			AddressLine1: `${customer.street} ${customer.houseNumber}`,
			City: city.name['en-US'],
			StateProvince: city.state,
			PostalCode: city.postalCode,
			// a code that is none in this tenant: someone typed it before the table was cleaned up
			Country: customer.countryCode === country.code ? country.iso2 : customer.countryCode,
			PrimaryContact: person?.code,
			ContactFirstName: person?.firstName,
			ContactLastName: person?.lastName,
			ContactEmailAddress: person?.email,
			ContactPhoneNumber: person ? customer.phone : '',
			ContactTitle: person?.jobTitle,
			ParentCustomer: customer.parent?.trim(),
			'CustomerClass.Description': 'Resellers',
		},
		{ addedAt: Date.parse(customer.createdAt), changedAt: Date.parse(customer.modifiedAt) },
	);
}

function itemRecord(item: SeedItem, group: string): FsmRecord {
	return record(
		{
			FinanceEnterpriseGroup: group,
			ItemGroup: ITEM_GROUPS[group],
			Item: item.id,
			Description: item.name,
			Active: 'true',
			ItemType: item.oldType ? 'Service' : item.kind,
			InventoryMajorClass: item.group,
			StockUOM: item.unit,
			ListPrice: item.price === null ? '' : String(item.price),
			// an empty date is eight zeros: seen in a published client of Infor HCM, which is built on Landmark, too
			EffectiveDate: '00000000',
		},
		{
			...(item.createdAt === null ? {} : { addedAt: Date.parse(item.createdAt) }),
			...(item.modifiedAt === null ? {} : { changedAt: Date.parse(item.modifiedAt) }),
		},
	);
}

/** Same code, other group, other customer. */
function asServiceCustomer(customer: SeedCustomer, position: number): SeedCustomer {
	return { ...customer, name: `Service customer ${position + 1}`, people: [], vatNumber: null };
}

function record(
	fields: Readonly<Record<string, string | null | undefined>>,
	{ addedAt = LONG_AGO, changedAt = LONG_AGO }: Partial<Pick<FsmRecord, 'addedAt' | 'changedAt'>>,
): FsmRecord {
	const texts = Object.entries(fields).map(([field, value]) => [field, value ?? ''] as const);
	return { fields: Object.fromEntries(texts), addedAt, changedAt };
}

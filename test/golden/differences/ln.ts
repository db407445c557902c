import type { Telling } from '../difference';
import { nothing } from '../difference';

export const lnTelling: Telling = {
	product: 'ln',
	name: 'LN',
	company: '1300',
	keyCompany: '1300',
	customers: [
		{
			field: 'createdAt',
			why: 'The OData service of business partners has no date of creation, although the table behind it has one (read it through Data Fabric).',
			tells: nothing,
		},
		{
			field: 'modifiedAt',
			why: 'The OData services of business partners, roles, addresses and contacts have no date of change: changes are found by reading all and comparing. Data Fabric has the dates.',
			tells: nothing,
		},
	],
	items: [
		{
			field: 'status',
			why: 'The item service has no status: an item that is no longer sold can not be told from the others.',
			tells: nothing,
		},
	],
};

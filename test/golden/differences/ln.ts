import type { Telling } from '../difference';
import { nothing } from '../difference';

export const lnTelling: Telling = {
	product: 'ln',
	name: 'LN',
	company: '1300',
	keyCompany: '1300',
	reads: {
		through:
			'OData services behind `LN/lnapi/odata`: `tcapi.comBusinessPartner`, `tcapi.comContact`, `tcapi.ibdItem`, `tdapi.isaItemSales`',
		customers: 'reading all and comparing; 500 rows a call unless set otherwise',
		items:
			'`LastModificationDate`, to the second; a changed sales price only by reading all and comparing',
	},
	notes: [
		'Services have to be activated per company (session ttrst0500m000), and the service account needs API roles. Data authorisations can hide rows without an error.',
		'An item of a project keeps its project in the ID: `PRJ000007/AX-2040`.',
		'An item has one sales price. Price books are not published as a service.',
	],
	customers: [
		{
			field: 'createdAt',
			why: 'The OData service of business partners has no date of creation, although the table behind it has one.',
			tells: nothing,
		},
		{
			field: 'modifiedAt',
			why: 'The OData services of business partners, roles, addresses and contacts have no date of change: changes are found by reading all and comparing.',
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

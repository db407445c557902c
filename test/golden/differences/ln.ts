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
		customers:
			'reading all and comparing, 500 rows a call unless set otherwise; by a date your tenant has added, if "Changed By" names it',
		items:
			'`LastModificationDate`, to the second; a changed sales price only by reading all and comparing',
	},
	notes: [
		'Services have to be activated per company (session ttrst0500m000), and the service account needs API roles. Data authorisations can hide rows without an error.',
		'An item of a project keeps its project in the ID: `PRJ000007/AX-2040`.',
		'Customers are business partners joined with their sold-to, invoice-to and pay-by roles, addresses, tax numbers and contacts. Payment terms and credit limit are those of the invoice-to role for all departments; who has none, and is invoiced at another partner, has that one’s terms. Address, phone, status and currency come from a role where the partner itself has none.',
		'A tenant can keep any of these entity sets in a service of its own: "Entity Sets" in the options says where, and the names are checked against the tenant before anything is read. LN has no list of services, so only known ones are offered, and the one whose name you type.',
		'With "Changed By", each joined set that has a column of the same name, or `LastModificationDate`, is asked for changes as well. A set without one is named in a hint: what changes there alone (an address, a contact) is found by comparing only. So is what was deleted, and a contact or number that went to another partner.',
		'Columns a later release or your tenant has added are named in a hint and come with the raw rows; those that are gone or have another type are named before anything is read. What a tenant has is asked once in ten minutes, and again when LN refuses a column.',
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
			why: 'The OData services of business partners, roles, addresses and contacts have no date of change: changes are found by reading all and comparing, unless your tenant has added a column and "Changed By" names it.',
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

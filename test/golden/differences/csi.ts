import type { Telling } from '../difference';
import { nothing } from '../difference';

/** Seven characters, told without the blanks before a number of digits alone. */
function numberOf(id: string): string {
	if (id.startsWith('P')) return id.slice(1);
	return id.startsWith('C') ? `C${id.slice(3)}` : id.replace('-', '');
}

const LANGUAGES: Record<string, string> = {
	...{ en: 'ENG', de: 'GER', fr: 'FRA', nl: 'DUT', es: 'SPA', it: 'ITA', sv: 'SWE', da: 'DAN' },
	pl: 'POL',
};

export const csiTelling: Telling = {
	product: 'csi',
	name: 'CloudSuite Industrial (SyteLine)',
	company: 'ACME_TST_DALS',
	keyCompany: 'ACME_TST_DALS',
	reads: {
		through:
			'IDO request service of Mongoose, version 2, behind `CSI/IDORequestService/ido`: `SLCustomers`, `SLItems`, `SLItemprices`, or IDOs of your own that extend them',
		customers: '`RecordDate` and `AdrRecordDate`, to the millisecond',
		items:
			'`RecordDate`, to the millisecond; the trigger also finds prices that were changed or have come into force',
	},
	notes: [
		'The company is a configuration, which is one site. Its name is part of every key. It is compared with the tenant’s list without regard to letter case, and keys have it as the list does; where the service account may not see the list, enter it exactly so.',
		'Customers are rows of `SLCustomers` with `CustSeq` 0; ship-to addresses are left out.',
		'CSI dates changes by the clock of its server, without a zone: set "Time Zone" to the server’s (the workflow’s holds unless set). With a wrong one the trigger may miss changes, and dates are off; the reading of all with "Only Changed" misses none.',
		'Without `AdrRecordDate` of customers, or `RecordDate` of prices ("Properties Left Out"), the trigger reads all and compares, 20,000 records at most, and "Modified Since" does not find changed addresses.',
		'Dates and numbers in another form than CSI’s internal one are an error that names record, property and value: taken for none, a change would never be found.',
		'A price that is deleted is no change: nothing of it is left that has a date. The item gets the price that is in force by then when it is read again, by "Only Changed" or with its next change; run that now and then, as the scheduled templates do.',
		'Customer numbers of digits alone stand right-justified in CSI, with blanks before them. They are told and found without these. Where an IDO gives them without their blanks, the node puts them back (to the length CSI declares, else "Customer Number Length"), because CSI orders them with.',
		'Properties are compared with what the IDOs of your tenant have before anything is read. Where the service account may not see their description, CSI itself refuses what it does not have.',
		'Pages are read in the order of keys, each behind the last key of the one before, so that changes meanwhile move nothing. Where an IDO does not take that filter, set "Paging" to bookmarks.',
		'Customers have no status. A credit hold is told as doubtful, a customer that is not shown in lists to choose from as inactive; items with `Stat` A or S are active, with O inactive. What these values mean is not published: "Status Values" says otherwise.',
		'An item gets the price (`UnitPrice1`) in force today, the newest by `EffectDate`; of several currencies the one in "Price Currency". Item prices have all of them, also past and future ones, and quantity breaks. Prices of other price codes (`UnitPrice2` and on) are not read.',
		'Countries are names in CSI. Those in English and eleven other languages become ISO codes; translate others under "Code Mappings".',
		'An API Request gives CSI’s answer as it is: it failed where `Success` is false. Its paths are like `load/SLSites`, and it is made in the first configuration named.',
		'The service account needs the privilege Read on each IDO, and CSI’s licence. A message may name another IDO than the one asked for: one that extends it in your tenant.',
	],
	customers: [
		{
			field: 'id',
			why: 'Customer numbers have seven characters.',
			tells: ({ id }) => numberOf(id),
		},
		{
			field: 'parentId',
			why: 'As with the ID; the parent is the corporate customer.',
			tells: ({ parentId }) => (parentId === null ? null : numberOf(parentId)),
		},
		{ field: 'searchKey', why: 'No property with it is known.', tells: nothing },
		{
			field: 'status',
			why: 'No property tells prospects: a customer is active, unless on hold or not shown in lists.',
			tells: ({ status }) => (status === 'prospect' ? 'active' : status),
		},
		{
			field: 'role',
			why: 'No property tells that a customer is a supplier, too.',
			tells: () => 'customer',
		},
		{ field: 'registrationNumber', why: 'No property with it is known.', tells: nothing },
		{
			field: 'language',
			why: 'Codes of languages are CSI’s own. Map them.',
			tells: ({ language }) => LANGUAGES[language ?? ''] ?? null,
		},
		{
			field: 'creditLimit',
			why: 'A credit limit that was not entered is 0.',
			tells: ({ creditLimit }) => creditLimit ?? 0,
		},
		{
			field: 'contacts',
			why: 'A customer has up to three contacts (`Contact_1` to `Contact_3`), each a name in one field and a phone. They are told by their number, with the whole name as the last name. Which of the customer’s e-mail addresses belongs to which is not published, so these stand on the customer alone.',
			tells: ({ contacts, phone }) =>
				contacts.map(({ firstName, lastName }, position) => ({
					id: String(position + 1),
					firstName: null,
					lastName: `${firstName} ${lastName}`,
					email: null,
					phone: position === 0 ? phone : null,
					role: null,
					primary: position === 0,
				})),
		},
	],
	items: [
		{
			field: 'id',
			why: 'An item of a project is not kept apart.',
			tells: ({ id }) => id.split('/').pop(),
		},
		{
			field: 'type',
			why: 'It is the material type, a code of CSI’s own.',
			tells: ({ type }) => (type === 'service' ? 'o' : 'm'),
		},
		{
			field: 'currency',
			why: 'A currency is one of a price: an item without a price has none.',
			tells: ({ currency, price }) => (price === null ? null : currency),
		},
		{ field: 'taxCode', why: 'No property of items with it is known.', tells: nothing },
	],
};

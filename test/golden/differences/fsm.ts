import type { Telling } from '../difference';
import { nothing } from '../difference';

/** Customers and items are kept in groups, which are part of the key. */
const inCustomerGroup = (id: string) => `CG1/${id}`;

export const fsmTelling: Telling = {
	product: 'fsm',
	name: 'Financials & Supply Management (FSM)',
	company: 'ACME',
	keyCompany: 'ACME',
	reads: {
		through:
			'lists of business classes behind `FSM/fsm/soap/classes`: `Customer` and `Item`, unless others are named; fields as mapped in the options',
		customers:
			'FSM’s time stamps (`_fts`, to a hundredth of a second), or reading all and comparing',
		items: 'the same',
	},
	notes: [
		'Nothing of the field mapping set beforehand is verified: Infor publishes no list of the fields of these classes. Every name is compared with a record of your tenant before anything is read, and the error lists the fields the class has; correct the mapping with it.',
		'The company is the value of the company field (`FinanceEnterpriseGroup` unless set otherwise), and only records with it are read. Without such a field in the class, all records are read as of the group entered.',
		'An ID has all parts of the key but the company, e.g. `CG1/C00100001`. Key fields must not be changed later: every key would be another one.',
		'FSM says of a change only that it happened since a moment. `modifiedAt` is a field you map, and empty without.',
		'FSM adds a field to what changed that says whether a record was deleted; its name is not published. Until you name it ("Change Marker Field"), each change is read again to see whether the record is still there: one call more for 25 changes. Deleted records are left out, with a hint; what was made of them stays in Chargebee.',
		'A change of a related record (a mapped field with a dot) counts only if its relation is named under "Related Records".',
		'An "LPL Filter" of your own is checked by FSM alone. Company, groups and IDs are checked again by the node: what FSM lets through beyond them is left out, with a hint.',
		'"Get Slice" goes on by FSM’s own link to the next page, so a slice costs its own pages; its `next` has that link in it. With another question or link refused, the list is read up to the record the slice before ended with.',
		'A trigger that starts with everything keeps a trace of each record in the workflow until later changes are found; for many thousand records use the template "Sync customers".',
		'The service account has to be mapped to an FSM user (actor). Otherwise FSM says "No data context available".',
	],
	customers: [
		{
			field: 'id',
			why: 'The key of a customer is customer group and code: `CG1/C00100001`.',
			tells: ({ id }) => inCustomerGroup(id),
		},
		{
			field: 'parentId',
			why: 'The parent is told with its customer group, as its own ID is.',
			tells: ({ parentId }) => (parentId === null ? null : inCustomerGroup(parentId)),
		},
		{
			field: 'role',
			why: 'Vendors are a class of their own: a customer that is a supplier, too, is told as a customer.',
			tells: () => 'customer',
		},
		{
			field: 'contacts',
			why: 'One contact can be mapped, as fields of the customer. How a class holds several is not published.',
			tells: ({ contacts }) => contacts.slice(0, 1),
		},
		{
			field: 'createdAt',
			why: 'No field with the date is known. Map one if your class has it.',
			tells: nothing,
		},
		{
			field: 'modifiedAt',
			why: 'No field with the date is known. Changes are found by FSM’s time stamps without it.',
			tells: nothing,
		},
	],
	items: [
		{
			field: 'id',
			why: 'The key of an item is item group and code: `IG1/AX-2000`. Items of projects are not kept apart.',
			tells: ({ id }) => `IG1/${id.split('/').pop() ?? ''}`,
		},
		{
			field: 'price',
			why: 'Prices are kept apart from items, and no class of them is known. Map a field if your class has one.',
			tells: nothing,
		},
		{ field: 'currency', why: 'As with the price.', tells: nothing },
		{ field: 'priceUnit', why: 'As with the price.', tells: nothing },
		{
			field: 'taxCode',
			why: 'No field with it is known. Map one if your class has it.',
			tells: nothing,
		},
		{ field: 'createdAt', why: 'No field with the date is known.', tells: nothing },
		{
			field: 'modifiedAt',
			why: 'No field with the date is known. Changes are found by FSM’s time stamps without it.',
			tells: nothing,
		},
	],
};

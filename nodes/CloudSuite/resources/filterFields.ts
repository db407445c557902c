import type { INodeProperties } from 'n8n-workflow';
import { STATUS_OPTIONS } from '../products/optionFields';
import type { KindId } from './kinds';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

const STATUS: INodeProperties = {
	displayName: 'Status',
	name: 'status',
	type: 'multiOptions',
	options: STATUS_OPTIONS,
	default: [],
	description: 'All, unless this says otherwise',
};

const ROLE: INodeProperties = {
	displayName: 'Role',
	name: 'role',
	type: 'options',
	displayOptions: { show: { '/product': ['ln', 'dataFabric'] } },
	options: [
		{ name: 'Any', value: 'any' },
		{ name: 'Customer', value: 'customer', description: 'Also those that are supplier too' },
		{
			name: 'Customer That Buys (Sold-To)',
			value: 'soldTo',
			description: 'Customers that have a sold-to role',
		},
		{
			name: 'Customer That Is Invoiced (Invoice-To)',
			value: 'invoiceTo',
			description: 'Customers that have an invoice-to role for all departments',
		},
		{
			name: 'Customer That Pays (Pay-By)',
			value: 'payBy',
			description: 'Customers that have a pay-by role for all departments',
		},
		{ name: 'Supplier', value: 'supplier', description: 'Also those that are customer too' },
	],
	default: 'customer',
	description: 'Customers only, unless this says otherwise',
};

const GROUPS: INodeProperties = {
	displayName: 'Item Groups',
	name: 'groups',
	type: 'string',
	default: '',
	placeholder: 'e.g. BOLTS, DRIVES',
	description: 'One, or several separated by commas',
};

function idsField(of: string): INodeProperties {
	return {
		displayName: 'IDs',
		name: 'ids',
		type: 'string',
		default: '',
		placeholder: 'e.g. C000123, C000124',
		description: `Only ${of} with these IDs, separated by commas`,
	};
}

function modifiedSinceField(kind: KindId): INodeProperties {
	return {
		displayName: 'Modified Since',
		name: 'modifiedSince',
		type: 'dateTime',
		default: '',
		description:
			kind === 'customer' || kind === 'contact'
				? 'Only records with a date of change at or after this moment. Records without a date are not found this way. Customers of LN have a date only where "Changed By" in the options names one.'
				: 'Only records with a date of change at or after this moment. Records without a date are not found this way; neither are changes of what is kept apart from the record, e.g. a sales price in LN.',
	};
}

/** "Filters" of a trigger: what a record is, not when it changed. */
export function lastingFiltersField(kind: 'customer' | 'item', show: Show): INodeProperties {
	return collection(show, kind === 'customer' ? [ROLE, STATUS] : [GROUPS, STATUS]);
}

/** "Filters" of a list of masters. */
export function filtersField(kind: KindId, show: Show): INodeProperties {
	return collection(
		show,
		kind === 'customer' || kind === 'contact'
			? [idsField('customers'), modifiedSinceField(kind), ROLE, STATUS]
			: [idsField('items'), GROUPS, modifiedSinceField(kind), STATUS],
	);
}

function collection(show: Show, options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options,
	};
}

import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** A field for rows, or another value, that an expression gives. */
export function jsonField(
	name: string,
	displayName: string,
	description: string,
	rest: Partial<INodeProperties> = {},
): INodeProperties {
	return { displayName, name, type: 'json', default: '[]', description, ...rest };
}

/** How much of a limit is used. */
export const apiUseField = jsonField(
	'apiUse',
	'API Use',
	'Calls in a time, and how many are allowed in it, as {"used": 1, "limit": 2, "minutes": 15}',
	{ default: '{}' },
);

/** The present, unless somebody wants to know how it would be at another time. */
export const nowField: INodeProperties = {
	displayName: 'Now',
	name: 'now',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-01-31T08:00:00Z',
	description: 'The moment to work with; the present when empty',
};

/** "Flows": which shall run, and how often. */
export function flowsField(show: Show, more: INodeProperties[] = []): INodeProperties {
	const values: INodeProperties[] = [
		{
			displayName: 'Cadence in Minutes',
			name: 'cadenceMinutes',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 15,
			description: 'Time between two runs; a flow is late after twice that. 0 for no schedule.',
		},
		{
			displayName: 'Flow',
			name: 'flow',
			type: 'string',
			default: '',
			placeholder: 'e.g. sync-customers',
			description: 'As in Settings of its workflow',
		},
		...more,
	];
	return {
		displayName: 'Flows',
		name: 'flows',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Flow',
		default: {},
		description: 'The flows that shall run, with their cadence',
		displayOptions: { show },
		options: [{ displayName: 'Flow', name: 'flow', values }],
	};
}

/** "Previous Removals" of the chain: what retention said. */
export const fromField: INodeProperties = jsonField(
	'from',
	'From',
	'What retention said last in newFrom: per flow the hash of the last row it removed. Empty when nothing was ever removed.',
	{ default: '{}' },
);

import type { INodeProperties } from 'n8n-workflow';
import { businessEntityOption, suppressOption } from '../../transport/settings';
import type { UpsertWords } from './description';
import { fieldRulesOption } from './fieldRules';

/** The options of "Create or Update", in alphabetical order as n8n shows them. */
export function upsertOptions(words: UpsertWords): INodeProperties[] {
	return inOrder([
		...planningOptions(words),
		...writingOptions(words),
		...(words.putAside ? [mostInactiveOption] : []),
		suppressOption,
		...(words.matchOptions.length > 0 ? [searchOption(words)] : []),
	]);
}

/** Options that decide what is planned for a record. */
export function planningOptions(words: UpsertWords): INodeProperties[] {
	return [
		...policyOptions(words),
		...inactiveOptions(words),
		...decisionOptions(words),
		fieldRulesOption,
		businessEntityOption,
		{
			displayName: 'Known Chargebee ID',
			name: 'knownChargebeeId',
			type: 'string',
			default: '={{ $json.known?.chargebeeId ?? "" }}',
			description: `The Chargebee ID an earlier run recorded for this ${words.one}, if there is one: saves searching for ${words.many} that were linked`,
		},
		...(words.referenceField ? [referenceFieldOption(words)] : []),
	];
}

export function inOrder(options: INodeProperties[]): INodeProperties[] {
	return options.sort((a, b) => a.displayName.localeCompare(b.displayName, 'en'));
}

/** What a person decided after reviewing a preview comes back item by item. */
function decisionOptions({ one }: UpsertWords): INodeProperties[] {
	return [
		{
			displayName: 'Decision',
			name: 'decision',
			type: 'string',
			default: '={{ $json.decision ?? "" }}',
			placeholder: 'e.g. link',
			description: `What a person decided about this ${one}: link (to the one under Decision ID), create (match keys are passed over), ignore (it is left out), or empty to let the match keys decide`,
		},
		{
			displayName: 'Decision ID',
			name: 'decisionId',
			type: 'string',
			default: '={{ $json.decision_id ?? "" }}',
			placeholder: 'e.g. AzyXYZ1',
			description: `The Chargebee ID of the ${one} to link to, when the decision is link`,
		},
	];
}

function policyOptions({ one, freezes }: UpsertWords): INodeProperties[] {
	return [
		{
			displayName: 'When Deleted or Archived',
			name: 'whenGone',
			type: 'options',
			options: [
				{
					name: 'Bring Back',
					value: 'restore',
					description: 'An archived record is made active again, a deleted one is created anew',
				},
				{ name: 'Report a Conflict', value: 'conflict' },
			],
			default: 'conflict',
			description: `What to do when the linked ${one} was deleted or archived in Chargebee`,
		},
		{
			displayName: 'When Found by a Match Key',
			name: 'whenFound',
			type: 'options',
			options: [
				{ name: 'Link', value: 'link' },
				{ name: 'Report a Conflict', value: 'conflict' },
			],
			default: 'link',
			description: `What to do with a ${one} that matches and is not linked to CloudSuite yet`,
		},
		...(freezes ? [frozenOption(one)] : []),
	];
}

/** Options about what becomes of plans that only say how things are. */
function writingOptions({ one }: UpsertWords): INodeProperties[] {
	return [
		{
			displayName: 'When Already Linked',
			name: 'whenConfirmed',
			type: 'options',
			options: [
				{ name: 'Leave Unchanged', value: 'leave' },
				{ name: 'Update', value: 'update' },
			],
			default: 'update',
			description: `What to do with a ${one} this sync created or linked before`,
		},
		{
			displayName: 'When Missing in Chargebee',
			name: 'whenAbsent',
			type: 'options',
			options: [
				{ name: 'Create', value: 'create' },
				{ name: 'Skip', value: 'skip' },
			],
			default: 'create',
			description: `What to do when Chargebee has no such ${one}`,
		},
	];
}

function frozenOption(one: string): INodeProperties {
	return {
		displayName: 'When a Used Price Would Change',
		name: 'whenFrozen',
		type: 'options',
		options: [
			{
				name: 'Create a New Price',
				value: 'successor',
				description: 'The old one stays for the subscriptions that use it',
			},
			{ name: 'Report a Conflict', value: 'conflict' },
			{
				name: 'Try to Change It',
				value: 'try',
				description: 'Chargebee refuses it once subscriptions or invoices use the price',
			},
		],
		default: 'conflict',
		description: `What to do when pricing model, currency, period or billing cycles of a ${one} differ: Chargebee freezes them once the price is used`,
	};
}

const mostInactiveOption: INodeProperties = {
	displayName: 'Most Inactive per Run (%)',
	name: 'mostInactive',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 20,
	description:
		'The run stops before it writes anything when more than these, and more than ten, would be put aside: a wrong filter must not empty the site',
};

function inactiveOptions({ one, putAside }: UpsertWords): INodeProperties[] {
	if (!putAside) return [];
	return [
		{
			displayName: 'Is Inactive in CloudSuite',
			name: 'inactive',
			type: 'boolean',
			default: '={{ $json.status === "inactive" }}',
			description: `Whether the ${one} is no longer in use in CloudSuite`,
		},
		{
			displayName: 'When Inactive in CloudSuite',
			name: 'whenInactive',
			type: 'options',
			options: [
				{ name: putAside.name, value: 'putAside', description: putAside.description },
				{ name: 'Do Nothing', value: 'ignore', description: 'Update it like any other' },
			],
			default: 'ignore',
			description: 'Nothing is ever deleted because of its status in CloudSuite',
		},
	];
}

function referenceFieldOption({ one }: UpsertWords): INodeProperties {
	return {
		displayName: 'Reference Custom Field',
		name: 'referenceField',
		type: 'string',
		default: 'cf_cloudsuite_id',
		description: `API name of a custom field that shows the CloudSuite key of a ${one} in Chargebee. Used when the site has it.`,
	};
}

function searchOption({ many, one }: UpsertWords): INodeProperties {
	return {
		displayName: 'Search Before Creating',
		name: 'search',
		type: 'options',
		options: [
			{
				name: 'By Match Keys Only',
				value: 'keys',
				description: `Fewer calls on large sites; keys Chargebee can not be asked for are not used, and ${many} linked earlier whose values changed since are missed unless their ID is known`,
			},
			{
				name: 'Completely',
				value: 'complete',
				description: `Reads all ${many} when Chargebee can not be asked for a key: never misses one`,
			},
		],
		default: 'complete',
		description: `How hard to look for an existing ${one} before one is created`,
	};
}

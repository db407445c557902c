import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { reconcileFields } from '../reconcile/description';
import { upsertOptions } from './options';

/** Words and fields in which the operation differs from resource to resource. */
export interface UpsertWords {
	resource: string;
	/** e.g. `item price` */
	one: string;
	/** e.g. `item prices` */
	many: string;
	/** Example of a CloudSuite key. */
	keyExample: string;
	keyDefault?: string;
	keyDescription?: string;
	/** Name of the method that lists the fields. */
	fieldsMethod: string;
	/** What automatic mapping does with items of the CloudSuite node. */
	mappingNote: string;
	matchOptions: INodePropertyOptions[];
	matchDefault: readonly string[];
	/** Fields between the key and the mapping: parent and what else the resource needs. */
	more: INodeProperties[];
	/** Whether records can be put aside, and how it is called, e.g. `Archive`. */
	putAside?: { name: string; description: string };
	/** Whether parts freeze once used. */
	freezes?: boolean;
	/** The site's records can carry the key in a custom field. */
	referenceField: boolean;
	/** "Reconcile" compares them, with the same mapping. */
	reconciles?: boolean;
}

export function upsertDescription(words: UpsertWords): INodeProperties[] {
	const mapped = ['upsert', ...(words.reconciles ? ['reconcile'] : [])];
	const show = { resource: [words.resource], operation: mapped };
	const showWriting = { ...show, operation: ['upsert'] };
	return [
		{
			displayName: 'CloudSuite Key',
			name: 'sourceKey',
			type: 'string',
			required: true,
			default: words.keyDefault ?? '={{ $json.key }}',
			placeholder: `e.g. ${words.keyExample}`,
			description:
				words.keyDescription ??
				`Identifies the ${words.one} in CloudSuite for ever: product:tenant:company:ID. It is stored on the Chargebee ${words.one}, and the ID of a new ${words.one} is made from it.`,
			displayOptions: { show },
		},
		...words.more.map((property) => ({
			...property,
			displayOptions: { show: { ...show, ...property.displayOptions?.show } },
		})),
		{
			displayName: 'Values to Send',
			name: 'columns',
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'autoMapInputData', value: null },
			required: true,
			description: `Automatic mapping takes the input fields named like Chargebee fields. ${words.mappingNote} Empty values never clear anything in Chargebee, unless a field rule says so.`,
			typeOptions: {
				resourceMapper: {
					resourceMapperMethod: words.fieldsMethod,
					mode: 'add',
					fieldWords: { singular: 'field', plural: 'fields' },
					supportAutoMap: true,
					noFieldsError: 'The fields could not be read from Chargebee: check the credential',
				},
			},
			displayOptions: { show },
		},
		{
			displayName: words.mappingNote,
			name: 'mappingNotice',
			type: 'notice',
			default: '',
			displayOptions: { show: { ...show, '/columns.mappingMode': ['autoMapInputData'] } },
		},
		...matchKeyField(words, show),
		{
			displayName: 'Preview Only',
			name: 'preview',
			type: 'boolean',
			default: false,
			description:
				'Whether to only show what would be done, field by field, and write nothing. Running again without it does exactly that.',
			displayOptions: { show: showWriting },
		},
		{
			displayName: 'Preview Output',
			name: 'previewOutput',
			type: 'options',
			options: [
				{
					name: 'CSV-Ready Rows',
					value: 'csv',
					description: 'One flat line of text columns per record, for a spreadsheet',
				},
				{
					name: 'Full Records',
					value: 'records',
					description: 'Every detail: changes, candidates of conflicts, the record as it stands',
				},
			],
			default: 'records',
			displayOptions: { show: { ...showWriting, preview: [true] } },
		},
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			displayOptions: { show: showWriting },
			options: upsertOptions(words),
		},
		...(words.reconciles ? reconcileFields(words) : []),
	];
}

function matchKeyField(
	{ many, matchOptions, matchDefault }: UpsertWords,
	show: Record<string, string[]>,
): INodeProperties[] {
	if (matchOptions.length === 0) return [];
	return [
		{
			displayName: `Match Existing ${titleCase(many)} By`,
			name: 'matchKeys',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Match Key',
			default: { key: matchDefault.map((field) => ({ field })) },
			description: `How ${many} that were entered in Chargebee by hand are recognised, strongest first. The CloudSuite key is always tried before. One match is linked, two or more are reported as a conflict.`,
			displayOptions: { show },
			options: [
				{
					displayName: 'Match Key',
					name: 'key',
					values: [
						{
							displayName: 'Field',
							name: 'field',
							type: 'options',
							options: matchOptions,
							default: matchOptions[0]?.value ?? '',
						},
					],
				},
			],
		},
	];
}

export function titleCase(text: string): string {
	return text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

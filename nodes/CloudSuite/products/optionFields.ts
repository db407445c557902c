import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { objectOf } from '../../shared/json';
import { asText } from '../../shared/text';
import type { CodeKind, CodeMapping } from './codes';
import type { ProductId } from './product';

/** Resources that read masters; all of them have a company and options. */
export const MASTER_RESOURCES = ['customer', 'contact', 'item', 'itemPrice'];

/** "Options" of one product: what all products have, and its own. */
export function optionsField(
	product: ProductId,
	own: INodeProperties[],
	resources: string[] = MASTER_RESOURCES,
): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show: { product: [product], resource: resources } },
		options: [codeMappingsField, includeRawField, ...own].sort((a, b) =>
			a.displayName < b.displayName ? -1 : 1,
		),
	};
}

/** Our words for a status, to choose from. */
export const STATUS_OPTIONS: INodePropertyOptions[] = [
	{ name: 'Active', value: 'active' },
	{ name: 'Doubtful', value: 'doubtful' },
	{ name: 'Inactive', value: 'inactive' },
	{ name: 'Prospect', value: 'prospect' },
];

/** Whose status a value is, where customers and items do not share theirs. */
export const statusOwnerField: INodeProperties = {
	displayName: 'Of',
	name: 'resource',
	type: 'options',
	options: [
		{ name: 'Customers', value: 'customer' },
		{ name: 'Items', value: 'item' },
	],
	default: 'customer',
};

/** "Status Values": what a product's own values of a status mean. */
export function statusValuesField(
	product: string,
	example: string,
	description: string,
	further: INodeProperties[] = [],
): INodeProperties {
	return {
		displayName: 'Status Values',
		name: 'statusValues',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Value',
		default: {},
		description,
		options: [
			{
				displayName: 'Value',
				name: 'status',
				values: [
					{
						displayName: `From (${product})`,
						name: 'from',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example}`,
					},
					...further,
					{
						displayName: 'To',
						name: 'to',
						type: 'options',
						options: STATUS_OPTIONS,
						default: 'active',
					},
				],
			},
		],
	};
}

const codeMappingsField: INodeProperties = {
	displayName: 'Code Mappings',
	name: 'codeMappings',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Code',
	default: {},
	description: 'ISO codes for codes that the code tables of the tenant do not translate',
	options: [
		{
			displayName: 'Code',
			name: 'code',
			values: [
				{
					displayName: 'From (CloudSuite)',
					name: 'from',
					type: 'string',
					default: '',
					placeholder: 'e.g. D',
				},
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					options: [
						{ name: 'Country', value: 'country' },
						{ name: 'Currency', value: 'currency' },
						{ name: 'Language', value: 'language' },
						{ name: 'Unit', value: 'unit' },
					],
					default: 'country',
				},
				{
					displayName: 'To (ISO)',
					name: 'to',
					type: 'string',
					default: '',
					placeholder: 'e.g. DE',
				},
			],
		},
	],
};

const includeRawField: INodeProperties = {
	displayName: 'Include Raw Rows',
	name: 'includeRaw',
	type: 'boolean',
	default: false,
	description: 'Whether to add the rows a record was made from, by table or entity set',
};

/** The options every product has, read. */
export interface SharedOptions {
	includeRaw: boolean;
	codeMappings: CodeMapping[];
}

export function readSharedOptions(options: Readonly<Record<string, unknown>>): SharedOptions {
	return {
		includeRaw: options.includeRaw === true,
		codeMappings: (rowsOf(options.codeMappings, 'code') ?? []).map(({ kind, from, to }) => ({
			kind: asText(kind) as CodeKind,
			from: asText(from),
			to: asText(to),
		})),
	};
}

/** The rows a person added to a fixed collection; `undefined` when the option was never opened. */
export function rowsOf(
	collection: unknown,
	name: string,
): Array<Record<string, unknown>> | undefined {
	const rows = objectOf(collection)?.[name];
	return Array.isArray(rows) ? rows.map((row) => objectOf(row) ?? {}) : undefined;
}

/** A number option above zero, else what holds without it. */
export function positiveOr(value: unknown, fallback: number): number {
	return Number(value) > 0 ? Number(value) : fallback;
}

/** A path option without the slashes around it. */
export function pathOr(value: unknown, fallback: string): string {
	return (
		asText(value)
			.trim()
			.replace(/^\/+|\/+$/g, '') || fallback
	);
}

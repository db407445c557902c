import type { IDataObject, INodeProperties } from 'n8n-workflow';
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

export function readSharedOptions(options: IDataObject): SharedOptions {
	const codes = objectOf(options.codeMappings)?.code;
	return {
		includeRaw: options.includeRaw === true,
		codeMappings: (Array.isArray(codes) ? (codes as unknown[]) : []).map((one) => {
			const { kind, from, to } = objectOf(one) ?? {};
			return { kind: asText(kind) as CodeKind, from: asText(from), to: asText(to) };
		}),
	};
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

import type { INodeProperties } from 'n8n-workflow';
import type { Mapped, Targets } from './targets';

/** One of the options, but for what all of them share. */
type Text = Pick<INodeProperties, 'displayName' | 'name' | 'description'> & { default: string };

/**
 * The options that say where records of a kind come from: class or table, its key, and which field or column holds what.
 * Shown where such records are read.
 */
export function sourceFields(
	of: 'customer' | 'item',
	{ source, keys, mapping }: { source: Text | INodeProperties; keys: Text; mapping: Mapping },
): INodeProperties[] {
	const displayOptions = {
		show: { '/resource': of === 'customer' ? ['customer', 'contact'] : ['item', 'itemPrice'] },
	};
	return [
		...[source, keys].map((field) => ({ type: 'string' as const, ...field, displayOptions })),
		mappingField(mapping, displayOptions),
	];
}

interface Mapping {
	label: string;
	name: string;
	preset: readonly Mapped[];
	targets: Targets;
	/** As the product calls it, e.g. `FSM Field`. */
	column: string;
	example: string;
	description: string;
}

function mappingField(
	{ label, name, preset, targets, column, example, description }: Mapping,
	displayOptions: NonNullable<INodeProperties['displayOptions']>,
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Field',
		default: { field: preset.map((row) => ({ ...row })) },
		description,
		displayOptions,
		options: [
			{
				displayName: 'Field',
				name: 'field',
				values: [
					{
						displayName: 'Field',
						name: 'target',
						type: 'options',
						options: Object.entries(targets)
							.map(([value, [text]]) => ({ name: text, value }))
							.sort((a, b) => (a.name < b.name ? -1 : 1)),
						default: 'name',
					},
					{
						displayName: column,
						name: 'field',
						type: 'string',
						default: '',
						placeholder: `e.g. ${example}`,
					},
				],
			},
		],
	};
}

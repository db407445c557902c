import type { INodeProperties } from 'n8n-workflow';
import type { Mapped, Targets } from './targets';

/** The option in which a person says which field or column holds what. */
export function mappingField({
	label,
	name,
	preset,
	targets,
	column,
	example,
	description,
	displayOptions,
}: {
	label: string;
	name: string;
	preset: readonly Mapped[];
	targets: Targets;
	/** As the product calls it, e.g. `FSM Field`. */
	column: string;
	example: string;
	description: string;
	displayOptions: NonNullable<INodeProperties['displayOptions']>;
}): INodeProperties {
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

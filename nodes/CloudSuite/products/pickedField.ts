import type { INodeProperties } from 'n8n-workflow';

/** A name picked from the tenant or typed. A plain text of an older workflow counts as typed. */
export function pickedField(
	texts: Pick<INodeProperties, 'displayName' | 'name'> & { description: string },
	{
		searchListMethod,
		placeholder,
		preset,
		typed = 'By Name',
	}: { searchListMethod: string; placeholder: string; preset?: string; typed?: string },
): INodeProperties {
	return {
		...texts,
		type: 'resourceLocator',
		default: { mode: preset === undefined ? 'list' : 'name', value: preset ?? '' },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: typed, name: 'name', type: 'string', placeholder },
		],
	};
}

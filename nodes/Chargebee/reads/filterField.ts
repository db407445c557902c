import type { INodeProperties } from 'n8n-workflow';
import type { Filter } from './filter';

/** A filter as a field of the "Filters" collection. */
export function filterField(filter: Filter): INodeProperties {
	const { name, displayName, description, placeholder } = filter;
	const common = {
		displayName,
		name,
		...(description ? { description } : {}),
		...(placeholder ? { placeholder } : {}),
	};
	switch (filter.kind) {
		case 'is':
		case 'startsWith':
		case 'anyOf':
			return { ...common, type: 'string', default: '' };
		case 'choices':
			return { ...common, type: 'multiOptions', options: filter.options, default: [] };
		case 'flag':
			return { ...common, type: 'boolean', default: true };
		case 'after':
		case 'before':
			return { ...common, type: 'dateTime', default: '' };
		case 'atLeast':
		case 'atMost':
			return { ...common, type: 'number', default: 0 };
	}
}

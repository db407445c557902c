import type {
	IDataObject,
	IExecuteFunctions,
	INodeProperties,
	INodePropertyCollection,
} from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import { forEachItem } from '../../shared/forEachItem';
import { returnAllFields, simplifyField } from '../../shared/listFields';
import { ChargebeeClient } from '../transport/client';
import type { FormObject } from '../transport/form';
import { conditionsOf } from './condition';
import { toOptions } from './filter';
import { filterField } from './filterField';
import { readList } from './readList';
import type { Operation, ReadSpec } from './readSpec';

/** Return All, Limit, Simplify, Filters and Sort of a list. */
export function getManyDescription(spec: ReadSpec): INodeProperties[] {
	const show = { resource: [spec.resource], operation: ['getAll'] };
	return [
		...returnAllFields(show),
		simplifyField(show),
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			description: 'All of them have to hold',
			displayOptions: { show },
			options: [
				...spec.filters.map(filterField),
				...(spec.includeDeleted ? [deleted(spec)] : []),
			].sort((a, b) => (a.displayName < b.displayName ? -1 : 1)),
		},
		...(spec.sortable.length > 0 ? [sort(spec, show)] : []),
	];
}

function deleted({ plural }: ReadSpec): INodeProperties {
	return {
		displayName: 'Include Deleted',
		name: 'includeDeleted',
		type: 'boolean',
		default: false,
		description: `Whether to return deleted ${plural} too`,
	};
}

function sort(
	{ sortable }: ReadSpec,
	show: NonNullable<INodeProperties['displayOptions']>['show'],
): INodeProperties {
	const rule: INodePropertyCollection = {
		displayName: 'Rule',
		name: 'rule',
		values: [
			{
				displayName: 'Field',
				name: 'field',
				type: 'options',
				options: toOptions(sortable),
				default: sortable[0] ?? '',
			},
			{
				displayName: 'Direction',
				name: 'direction',
				type: 'options',
				options: [
					{ name: 'Ascending', value: 'asc' },
					{ name: 'Descending', value: 'desc' },
				],
				default: 'asc',
			},
		],
	};
	return {
		displayName: 'Sort',
		name: 'sort',
		type: 'fixedCollection',
		placeholder: 'Set Order',
		default: {},
		description:
			'Ascending by what the list offers first, unless this says otherwise; by change when only changes are asked for',
		displayOptions: { show },
		options: [rule],
	};
}

/** Reads a list for each input item. */
export function getMany(spec: ReadSpec): Operation {
	return async function () {
		const client = await ChargebeeClient.open(this);
		const read = async (item: number): Promise<IDataObject[]> => {
			const filters: IDataObject = this.getNodeParameter('filters', item, {});
			const made = conditionsOf(spec.filters, filters, this.getTimezone());
			if ('wrong' in made) {
				throw operationError(this.getNode(), say('filter_wrong', made.wrong), item);
			}
			const { path, member, plural, includeDeleted } = spec;
			const deletedToo = includeDeleted && filters.includeDeleted === true;
			return await readList(
				{ client, node: this.getNode(), item },
				{
					...{ path, member, plural, conditions: made.conditions },
					query: {
						...orderOf.call(this, spec, filters, item),
						...(deletedToo ? { include_deleted: true } : {}),
					},
					limit: limitOf(this, item),
					take: shapeOf(this, spec.simplify, item),
				},
			);
		};
		return [await forEachItem(this, read)];
	};
}

export function limitOf(context: IExecuteFunctions, item: number): number {
	if (context.getNodeParameter('returnAll', item, false) === true) return Infinity;
	return Number(context.getNodeParameter('limit', item, 50));
}

/** What becomes of a record: the fields people look at, or all. */
export function shapeOf(
	context: IExecuteFunctions,
	simplify: ReadSpec['simplify'],
	item: number,
): ReadSpec['simplify'] {
	const simple = context.getNodeParameter('simplify', item, true) === true;
	return simple ? simplify : (record) => record;
}

/**
 * Always an order where the list has one, because Chargebee's own is not certain. Ascending, by what changes do not touch:
 * a record that changes meanwhile keeps its place. By change, it comes again at the end. Neither way it is missed.
 */
function orderOf(
	this: IExecuteFunctions,
	{ sortable }: ReadSpec,
	{ updatedAfter }: IDataObject,
	item: number,
): FormObject {
	const [usual] = sortable;
	if (usual === undefined) return {};
	const { rule } = this.getNodeParameter('sort', item, {}) as {
		rule?: { field?: string; direction?: string };
	};
	const byChange = updatedAfter && sortable.includes('updated_at') ? 'updated_at' : usual;
	const { field = byChange, direction = 'asc' } = rule ?? {};
	if (sortable.includes(field) && (direction === 'asc' || direction === 'desc')) {
		return { [`sort_by[${direction}]`]: field };
	}
	const said = say('parameter_wrong', {
		parameter: 'Sort',
		value: `${field}, ${direction}`,
		expected: `${sortable.join(' or ')}, asc or desc`,
	});
	throw operationError(this.getNode(), said, item);
}

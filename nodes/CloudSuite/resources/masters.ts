import type { INodeProperties } from 'n8n-workflow';
import { returnAllFields } from '../../shared/listFields';
import { filtersField } from './filterFields';
import { sliceFields } from './getSlice';
import type { Kind, KindId } from './kinds';
import { KINDS } from './kinds';
import { onlyChangedFields } from './onlyChanged';

const ID_HELP: Record<KindId, { label: string; placeholder: string; description: string }> = {
	customer: {
		label: 'Customer ID',
		placeholder: 'e.g. C000123',
		description: 'The code of the customer; blanks at its end need not be typed',
	},
	contact: {
		label: 'Customer ID',
		placeholder: 'e.g. C000123',
		description: 'The code of the customer whose contacts are wanted',
	},
	item: {
		label: 'Item',
		placeholder: 'e.g. AX-2040',
		description:
			'The item code without blanks. An item of an LN project has the project before it, e.g. PRJ000007/AX-2040.',
	},
	itemPrice: {
		label: 'Item',
		placeholder: 'e.g. AX-2040',
		description: 'The code of the item whose prices are wanted',
	},
};

const ONLY_CHANGED: Record<'customer' | 'item', string> = {
	customer:
		'Whether to return only customers that are new, changed or not yet accepted by Chargebee. All are read and compared with the known records.',
	item: 'Whether to return only items that are new, changed or not yet accepted by Chargebee. All are read and compared with the known records.',
};

/** The fields of one kind of master. */
function fieldsOf({ id: kind, one, many }: Kind): INodeProperties[] {
	const list = { resource: [kind], operation: ['getAll'] };
	const { label, placeholder, description } = ID_HELP[kind];
	const article = /^[aeiou]/.test(one) ? 'an' : 'a';
	const isPart = kind === 'contact' || kind === 'itemPrice';
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: [kind] } },
			options: [
				{
					name: 'Count',
					value: 'count',
					action: `Count ${many}`,
					description: `Tell how many ${many} there are`,
				},
				{
					name: 'Get',
					value: 'get',
					action: isPart ? `Get the ${many} of ${article} ${one}` : `Get ${article} ${one}`,
					description: isPart ? `Read the ${many} of one ${one}` : `Read one ${one} by its ID`,
				},
				{
					name: 'Get Many',
					value: 'getAll',
					action: `Get many ${many}`,
					description: isPart
						? `Read a list of ${many}`
						: `Read a list of ${many}, or only those that changed`,
				},
				...(isPart
					? []
					: [
							{
								name: 'Get Slice',
								value: 'slice',
								action: `Get a slice of ${many}`,
								description: `Read the next part of all ${many}, for workflows that go through any number of them`,
							},
						]),
			],
			default: 'getAll',
		},
		{
			displayName: label,
			name: 'id',
			type: 'string',
			required: true,
			default: '',
			placeholder,
			description,
			displayOptions: { show: { resource: [kind], operation: ['get'] } },
		},
		...returnAllFields(list),
		...(kind === 'customer' || kind === 'item' ? onlyChangedFields(list, ONLY_CHANGED[kind]) : []),
		...(isPart ? [] : sliceFields({ resource: [kind], operation: ['slice'] })),
		filtersField(kind, { resource: [kind], operation: ['getAll', 'count', 'slice'] }),
	];
}

export const masterFields: INodeProperties[] = Object.values(KINDS).flatMap(fieldsOf);

import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import { sourceFields } from '../mapped/fields';
import type { Mapped, Targets } from '../mapped/targets';
import { CUSTOMER_TARGETS, ITEM_TARGETS } from '../mapped/targets';
import { MASTER_RESOURCES, optionsField, statusValuesField } from '../optionFields';
import { M3_CUSTOMER, M3_ITEM } from './presets';

/** Settings of a table of one's own: shown where its records are read. */
function tableFields(
	of: 'customer' | 'item',
	preset: { name: string; keys: string; mapping: readonly Mapped[]; targets: Targets },
): INodeProperties[] {
	const many = of === 'customer' ? 'customers' : 'items';
	const label = of === 'customer' ? 'Customer' : 'Item';
	return sourceFields(of, {
		source: {
			displayName: `${label} Table`,
			name: `${of}Table`,
			default: preset.name,
			description: `For own tables: the table that holds ${many}, as it is called in the Data Lake`,
		},
		keys: {
			displayName: `${label} Key Columns`,
			name: `${of}KeyColumns`,
			default: preset.keys,
			description:
				'For own tables: the columns that tell records apart, without the company, in the order of the key, separated by commas. They make the ID, and so the key of every record: do not change them later.',
		},
		mapping: {
			label: `${label} Column Mapping`,
			name: `${of}Columns`,
			preset: preset.mapping,
			targets: preset.targets,
			column: 'Column',
			example: 'CUNM',
			description:
				'For own tables: which column holds what. The rows set beforehand are M3’s and not verified; they are compared with your table before anything is read. Of several rows for one field, the first with a value counts.',
		},
	});
}

export const dataFabricFields: INodeProperties[] = [
	companyField(
		'dataFabric',
		{ example: '1300', is: 'Number of the company, as the table has it' },
		MASTER_RESOURCES,
	),
	optionsField(
		'dataFabric',
		[
			...tableFields('customer', {
				name: 'OCUSMA',
				keys: 'CUNO',
				mapping: M3_CUSTOMER,
				targets: CUSTOMER_TARGETS,
			}),
			...tableFields('item', {
				name: 'MITMAS',
				keys: 'ITNO',
				mapping: M3_ITEM,
				targets: ITEM_TARGETS,
			}),
			{
				displayName: 'Company Column',
				name: 'companyColumn',
				type: 'string',
				default: 'CONO',
				description:
					'For own tables: the column with the company; only rows with the one chosen are read. Empty if the table has none: then all rows are read, as of the company entered.',
			},
			{
				displayName: 'Compass Path',
				name: 'compassPath',
				type: 'string',
				default: 'DATAFABRIC/compass/v2',
				description:
					'Where the gateway has Compass, behind the tenant. Your Infor administrator chose it.',
			},
			{
				displayName: 'Deleted Column',
				name: 'deletedColumn',
				type: 'string',
				default: 'deleted',
				description:
					'For own tables: the column that marks deleted rows. Without it, what was deleted is left out without a hint.',
			},
			{
				displayName: 'Language',
				name: 'language',
				type: 'string',
				default: '',
				placeholder: 'e.g. en-US',
				description:
					'In which language names and texts are read that a table has in several. Empty: the only one there is.',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100000 },
				default: 10000,
				description: 'Rows asked for per call. Compass ends a page at 10 MB by itself.',
			},
			{
				displayName: 'Product in Keys',
				name: 'keyProduct',
				type: 'string',
				default: 'dataFabric',
				description:
					'For own tables: the first part of every key. Which product a table belongs to is not guessed: enter it (e.g. m3) only if the records are the very ones that product gives, then both ways of reading make the same keys. Do not change it later.',
			},
			{
				displayName: 'Read From',
				name: 'tables',
				type: 'options',
				options: [
					{
						name: 'Own Tables',
						value: 'own',
						description: 'Tables of any product, by a mapping of your own',
					},
					{
						name: 'Tables of LN',
						value: 'ln',
						description: 'The business partners and items of LN, with the keys LN gives them',
					},
				],
				default: 'ln',
				description: 'Where customers and items come from',
			},
			statusValuesField(
				'Column',
				'20',
				'For own tables: what the values of the status column mean. True and yes are active, false and no inactive; any other value is passed on in lower case unless it is listed here.',
			),
			{
				displayName: 'Trust Row Count',
				name: 'trustRowCount',
				type: 'boolean',
				default: true,
				description:
					'Whether a result must have as many rows as Compass says, when it says so. Turn it off if that number turns out to be another one.',
			},
			{
				displayName: 'Wait for Query (Minutes)',
				name: 'waitMinutes',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 60 },
				default: 15,
				description: 'How long a query may take before it is given up and canceled',
			},
		],
		[...MASTER_RESOURCES, 'apiRequest', 'query'],
	),
];

import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import { MASTER_RESOURCES, optionsField, statusValuesField } from '../optionFields';
import { pickedField } from '../pickedField';
import { sourceFields } from '../mapped/fields';
import type { Mapped, Targets } from '../mapped/targets';
import { CUSTOMER_TARGETS, ITEM_TARGETS } from '../mapped/targets';
import { UNVERIFIED_CUSTOMER, UNVERIFIED_ITEM } from './presets';

/** Settings of a class: shown where its records are read. */
function classFields(
	of: 'customer' | 'item',
	preset: { name: string; keys: string; mapping: readonly Mapped[]; targets: Targets },
): INodeProperties[] {
	const many = of === 'customer' ? 'customers' : 'items';
	const label = of === 'customer' ? 'Customer' : 'Item';
	return sourceFields(of, {
		source: pickedField(
			{
				displayName: `${label} Business Class`,
				name: `${of}Class`,
				description: `The business class that holds ${many}, by its exact name. Not verified: ask your Infor administrator.`,
			},
			{
				searchListMethod: 'searchClasses',
				placeholder: `e.g. ${preset.name}`,
				preset: preset.name,
			},
		),
		keys: {
			displayName: `${label} Key Fields`,
			name: `${of}KeyFields`,
			default: preset.keys,
			description:
				'The fields that tell records apart, in the order of the key, separated by commas. Not verified. They make the ID, and so the key of every record: do not change them later.',
		},
		mapping: {
			label: `${label} Field Mapping`,
			name: `${of}Fields`,
			preset: preset.mapping,
			targets: preset.targets,
			column: 'FSM Field',
			example: 'Description',
			description: `Which field of the class holds what. The rows set beforehand are not verified: Infor publishes no list of the fields, so they are compared with a record of your tenant before anything is read. Of several rows for one field, the first with a value counts. A field of a related record is written with a dot.`,
		},
	});
}

export const fsmFields: INodeProperties[] = [
	companyField(
		'fsm',
		{
			name: 'Finance Enterprise Group',
			example: '1',
			is: 'Value of the company field (see the options)',
		},
		MASTER_RESOURCES,
	),
	optionsField(
		'fsm',
		[
			...classFields('customer', {
				name: 'Customer',
				keys: 'CustomerGroup,Customer',
				mapping: UNVERIFIED_CUSTOMER,
				targets: CUSTOMER_TARGETS,
			}),
			...classFields('item', {
				name: 'Item',
				keys: 'ItemGroup,Item',
				mapping: UNVERIFIED_ITEM,
				targets: ITEM_TARGETS,
			}),
			{
				displayName: 'Change Marker Field',
				name: 'changeMarker',
				type: 'string',
				default: '',
				description:
					'The field FSM adds to what changed, saying whether a record was added, changed or deleted. Its name is not published; a hint of "Get Many" with "Modified Since" shows it. Without it, each change is read again to see whether the record is still there.',
			},
			{
				displayName: 'Company Field',
				name: 'companyField',
				type: 'string',
				default: 'FinanceEnterpriseGroup',
				description:
					'The field that holds the finance enterprise group; only records with the one chosen are read. Not verified. Empty if the class has none: then all records are read, as of the group entered.',
			},
			{
				displayName: 'Find Changes By',
				name: 'findChangesBy',
				type: 'options',
				options: [
					{
						name: 'Comparing Everything',
						value: 'comparing',
						description: 'All is read and compared with what is known',
					},
					{
						name: 'Time Stamps',
						value: 'timeStamps',
						description: 'FSM tells what changed since (_fts)',
					},
				],
				default: 'timeStamps',
				description: 'How "Modified Since" and the trigger find what changed',
			},
			{
				displayName: 'FSM Path',
				name: 'fsmPath',
				type: 'string',
				default: 'FSM/fsm/soap',
				description:
					'Where the gateway has the web services, behind the tenant. Your Infor administrator chose it.',
			},
			{
				displayName: 'List',
				name: 'list',
				type: 'string',
				default: '_generic',
				description:
					'The list of the class that is read: _generic, or one your tenant has, e.g. PrimaryCustomerList',
			},
			{
				displayName: 'LPL Filter',
				name: 'lplFilter',
				type: 'string',
				default: '',
				placeholder: 'e.g. Item like "100*"',
				description:
					'An expression records must satisfy as well, as FSM has it (LPL). FSM alone checks it.',
			},
			{
				displayName: 'Missing Fields',
				name: 'missingFields',
				type: 'options',
				options: [
					{
						name: 'Leave Empty',
						value: 'leaveEmpty',
						description:
							'Read the others, and say so. Fields of the key have to be there all the same.',
					},
					{ name: 'Stop', value: 'stop', description: 'Read nothing, and name them' },
				],
				default: 'stop',
				description: 'What to do when the class lacks a mapped field',
			},
			{
				displayName: 'Page Size',
				name: 'pageSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10000 },
				default: 1000,
				description: 'Records asked for per call. Smaller pages help when the gateway times out.',
			},
			{
				displayName: 'Related Records',
				name: 'relatedRecords',
				type: 'string',
				default: '',
				placeholder: 'e.g. Address',
				description:
					'Name of a relation (_rrs): a change of the related record then counts as a change of the record. Needed when fields of a related record are mapped.',
			},
			{
				displayName: 'Set',
				name: 'setName',
				type: 'string',
				default: '',
				placeholder: 'e.g. SymbolicKey',
				description: 'The set that gives the order of records (_setName). Empty: FSM’s own order.',
			},
			statusValuesField(
				'FSM',
				'2',
				'What the values of the status field mean. True and yes are active, false and no inactive; any other value is passed on in lower case unless it is listed here.',
			),
		],
		[...MASTER_RESOURCES, 'apiRequest'],
	),
];

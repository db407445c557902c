import type { INodeProperties } from 'n8n-workflow';
import { returnAllFields } from '../../shared/listFields';

const show = { resource: ['query'], operation: ['execute'] };
const build = { ...show, queryMode: ['build'] };

/** The resource "Query": a statement put together from a table and conditions, or written by hand. */
export const queryFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['query'] } },
		options: [
			{
				name: 'Execute Query',
				value: 'execute',
				action: 'Execute a query',
				description: 'Read rows of any table in the Data Lake, as they are',
			},
		],
		default: 'execute',
	},
	{
		displayName: 'Queries are answered by the product Data Fabric. They only read.',
		name: 'queryNotice',
		type: 'notice',
		default: '',
		displayOptions: { show },
	},
	{
		displayName: 'Query',
		name: 'queryMode',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Build Query', value: 'build', description: 'From a table and conditions' },
			{ name: 'SQL', value: 'sql', description: 'A SELECT statement of your own' },
		],
		default: 'build',
		displayOptions: { show },
	},
	{
		displayName: 'SQL',
		name: 'sql',
		type: 'string',
		typeOptions: { editor: 'sqlEditor', rows: 5 },
		required: true,
		default: '',
		placeholder: 'e.g. SELECT compnr, bpid FROM LN_tccom100 WHERE compnr = 1300',
		description: 'One SELECT statement; anything else is refused',
		displayOptions: { show: { ...show, queryMode: ['sql'] } },
	},
	{
		displayName: 'Table',
		name: 'table',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. LN_tccom100',
		description: 'As it is called in the Data Lake',
		displayOptions: { show: build },
	},
	{
		displayName: 'Columns',
		name: 'columns',
		type: 'string',
		default: '',
		placeholder: 'e.g. compnr, bpid',
		description: 'Separated by commas; all of them when empty',
		displayOptions: { show: build },
	},
	{
		displayName: 'Conditions',
		name: 'conditions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'All of them must hold',
		displayOptions: { show: build },
		options: [{ displayName: 'Condition', name: 'condition', values: conditionFields() }],
	},
	{
		displayName: 'Modified Since',
		name: 'modifiedSince',
		type: 'dateTime',
		default: '',
		description:
			'Only rows that arrived in the Data Lake at or after this moment (infor.lastmodified). Deleted rows among them are named in a hint, and so is the moment to go on from, 30 minutes before the newest row.',
		displayOptions: { show: build },
	},
	...returnAllFields(show),
];

function conditionFields(): INodeProperties[] {
	return [
		{
			displayName: 'Column',
			name: 'column',
			type: 'string',
			default: '',
			placeholder: 'e.g. compnr',
		},
		{
			displayName: 'Operator',
			name: 'operator',
			type: 'options',
			options: [
				{ name: 'Contains', value: 'contains' },
				{ name: 'Is', value: 'equal' },
				{ name: 'Is at Least', value: 'greaterOrEqual' },
				{ name: 'Is at Most', value: 'lessOrEqual' },
				{ name: 'Is Greater Than', value: 'greater' },
				{ name: 'Is Less Than', value: 'less' },
				{ name: 'Is Not', value: 'notEqual' },
				{ name: 'Is Not Null', value: 'isNotNull' },
				{ name: 'Is Null', value: 'isNull' },
				{ name: 'Is One Of', value: 'in', description: 'Values separated by commas' },
				{ name: 'Starts With', value: 'startsWith' },
			],
			default: 'equal',
		},
		{
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Number', value: 'number' },
				{ name: 'Text', value: 'text', description: 'Also for dates' },
				{ name: 'True or False', value: 'boolean' },
			],
			default: 'text',
			description: 'What the column holds: Compass compares a number with numbers only',
		},
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	];
}

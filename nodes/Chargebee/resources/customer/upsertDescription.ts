import type { INodeProperties } from 'n8n-workflow';

const show = { resource: ['customer'], operation: ['upsert'] };

export const upsertDescription: INodeProperties[] = [
	{
		displayName: 'CloudSuite Key',
		name: 'sourceKey',
		type: 'string',
		required: true,
		default: '={{ $json.key }}',
		placeholder: 'e.g. ln:ACME_PRD:1300:C000123',
		description:
			'Identifies the customer in CloudSuite for ever: product:tenant:company:ID. It is stored on the Chargebee customer, and the ID of a new customer is made from it.',
		displayOptions: { show },
	},
	{
		displayName: 'Values to Send',
		name: 'columns',
		type: 'resourceMapper',
		noDataExpression: true,
		default: { mappingMode: 'autoMapInputData', value: null },
		required: true,
		description:
			'Automatic mapping takes the input fields named like Chargebee fields, e.g. company or billing_address_city; customers straight from the Infor CloudSuite node are mapped by a built-in table. Empty values never clear anything in Chargebee.',
		typeOptions: {
			resourceMapper: {
				resourceMapperMethod: 'getCustomerFields',
				mode: 'add',
				fieldWords: { singular: 'field', plural: 'fields' },
				addAllFields: false,
				supportAutoMap: true,
				noFieldsError: 'The fields could not be read from Chargebee: check the credential',
			},
		},
		displayOptions: { show },
	},
	{
		displayName: 'Match Existing Customers By',
		name: 'matchKeys',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder: 'Add Match Key',
		default: { key: [{ field: 'vat_number' }, { field: 'email' }] },
		description:
			'How a customer that was entered in Chargebee by hand is recognised, strongest first. The CloudSuite key is always tried before. One match is linked, two or more are reported as a conflict.',
		displayOptions: { show },
		options: [
			{
				displayName: 'Match Key',
				name: 'key',
				values: [
					{
						displayName: 'Field',
						name: 'field',
						type: 'options',
						options: [
							{ name: 'Company Name', value: 'company' },
							{ name: 'Email', value: 'email' },
							{ name: 'Phone', value: 'phone' },
							{ name: 'VAT Number', value: 'vat_number' },
						],
						default: 'email',
					},
				],
			},
		],
	},
	{
		displayName: 'Preview Only',
		name: 'preview',
		type: 'boolean',
		default: false,
		description:
			'Whether to only show what would be done, field by field, and write nothing. Running again without it does exactly that.',
		displayOptions: { show },
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Known Chargebee ID',
				name: 'knownChargebeeId',
				type: 'string',
				default: '={{ $json.known?.chargebeeId ?? "" }}',
				description:
					'The Chargebee ID an earlier run recorded for this customer, if there is one: saves searching for customers that were linked',
			},
			{
				displayName: 'Reference Custom Field',
				name: 'referenceField',
				type: 'string',
				default: 'cf_cloudsuite_id',
				description:
					'API name of a custom field that shows the CloudSuite key in Chargebee. Used when the site has it. The key is always kept in the metadata too.',
			},
			{
				displayName: 'Search Before Creating',
				name: 'search',
				type: 'options',
				options: [
					{
						name: 'Completely',
						value: 'complete',
						description:
							'Reads all customers when Chargebee can not be asked for a key: never misses one',
					},
					{
						name: 'By Match Keys Only',
						value: 'keys',
						description:
							'Fewer calls on large sites; VAT numbers can not be searched, and customers linked earlier whose values changed since are missed unless their ID is known',
					},
				],
				default: 'complete',
				description: 'How hard to look for an existing customer before one is created',
			},
		],
	},
];

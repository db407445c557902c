import type { INodeProperties } from 'n8n-workflow';

/** Who owns a field: CloudSuite (always), Chargebee once it has a value (only if empty), or Chargebee alone (never). */
export const fieldRulesOption: INodeProperties = {
	displayName: 'Field Rules',
	name: 'fieldRules',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Field Rule',
	default: {},
	description: 'Fields without a rule are always written, and never cleared by an empty value',
	options: [
		{
			displayName: 'Rule',
			name: 'rule',
			values: [
				{
					displayName: 'Field',
					name: 'field',
					type: 'string',
					default: '',
					placeholder: 'e.g. email or billing_address_line2',
					description: "Chargebee's name of the field, with its block before it",
				},
				{
					displayName: 'Write',
					name: 'rule',
					type: 'options',
					options: [
						{ name: 'Always', value: 'always', description: 'CloudSuite owns the field' },
						{
							name: 'Always, and Clear When Empty',
							value: 'clear',
							description: 'An empty value in CloudSuite empties the field in Chargebee',
						},
						{ name: 'Never', value: 'never', description: 'The field belongs to Chargebee' },
						{
							name: 'Only if Empty',
							value: 'ifEmpty',
							description: 'Whatever Chargebee has is kept',
						},
					],
					default: 'ifEmpty',
				},
			],
		},
	],
};

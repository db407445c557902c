import type { INodeProperties } from 'n8n-workflow';

/** The LN company a resource is read from. */
export function companyField(resource: 'customer' | 'item'): INodeProperties {
	return {
		displayName: 'Company',
		name: 'company',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. 1300',
		description: `Number of the LN company; part of every key, because the same code can be another ${resource} elsewhere`,
		displayOptions: { show: { product: ['ln'], resource: [resource] } },
	};
}

import type { INodeProperties } from 'n8n-workflow';
import { lnFields } from './ln/fields';

export const productField: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'options',
	noDataExpression: true,
	options: [{ name: 'LN', value: 'ln', description: 'Infor LN, OData REST APIs' }],
	default: 'ln',
};

/** Company and options of each product. */
export const productFields: INodeProperties[] = [...lnFields];

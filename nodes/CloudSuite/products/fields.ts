import type { INodeProperties } from 'n8n-workflow';
import { csiFields } from './csi/fields';
import { dataFabricFields } from './dataFabric/fields';
import { fsmFields } from './fsm/fields';
import { lnFields } from './ln/fields';
import { m3Fields } from './m3/fields';

export const productField: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'CloudSuite Industrial (SyteLine)',
			value: 'csi',
			description: 'Infor CSI, the IDO request service of Mongoose, version 2',
		},
		{
			name: 'Data Fabric (Compass SQL)',
			value: 'dataFabric',
			description: 'Infor Data Fabric, tables of any product in the Data Lake',
		},
		{
			name: 'Financials & Supply Management (FSM)',
			value: 'fsm',
			description: 'Infor FSM, any business class through the web services of Landmark',
		},
		{ name: 'LN', value: 'ln', description: 'Infor LN, OData REST APIs' },
		{ name: 'M3', value: 'm3', description: 'Infor M3, its programs through MI REST, version 2' },
	],
	default: 'ln',
};

/** Company and options of each product. */
export const productFields: INodeProperties[] = [
	...lnFields,
	...m3Fields,
	...fsmFields,
	...csiFields,
	...dataFabricFields,
];

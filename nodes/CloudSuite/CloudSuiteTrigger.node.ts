import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { listSearch } from './methods';
import { productField, productFields } from './products/fields';
import { lastingFiltersField } from './resources/filterFields';
import { poll } from './trigger/poll';

/** Starts a workflow with customers or items that are new or changed in Infor CloudSuite. */
export class CloudSuiteTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Infor CloudSuite Trigger',
		name: 'cloudSuiteTrigger',
		icon: { light: 'file:cloudSuite.svg', dark: 'file:cloudSuite.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{$parameter["resource"] + " created or updated"}}',
		description:
			'Starts the workflow when customers or items are created or updated in Infor CloudSuite. Every change is delivered at least once; the same one may come twice.',
		defaults: { name: 'Infor CloudSuite Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'inforIonApi', required: true }],
		properties: [
			{
				displayName:
					'n8n moves on before the workflow has run: records of an execution that failed do not come again by themselves. Keep the ledger of the template "On customer changed", and let "Sync customers" run once a night: it finds whatever is missing.',
				name: 'deliveryNotice',
				type: 'notice',
				default: '',
			},
			productField,
			{
				displayName: 'Trigger On',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Customer Created or Updated',
						value: 'customer',
						description:
							'LN keeps no date of change for customers: all are read and compared, unless "Changed By" in the options names one',
					},
					{
						name: 'Item Created or Updated',
						value: 'item',
						description: 'By the date of change; a change of a sales price alone has none in LN',
					},
				],
				default: 'customer',
			},
			{
				displayName: 'Start',
				name: 'startFrom',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'From a Date',
						value: 'date',
						description: 'With what changed at or after a date',
					},
					{
						name: 'From Now On',
						value: 'now',
						description: 'With what changes from the activation of the workflow on',
					},
					{
						name: 'With Everything',
						value: 'everything',
						description: 'With all records there are, a part of them at each poll',
					},
				],
				default: 'now',
				description: 'Changing this later begins anew',
			},
			{
				displayName: 'Start Date',
				name: 'startDate',
				type: 'dateTime',
				required: true,
				default: '',
				displayOptions: { show: { startFrom: ['date'] } },
			},
			{
				displayName: 'Max Records per Poll',
				name: 'maxRecords',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10000 },
				default: 500,
				description: 'The rest comes with the next polls. Small executions are easier to retry.',
			},
			{
				displayName: 'Overlap (Minutes)',
				name: 'overlapMinutes',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: 10080 },
				default: 0,
				description:
					'How far back each poll reads again, for changes that are dated when a transaction begins and seen when it ends. 0: what the product needs (LN 10 minutes, CSI 70 minutes, Data Fabric 30 minutes, M3 a day). What was delivered does not come again.',
			},
			lastingFiltersField('customer', { resource: ['customer'] }),
			lastingFiltersField('item', { resource: ['item'] }),
			...productFields,
		],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}

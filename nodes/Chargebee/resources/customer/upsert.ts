import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { systemClock } from '../../../shared/http/clock';
import { asText } from '../../../shared/text';
import { deterministicId } from '../../../shared/source/sourceKey';
import { ChargebeeClient } from '../../transport/client';
import { listCustomFields } from '../../transport/customFields';
import { failedRows } from '../../upsert/failedRows';
import { toItems } from '../../upsert/items';
import type { Input, UpsertReport } from '../../upsert/runUpsert';
import { runUpsert } from '../../upsert/runUpsert';
import { summarise } from '../../upsert/summary';
import { checkCustomer } from './check';
import { isSourceCustomer, mapSourceCustomer } from './defaultMapping';
import { CUSTOMER_MATCH_KEYS, customerSpec } from './spec';

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

interface Options {
	knownChargebeeId?: string;
	referenceField?: string;
	search?: 'complete' | 'keys';
}

/** Creates, updates or links one Chargebee customer per input item; every item gets exactly one outcome. */
export async function upsertCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = systemClock.now();
	const items = this.getInputData();
	const preview = this.getNodeParameter('preview', 0, false) as boolean;
	const options = this.getNodeParameter('options', 0, {}) as Options;
	const runId = `${this.getWorkflow().id ?? 'workflow'}-${this.getExecutionId()}`;
	const inputs = items.map((item, index) => readInput.call(this, item, index));
	const client = await ChargebeeClient.open(this);
	const report = await attempt.call(
		this,
		inputs,
		async () => {
			const wantedField = options.referenceField ?? 'cf_cloudsuite_id';
			const customFields = await listCustomFields(client, 'customer');
			const referenceField = customFields.find(({ apiName }) => apiName === wantedField)?.apiName;
			return await runUpsert(
				{
					client,
					node: this.getNode(),
					spec: customerSpec,
					clock: systemClock,
					runId,
					keys: matchKeys.call(this),
					...(referenceField ? { referenceField } : {}),
					complete: options.search !== 'keys',
					preview,
				},
				inputs,
			);
		},
		{ runId, startedAt },
	);

	const { rows, warnings } = report;
	const message = summarise({
		outcomes: rows.map(({ outcome }) => outcome),
		calls: client.calls,
		throttles: client.throttles,
		durationMs: systemClock.now() - startedAt,
		preview,
	});
	this.addExecutionHints(
		{
			message,
			type: rows.some(({ outcome }) => outcome === 'failed') ? 'warning' : 'info',
			location: 'outputPane',
		},
		...warnings.map((warning) => ({
			message: warning,
			type: 'warning' as const,
			location: 'outputPane' as const,
		})),
	);
	return [toItems(this, rows, message)];
}

function readInput(this: IExecuteFunctions, { json }: INodeExecutionData, index: number): Input {
	const sourceKey = asText(this.getNodeParameter('sourceKey', index, '')).trim();
	const { knownChargebeeId } = this.getNodeParameter('options', index, {}) as Options;
	const known = knownChargebeeId ?? defaultKnownId(json);
	const { values, problems } = checkCustomer(mappedValues.call(this, json, index));
	return {
		wanted: {
			index,
			sourceKey,
			id: deterministicId(sourceKey),
			...(known ? { knownId: known } : {}),
			...(typeof json.sourceHash === 'string' ? { sourceHash: json.sourceHash } : {}),
			values,
		},
		problems: sourceKey
			? problems
			: [{ field: 'CloudSuite Key', problem: 'is empty' }, ...problems],
	};
}

function mappedValues(this: IExecuteFunctions, json: IDataObject, index: number): IDataObject {
	const mode = this.getNodeParameter('columns.mappingMode', index, 'autoMapInputData') as string;
	if (mode === 'defineBelow')
		return (this.getNodeParameter('columns.value', index, {}) ?? {}) as IDataObject;
	return isSourceCustomer(json) ? mapSourceCustomer(json) : json;
}

/** The CloudSuite node passes on what the ledger knew; that works without setting the option. */
function defaultKnownId(json: IDataObject): string | undefined {
	const { known } = json;
	const id =
		typeof known === 'object' && known !== null ? (known as IDataObject).chargebeeId : undefined;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

function matchKeys(this: IExecuteFunctions) {
	const chosen = this.getNodeParameter('matchKeys.key', 0, []) as Array<{ field: string }>;
	return [...new Set(chosen.map(({ field }) => field))]
		.map((field) => CUSTOMER_MATCH_KEYS[field])
		.filter((key) => key !== undefined);
}

/**
 * With an error output, n8n passes *all* items to the success output when a node throws; so a run that could not
 * even look anything up must report every item as failed instead. Cancelling always ends the node.
 */
async function attempt(
	this: IExecuteFunctions,
	inputs: readonly Input[],
	run: () => Promise<UpsertReport>,
	facts: { runId: string; startedAt: number },
): Promise<UpsertReport> {
	try {
		return await run();
	} catch (error) {
		if (this.getExecutionCancelSignal()?.aborted || !this.continueOnFail()) {
			if (error instanceof NodeOperationError) throw new NodeOperationError(this.getNode(), error);
			throw new NodeApiError(this.getNode(), error as JsonObject);
		}
		return {
			rows: failedRows(inputs, error, { ...facts, endedAt: systemClock.now() }),
			warnings: [],
		};
	}
}

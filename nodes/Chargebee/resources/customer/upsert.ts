import type { IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { systemClock } from '../../../shared/http/clock';
import { ChargebeeClient } from '../../transport/client';
import { listCustomFields } from '../../transport/customFields';
import { failedRows } from '../../upsert/failedRows';
import { toItems } from '../../upsert/items';
import type { Input, UpsertReport } from '../../upsert/runUpsert';
import { runUpsert } from '../../upsert/runUpsert';
import { summarise } from '../../upsert/summary';
import type { MatchKey } from '../../upsert/types';
import { CUSTOMER_MATCH_KEYS, customerSpec } from './spec';
import { readInput } from './upsertInput';

interface Options {
	referenceField?: string;
	search?: 'complete' | 'keys';
}

/** Creates, updates or links one Chargebee customer per input item; every item gets exactly one outcome. */
export async function upsertCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = systemClock.now();
	const items = this.getInputData();
	const previews = new Set(items.map((_, item) => this.getNodeParameter('preview', item, false)));
	// a run that is a preview for some items writes for none
	const preview = [...previews].some((one) => one !== false);
	const options = this.getNodeParameter('options', 0, {}) as Options;
	const runId = `${this.getWorkflow().id ?? 'workflow'}-${this.getExecutionId()}`;
	const inputs = items.map((item, index) => readInput.call(this, item, index));
	const client = await ChargebeeClient.open(this);
	const report = await attempt.call(
		this,
		inputs,
		async () => {
			if (previews.size > 1) {
				throw new NodeOperationError(
					this.getNode(),
					'"Preview Only" is not the same for all items',
					{
						description:
							'It counts for the whole run: set it, or give one value for all items. Nothing was written.',
					},
				);
			}
			const wantedField = options.referenceField ?? 'cf_cloudsuite_id';
			const customFields = await listCustomFields(client, this.getNode(), 'customer');
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
		{ runId, startedAt, preview },
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

/** The chosen match keys, strongest first. One that does not exist is no key less to match by: it is an error. */
function matchKeys(this: IExecuteFunctions): MatchKey[] {
	const chosen = this.getNodeParameter('matchKeys.key', 0, []) as Array<{ field: string }>;
	return [...new Set(chosen.map(({ field }) => field))].map((field) => {
		const key = CUSTOMER_MATCH_KEYS[field];
		if (!key) {
			throw new NodeOperationError(this.getNode(), `"${field}" is not a match key`, {
				description: `Use one of ${Object.keys(CUSTOMER_MATCH_KEYS).join(', ')}.`,
			});
		}
		return key;
	});
}

/**
 * With an error output, n8n passes *all* items to the success output when a node throws; so a run that could not
 * even look anything up must report every item as failed instead. Cancelling always ends the node.
 */
async function attempt(
	this: IExecuteFunctions,
	inputs: readonly Input[],
	run: () => Promise<UpsertReport>,
	facts: { runId: string; startedAt: number; preview: boolean },
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

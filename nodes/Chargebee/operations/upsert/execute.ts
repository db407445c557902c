import type { IExecuteFunctions, INodeExecutionData, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { systemClock } from '../../../shared/http/clock';
import { say } from '../../errors/say';
import { ChargebeeClient } from '../../transport/client';
import { readClientSettings } from '../../transport/settings';
import { withCalls } from '../../upsert/calls';
import { failedRows } from '../../upsert/failedRows';
import { toItems } from '../../upsert/items';
import type { Plan } from '../../upsert/plan';
import type { Input } from '../../upsert/prepare';
import type { UpsertReport } from '../../upsert/runUpsert';
import { runUpsert } from '../../upsert/runUpsert';
import { summarise } from '../../upsert/summary';
import { toCsvRow } from './csv';
import { tooManyPutAside } from './guard';
import { bareInput } from './input';
import type { UpsertResource } from './resource';
import type { UpsertSettings } from './settings';
import { readSettings } from './settings';
import { setUpRun } from './setUp';

/** "Create or Update" of a resource: creates, updates or links one record per input item; every item gets exactly one outcome. */
export function upsertOperation(resource: UpsertResource) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const startedAt = systemClock.now();
		const items = this.getInputData();
		const previews = new Set(items.map((_, item) => this.getNodeParameter('preview', item, false)));
		// a run that is a preview for some items writes for none
		const preview = [...previews].some((one) => one !== false);
		const runId = `${this.getWorkflow().id ?? 'workflow'}-${this.getExecutionId()}`;
		const bare = items.map((item, index) => bareInput(this, resource, item, index));
		const client = await ChargebeeClient.open(this, readClientSettings(this));
		const work = async () => {
			if (previews.size > 1)
				throw operationError(this.getNode(), say('setting_differs', { setting: 'Preview Only' }));
			return await run(this, resource, client, bare, { runId, preview });
		};
		const { rows, warnings } = await orFailedRows(this, bare, work, { runId, startedAt, preview });

		const message = summarise({
			outcomes: rows.map(({ outcome }) => outcome),
			calls: client.calls,
			throttles: client.throttles,
			durationMs: systemClock.now() - startedAt,
			preview,
		});
		const type = rows.some(({ outcome }) => outcome === 'failed') ? 'warning' : 'info';
		this.addExecutionHints(
			{ message, type, location: 'outputPane' },
			...warnings.map((warning) => ({
				message: warning,
				type: 'warning' as const,
				location: 'outputPane' as const,
			})),
		);
		if (preview && this.getNodeParameter('previewOutput', 0, 'records') === 'csv')
			return [rows.map((row, item) => ({ json: toCsvRow(row), pairedItem: { item } }))];
		return [toItems(this, withCalls(rows, client.calls), message)];
	};
}

async function run(
	context: IExecuteFunctions,
	resource: UpsertResource,
	client: ChargebeeClient,
	bare: readonly Input[],
	facts: { runId: string; preview: boolean },
): Promise<UpsertReport> {
	const settings = readSettings(context, resource);
	const { setup, inputs } = await setUpRun(context, resource, client, bare, settings);
	const guard = (plans: readonly Plan[]) => refuseMassPutAside(context, resource, settings, plans);
	return await runUpsert({ ...facts, ...setup, clock: systemClock, guard }, inputs);
}

function refuseMassPutAside(
	context: IExecuteFunctions,
	{ putAside }: UpsertResource,
	{ mostPutAside }: UpsertSettings,
	plans: readonly Plan[],
): void {
	const found = putAside && tooManyPutAside(plans, mostPutAside, putAside.field);
	if (!found) return;
	throw operationError(
		context.getNode(),
		say('too_many_deactivations', {
			count: found.count,
			total: found.of,
			records: 'records',
			limit: mostPutAside,
		}),
	);
}

/**
 * With an error output, n8n passes *all* items to the success output when a node throws; so a run that could not
 * even look anything up must report every item as failed instead. Cancelling always ends the node.
 */
async function orFailedRows(
	context: IExecuteFunctions,
	inputs: readonly Input[],
	work: () => Promise<UpsertReport>,
	facts: { runId: string; startedAt: number; preview: boolean },
): Promise<UpsertReport> {
	try {
		return await work();
	} catch (error) {
		if (context.getExecutionCancelSignal()?.aborted || !context.continueOnFail()) {
			if (error instanceof NodeOperationError)
				throw new NodeOperationError(context.getNode(), error);
			throw new NodeApiError(context.getNode(), error as JsonObject);
		}
		const endedAt = systemClock.now();
		return { rows: failedRows(inputs, error, { ...facts, endedAt }), warnings: [] };
	}
}

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { orErrorJson } from '../../../shared/forEachItem';
import { systemClock } from '../../../shared/http/clock';
import { deterministicId, parseSourceKey } from '../../../shared/source/sourceKey';
import { say } from '../../errors/say';
import type { Finding } from '../../reconcile/finding';
import type { Reconciled } from '../../reconcile/reconcile';
import { reconcile } from '../../reconcile/reconcile';
import type { Totals } from '../../reconcile/totals';
import { countFindings, sayTotals } from '../../reconcile/totals';
import { ChargebeeClient } from '../../transport/client';
import { readClientSettings } from '../../transport/settings';
import { bareInput } from '../upsert/input';
import type { UpsertResource } from '../upsert/resource';
import type { UpsertSettings } from '../upsert/settings';
import { readSettings } from '../upsert/settings';
import { setUpRun } from '../upsert/setUp';
import { toCsvFinding } from './csv';

/** "Reconcile" of a resource: all input items against all of Chargebee, one item per finding. It only reads. */
export function reconcileOperation(resource: UpsertResource) {
	return async function (this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const result = await findings(this, resource).then(
			(items) => ({ items }),
			(error: unknown) => ({ error }),
		);
		if ('items' in result) return [result.items];
		return [[{ json: orErrorJson(this, result.error), pairedItem: { item: 0 } }]];
	};
}

async function findings(
	context: IExecuteFunctions,
	resource: UpsertResource,
): Promise<INodeExecutionData[]> {
	const client = await ChargebeeClient.open(context, readClientSettings(context));
	const reconciled = await compare(context, resource, client);
	const listed = listedOf(context, reconciled);
	const kinds = [...reconciled.findings, ...listed.unkeyed].map(({ finding }) => finding.finding);
	const totals: Totals = {
		...countFindings(kinds),
		inCloudSuite: context.getInputData().length,
		inChargebee: reconciled.inChargebee,
		withoutKey: reconciled.unkeyed.length,
		calls: client.calls,
		checkedAt: new Date(systemClock.now()).toISOString(),
	};
	const { warnings } = reconciled;
	context.addExecutionHints(
		{ message: sayTotals(totals), type: 'info', location: 'outputPane' },
		...warnings.map((message) => ({
			message,
			type: 'warning' as const,
			location: 'outputPane' as const,
		})),
	);
	const output = context.getNodeParameter('reconcileOutput', 0, 'findings');
	const summary = { json: { ...totals }, pairedItem: { item: 0 } };
	if (output === 'summary') return [summary];
	const shape = output === 'csv' ? toCsvFinding : toJson;
	const lines = [...listed.findings, ...listed.unkeyed].map(({ finding, item }) => ({
		json: shape(finding),
		// an empty list: n8n would otherwise guess one where the numbers of items happen to be equal
		pairedItem: item === undefined ? [] : { item },
	}));
	return output === 'findings' && listed.withSummary ? [summary, ...lines] : lines;
}

async function compare(
	context: IExecuteFunctions,
	resource: UpsertResource,
	client: ChargebeeClient,
): Promise<Reconciled> {
	const node = context.getNode();
	const items = context.getInputData();
	const bare = items.map((item, index) => bareInput(context, resource, item, index));
	const settings = asTheyAre(readSettings(context, resource));
	const { setup, inputs } = await setUpRun(context, resource, client, bare, settings);
	const hasKeys = bare.some(({ wanted }) => parseSourceKey(wanted.sourceKey) !== undefined);
	const guard = (count: number) => {
		if (hasKeys || count === 0) return;
		const { plural: records } = setup.spec;
		throw operationError(node, say('reconcile_without_input', { count, records }));
	};
	const followersOf = (sourceKey: string) => {
		const id = deterministicId(sourceKey, resource.idLength);
		const wanted = { index: -1, sourceKey, id, values: {} };
		return resource.successor?.(wanted, settings.policies).followers;
	};
	const jsons = items.map(({ json }) => json);
	return await reconcile({ ...setup, followersOf }, inputs, jsons, guard);
}

/** How things are is no matter of what would be done about it. */
function asTheyAre(settings: UpsertSettings): UpsertSettings {
	const policies = {
		...settings.policies,
		whenConfirmed: 'update',
		whenAbsent: 'create',
	} as const;
	return { ...settings, policies };
}

type Listed = { finding: Finding; item?: number };

function listedOf(
	context: IExecuteFunctions,
	{ findings: all, unkeyed }: Reconciled,
): { findings: Listed[]; unkeyed: Listed[]; withSummary: boolean } {
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	return {
		findings:
			options.includeAgreeing === true
				? all
				: all.filter(({ finding }) => finding.finding !== 'agrees'),
		unkeyed: options.includeUnkeyed === true ? unkeyed.map((finding) => ({ finding })) : [],
		withSummary: options.includeSummary === true,
	};
}

function toJson(finding: Finding): IDataObject {
	return { ...finding };
}

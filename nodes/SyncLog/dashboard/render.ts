import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { IANAZone } from 'luxon';
import { objectOf } from '../../shared/json';
import { asText } from '../../shared/text';
import { readFlows, readUse } from '../alert/evaluate';
import { readState } from '../alert/state';
import { readCollection, readMoment, readRows, wrong } from '../parameters';
import { readComparisons } from './comparison';
import { formTarget, siteNameOf } from './links';
import type { ShownFlow } from './model';
import { renderDashboard } from './page';

/** One item with the page in `html`. */
export function renderPage(context: IExecuteFunctions): INodeExecutionData[][] {
	const rows = (name: string, label: string) =>
		readRows(context, label, context.getNodeParameter(name, 0, ''));
	const options = readCollection(context, 'options');
	const links = readCollection(context, 'links');
	const apiUse = readUse(context, 'API Use', options.apiUse, 0);
	const html = renderDashboard(
		{
			checkpoints: rows('checkpoints', 'Checkpoints'),
			ledger: rows('ledger', 'Ledger'),
			audit: rows('audit', 'Recent Audit Rows'),
			alerts: readState(context.getNodeParameter('alertState', 0, '{}')),
			flows: readShownFlows(context),
			filter: asText(context.getNodeParameter('filter', 0, '')),
			now: readMoment(context, 'Now', options.now),
			zone: readZone(context, options.timezone),
			...(apiUse ? { apiUse } : {}),
			...(options.comparisons === undefined
				? {}
				: { comparisons: readComparisons(readRows(context, 'Comparisons', options.comparisons)) }),
		},
		{
			token: asText(context.getNodeParameter('csrfToken', 0, '')),
			links: {
				n8nUrl: asText(links.n8nUrl).trim(),
				chargebeeSite: siteNameOf(asText(links.chargebeeSite)),
				actionUrl: formTarget(asText(links.actionPath)),
				dashboardUrl: formTarget(asText(links.dashboardPath)),
			},
		},
	);
	return [[{ json: { html }, pairedItem: { item: 0 } }]];
}

function readShownFlows(context: IExecuteFunctions): ShownFlow[] {
	const entered = objectOf(context.getNodeParameter('flows', 0, {}))?.flow;
	const types = new Map<string, string>();
	for (const row of Array.isArray(entered)
		? entered.map((one: unknown) => objectOf(one) ?? {})
		: [])
		types.set(asText(row.flow).trim(), asText(row.recordType));
	return readFlows(context).map((flow) => ({ ...flow, recordType: types.get(flow.flow) ?? '' }));
}

function readZone(context: IExecuteFunctions, entered: unknown): string {
	const zone = asText(entered).trim() || context.getTimezone();
	if (IANAZone.isValidZone(zone)) return zone;
	throw wrong(context, 'Timezone', zone, 'the name of a zone, e.g. Europe/Berlin');
}

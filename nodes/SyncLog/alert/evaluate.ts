import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { objectOf } from '../../shared/json';
import { asText, commaList } from '../../shared/text';
import { readCollection, readMoment, readNumber, readObject, readRows } from '../parameters';
import type { Row } from '../tables';
import { columnText, toItem } from '../tables';
import type { AlertFacts, WatchedFlow } from './facts';
import { ledgerCounts, numbersByFlow, readCheckpoints } from './facts';
import type { Rules } from './nextAlerts';
import { nextAlerts } from './nextAlerts';
import { readState } from './state';
import { estimateBytes } from './tableSize';

/** n8n’s default for all Data Tables together. https://docs.n8n.io/data/data-tables/ */
const TABLE_LIMIT = 200 * 1024 * 1024;
const PERCENT = [0, 100] as const;
const COUNT = [0, 1_000_000_000] as const;
const LIMIT = [0, Number.MAX_SAFE_INTEGER] as const;

/** One item per alert that began or ended, and a last one with the state to store. */
export function evaluateAlerts(context: IExecuteFunctions): INodeExecutionData[][] {
	const more = readCollection(context, 'facts');
	const now = readMoment(context, 'Now', more.now);
	const before = readState(context.getNodeParameter('previousState', 0, '{}'));
	const { changes, state } = nextAlerts(before, readFacts(context, more), now, readRules(context));
	const open = Object.entries(state.alerts)
		.filter(([, { raised }]) => raised)
		.map(([alert, { flow, severity, title, text, since }]) => ({
			...{ alert, flow, severity, title, text, since },
		}));
	context.addExecutionHints({
		message: `${changes.length} changed, ${open.length} open`,
		type: open.length > 0 ? 'warning' : 'info',
		location: 'outputPane',
	});
	const last = { newState: state, open, evaluatedAt: new Date(now).toISOString() };
	return [[...changes, last].map((json) => ({ json: toItem(json), pairedItem: { item: 0 } }))];
}

function readFacts(context: IExecuteFunctions, more: Row): AlertFacts {
	const rows = (name: string, label: string) =>
		readRows(context, label, context.getNodeParameter(name, 0, ''));
	const checkpoints = readCheckpoints(rows('checkpoints', 'Checkpoints'));
	const ledger: unknown = context.getNodeParameter('ledgerCounts', 0, '');
	const listed = readFlows(context);
	const others = [...checkpoints.counts.keys()].filter(
		(flow) => !listed.some((one) => one.flow === flow),
	);
	const reconciled = readRows(context, 'Reconcile', more.reconcile);
	const apiUse = readUse(context, 'API Use', more.apiUse, 0);
	const tableUse = readTableUse(context, more);
	const sizes = numbersByFlow(readObject(context, 'Source Counts', more.sourceCounts));
	return {
		...checkpoints,
		flows: [...listed, ...others.map((flow) => ({ flow, cadenceMinutes: 0 }))],
		audit: [
			...rows('audit', 'Recent Audit Rows'),
			...readRows(context, 'Run Errors', more.runErrors).map(errorRow),
		],
		sourceCounts: sizes,
		acceptedSizes: new Set(commaList(more.acceptedSizes)),
		reconcile: new Map(
			reconciled.map((row) => [
				columnText(row.flow),
				{
					source: Number(columnText(row.source)) || 0,
					chargebee: Number(columnText(row.chargebee)) || 0,
					at: columnText(row.at) || 'lately',
				},
			]),
		),
		...(isGiven(ledger)
			? { ledger: ledgerCounts(readRows(context, 'Ledger Counts', ledger)) }
			: {}),
		...(apiUse ? { apiUse } : {}),
		...(tableUse ? { tableUse } : {}),
	};
}

/** An error of an execution, like the row of a record that failed. */
function errorRow({ flow, message, at }: Row): Row {
	return { flow, at, outcome: 'failed', reason: columnText(message) };
}

/** The flows a person listed; the stages of one are the flow itself. */
export function readFlows(context: IExecuteFunctions): WatchedFlow[] {
	const entered = objectOf(context.getNodeParameter('flows', 0, {}))?.flow;
	const rows = Array.isArray(entered) ? entered.map((row: unknown) => objectOf(row) ?? {}) : [];
	const flows = rows.map((row) => ({
		flow: asText(row.flow).trim(),
		cadenceMinutes: readNumber(context, 'Cadence in Minutes', row.cadenceMinutes ?? 15, COUNT),
	}));
	return flows.filter(
		({ flow }, index) => flow !== '' && flows.findIndex((one) => one.flow === flow) === index,
	);
}

/** `{"used": …, "limit": …}`, and the `minutes` it is about; `undefined` when nothing was said of it. */
export function readUse(
	context: IExecuteFunctions,
	label: string,
	entered: unknown,
	limitElse: number,
): { used: number; limit: number; minutes?: number } | undefined {
	const { used, limit, minutes } = readObject(context, label, entered);
	if (used === undefined) return undefined;
	return {
		used: readNumber(context, `${label}: used`, used, LIMIT),
		limit: readNumber(context, `${label}: limit`, limit ?? limitElse, LIMIT),
		...(Number(asText(minutes)) > 0 ? { minutes: Number(asText(minutes)) } : {}),
	};
}

/** As it was said, or about as the newest rows of the tables tell. A limit of 0 is none. */
function readTableUse(context: IExecuteFunctions, more: Row): AlertFacts['tableUse'] {
	const said = readUse(context, 'Table Use', more.tableUse, TABLE_LIMIT);
	if (said || !isGiven(more.tables)) return said;
	const { limit } = readObject(context, 'Table Use', more.tableUse);
	const samples = readRows(context, 'Tables', more.tables).map(({ rows, bytes, lastId }) => ({
		rows: Array.isArray(rows) ? (rows as Row[]) : [],
		bytes: Number(asText(bytes)) || 0,
		lastId: Number(asText(lastId)) || 0,
	}));
	return {
		used: estimateBytes(samples),
		limit: readNumber(context, 'Table Use: limit', limit ?? TABLE_LIMIT, LIMIT),
	};
}

function readRules(context: IExecuteFunctions): Rules {
	const entered = readCollection(context, 'thresholds');
	const rule = (
		name: keyof Rules,
		label: string,
		fallback: number,
		bounds: readonly [number, number],
	) => readNumber(context, label, entered[name] ?? fallback, bounds);
	return {
		errorSharePercent: rule('errorSharePercent', 'Error Share (%)', 20, PERCENT),
		minRecords: rule('minRecords', 'Least Records', 20, COUNT),
		shrinkPercent: rule('shrinkPercent', 'Source Shrunk (%)', 20, PERCENT),
		deviationPercent: rule('deviationPercent', 'Count Deviation (%)', 0, PERCENT),
		parkedRecords: rule('parkedRecords', 'Parked Records', 1, COUNT),
		apiUsePercent: rule('apiUsePercent', 'API Limit Used (%)', 90, PERCENT),
		tableUsePercent: rule('tableUsePercent', 'Table Size (%)', 80, PERCENT),
		hold: rule('hold', 'Evaluations in a Row', 1, [1, 1000]),
	};
}

function isGiven(value: unknown): boolean {
	return value !== undefined && value !== null && value !== '';
}

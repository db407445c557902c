import { objectOf, unlessText } from '../../shared/json';
import { asText } from '../../shared/text';
import type { Row } from '../tables';
import { chainOf, columnText } from '../tables';

/** A flow that shall run, and how often. */
export interface WatchedFlow {
	flow: string;
	/** Minutes between two runs; 0 when nobody said, then it is never late. */
	cadenceMinutes: number;
}

export type Counts = Readonly<Record<string, number>>;

/** What is known at one evaluation; what nobody handed in is `undefined`, and then nothing changes about it. */
export interface AlertFacts {
	flows: readonly WatchedFlow[];
	/** Milliseconds since the epoch of the last finished run, by flow. */
	lastRuns: ReadonlyMap<string, number>;
	/** Outcomes of the last run, by flow. */
	counts: ReadonlyMap<string, Counts>;
	/** Recent audit rows, and errors of executions as rows with the outcome `failed`. */
	audit: readonly Row[];
	ledger?: ReadonlyMap<string, { parked: number; failing: number }>;
	/** Records the source has, by flow. */
	sourceCounts?: ReadonlyMap<string, number>;
	/** Flows whose source is as small as it shall be. */
	acceptedSizes?: ReadonlySet<string>;
	reconcile?: ReadonlyMap<string, { source: number; chargebee: number; at: string }>;
	apiUse?: { used: number; limit: number };
	/** Bytes. */
	tableUse?: { used: number; limit: number };
}

/** The newest checkpoint of each flow. */
export function readCheckpoints(rows: readonly Row[]): Pick<AlertFacts, 'lastRuns' | 'counts'> {
	const lastRuns = new Map<string, number>();
	const counts = new Map<string, Counts>();
	for (const row of rows) {
		const flow = columnText(row.flow);
		const at = Date.parse(columnText(row.updated_at));
		if (flow === '' || Number.isNaN(at) || at < (lastRuns.get(flow) ?? -Infinity)) continue;
		lastRuns.set(flow, at);
		counts.set(flow, readCounts(row.counts));
	}
	return { lastRuns, counts };
}

/** Outcome → number, also of its JSON text; what is no number is left out. */
export function readCounts(value: unknown): Counts {
	const entries = Object.entries(objectOf(unlessText(value)) ?? {}).map(
		([name, count]): [string, number] => [name, Number(asText(count) || NaN)],
	);
	return Object.fromEntries(entries.filter(([, count]) => Number.isFinite(count)));
}

/** `{"flow": number}`, or rows with `flow` and that column. */
export function numbersByFlow(value: Row): ReadonlyMap<string, number> {
	return new Map(Object.entries(readCounts(value)));
}

/** Parked and failing records by flow; the stages of a flow are added up. */
export function ledgerCounts(
	rows: readonly Row[],
): ReadonlyMap<string, { parked: number; failing: number }> {
	const counts = new Map<string, { parked: number; failing: number }>();
	for (const row of rows) {
		const flow = chainOf(columnText(row.flow));
		const known = counts.get(flow) ?? { parked: 0, failing: 0 };
		counts.set(flow, {
			parked: known.parked + countOf(row.parked),
			failing: known.failing + countOf(row.failing),
		});
	}
	return counts;
}

function countOf(value: unknown): number {
	const count = Number(asText(value) || 0);
	return Number.isFinite(count) ? count : 0;
}

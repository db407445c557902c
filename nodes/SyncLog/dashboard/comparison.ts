import { FINDINGS } from '../../Chargebee/reconcile/finding';
import type { Counts } from '../alert/facts';
import { readCounts } from '../alert/facts';
import type { Row } from '../tables';
import { columnText } from '../tables';

/** What a comparison of both sides last found, as its workflow remembers it. */
export interface Comparison {
	flow: string;
	/** ISO 8601 UTC, when it ended. */
	at: string;
	/** Records of CloudSuite: of items also their families and prices. */
	compared: number;
	/** How many of each kind. */
	counts: Counts;
	/** The first of them, without those that agree. */
	findings: Row[];
	/** How many do not agree, listed here or not. */
	differing: number;
}

/**
 * @param rows `{flow, at, compared, counts, findings}`; what was never compared has no flow and is left out
 */
export function readComparisons(rows: readonly Row[]): Comparison[] {
	return rows
		.filter((row) => columnText(row.flow) !== '')
		.map((row) => {
			const counts = readCounts(row.counts);
			const kinds = FINDINGS.filter((kind) => kind !== 'agrees');
			return {
				flow: columnText(row.flow),
				at: columnText(row.at),
				compared: Number(columnText(row.compared) || columnText(row.source)) || 0,
				counts,
				findings: Array.isArray(row.findings) ? row.findings.filter(isRow) : [],
				differing: kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0),
			};
		});
}

function isRow(value: unknown): value is Row {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { IDataObject } from 'n8n-workflow';
import { harmlessCell } from '../../../shared/csv';
import { asText } from '../../../shared/text';
import type { Explanation } from '../../upsert/reasons';
import type { OutcomeRow } from '../../upsert/row';

/** What an outcome and a finding have in common. */
export type RowFacts = Pick<
	OutcomeRow,
	'chargebeeId' | 'situation' | 'matchedBy' | 'changes' | 'candidates' | keyof Explanation
> & { sourceKey: string | null };

/** A row as flat text columns, for "Convert to File" and a spreadsheet: one line per record, its changes in one cell. */
export function toCsvRow(row: OutcomeRow): IDataObject {
	return harmlessColumns({
		outcome: row.outcome,
		...columnsOf(row),
		// for a person to fill in: they come back as the options Decision and Decision ID
		decision: '',
		decision_id: '',
	});
}

/** The columns of what is said about a record, whatever it is called. */
export function columnsOf(row: RowFacts): IDataObject {
	return {
		cloudSuiteKey: row.sourceKey ?? '',
		chargebeeId: row.chargebeeId ?? '',
		situation: row.situation ?? '',
		matchedBy: row.matchedBy ?? '',
		changedFields: row.changes.length,
		changes: row.changes
			.map(({ field, from, to }) => `${field}: ${shown(from)} -> ${shown(to)}`)
			.join('; '),
		candidates: row.candidates.map(({ id }) => asText(id)).join(', '),
		candidateDetails: row.candidates.map(tellingFacts).join('; '),
		class: row.class ?? '',
		code: row.code ?? '',
		reason: row.reason,
		actionToTake: row.actionToTake,
	};
}

/** Texts that a spreadsheet would run as a formula are made harmless. */
export function harmlessColumns(columns: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(columns).map(([name, value]) => [
			name,
			typeof value === 'string' ? harmlessCell(value) : value,
		]),
	);
}

/** What tells a candidate from the others, e.g. `AzyXYZ1: company Acme, email ap@acme.test`. */
function tellingFacts({ id, ...facts }: IDataObject): string {
	const known = Object.entries(facts)
		.filter(([, value]) => (value ?? null) !== null)
		.map(([field, value]) => `${field} ${asText(value)}`);
	return `${asText(id)}: ${known.join(', ') || 'nothing else is known of it'}`;
}

function shown(value: unknown): string {
	return value === null || value === undefined ? '(empty)' : asText(value);
}

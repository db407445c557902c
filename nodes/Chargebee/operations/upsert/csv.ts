import type { IDataObject } from 'n8n-workflow';
import { harmlessCell } from '../../../shared/csv';
import { asText } from '../../../shared/text';
import type { OutcomeRow } from '../../upsert/row';

/**
 * A row as flat text columns, for "Convert to File" and a spreadsheet: one line per record, its changes in one cell.
 * Texts that a spreadsheet would run as a formula are made harmless.
 */
export function toCsvRow(row: OutcomeRow): IDataObject {
	const columns: IDataObject = {
		outcome: row.outcome,
		cloudSuiteKey: row.sourceKey,
		chargebeeId: row.chargebeeId ?? '',
		situation: row.situation ?? '',
		matchedBy: row.matchedBy ?? '',
		changedFields: row.changes.length,
		changes: row.changes
			.map(({ field, from, to }) => `${field}: ${shown(from)} -> ${shown(to)}`)
			.join('; '),
		candidates: row.candidates.map(({ id }) => asText(id)).join(', '),
		class: row.class ?? '',
		code: row.code ?? '',
		reason: row.reason,
		actionToTake: row.actionToTake,
	};
	return Object.fromEntries(
		Object.entries(columns).map(([name, value]) => [
			name,
			typeof value === 'string' ? harmlessCell(value) : value,
		]),
	);
}

function shown(value: unknown): string {
	return value === null || value === undefined ? '(empty)' : asText(value);
}

import type { ChainedRow } from '../../../nodes/SyncLog/audit/chain';
import { chainRows } from '../../../nodes/SyncLog/audit/chain';
import type { Row } from '../../../nodes/SyncLog/tables';
import { AUDIT_COLUMNS } from '../../../nodes/SyncLog/tables';

/** An audit row as the templates write it. */
export function auditRow(number: number, rest: Row = {}): Row {
	return {
		run_id: 'wf-1',
		flow: 'sync-customers',
		source_key: `ln:ACME_TST:1300:C${number}`,
		chargebee_id: `ln-1300-C${number}`,
		outcome: 'updated',
		matched_by: 'reference',
		changes: '[{"field":"company","from":"Old Ltd","to":"New Ltd"}]',
		reason: '',
		attempts: 1,
		calls: 2,
		at: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
		execution_url: `http://n8n.example/workflow/1/executions/${number}`,
		...rest,
	};
}

export function chained(rows: readonly Row[], previous = ''): ChainedRow[] {
	return chainRows(rows, () => previous).flatMap((row) => (row ? [row] : []));
}

/** What a Data Table gives back: its own columns besides, in its own order. */
export function fromDataTable(rows: readonly Row[]): Row[] {
	return rows.map((row, index) => ({
		id: index + 1,
		createdAt: '2026-02-02T02:02:02.000Z',
		updatedAt: '2026-02-02T02:02:02.000Z',
		...Object.fromEntries(Object.entries(row).reverse()),
	}));
}

/** What PostgreSQL may give back: numerics as text, nothing as null, times as dates, columns of others. */
export function fromPostgres(rows: readonly Row[]): Row[] {
	return rows.map((row, index) => ({
		...Object.fromEntries(
			Object.entries(row).map(([column, value]) => {
				if (typeof value === 'number') return [column, String(value)];
				if (value === '' || value === undefined) return [column, null];
				return [column, value];
			}),
		),
		tenant: 'x',
		id: String(index + 1),
	}));
}

export const ALL_COLUMNS = [...AUDIT_COLUMNS, 'previous_hash', 'hash'] as const;

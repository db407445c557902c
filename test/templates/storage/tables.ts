/** The three tables of the sync. Losing them costs calls and what people decided, never correctness. */
export type TableName =
	'cloudsuite_sync_checkpoints' | 'cloudsuite_sync_ledger' | 'cloudsuite_sync_audit';

export const CHECKPOINTS: TableName = 'cloudsuite_sync_checkpoints';
export const LEDGER: TableName = 'cloudsuite_sync_ledger';
export const AUDIT: TableName = 'cloudsuite_sync_audit';

export type ColumnType = 'string' | 'number' | 'boolean';

const texts = (...names: string[]): Record<string, ColumnType> =>
	Object.fromEntries(names.map((name) => [name, 'string']));

export const COLUMNS: Record<TableName, Record<string, ColumnType>> = {
	cloudsuite_sync_checkpoints: {
		...texts('flow', 'watermark', 'last_key', 'lease_until', 'run_id', 'updated_at', 'counts'),
		...texts('finished_at', 'audit_head'),
		source_count: 'number',
	},
	cloudsuite_sync_ledger: {
		...texts('source_key', 'flow', 'chargebee_id', 'source_hash', 'fingerprint', 'outcome'),
		...{ reason: 'string', attempts: 'number', first_failed_at: 'string', parked: 'boolean' },
		...texts('source_modified_at', 'updated_at', 'decision', 'decision_id', 'payload'),
	},
	cloudsuite_sync_audit: {
		...texts('run_id', 'flow', 'source_key', 'chargebee_id', 'outcome', 'matched_by', 'changes'),
		...{ reason: 'string', attempts: 'number', calls: 'number' },
		...texts('at', 'execution_url', 'previous_hash', 'hash'),
	},
};

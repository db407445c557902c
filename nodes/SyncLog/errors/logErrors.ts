import type { Catalogue } from '../../shared/errors/types';

const LOOK =
	'Nobody but the workflows should write this table. Keep the table as it is, compare with the last export, and look who can reach it.';

/** What the Sync Log node says of the rows and settings handed to it. */
export const LOG_ERRORS = {
	audit_row_without_flow: {
		class: 'invalid',
		message: 'Input item {item} has no "flow", so it belongs to no chain.',
		meaning: 'Every audit row names the flow that wrote it; each flow is a chain of its own.',
		action: 'Hand in audit rows with all their columns: nothing was chained.',
		retried: 'never',
	},
	audit_row_unhashed: {
		class: 'conflict',
		message: 'Row {row} ({key}, {at}) has no hash.',
		meaning:
			'The row was not written through the chain: by hand, by another workflow, or before the chain was in use.',
		action: LOOK,
		retried: 'never',
	},
	audit_row_twice: {
		class: 'conflict',
		message: 'Row {row} ({key}, {at}) is there twice.',
		meaning:
			'Two rows have the same hash: a write was repeated after an interruption, or somebody put a copy in.',
		action: `If both say the same, delete the one with the higher number. If not: ${LOOK}`,
		retried: 'never',
	},
	audit_row_altered: {
		class: 'conflict',
		message: 'Row {row} ({key}, {at}) was altered: its content does not give its hash.',
		meaning: 'A column of the row, or its hash, was changed after it was written.',
		action: LOOK,
		retried: 'never',
	},
	audit_row_gap: {
		class: 'conflict',
		message: 'The row before row {row} ({key}, {at}) is missing.',
		meaning:
			'The row names the hash of a row that is not there: it was deleted, or not handed to the check. Rows that retention removed are known by "From".',
		action:
			'Check that all rows of the flow were read, and that "From" has what retention said last. If so, rows were deleted.',
		retried: 'never',
	},
	audit_head_missing: {
		class: 'conflict',
		message: 'The last row of {flow} ({hash}) is missing: rows at the end were deleted.',
		meaning:
			'The checkpoint remembers the hash of the last row its flow wrote, and no row has that hash.',
		action: 'Check that all rows of the flow were read. If so, rows were deleted.',
		retried: 'never',
	},
	audit_head_empty: {
		class: 'conflict',
		message: 'The checkpoint of {flow} does not say which audit row is its last.',
		meaning:
			'"audit_head" is empty though the flow has audit rows: so nobody could notice that rows at the end are gone.',
		action:
			'If the flow has just run for the first time, check again after its next run. If not, somebody emptied it.',
		retried: 'nextRun',
	},
	replay_given_up: {
		class: 'conflict',
		message: 'tried {attempts} times since {since}; last: {reason}',
		meaning:
			'The record was sent as often as the workflow allows and never accepted. It is put aside (parked), so that it does not hide new trouble.',
		action:
			'Solve what the reason says, then replay the record from the dashboard or with "Select for Replay".',
		retried: 'never',
	},
} as const satisfies Catalogue;

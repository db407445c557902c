import { asText } from '../../shared/text';
import { PROBLEM_OUTCOMES } from '../../Chargebee/upsert/types';
import { say } from '../errors/say';
import type { Row } from '../tables';
import { columnText } from '../tables';

/** Which rows of the ledger are wanted. What a person names goes at once; what failed waits and is given up some day. */
export type Selection =
	| { which: 'failed' }
	| { which: 'outcomes'; outcomes: ReadonlySet<string> }
	| { which: 'keys'; keys: ReadonlySet<string> }
	| { which: 'range'; from: string; to: string }
	| { which: 'parked' };

export interface ReplayRules {
	/** A record that was sent so often is parked instead. */
	maxAttempts: number;
	/** Minutes after the first attempt; doubled after each further one, a day at most. 0: no waiting. */
	backoffMinutes: number;
	/** Milliseconds since the epoch. */
	now: number;
}

/** The indexes of the rows with what becomes of them; rows that were not wanted are in none. */
export interface Selected {
	replay: Array<{ index: number; row: Row }>;
	park: Array<{ index: number; row: Row }>;
	/** Wanted, and not due yet. */
	waiting: number;
}

/** What a person said need not be sent: parked, and on no list, until its values change or somebody names it. */
export const IGNORED = 'ignored';

const MINUTE = 60_000;
const LONGEST_WAIT = 24 * 60 * MINUTE;

/** Rows to send again, the longest waiting first, and rows to put aside. */
export function selectForReplay(
	rows: readonly Row[],
	selection: Selection,
	rules: ReplayRules,
): Selected {
	const selected: Selected = { replay: [], park: [], waiting: 0 };
	const byHand = selection.which !== 'failed' && selection.which !== 'outcomes';
	for (const [index, row] of rows.entries()) {
		if (!isWanted(row, selection)) continue;
		if (byHand) selected.replay.push({ index, row: withNewTries(row, rules) });
		else if (wasRefused(row) && attemptsOf(row) >= rules.maxAttempts)
			selected.park.push({ index, row: parkedRow(row) });
		else if (dueAt(row, rules) <= rules.now) selected.replay.push({ index, row });
		else selected.waiting++;
	}
	selected.replay.sort((a, b) => timeOf(a.row) - timeOf(b.row) || a.index - b.index);
	return selected;
}

function isWanted(row: Row, selection: Selection): boolean {
	if (columnText(row.source_key) === '') return false;
	switch (selection.which) {
		case 'keys':
			return namesOf(row).some((key) => selection.keys.has(key));
		case 'range':
			return namesOf(row).some(
				(key) =>
					(selection.from === '' || key >= selection.from) &&
					(selection.to === '' || key <= selection.to),
			);
		case 'parked':
			return isParked(row) && columnText(row.outcome) !== IGNORED;
		case 'failed':
			return !isParked(row) && isProblem(row);
		case 'outcomes':
			return !isParked(row) && selection.outcomes.has(columnText(row.outcome));
	}
}

/** A row is named as well by the record it hangs on, as a price by its item, where `record_key` says it. */
function namesOf({ source_key: own, record_key: record }: Row): string[] {
	return [columnText(own), columnText(record)].filter((key) => key !== '');
}

/** Of an outage, or of what hangs on something else, nobody has to take care: that is tried until it passes. */
const REFUSED: ReadonlySet<string> = new Set(['conflict', 'invalid', 'rejected']);

function wasRefused({ outcome }: Row): boolean {
	return REFUSED.has(columnText(outcome));
}

function isProblem(row: Row): boolean {
	return (PROBLEM_OUTCOMES as ReadonlySet<string>).has(columnText(row.outcome));
}

/** Data Tables give booleans, SQLite below them 0 and 1, CSV imports words. */
export function isParked({ parked }: Row): boolean {
	return parked === true || ['true', '1', 't'].includes(columnText(parked).toLowerCase());
}

export function attemptsOf({ attempts }: Row): number {
	const number = Number(asText(attempts) || 0);
	return Number.isFinite(number) && number > 0 ? number : 0;
}

/** Somebody has looked at it: it gets its tries anew, else the next failure would park it again. */
function withNewTries(row: Row, { maxAttempts }: ReplayRules): Row {
	const spent = isParked(row) || attemptsOf(row) >= maxAttempts;
	return spent ? { ...row, parked: false, attempts: 0 } : row;
}

function parkedRow(row: Row): Row {
	const { reason } = say('replay_given_up', {
		attempts: attemptsOf(row),
		since: columnText(row.first_failed_at) || columnText(row.updated_at) || 'an unknown time',
		reason: columnText(row.reason) || columnText(row.outcome),
	});
	return { ...row, parked: true, reason };
}

function dueAt(row: Row, { backoffMinutes }: ReplayRules): number {
	const wait = backoffMinutes * MINUTE * 2 ** Math.max(attemptsOf(row) - 1, 0);
	return timeOf(row) + Math.min(wait, LONGEST_WAIT);
}

/** Rows without a readable time have waited for ever. */
function timeOf(row: Row): number {
	const time = Date.parse(columnText(row.updated_at));
	return Number.isNaN(time) ? 0 : time;
}

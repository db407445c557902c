import { DateTime } from 'luxon';
import { asText } from '../../shared/text';
import { PROBLEM_OUTCOMES } from '../../Chargebee/upsert/types';
import type { Counts, WatchedFlow } from '../alert/facts';
import { readCheckpoints } from '../alert/facts';
import type { AlertEntry, AlertState } from '../alert/state';
import { attemptsOf, IGNORED, isParked } from '../ledger/select';
import type { Row } from '../tables';
import { columnText, isBlank } from '../tables';
import type { Comparison } from './comparison';
import type { GroupId } from './words';
import { GROUPS } from './words';

export interface ShownFlow extends WatchedFlow {
	/** What the flow writes; records of customers have a page of their own in Chargebee. */
	recordType: string;
}

export interface DashboardFacts {
	checkpoints: readonly Row[];
	ledger: readonly Row[];
	/** Recent rows, any order. */
	audit: readonly Row[];
	alerts: AlertState;
	flows: readonly ShownFlow[];
	/** What is looked for in keys, ids, flows and reasons; empty for all. */
	filter: string;
	apiUse?: ApiUse;
	/** The last of each flow; without it the page says nothing of them. */
	comparisons?: readonly Comparison[];
	/** Milliseconds since the epoch. */
	now: number;
	/** IANA name. */
	zone: string;
}

export interface Run {
	flow: string;
	/** Milliseconds since the epoch; `undefined` when it never ran to its end. */
	finishedAt: number | undefined;
	counts: Counts;
	/** Minutes; 0 when nobody said. */
	cadence: number;
	/** More than twice the cadence ago. */
	late: boolean;
}

export interface Day {
	/** `2026-11-27` */
	date: string;
	/** Milliseconds since the epoch, for the label. */
	start: number;
	groups: Readonly<Record<GroupId, number>>;
}

export interface ShownRecord {
	key: string;
	flow: string;
	chargebeeId: string;
	outcome: string;
	parked: boolean;
	reason: string;
	attempts: number;
	since: string;
	executionUrl: string | undefined;
}

export interface Dashboard {
	alerts: AlertEntry[];
	runs: Run[];
	days: Day[];
	calls: { today: number } & Partial<ApiUse>;
	records: ShownRecord[];
	/** Records that need somebody, before the filter. */
	waiting: number;
	parked: number;
	/** What happened lately to what the filter finds; none without a filter. */
	history: Row[];
}

/** Calls in a time, and how many are allowed in it; the time in minutes, where it is known. */
export interface ApiUse {
	used: number;
	limit: number;
	minutes?: number;
}

export const DAYS = 14;
const DAY = 24 * 60 * 60_000;
const HISTORY = 20;

/** What the page says, without how it looks. */
export function buildDashboard(facts: DashboardFacts): Dashboard {
	const { now, zone } = facts;
	const audit = [...facts.audit].filter((row) => !isBlank(row)).sort(newestFirst);
	const needed = facts.ledger.filter((row) => columnText(row.source_key) && needsSomebody(row));
	const executions = executionUrls(audit);
	return {
		alerts: raised(facts.alerts),
		runs: runsOf(facts),
		days: daysOf(audit, now, zone),
		calls: {
			today: callsSince(audit, now - DAY),
			...(facts.apiUse ? facts.apiUse : {}),
		},
		records: needed
			.filter((row) => isFound(row, facts.filter))
			.map((row) => shownRecord(row, executions))
			.sort(worstFirst),
		waiting: needed.length,
		parked: needed.filter(isParked).length,
		history:
			facts.filter.trim() === ''
				? []
				: audit.filter((row) => isFound(row, facts.filter)).slice(0, HISTORY),
	};
}

function raised({ alerts }: AlertState): AlertEntry[] {
	const critical = ({ severity }: AlertEntry) => (severity === 'critical' ? 0 : 1);
	return Object.values(alerts)
		.filter((entry) => entry.raised)
		.sort((a, b) => critical(a) - critical(b));
}

function runsOf({ checkpoints, flows, now }: DashboardFacts): Run[] {
	const { lastRuns, counts } = readCheckpoints(checkpoints);
	const names = [...new Set([...flows.map(({ flow }) => flow), ...counts.keys()])];
	return names.map((flow) => {
		const finishedAt = lastRuns.get(flow);
		const cadence = flows.find((one) => one.flow === flow)?.cadenceMinutes ?? 0;
		const late = cadence > 0 && finishedAt !== undefined && now - finishedAt > 2 * cadence * 60_000;
		return { flow, finishedAt, counts: counts.get(flow) ?? {}, cadence, late };
	});
}

function daysOf(audit: readonly Row[], now: number, zone: string): Day[] {
	const today = DateTime.fromMillis(now, { zone }).startOf('day');
	const days = Array.from({ length: DAYS }, (_, index) =>
		today.minus({ days: DAYS - 1 - index }),
	).map((day) => ({
		date: day.toFormat('yyyy-MM-dd'),
		start: day.toMillis(),
		groups: Object.fromEntries(GROUPS.map(({ id }) => [id, 0])) as Record<GroupId, number>,
	}));
	const byDate = new Map(days.map((day) => [day.date, day]));
	for (const row of audit) {
		const at = Date.parse(columnText(row.at));
		if (Number.isNaN(at)) continue;
		const day = byDate.get(DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd'));
		const outcome = columnText(row.outcome);
		const group = GROUPS.find(({ outcomes }) => (outcomes as readonly string[]).includes(outcome));
		if (day && group) day.groups[group.id]++;
	}
	return days;
}

function callsSince(audit: readonly Row[], start: number): number {
	return audit
		.filter((row) => Date.parse(columnText(row.at)) >= start)
		.reduce((calls, row) => calls + (Number(asText(row.calls)) || 0), 0);
}

function needsSomebody(row: Row): boolean {
	if (columnText(row.outcome) === IGNORED) return false;
	return isParked(row) || (PROBLEM_OUTCOMES as ReadonlySet<string>).has(columnText(row.outcome));
}

function isFound(row: Row, filter: string): boolean {
	const wanted = columnText(filter).trim().toLowerCase();
	return ['source_key', 'chargebee_id', 'flow', 'reason'].some((column) =>
		columnText(row[column]).toLowerCase().includes(wanted),
	);
}

/** The newest execution of each record. */
function executionUrls(newest: readonly Row[]): Map<string, string> {
	const urls = new Map<string, string>();
	for (const row of newest) {
		const id = recordId(row);
		const url = columnText(row.execution_url);
		if (url !== '' && !urls.has(id)) urls.set(id, url);
	}
	return urls;
}

function recordId(row: Row): string {
	return JSON.stringify([columnText(row.flow), columnText(row.source_key)]);
}

function shownRecord(row: Row, executions: ReadonlyMap<string, string>): ShownRecord {
	return {
		key: columnText(row.source_key),
		flow: columnText(row.flow),
		chargebeeId: columnText(row.chargebee_id),
		outcome: columnText(row.outcome),
		parked: isParked(row),
		reason: columnText(row.reason),
		attempts: attemptsOf(row),
		since: columnText(row.first_failed_at) || columnText(row.updated_at),
		executionUrl: executions.get(recordId(row)),
	};
}

/** Parked ones first, what only waits last, the oldest first among equals. */
function worstFirst(a: ShownRecord, b: ShownRecord): number {
	const rank = ({ parked, outcome }: ShownRecord) =>
		parked ? 0 : outcome === 'skipped' ? 3 : outcome === 'failed' ? 2 : 1;
	if (rank(a) !== rank(b)) return rank(a) - rank(b);
	const [x, y] = [`${a.since} ${a.key}`, `${b.since} ${b.key}`];
	return x < y ? -1 : x > y ? 1 : 0;
}

function newestFirst(a: Row, b: Row): number {
	const [x, y] = [columnText(a.at), columnText(b.at)];
	return x < y ? 1 : x > y ? -1 : 0;
}

import type { Said } from '../../shared/errors/types';
import { say } from '../errors/say';
import type { Row } from '../tables';
import { chainOf, columnText } from '../tables';
import { plainTime } from '../time';
import { saysAuthFailed } from './authFailure';
import type { AlertFacts, Counts, WatchedFlow } from './facts';
import type { AlertState } from './state';

export type Severity = 'critical' | 'warning';

/** Limits; percentages are of 100. */
export interface Thresholds {
	errorSharePercent: number;
	/** Fewer records than these tell nothing about a share. */
	minRecords: number;
	shrinkPercent: number;
	deviationPercent: number;
	parkedRecords: number;
	apiUsePercent: number;
	tableUsePercent: number;
}

/** One thing that was looked at: it holds or it does not. */
export interface Finding {
	kind: string;
	/** Empty for what concerns all flows. */
	flow: string;
	title: string;
	severity: Severity;
	/** What is said of it when it holds. */
	said?: Said;
	/** When it began, if that is known better than by the first evaluation that found it. */
	since?: number;
	/** The newest that tells of it. */
	lastSeen?: number;
}

/** What is remembered from earlier evaluations. */
export interface Memory {
	/** When a flow was first watched. */
	firstSeen: ReadonlyMap<string, number>;
	/** The size of the source when all was well. */
	sizes: ReadonlyMap<string, number>;
	/** The newest refusal of a flow, of those that were refused when last looked at. */
	lastRefused: ReadonlyMap<string, number>;
}

export type Kind = (
	facts: AlertFacts,
	limits: Thresholds,
	memory: Memory,
	now: number,
) => Finding[];

const MINUTE = 60_000;
const MEGABYTE = 1_000_000;
/** Records that were not accepted; what is skipped waits for others and says so there. */
const ERRORS = ['conflict', 'invalid', 'rejected', 'failed'];
/** Outcomes that also occur when nobody could log in. */
const TELLS_NOTHING: ReadonlySet<string> = new Set(['failed', 'invalid', 'skipped', 'preview']);

/** In the order in which they are told: what makes all else meaningless comes first. */
export const KINDS: readonly Kind[] = [
	stale,
	errorShare,
	source,
	deviation,
	parked,
	authentication,
	apiLimit,
	tableSize,
];

function stale({ flows, lastRuns }: AlertFacts, _limits: Thresholds, memory: Memory, now: number) {
	const due = flows.filter(({ cadenceMinutes }) => cadenceMinutes > 0);
	return due.map(({ flow, cadenceMinutes: cadence }): Finding => {
		const last = lastRuns.get(flow);
		const since = last ?? memory.firstSeen.get(flow) ?? now;
		const values = { flow, cadence, since: plainTime(since) };
		const said = last === undefined ? say('alert_never_ran', values) : say('alert_stale', values);
		const late = now - since > 2 * cadence * MINUTE;
		const finding = { kind: 'stale', flow, title: `${flow} does not run`, since };
		return { ...finding, severity: 'critical', ...(late ? { said } : {}) };
	});
}

function errorShare({ flows, counts }: AlertFacts, limits: Thresholds): Finding[] {
	return each(flows, counts, (flow, outcomes) => {
		const total = sum(Object.values(outcomes));
		const errors = sum(ERRORS.map((outcome) => outcomes[outcome] ?? 0));
		const share = percent(errors, total);
		const said = say('alert_error_share', { flow, share, errors, total, counts: shown(outcomes) });
		const holds = total >= limits.minRecords && share > limits.errorSharePercent;
		const title = `Many records of ${flow} are not accepted`;
		return { kind: 'errorShare', flow, title, severity: 'warning', ...(holds ? { said } : {}) };
	});
}

function source({ flows, sourceCounts }: AlertFacts, limits: Thresholds, { sizes }: Memory) {
	return each(flows, sourceCounts, (flow, now) => {
		const before = sizes.get(flow) ?? now;
		const share = percent(before - now, before);
		const empty = now === 0 && before > 0;
		const said = empty
			? say('alert_source_empty', { flow, before })
			: say('alert_source_shrunk', { flow, now, before, share });
		const severity: Severity = empty ? 'critical' : 'warning';
		const holds = empty || share > limits.shrinkPercent;
		const title = `CloudSuite shows fewer records of ${flow}`;
		return { kind: 'source', flow, title, severity, ...(holds ? { said } : {}) };
	});
}

function deviation({ flows, reconcile }: AlertFacts, limits: Thresholds): Finding[] {
	return each(flows, reconcile, (flow, { source: inSource, chargebee, at }) => {
		const said = say('alert_counts_deviate', { flow, source: inSource, chargebee, at });
		const off = percent(Math.abs(inSource - chargebee), Math.max(inSource, chargebee));
		const title = `Both sides of ${flow} have different numbers`;
		const holds = off > limits.deviationPercent;
		return { kind: 'deviation', flow, title, severity: 'warning', ...(holds ? { said } : {}) };
	});
}

function parked({ flows, ledger }: AlertFacts, limits: Thresholds): Finding[] {
	if (!ledger) return [];
	return flows.map(({ flow }): Finding => {
		const counts = ledger.get(flow) ?? { parked: 0, failing: 0 };
		const holds = counts.parked > 0 && counts.parked >= limits.parkedRecords;
		const said = say('alert_parked', { flow, ...counts });
		const title = `Records of ${flow} wait for a person`;
		return { kind: 'parked', flow, title, severity: 'warning', ...(holds ? { said } : {}) };
	});
}

const AUTHENTICATION = 'authentication';

/** A flow whose newest word is a refusal. */
function authentication(facts: AlertFacts, _limits: Thresholds, { lastRefused }: Memory) {
	const words = newestWords(facts.audit);
	return facts.flows.flatMap(({ flow }): Finding[] => {
		const word = words.get(flow);
		const at = Date.parse(word?.at ?? '');
		const finding: Finding = {
			...{ kind: AUTHENTICATION, flow, title: `${flow} is refused`, severity: 'critical' },
		};
		if (word?.refused !== undefined) {
			const said = say('alert_auth', { flow, reason: word.refused });
			return [{ ...finding, said, ...(Number.isNaN(at) ? {} : { since: at, lastSeen: at }) }];
		}
		const before = lastRefused.get(flow);
		if (before === undefined) return word ? [finding] : [];
		// a refused log-in ends the run and leaves no row: only what came after it tells that it is over
		return at > before || hasEndedWell(facts, flow, before) ? [finding] : [];
	});
}

/** Whether a run ended since; one whose writes were refused ends, too, and says that they failed. */
function hasEndedWell({ lastRuns, counts }: AlertFacts, flow: string, since: number): boolean {
	const outcomes = counts.get(flow);
	return outcomes !== undefined && !outcomes.failed && (lastRuns.get(flow) ?? -Infinity) > since;
}

/** The newest refusals, as the alerts of earlier evaluations say. */
export function lastRefused(alerts: AlertState['alerts']): ReadonlyMap<string, number> {
	const refused = Object.values(alerts).filter(({ kind }) => kind === AUTHENTICATION);
	return new Map(refused.map(({ flow, since, lastSeen = since }) => [flow, Date.parse(lastSeen)]));
}

function newestWords(rows: readonly Row[]): ReadonlyMap<string, { at: string; refused?: string }> {
	const newest = new Map<string, { at: string; refused?: string }>();
	for (const row of rows) {
		const flow = chainOf(columnText(row.flow));
		const at = columnText(row.at);
		const reason = columnText(row.reason);
		const refused = saysAuthFailed(reason);
		if (!refused && TELLS_NOTHING.has(columnText(row.outcome))) continue;
		const known = newest.get(flow)?.at ?? '';
		// all rows of a run have its time: one refusal among them is one too many
		if (at > known || (at === known && (refused || !newest.has(flow))))
			newest.set(flow, { at, ...(refused ? { refused: reason } : {}) });
	}
	return newest;
}

function apiLimit({ apiUse }: AlertFacts, limits: Thresholds): Finding[] {
	if (!apiUse) return [];
	const share = percent(apiUse.used, apiUse.limit);
	const said = say('alert_api_limit', { share, ...apiUse });
	const holds = share > limits.apiUsePercent;
	const title = 'The API limit is near';
	return [{ kind: 'apiLimit', flow: '', title, severity: 'warning', ...(holds ? { said } : {}) }];
}

function tableSize({ tableUse }: AlertFacts, limits: Thresholds): Finding[] {
	if (!tableUse) return [];
	const share = percent(tableUse.used, tableUse.limit);
	const inMegabytes = (bytes: number) => Math.round(bytes / MEGABYTE);
	const [used, limit] = [inMegabytes(tableUse.used), inMegabytes(tableUse.limit)];
	const holds = share > limits.tableUsePercent;
	const title = 'The tables are nearly full';
	const said = say('alert_table_size', { share, used, limit });
	return [{ kind: 'tableSize', flow: '', title, severity: 'critical', ...(holds ? { said } : {}) }];
}

/** Of the flows that are watched, those about which something is known. */
function each<T>(
	flows: readonly WatchedFlow[],
	known: ReadonlyMap<string, T> | undefined,
	look: (flow: string, fact: T) => Finding,
): Finding[] {
	return flows.flatMap(({ flow }) => {
		const fact = known?.get(flow);
		return fact === undefined ? [] : [look(flow, fact)];
	});
}

function percent(part: number, whole: number): number {
	return whole > 0 ? Math.round((part / whole) * 1000) / 10 : 0;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}

function shown(counts: Counts): string {
	return Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([outcome, count]) => `${count} ${outcome}`)
		.join(', ');
}

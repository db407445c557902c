import { inOneText } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import { plainTime } from '../time';
import type { AlertFacts } from './facts';
import type { Finding, Memory, Severity, Thresholds } from './kinds';
import { KINDS, lastRefused } from './kinds';
import type { AlertEntry, AlertState } from './state';

/** What people are told: an alert began or ended. */
export interface AlertChange {
	/** Id of the alert, the same when it is raised and when it has recovered. */
	alert: string;
	flow: string;
	state: 'raised' | 'recovered';
	severity: Severity;
	title: string;
	/** What it is, since when, and what to do. */
	text: string;
	/** ISO 8601 UTC: when it began. */
	since: string;
}

export interface Evaluation {
	changes: AlertChange[];
	state: AlertState;
}

export interface Rules extends Thresholds {
	/** So many evaluations in a row must agree before an alert is raised or has recovered. */
	hold: number;
}

/**
 * The changes since the last evaluation, and what to remember for the next. Each alert is raised once and recovers
 * once; what nothing is known about stays as it is.
 */
export function nextAlerts(
	before: AlertState,
	facts: AlertFacts,
	now: number,
	rules: Rules,
): Evaluation {
	const memory = remember(before, facts, now);
	const findings = KINDS.flatMap((kind) => kind(facts, rules, memory, now));
	const found = findings.map((finding) => ({ id: idOf(finding), finding }));
	const watched = new Set(facts.flows.map(({ flow }) => flow));
	const changes: AlertChange[] = [];
	const alerts: Record<string, AlertEntry> = {};
	for (const { id, finding } of found) {
		const { entry, change } = step(id, before.alerts[id], finding, now, rules.hold);
		if (entry) alerts[id] = entry;
		if (change) changes.push(change);
	}
	const looked = new Set(found.map(({ id }) => id));
	for (const [id, entry] of Object.entries(before.alerts)) {
		if (looked.has(id)) continue;
		if (entry.flow === '' || watched.has(entry.flow)) alerts[id] = entry;
		else if (entry.raised) changes.push(unwatched(id, entry));
	}
	const firstSeen = Object.fromEntries(
		[...memory.firstSeen].map(([flow, at]) => [flow, new Date(at).toISOString()]),
	);
	return { changes, state: { alerts, firstSeen, sizes: sizes(facts, memory, alerts) } };
}

function idOf({ kind, flow }: Finding): string {
	return flow === '' ? kind : `${kind}:${flow}`;
}

function step(
	id: string,
	was: AlertEntry | undefined,
	finding: Finding,
	now: number,
	hold: number,
): { entry?: AlertEntry; change?: AlertChange } {
	const raised = was?.raised ?? false;
	const holds = finding.said !== undefined;
	const streak = holds === raised ? 0 : (was?.streak ?? 0) + 1;
	const began = was && (raised || was.streak > 0) ? was.since : iso(finding.since ?? now);
	const { kind, flow, title, severity, said } = finding;
	const lastSeen = finding.lastSeen === undefined ? was?.lastSeen : iso(finding.lastSeen);
	const entry: AlertEntry = {
		...{ kind, flow, title, raised, streak },
		severity: holds ? severity : (was?.severity ?? severity),
		text: said ? inOneText(said) : (was?.text ?? ''),
		since: began,
		...(lastSeen === undefined ? {} : { lastSeen }),
	};
	if (streak === 0) return raised ? { entry } : {};
	if (streak < hold) return { entry };
	if (!raised) {
		const opened = { ...entry, raised: true, streak: 0 };
		return { entry: opened, change: changeOf(id, opened, 'raised', opened.text) };
	}
	const over = { title, since: plainTime(Date.parse(began)), now: plainTime(now) };
	return { change: changeOf(id, entry, 'recovered', inOneText(say('alert_recovered', over))) };
}

/** A recovery all the same: whoever was told that it began wants to know that nobody looks any more. */
function unwatched(id: string, entry: AlertEntry): AlertChange {
	const { title, flow } = entry;
	const since = plainTime(Date.parse(entry.since));
	const text = inOneText(say('alert_unwatched', { title, flow, since }));
	return changeOf(id, entry, 'recovered', text);
}

function changeOf(
	alert: string,
	{ flow, severity, title, since }: AlertEntry,
	state: AlertChange['state'],
	text: string,
): AlertChange {
	return { alert, flow, state, severity, title, text, since };
}

function remember(before: AlertState, facts: AlertFacts, now: number): Memory {
	const { flows, acceptedSizes, sourceCounts } = facts;
	const known = new Map(Object.entries(before.sizes));
	for (const flow of acceptedSizes ?? []) {
		const size = sourceCounts?.get(flow);
		if (size !== undefined) known.set(flow, size);
	}
	return {
		firstSeen: new Map(
			flows.map(({ flow }) => [flow, Date.parse(before.firstSeen[flow] ?? '') || now]),
		),
		sizes: known,
		lastRefused: lastRefused(before.alerts),
	};
}

/** A source that has shrunk is still compared with what it was, until it is back or somebody accepts it. */
function sizes(
	{ flows, sourceCounts }: AlertFacts,
	memory: Memory,
	alerts: AlertState['alerts'],
): Record<string, number> {
	const entries = flows.flatMap(({ flow }): Array<[string, number]> => {
		const size = alerts[`source:${flow}`] ? undefined : sourceCounts?.get(flow);
		const kept = size ?? memory.sizes.get(flow);
		return kept === undefined ? [] : [[flow, kept]];
	});
	return Object.fromEntries(entries);
}

function iso(time: number): string {
	return new Date(time).toISOString();
}

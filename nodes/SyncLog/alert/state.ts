import { objectOf, unlessText } from '../../shared/json';
import { asText } from '../../shared/text';
import type { Severity } from './kinds';

/** An alert that is raised, or on its way to a change. */
export interface AlertEntry {
	kind: string;
	flow: string;
	raised: boolean;
	severity: Severity;
	title: string;
	text: string;
	/** ISO 8601 UTC: when it began, as far as is known. */
	since: string;
	/** ISO 8601 UTC: the newest that tells of it, where that is known. */
	lastSeen?: string;
	/** Evaluations in a row that found the opposite of `raised`. */
	streak: number;
}

/** What is stored between two evaluations; plain JSON. */
export interface AlertState {
	/** By alert id, `kind:flow`. */
	alerts: Record<string, AlertEntry>;
	/** ISO 8601 UTC, by flow. */
	firstSeen: Record<string, string>;
	/** Records of the source when all was well, by flow. */
	sizes: Record<string, number>;
}

export const NO_STATE: AlertState = { alerts: {}, firstSeen: {}, sizes: {} };

/** A state as it was stored, also as JSON text. What can not be read is left out: then an alert is raised once more. */
export function readState(stored: unknown): AlertState {
	const state = objectOf(unlessText(stored)) ?? {};
	return {
		alerts: Object.fromEntries(
			Object.entries(objectOf(state.alerts) ?? {}).flatMap(([id, entry]) => {
				const read = readEntry(objectOf(entry) ?? {});
				return read ? [[id, read]] : [];
			}),
		),
		firstSeen: Object.fromEntries(
			Object.entries(objectOf(state.firstSeen) ?? {})
				.map(([flow, at]): [string, string] => [flow, asText(at)])
				.filter(([, at]) => !Number.isNaN(Date.parse(at))),
		),
		sizes: Object.fromEntries(
			Object.entries(objectOf(state.sizes) ?? {}).filter(
				(entry): entry is [string, number] => typeof entry[1] === 'number',
			),
		),
	};
}

function readEntry(entry: Record<string, unknown>): AlertEntry | undefined {
	const since = asText(entry.since);
	const lastSeen = asText(entry.lastSeen);
	if (typeof entry.raised !== 'boolean' || Number.isNaN(Date.parse(since))) return undefined;
	return {
		kind: asText(entry.kind),
		flow: asText(entry.flow),
		raised: entry.raised,
		severity: entry.severity === 'critical' ? 'critical' : 'warning',
		title: asText(entry.title),
		text: asText(entry.text),
		since,
		...(Number.isNaN(Date.parse(lastSeen)) ? {} : { lastSeen }),
		streak: Number(entry.streak) || 0,
	};
}

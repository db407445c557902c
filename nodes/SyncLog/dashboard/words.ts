/** What outcomes are called on the page, and what somebody in finance can do about them. */
export interface OutcomeWords {
	name: string;
	/** Empty when nothing has to be done. */
	toDo: string;
}

export const OUTCOME_WORDS: Readonly<Record<string, OutcomeWords>> = {
	created: { name: 'Created', toDo: '' },
	updated: { name: 'Updated', toDo: '' },
	linked: { name: 'Linked', toDo: '' },
	unchanged: { name: 'Already right', toDo: '' },
	preview: { name: 'Previewed', toDo: '' },
	ignored: { name: 'Ignored', toDo: '' },
	skipped: {
		name: 'Waiting',
		toDo: 'It waits for another record, or was left out on purpose. If the other record is right, it goes by itself.',
	},
	conflict: {
		name: 'Conflict',
		toDo: 'Decide which side is right and correct it there; then replay the record.',
	},
	invalid: {
		name: 'Bad value',
		toDo: 'Correct the value in CloudSuite. The next run sends it; replay the record to see it at once.',
	},
	rejected: {
		name: 'Refused',
		toDo: 'Chargebee refused it. Correct what the reason names, then replay the record.',
	},
	failed: {
		name: 'Failed',
		toDo: 'Nothing is wrong with the record. It is tried again by itself; if it stays, ask whoever looks after n8n.',
	},
};

export const PARKED_WORDS: OutcomeWords = {
	name: 'Parked',
	toDo: 'It was tried several times and is no longer sent. Solve what the reason says, then replay it.',
};

interface FindingWords {
	name: string;
	/** What to do where the sync does it; else the finding says it. */
	toDo?: string;
	/** What tells most of it. */
	says?: 'changes' | 'reason';
}

/** What a comparison of both sides finds, in the order people care. */
export const FINDING_WORDS: Readonly<Record<string, FindingWords>> = {
	differs: {
		name: 'Different',
		toDo: 'If CloudSuite is right: it goes to Chargebee when the record next changes in CloudSuite, or by the comparison with repair switched on; not if it is ignored or parked. If Chargebee is right, correct it in CloudSuite.',
		says: 'changes',
	},
	onlyInCloudSuite: {
		name: 'Only in CloudSuite',
		toDo: 'If it is new or was not accepted, the next run sends it. If it was deleted in Chargebee, it comes back when it changes in CloudSuite, or by the comparison with repair switched on. If it is ignored or parked, it waits.',
	},
	onlyInChargebee: { name: 'Only in Chargebee' },
	duplicate: { name: 'Twice in Chargebee' },
	conflict: { name: 'Conflict' },
	invalid: { name: 'Bad value' },
	agrees: { name: 'Agree' },
};

/** A finding of its own for people: it may be somebody else. */
export const NOT_LINKED: FindingWords = { name: 'Matches, not linked yet' };

/** Outcomes as the chart has them: few enough to tell apart. */
export const GROUPS = [
	{ id: 'written', name: 'Written to Chargebee', outcomes: ['created', 'updated', 'linked'] },
	{ id: 'unchanged', name: 'Already right', outcomes: ['unchanged'] },
	{ id: 'waiting', name: 'Waiting', outcomes: ['skipped'] },
	{ id: 'person', name: 'Needs a person', outcomes: ['conflict', 'invalid', 'rejected'] },
	{ id: 'failed', name: 'Failed', outcomes: ['failed'] },
] as const;

export type GroupId = (typeof GROUPS)[number]['id'];

export function nameOfOutcome(outcome: string): string {
	return OUTCOME_WORDS[outcome]?.name ?? outcome;
}

/** `1,234` */
export function figure(value: number): string {
	return value.toLocaleString('en-US');
}

/** `1 record`, `2,000 records` */
export function count(value: number, one: string, many = `${one}s`): string {
	return `${figure(value)} ${value === 1 ? one : many}`;
}

/** How long ago, in the one unit people would use. */
export function ago(time: number, now: number): string {
	const minutes = Math.floor((now - time) / 60_000);
	if (minutes < 1) return 'just now';
	return `${span(minutes)} ago`;
}

/** A span in minutes as words. */
export function span(minutes: number): string {
	if (minutes < 120) return count(minutes, 'minute');
	if (minutes < 48 * 60) return count(Math.floor(minutes / 60), 'hour');
	return count(Math.floor(minutes / (24 * 60)), 'day');
}

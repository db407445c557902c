import type { IExecuteFunctions } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { MatchKey, Policies, ResourceSpec } from '../../upsert/types';
import { DEFAULT_POLICIES } from '../../upsert/types';
import type { UpsertResource } from './resource';

/** What becomes of a mapped field. */
export type FieldRule = 'always' | 'ifEmpty' | 'never' | 'clear';

interface Options {
	referenceField?: string;
	search?: 'complete' | 'keys';
	whenAbsent?: Policies['whenAbsent'];
	whenFound?: Policies['whenFound'];
	whenConfirmed?: Policies['whenConfirmed'];
	whenGone?: Policies['whenGone'];
	whenFrozen?: Policies['whenFrozen'];
	whenInactive?: 'ignore' | 'putAside';
	mostInactive?: number;
	fieldRules?: { rule?: Array<{ field: string; rule: FieldRule }> };
}

/** Settings that count for the whole run. */
export interface UpsertSettings {
	referenceField: string;
	complete: boolean;
	policies: Policies;
	putAside: boolean;
	/** Percent of a run. */
	mostPutAside: number;
	never: ReadonlySet<string>;
	clear: ReadonlySet<string>;
	keys: MatchKey[];
}

export function readSettings(context: IExecuteFunctions, resource: UpsertResource): UpsertSettings {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const rules = options.fieldRules?.rule ?? [];
	const fieldsWith = (wanted: FieldRule) =>
		new Set(
			rules
				.filter(({ rule }) => rule === wanted)
				.map(({ field }) => field.trim())
				.filter((field) => field !== ''),
		);
	const putAside = options.whenInactive === 'putAside' && resource.putAside !== undefined;
	return {
		referenceField: options.referenceField?.trim() || 'cf_cloudsuite_id',
		complete: options.search !== 'keys',
		putAside,
		mostPutAside: options.mostInactive ?? 20,
		never: fieldsWith('never'),
		clear: fieldsWith('clear'),
		keys: readMatchKeys(context, resource),
		policies: {
			whenAbsent: options.whenAbsent ?? DEFAULT_POLICIES.whenAbsent,
			whenFound: options.whenFound ?? DEFAULT_POLICIES.whenFound,
			whenConfirmed: options.whenConfirmed ?? DEFAULT_POLICIES.whenConfirmed,
			// who lets CloudSuite's status archive records wants them back when it is active again
			whenGone: options.whenGone ?? (putAside ? 'restore' : DEFAULT_POLICIES.whenGone),
			whenFrozen: options.whenFrozen ?? DEFAULT_POLICIES.whenFrozen,
			onlyIfEmpty: fieldsWith('ifEmpty'),
		},
	};
}

/** The chosen match keys, strongest first. One that does not exist is no key less to match by: it is an error. */
function readMatchKeys(context: IExecuteFunctions, { matchKeys }: UpsertResource): MatchKey[] {
	const chosen = context.getNodeParameter('matchKeys.key', 0, []) as Array<{ field: string }>;
	return [...new Set(chosen.map(({ field }) => field))].map((field) => {
		const key = matchKeys[field];
		if (!key) {
			const choices = Object.keys(matchKeys).join(', ');
			throw operationError(context.getNode(), say('unknown_match_key', { field, choices }));
		}
		return key;
	});
}

/** A rule for a field that does not exist protects nothing, so it is an error. */
export function checkRuleNames(
	context: IExecuteFunctions,
	{ never, clear, policies }: UpsertSettings,
	{ fields, label }: ResourceSpec,
): void {
	const unknown = [...never, ...clear, ...policies.onlyIfEmpty].find(
		(name) => !fields.isName(name),
	);
	if (unknown === undefined) return;
	throw operationError(
		context.getNode(),
		say('unknown_ruled_field', { field: unknown, name: label }),
	);
}

import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { FsmLists } from './lists';
import type { FsmOptions } from './settings';
import type { CheckedClass, ClassSpec } from './spec';
import { neededFields } from './spec';

/** So many names an error shows. */
const MOST_NAMED = 60;

/**
 * Compares the settings of a class with a record of this tenant, before anything else is read: a field that was renamed,
 * or a preset that does not fit, must not look like data that are gone. Fields nobody named are let through to `raw` only.
 * @throws NodeOperationError naming every field the class does not have
 */
export async function checkFields(
	lists: FsmLists,
	node: INode,
	spec: ClassSpec,
	{ missingFields, includeRaw }: Pick<FsmOptions, 'missingFields' | 'includeRaw'>,
): Promise<CheckedClass> {
	const needed = neededFields(spec);
	const own = await fieldsOf(lists, spec.name, ['_all']);
	// without any record there is nothing to compare with, and nothing that could be misread
	const missing = own === undefined ? [] : await unseen(lists, spec.name, needed, own);
	const isEssential = (field: string) =>
		field === spec.companyField || spec.keyFields.includes(field);
	if (missing.length > 0 && (missingFields === 'stop' || missing.some(isEssential))) {
		const named = { class: spec.name, fields: missing.join(', '), available: listOf(own ?? []) };
		throw operationError(node, say('fsm_fields_missing', named));
	}
	if (missing.length > 0)
		lists.hint(
			say('fsm_fields_left_empty', { class: spec.name, fields: missing.join(', ') }).reason,
		);
	const mapping = spec.mapping.filter(({ field }) => !missing.includes(field));
	const checked = { ...spec, mapping };
	const asked = neededFields(checked);
	// fields of related classes do not come with "_all"
	const isWhole = includeRaw && own !== undefined && asked.every((field) => own.includes(field));
	return {
		...checked,
		asked: isWhole ? ['_all'] : asked,
		known: new Set(isWhole ? own : asked),
	};
}

/**
 * The names of fields of one record; nothing for a class without records.
 * @throws NodeApiError when FSM does not know the class
 */
export async function fieldsOf(
	lists: FsmLists,
	name: string,
	fields: readonly string[],
): Promise<string[] | undefined> {
	const answer = await lists.sample(name, { fields }, 1);
	if (answer.kind === 'exception') throw lists.fail(name, answer);
	const [row] = answer.rows;
	return row === undefined ? undefined : Object.keys(row);
}

/** Those that do not come even when asked for by name, as fields of related classes have to be. */
async function unseen(
	lists: FsmLists,
	name: string,
	needed: readonly string[],
	own: readonly string[],
): Promise<string[]> {
	const absent = needed.filter((field) => !own.includes(field));
	if (absent.length === 0) return [];
	const answer = await lists.sample(name, { fields: absent }, 1);
	// unknown names may be passed over in silence, or refused: then each is asked for by itself
	if (answer.kind === 'exception') {
		if (absent.length === 1) return absent;
		const each = [];
		for (const field of absent) each.push(...(await unseen(lists, name, [field], own)));
		return each;
	}
	const [row = {}] = answer.rows;
	return absent.filter((field) => !(field in row));
}

function listOf(names: readonly string[]): string {
	const shown = names.toSorted().slice(0, MOST_NAMED).join(', ');
	const more = names.length - MOST_NAMED;
	return more > 0 ? `${shown} and ${more} more` : shown || '(no fields)';
}

import type { Master } from '../matching';
import { isOfStatusAndGroup } from '../matching';
import type { MasterQuery } from '../product';
import type { Condition } from './conditions';
import { isMeant, partsOf } from '../mapped/keys';
import { keyParts } from '../mapped/row';
import type { CheckedClass } from './spec';
import { onlyFieldOf } from './spec';

/** What FSM is asked for, in every question to a class. */
export function companyCondition({ companyField }: CheckedClass, company: string): Condition[] {
	return companyField === '' ? [] : [{ field: companyField, value: company }];
}

/** Groups, where one field holds them. */
export function groupCondition(spec: CheckedClass, { groups }: MasterQuery): Condition[] {
	const field = onlyFieldOf(spec, 'group');
	if (field === undefined || groups.length === 0) return [];
	const choices = groups.map((value) => ({ field, value }));
	return choices.length === 1 ? choices : [{ any: choices }];
}

/** Everything a person may mean by an id: the whole key, and its last part alone. */
export function idConditions(spec: CheckedClass, id: string): Condition[] {
	const fields = keyParts(spec);
	const parts = partsOf(id, fields.length);
	const whole =
		parts === undefined
			? []
			: [{ all: fields.map((field, at) => ({ field, value: parts[at] ?? '' })) }];
	return [...whole, { field: fields.at(-1) ?? '', value: id.trim() }];
}

/** The key of a record as a condition. */
export function keyCondition(spec: CheckedClass, parts: readonly string[]): Condition {
	return { all: keyParts(spec).map((field, at) => ({ field, value: parts[at] ?? '' })) };
}

/**
 * The question again, for records that came. A status is never asked for: which values of the field mean it is known for
 * the mapped ones alone.
 */
export function isWanted(
	{ record, parts }: { record: Master; parts: readonly string[] },
	query: MasterQuery,
): boolean {
	const { ids } = query;
	return (
		isOfStatusAndGroup(record, query) && (ids.length === 0 || ids.some((id) => isMeant(id, parts)))
	);
}

/** What is asked of a record, before it is put into one of FSM's two ways to filter. */
export type Condition =
	{ field: string; value: string } | { all: readonly Condition[] } | { any: readonly Condition[] };

/** What goes over the wire, and what of the condition that covers. */
export interface SentFilter {
	params: { _filter?: string; _lplFilter?: string };
	/** The part FSM was asked for; nothing when it can not be put into words. The rest is for us to check. */
	sent: Condition | undefined;
}

/** Whether a record satisfies a condition; fields are compared without the blanks around them. */
export function matches(condition: Condition, fieldOf: (field: string) => string | null): boolean {
	if ('all' in condition) return condition.all.every((one) => matches(one, fieldOf));
	if ('any' in condition) return condition.any.some((one) => matches(one, fieldOf));
	return fieldOf(condition.field) === condition.value.trim();
}

/**
 * A condition for FSM: `_filter` while that is enough, because it is the older and simpler way (equal, and), else `_lplFilter`.
 * Never both: whether FSM then takes both is not documented.
 * @param own an LPL expression of the user's, which must hold as well
 */
export function filterFor(condition: Condition, own: string): SentFilter {
	const simple = own === '' ? simpleFilter(condition) : undefined;
	if (simple !== undefined)
		return simple === ''
			? { params: {}, sent: undefined }
			: { params: { _filter: simple }, sent: condition };
	const sent = sayable(condition);
	const parts = [sent === undefined ? '' : lpl(sent), own === '' ? '' : `(${own})`];
	const text = parts.filter((part) => part !== '').join(' and ');
	return { params: text === '' ? {} : { _lplFilter: text }, sent };
}

/** Whether LPL can say all of a condition, so that it can be one of several in a question. */
export function isSayable(condition: Condition): boolean {
	if ('field' in condition) return sayable(condition) !== undefined;
	return ('all' in condition ? condition.all : condition.any).every(isSayable);
}

/** `Field::Value|Field2::Value2`; `undefined` when there is a choice in it, or a value that holds one of the signs. */
function simpleFilter(condition: Condition): string | undefined {
	if ('any' in condition) return undefined;
	if ('all' in condition) {
		const parts = condition.all.map(simpleFilter).filter((part) => part !== '');
		return parts.includes(undefined) ? undefined : parts.join('|');
	}
	const { field, value } = condition;
	return /[|:]/.test(value) ? undefined : `${field}::${value}`;
}

/** The part of a condition LPL can say: how a quote is written inside a text is not documented. */
function sayable(condition: Condition): Condition | undefined {
	if ('field' in condition) return /["\\]/.test(condition.value) ? undefined : condition;
	if ('any' in condition) {
		const parts = condition.any.map(sayable);
		const whole = parts.filter((part) => part !== undefined);
		return whole.length === parts.length ? { any: whole } : undefined;
	}
	const parts = condition.all.map(sayable).filter((part) => part !== undefined);
	return parts.length === 0 ? undefined : { all: parts };
}

/** In the form seen in public: `((Description like "STENT*") and (Item = "108"))`. */
function lpl(condition: Condition): string {
	if ('field' in condition) return `${condition.field} = "${condition.value}"`;
	const parts = 'all' in condition ? condition.all : condition.any;
	const [first, ...others] = parts;
	if (first && others.length === 0) return lpl(first);
	const members = parts.map(lpl).map((text) => (text.startsWith('(') ? text : `(${text})`));
	return `(${members.join('all' in condition ? ' and ' : ' or ')})`;
}

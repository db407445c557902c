import type { Said } from '../../shared/errors/types';

/**
 * A field value as it is compared and sent; lists are kept as the canonical JSON text of them.
 * An empty text never occurs: "no value" is an absent member, and `null` is a field to be cleared on purpose.
 */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

/** What is wrong with a value, in the words of the error catalogue. */
export interface Problem {
	field: string;
	code: string;
	/** A sentence that begins with the field. */
	text: string;
}

export function problem(field: string, { code, reason }: Pick<Said, 'code' | 'reason'>): Problem {
	return { field, code, text: reason };
}

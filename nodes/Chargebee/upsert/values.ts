/**
 * A field value as it is compared and sent; lists are kept as the canonical JSON text of them.
 * An empty text never occurs: "no value" is an absent member, and `null` is a field to be cleared on purpose.
 */
export type Value = string | number | boolean | null;
export type Values = Readonly<Record<string, Value>>;

export interface Problem {
	field: string;
	problem: string;
}

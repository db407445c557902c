/** A field value as it is compared and sent. An empty text never occurs: "no value" is an absent member. */
export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

export interface Problem {
	field: string;
	problem: string;
}

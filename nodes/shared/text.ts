/** A scalar as text; the empty text for `null`, `undefined`, lists and objects, which have no sensible text. */
export function asText(value: unknown): string {
	if (typeof value === 'string') return value;
	return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
		? String(value)
		: '';
}

/**
 * Parameters of an address; names stand as they are, because LN's begin with a `$`. A blank is written %20: products need not take a `+` for one, and in a path it is none.
 */
export function queryOf(
	parameters: Iterable<readonly [name: string, value: string]>,
	separator = '&',
): string {
	return [...parameters]
		.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
		.join(separator);
}

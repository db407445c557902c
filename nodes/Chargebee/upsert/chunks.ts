/** Most ids in one `id[in]`: as many as a page can answer. */
export const MOST_IDS = 100;
/** Chargebee documents no limit for addresses; servers commonly refuse more than 8 kB. */
export const LONGEST_FILTER = 6_000;

/** Ids that are safe inside `id[in]=["a","b"]`; how Chargebee parses quotes, commas and brackets there is not documented. */
export function isPlainId(id: string): boolean {
	return /^[A-Za-z0-9._-]+$/.test(id);
}

/** Splits ids so that neither the page nor the address gets too long once encoded. */
export function idChunks(ids: readonly string[], most = MOST_IDS): string[][] {
	const chunks: string[][] = [];
	let current: string[] = [];
	let length = 0;
	for (const id of ids) {
		const cost = encodeURIComponent(`"${id}",`).length;
		if (current.length === most || length + cost > LONGEST_FILTER) {
			chunks.push(current);
			current = [];
			length = 0;
		}
		current.push(id);
		length += cost;
	}
	return current.length > 0 ? [...chunks, current] : chunks;
}

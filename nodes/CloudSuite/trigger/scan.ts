import type { Hashed } from '../changes';
import type { ScanCursor } from './cursor';
import { shortKey, shortVersion } from './cursor';

/** So many records a cursor holds at most: about half a megabyte, which n8n saves with the workflow at every change. */
export const MOST_SCANNED = 20_000;

/** The next slice of records that are new or changed, by key; each with the version it is compared by. */
export function changedSlice<T extends Hashed>(
	records: readonly T[],
	{ index }: ScanCursor,
	most: number,
): T[] {
	return records
		.filter(({ key, sourceHash }) => index[shortKey(key)] !== shortVersion(sourceHash))
		.sort((a, b) => (a.key < b.key ? -1 : 1))
		.slice(0, most);
}

/** The cursor after these were delivered. What is no longer there is forgotten: should it come back, it is delivered again. */
export function scanned(
	records: readonly Hashed[],
	delivered: readonly Hashed[],
	{ index }: ScanCursor,
): ScanCursor {
	const isDelivered = new Set(delivered);
	const entries = records.flatMap((record): Array<[string, string]> => {
		const key = shortKey(record.key);
		const before = index[key];
		if (isDelivered.has(record)) return [[key, shortVersion(record.sourceHash)]];
		return before === undefined ? [] : [[key, before]];
	});
	return { kind: 'scan', index: Object.fromEntries(entries) };
}

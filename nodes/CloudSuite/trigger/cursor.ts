import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { objectOf } from '../../shared/json';
import { asText } from '../../shared/text';

/** A reading of all changes, which may take several polls. */
export interface Pass {
	/** Milliseconds. */
	startedAt: number;
	/** Milliseconds: the latest date of change so far. */
	newest: number | null;
	/** Where to go on; `null` for the front. */
	after: string | null;
}

/** Where reading of a source with dates of change stands. */
export interface WatermarkCursor {
	kind: 'watermark';
	/** Milliseconds: everything changed up to here was delivered; `null` before the first pass is over. */
	since: number | null;
	/** Milliseconds: nothing changed before is ever delivered; `null` for no such border. */
	floor: number | null;
	/** The pass under way, when the last poll did not get to its end. */
	pass: Pass | null;
	/** What was delivered and may be read again: version and date in milliseconds, by key; key and version are shortened. */
	seen: Record<string, [version: string, modifiedAt: number]>;
}

/** What was delivered of a source without dates: version by key, both shortened. */
export interface ScanCursor {
	kind: 'scan';
	index: Record<string, string>;
}

export type Cursor = WatermarkCursor | ScanCursor;

/** A cursor, and the setting it began with: when that is changed, reading begins anew. */
export interface Stored {
	start: string;
	cursor: Cursor;
}

/**
 * A key as the cursor keeps it, 12 characters: n8n stores the cursor with the workflow, so it has to be small.
 * 72 bits: among 20,000 records the chance that two share one is below 1 in 10^13.
 */
export function shortKey(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, 12);
}

/** A version as the cursor keeps it: 8 characters, compared for one record only. */
export function shortVersion(version: string): string {
	return createHash('sha256').update(version).digest('base64url').slice(0, 8);
}

/** The cursors n8n has stored for this node, by stream; what can not be read counts as not there. */
export function readStored(staticData: IDataObject): Map<string, Stored> {
	const streams = Object.entries(objectOf(staticData.streams) ?? {});
	return new Map(
		streams.flatMap(([stream, stored]) => {
			const { start, cursor } = objectOf(stored) ?? {};
			return isCursor(cursor) ? [[stream, { start: asText(start), cursor }] as const] : [];
		}),
	);
}

function isCursor(value: unknown): value is Cursor {
	const cursor = objectOf(value);
	if (cursor?.kind === 'scan') return objectOf(cursor.index) !== undefined;
	return (
		cursor?.kind === 'watermark' &&
		isTime(cursor.since) &&
		isTime(cursor.floor) &&
		objectOf(cursor.seen) !== undefined &&
		(cursor.pass === null || isPass(objectOf(cursor.pass)))
	);
}

function isPass(pass: Record<string, unknown> | undefined): boolean {
	return (
		typeof pass?.startedAt === 'number' &&
		isTime(pass.newest) &&
		(pass.after === null || typeof pass.after === 'string')
	);
}

function isTime(value: unknown): boolean {
	return value === null || typeof value === 'number';
}

import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
import type { Change, ChangeFeed, MasterQuery, MasterReader, World } from '../products/product';
import type { Hashable, Kind } from '../resources/kinds';
import { count } from '../run/words';
import type { Cursor, ScanCursor, WatermarkCursor } from './cursor';
import { gather } from './gather';
import { MOST_SCANNED, changedSlice, scanned } from './scan';
import type { Start } from './start';
import { advance, baseline, readFrom } from './watermark';

/** One company's records, read for one poll. */
export interface Stream {
	world: World;
	/** As Infor writes it. */
	product: string;
	company: string;
	kind: Kind;
	reader: MasterReader<Hashable>;
	query: MasterQuery;
	start: Start;
	/** Milliseconds to read again at least, if the user wants more than the product needs. */
	overlap: number;
	/** Most records to deliver. */
	most: number;
	/** Whether n8n still waits for the poll. */
	hasTime: () => boolean;
}

export interface Delivery {
	records: Hashable[];
	cursor: Cursor;
}

/** What is new since `before`, and where reading stands once that is delivered. */
export async function nextOf(stream: Stream, before: Cursor | undefined): Promise<Delivery> {
	const { changes } = stream.reader;
	const feed = typeof changes === 'function' ? await changes() : changes;
	return feed === 'scan'
		? await compareAll(stream, before?.kind === 'scan' ? before : undefined)
		: await readChanges(stream, feed, before?.kind === 'watermark' ? before : undefined);
}

async function compareAll(stream: Stream, before: ScanCursor | undefined): Promise<Delivery> {
	const { world, kind, company, product, start, most } = stream;
	if (start.from === 'date')
		throw operationError(world.node, say('start_date_useless', { product, many: kind.many }));
	const { records } = await stream.reader.list({
		...stream.query,
		limit: Number.POSITIVE_INFINITY,
	});
	if (!stream.hasTime()) throw tooSlow(stream);
	const known = Object.keys(before?.index ?? {}).length;
	if (records.length === 0 && known > 0)
		throw operationError(
			world.node,
			say('source_empty', { company, many: kind.many, count: count(known) }),
		);
	if (records.length > MOST_SCANNED)
		throw operationError(
			world.node,
			say('too_many_to_compare', {
				company,
				count: count(records.length),
				many: kind.many,
				most: count(MOST_SCANNED),
			}),
		);
	const cursor: ScanCursor = before ?? { kind: 'scan', index: {} };
	if (!before && start.from === 'now')
		return { records: [], cursor: scanned(records, records, cursor) };
	const delivered = changedSlice(records, cursor, most);
	return { records: delivered, cursor: scanned(records, delivered, cursor) };
}

async function readChanges(
	stream: Stream,
	feed: ChangeFeed<Hashable>,
	before: WatermarkCursor | undefined,
): Promise<Delivery> {
	const { start, most, query, world } = stream;
	const overlap = Math.max(feed.overlap, stream.overlap);
	if (!before && start.from === 'now') {
		const recent: Change[] = [];
		for await (const page of feed.read({ ...query, modifiedSince: world.now - overlap })) {
			if (!stream.hasTime()) throw tooSlow(stream);
			if (!('passed' in page)) recent.push(...page);
		}
		const begun = baseline(recent, { overlap, now: world.now });
		return { records: [], cursor: small(stream, begun) };
	}
	const cursor: WatermarkCursor = before ?? {
		kind: 'watermark',
		since: null,
		floor: start.from === 'date' ? start.at : null,
		pass: null,
		seen: {},
	};
	const from = readFrom(cursor, overlap);
	const reading = { ...query, ...(from === undefined ? {} : { modifiedSince: from }) };
	const limits = { most, now: world.now, hasTime: stream.hasTime };
	const slice = await gather(feed, reading, cursor, limits);
	if (!slice) throw tooSlow(stream);
	const next = small(stream, advance(cursor, slice, { overlap, resumes: feed.resumes }));
	const records = slice.wanted.length > 0 ? await feed.complete(slice.wanted) : [];
	return { records, cursor: next };
}

/**
 * A cursor n8n can store. What is delivered within the overlap is remembered: all of a table that was published anew at
 * once, and all of a first pass that can not go on where it stopped.
 */
function small({ world, company, kind }: Stream, cursor: WatermarkCursor): WatermarkCursor {
	const remembered = Object.keys(cursor.seen).length;
	if (remembered <= MOST_SCANNED) return cursor;
	const counts = { count: count(remembered), most: count(MOST_SCANNED) };
	throw operationError(
		world.node,
		say('too_many_to_remember', { company, many: kind.many, ...counts }),
	);
}

function tooSlow({ world, company, kind }: Stream) {
	return operationError(world.node, say('poll_too_slow', { company, many: kind.many }));
}

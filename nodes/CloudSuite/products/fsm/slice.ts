import { parseJson } from '../../../shared/json';
import { asText } from '../../../shared/text';
import type { Master } from '../matching';
import type { MasterQuery, Slice } from '../product';
import type { ClassSession, LinkedRecords, Read } from './classSession';
import { groupCondition, isWanted } from './wanted';

/** Where a slice ends. */
interface Place {
	/** Of its last record. */
	id: string;
	/** What was asked: a link of another question would bring other fields. */
	asked: string;
	/** FSM's own to the page behind it. */
	link: string;
}

/**
 * A part of the records in FSM's own order, a page or several. No filter for "behind this key" is documented, but each page
 * names the one behind it, and where FSM still takes that link a slice costs its own pages alone. Where it does not, or
 * the question is another by now, the list is read up to the last record of the slice before.
 */
export async function sliceOfClass<T extends Master>(
	session: ClassSession<T>,
	query: MasterQuery,
	after: string | undefined,
): Promise<Slice<T>> {
	const conditions = groupCondition(await session.check(), query);
	const question = { pageSize: query.limit };
	const asked = await session.identityOf(conditions, query.limit);
	const place = after === undefined ? undefined : placeOf(after);
	const told = ({ reads, id, next }: Part<T>): Slice<T> => ({
		records: reads.filter((read) => isWanted(read, query)).map(({ record }) => record),
		next: next === undefined ? null : JSON.stringify([id, asked, next]),
	});
	const front = () => session.linkedPages(conditions, question);
	if (!place) return told(await partOf(front(), query));
	if (place.asked === asked) {
		let isTaken = true;
		const onRefused = () => (isTaken = false);
		const from = { ...question, link: place.link, onRefused };
		const part = await partOf(session.linkedPages(conditions, from), query);
		// FSM named this page because there was something on it
		if (isTaken && part.rows > 0) return told(part);
	}
	const part = await partOf(behind(front(), place.id), query);
	if (part.rows > 0) return told(part);
	session.sayAgain(place.id);
	return told(await partOf(front(), query));
}

interface Part<T> {
	reads: Array<Read<T>>;
	/** Of the last record. */
	id: string;
	/** How many came, wanted or not. */
	rows: number;
	next: string | undefined;
}

/** The first pages that together are no more than a slice, of which at least one has something that is wanted. */
async function partOf<T extends Master>(
	pages: AsyncIterable<LinkedRecords<T>>,
	query: MasterQuery,
): Promise<Part<T>> {
	const part: Part<T> = { reads: [], id: '', rows: 0, next: undefined };
	for await (const { records, rows, next } of pages) {
		part.reads.push(...records.filter((read) => isWanted(read, query)));
		part.id = records.at(-1)?.record.id ?? part.id;
		part.rows += rows;
		part.next = next;
		if (part.reads.length > 0 && part.reads.length + rows > query.limit) break;
	}
	return part;
}

/** What stands behind a record in the list; nothing where the list does not have it. */
async function* behind<T extends Master>(
	pages: AsyncIterable<LinkedRecords<T>>,
	id: string,
): AsyncGenerator<LinkedRecords<T>> {
	let isBehind = false;
	for await (const page of pages) {
		if (isBehind) {
			yield page;
			continue;
		}
		const at = page.records.findIndex(({ record }) => record.id === id);
		isBehind = at >= 0;
		// the rows tell that the record was found, even where nothing is behind it
		if (isBehind) yield { ...page, records: page.records.slice(at + 1) };
	}
}

function placeOf(after: string): Place {
	const parts = parseJson(after);
	const [id, asked, link] = Array.isArray(parts) ? parts.map(asText) : [after, '', ''];
	return { id: id ?? '', asked: asked ?? '', link: link ?? '' };
}

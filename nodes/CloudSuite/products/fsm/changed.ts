import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import type { ClassSession, Read } from './classSession';
import type { Condition } from './conditions';
import type { ListQuestion } from './lists';
import type { CheckedClass } from './spec';
import { stampOf } from './stamps';
import type { Master } from '../matching';

const DAY_MS = 86_400_000;

/** A record of a replication extract. */
export interface Changed<T> extends Read<T> {
	/** Whether it is known to be there still; if not, it has to be read again. */
	isThere: boolean;
}

/**
 * What changed, as FSM's time stamps tell, without what is marked as deleted.
 * The extract has a field more than was asked for, which says whether a record was added, changed or deleted; its name is
 * not published, nor are its values: https://docs.infor.com/lmrk/2025.x/en-us/lmrkolh/lmrkwsrg/gdv1542037627125.html
 * @param now milliseconds
 */
export async function* changedPages<T extends Master>(
	session: ClassSession<T>,
	conditions: readonly Condition[],
	changed: NonNullable<ListQuestion['changed']>,
	now: number,
): AsyncGenerator<Array<Changed<T>>> {
	const spec = await session.check();
	const { changeMarker } = session.options;
	let [deleted, isTrusted] = [0, false];
	try {
		for await (const page of session.pages(conditions, { changed })) {
			if (!isTrusted && page.length > 0) {
				await checkExtract(session, spec, page, now);
				isTrusted = true;
			}
			const marked = page.map((read) => ({ ...read, mark: markOf(read, changeMarker) }));
			deleted += marked.filter(({ mark }) => mark === 'deleted').length;
			yield marked
				.filter(({ mark }) => mark !== 'deleted')
				.map(({ mark, ...read }) => ({ ...read, isThere: mark === 'there' }));
		}
	} finally {
		// also when nobody wants the rest of the pages
		if (deleted > 0) session.say('fsm_deleted_left_out', deleted);
	}
}

/** The field's values are not published either: what is neither clearly one nor the other is unknown. */
function markOf({ fields }: Read<Master>, marker: string): 'there' | 'deleted' | 'unknown' {
	const mark = marker === '' ? '' : asText(fields[marker]).trim();
	if (/^d/i.test(mark)) return 'deleted';
	return /^[ac]/i.test(mark) ? 'there' : 'unknown';
}

/** Whether this is an extract of changes at all: a server that passes over the time stamps gives all records. */
async function checkExtract<T extends Master>(
	session: ClassSession<T>,
	spec: CheckedClass,
	page: ReadonlyArray<Read<T>>,
	now: number,
): Promise<void> {
	const { changeMarker } = session.options;
	const unasked = new Set(page.flatMap(({ fields }) => Object.keys(fields)));
	for (const field of spec.known) unasked.delete(field);
	if (changeMarker !== '' && page.every(({ fields }) => fields[changeMarker] === undefined))
		throw session.failMarker(changeMarker, [...unasked]);
	if (changeMarker === '' && unasked.size > 0)
		session.lists.hint(
			say('fsm_marker_seen', { class: spec.name, fields: [...unasked].join(', ') }).reason,
		);
	if (unasked.size === 0) await checkTimeStamps(session, spec, now);
}

/** Nothing can have changed after tomorrow. */
async function checkTimeStamps<T extends Master>(
	session: ClassSession<T>,
	spec: CheckedClass,
	now: number,
): Promise<void> {
	const changed = { from: stampOf(now + DAY_MS) };
	const answer = await session.lists.sample(spec.name, { fields: spec.asked, changed }, 1);
	// a refusal shows that the stamp was looked at
	if (answer.kind === 'rows' && answer.rows.length > 0)
		throw session.fail('fsm_time_stamps_ignored');
}

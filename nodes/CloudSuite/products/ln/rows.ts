import type { Reply } from '../../../shared/http/send';
import { objectOf, parseExactly, parseJson, withoutMark } from '../../../shared/json';
import type { LinkedPage } from '../../transport/linkedPages';
import { numberOf } from '../values';
import type { LnRow } from './session';

export interface LnPage extends LinkedPage<LnRow> {
	/** How many rows match in all, if LN was asked and says so. */
	count: number | null;
}

/** The page in an answer; nothing when it is none. */
export function pageIn(reply: Reply): LnPage | undefined {
	if (reply.kind !== 'answer' || reply.status !== 200) return undefined;
	const body = objectOf(parseExactly(withoutMark(reply.text)));
	if (!Array.isArray(body?.value)) return undefined;
	const next = body['@odata.nextLink'];
	return {
		rows: body.value as LnRow[],
		count: numberOf(body['@odata.count']),
		...(typeof next === 'string' && next !== '' ? { next } : {}),
	};
}

/** The number of rows in an answer; nothing when it says none. */
export function countIn(reply: Reply): number | null {
	if (reply.kind !== 'answer' || reply.status !== 200) return null;
	// one client has seen it as a text
	return numberOf(objectOf(parseJson(withoutMark(reply.text)))?.['@odata.count']);
}

import { objectOf, parseJson, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { numberOf } from '../values';

/** How a query stands. */
export type JobState =
	| { kind: 'running' }
	| { kind: 'finished'; rowCount: number | undefined }
	| { kind: 'failed'; said: string }
	| { kind: 'canceled' }
	| { kind: 'unknown'; status: string };

/**
 * Reads the answer to a question for the status: HTTP 202 while the query runs, 201 when it has ended, and in the body
 * FINISHED, FAILED or CANCELED. https://developer.infor.com/tutorials/external-access-to-data-lake-apis
 * @returns `undefined` when it is no status at all
 */
export function readState(httpStatus: number, text: string): JobState | undefined {
	const body = objectOf(parseJson(withoutMark(text)));
	const status = asText(body?.status).trim();
	if (!body || status === '') return undefined;
	const word = status.toUpperCase();
	if (word === 'FINISHED') return { kind: 'finished', rowCount: rowCountIn(body) };
	if (word === 'FAILED') return { kind: 'failed', said: messageIn(body) };
	if (word === 'CANCELED' || word === 'CANCELLED') return { kind: 'canceled' };
	// the words while it runs (RUNNING, TRANSFORMING have been seen) are not listed anywhere
	return httpStatus === 201 ? { kind: 'unknown', status } : { kind: 'running' };
}

/** The id of a query that was taken on. */
export function queryIdIn(text: string): string | undefined {
	const body = objectOf(parseJson(withoutMark(text)));
	return asText(body?.queryId).trim() || undefined;
}

/** Members that have been read by published clients; which one a failed query has is not documented. */
const MESSAGES = ['message', 'errorMessage', 'error', 'statusMessage', 'reason'];

/** What a body says about a failure; the empty text when it says nothing. */
export function messageIn(body: Readonly<Record<string, unknown>>): string {
	const list = Array.isArray(body.messages) ? (body.messages as unknown[]) : [];
	const texts = [...MESSAGES.map((name) => body[name]), ...list].map(wordsOf);
	return [...new Set(texts.filter((text) => text !== ''))].join('; ');
}

function wordsOf(value: unknown): string {
	const member = objectOf(value);
	if (!member) return asText(value).replace(/\s+/g, ' ').trim();
	const [code, text] = [asText(member.code), asText(member.message)];
	return [code, text].filter((part) => part !== '').join(': ');
}

function rowCountIn(body: Readonly<Record<string, unknown>>): number | undefined {
	const count = numberOf(body.rowCount);
	return count !== null && Number.isInteger(count) && count >= 0 ? count : undefined;
}

import { objectOf, parseJson, withoutMark } from '../../../shared/json';
import { asText } from '../../../shared/text';

/** The fields of a record by their four-character names; all values are texts. */
export type M3Row = Readonly<Record<string, unknown>>;

/** Why M3 did not do what it was asked. */
export interface M3Refusal {
	/** In the language of the service account, without M3's runs of blanks. */
	message: string;
	code: string;
	/** The input field that is wrong, if one is. */
	field: string;
	/** e.g. `ServerReturnedNOK`, `TransactionNotFound`, `MandatoryInputFieldNotFound` */
	type: string;
}

/** What came of one transaction. */
export type M3Result = { kind: 'rows'; rows: M3Row[] } | { kind: 'refused'; refusal: M3Refusal };

export type M3Answer =
	| { kind: 'results'; results: M3Result[] }
	/** All of it was refused, none of the transactions. */
	| { kind: 'refused'; refusal: M3Refusal }
	| { kind: 'unreadable'; isVersion1: boolean };

/**
 * Reads an answer of version 2, whatever its HTTP status: of errors with status 400 the details are at the top, of those
 * with 200 in the results; a bulk call says of each transaction what came of it. Records may come along with an error, and
 * `wasTerminated` as a boolean or as its text.
 * As Infor's own SDK does: https://github.com/infor-cloud/m3-h5-sdk (at 234d1df, m3-odin/projects/infor-up/m3-odin/src/lib/mi/runtime.ts)
 */
export function readAnswer(text: string): M3Answer {
	const body = objectOf(parseJson(withoutMark(text)));
	if (body === undefined || Array.isArray(body)) return { kind: 'unreadable', isVersion1: false };
	const results = Array.isArray(body.results) ? (body.results as unknown[]) : undefined;
	const top = refusalOf(body);
	if (results === undefined)
		return top
			? { kind: 'refused', refusal: top }
			: { kind: 'unreadable', isVersion1: 'MIRecord' in body || '@type' in body };
	const read = results.map((one) => resultOf(objectOf(one) ?? {}));
	const isRefused = read.some(({ kind }) => kind === 'refused');
	if (isRefused || !hasFailed(body)) return { kind: 'results', results: read };
	// it failed, and no result says why
	const refusal = top ?? { message: 'no reason given', code: '', field: '', type: '' };
	return { kind: 'refused', refusal };
}

function resultOf(result: Record<string, unknown>): M3Result {
	const refusal = refusalOf(result);
	if (refusal) return { kind: 'refused', refusal };
	const records = Array.isArray(result.records) ? (result.records as unknown[]) : [];
	return { kind: 'rows', rows: records.map((record) => objectOf(record) ?? {}) };
}

function refusalOf(of: Record<string, unknown>): M3Refusal | undefined {
	const [message, type, code] = [
		[of.errorMessage, of.terminationReason],
		[of.errorType, of.terminationErrorType],
		[of.errorCode],
	].map((texts) => texts.map(cleaned).find((text) => text !== '') ?? '');
	if (!message && !type && !code) return undefined;
	return {
		message: message || type || code || '',
		code: code ?? '',
		field: cleaned(of.errorField),
		type: type ?? '',
	};
}

/** M3 fills its messages up with blanks, in front and between code, field and text. */
function cleaned(value: unknown): string {
	return asText(value)
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim();
}

/** The counters are spelled `nrOfSuccessfullTransactions` and `nrOfFailedTransactions`. */
function hasFailed(body: Record<string, unknown>): boolean {
	const failed = Object.entries(body).some(
		([name, value]) => /^nrOfFailed/i.test(name) && Number(value) > 0,
	);
	return failed || asText(body.wasTerminated).toLowerCase() === 'true';
}

/**
 * Whether a transaction that reads one record says that there is none. The text is in the language of the service account,
 * so what also counts is that M3 names the key it was given.
 */
export function isAbsent({ message, field, type }: M3Refusal, key: string): boolean {
	if (/^(TransactionNotFound|MandatoryInputFieldNotFound|InputFieldTooLong)$/.test(type))
		return false;
	return field === key || (field === '' && /not found|does not exist/i.test(message));
}

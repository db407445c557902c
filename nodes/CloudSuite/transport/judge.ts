import type { Answer, Verdict } from '../../shared/http/verdict';
import { judgeByStatus } from '../../shared/http/verdict';

/** LN answers valid tokens with this now and then; logging in again would only waste a rationed log-in. */
export function isPassing401({ status, text }: Answer): boolean {
	return status === 401 && text.includes('OAuth [U14]');
}

/** A JSON document that begins but does not end: the connection or a proxy lost the rest. */
export function looksCut(text: string): boolean {
	return /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text);
}

/** A web page, which a proxy or a log-in page sends in place of data. */
export function isWebPage(text: string): boolean {
	return /^\s*</.test(text);
}

/** A text that is no JSON document and was never meant to be one, or is not whole. */
export function isNoJson(text: string): boolean {
	return isWebPage(text) || looksCut(text);
}

/** What to do about an answer of the gateway. All our requests are reads, so a cut answer is simply asked for again. */
export function judge(answer: Answer): Verdict {
	if (isPassing401(answer)) return 'busy';
	if (answer.status >= 200 && answer.status <= 299 && looksCut(answer.text)) return 'outage';
	// it says when it will be back: until then nobody needs to ask, in none of the executions
	if (answer.status === 503 && answer.headers['retry-after'] !== undefined) return 'throttled';
	return judgeByStatus(answer);
}

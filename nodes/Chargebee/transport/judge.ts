import type { Answer, Verdict } from '../../shared/http/verdict';
import { judgeByStatus } from '../../shared/http/verdict';
import { readError } from './errorBody';

/**
 * Chargebee uses 429 for two things: too many requests, and two writes to one record at the same time (`lock_timeout`).
 * The second must not slow the whole site down. https://apidocs.chargebee.com/docs/api/error-handling
 */
export function judge(answer: Answer): Verdict {
	const verdict = judgeByStatus(answer);
	return verdict === 'throttled' && readError(answer).code === 'lock_timeout' ? 'busy' : verdict;
}

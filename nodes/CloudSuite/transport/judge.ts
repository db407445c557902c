import type { Answer, Verdict } from '../../shared/http/verdict';
import { judgeByStatus } from '../../shared/http/verdict';

/** LN answers valid tokens with this now and then; logging in again would only waste a rationed log-in. */
export function isPassing401({ status, text }: Answer): boolean {
	return status === 401 && text.includes('OAuth [U14]');
}

export function judge(answer: Answer): Verdict {
	return isPassing401(answer) ? 'busy' : judgeByStatus(answer);
}

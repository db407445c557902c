/** Why a request got no answer at all. */
export interface NoAnswer {
	kind: 'noAnswer';
	/** Socket or HTTP client code, e.g. `ECONNRESET`. */
	code: string;
	/** In words, without the code: where n8n finds a code in an error's message, it puts a message of its own in its place. */
	message: string;
	/** Whether the request may have reached the server and been applied there. */
	mayHaveBeenApplied: boolean;
}

const NEVER_SENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
]);
const LOST_ON_THE_WAY = new Set([
	'ECONNRESET',
	'ECONNABORTED',
	'ETIMEDOUT',
	'EPIPE',
	'ERR_NETWORK',
	'ERR_BAD_RESPONSE',
	'ERR_SOCKET_CLOSED',
	'UND_ERR_SOCKET',
	'HPE_INVALID_CONSTANT',
	'HPE_INVALID_CONTENT_LENGTH',
	'Z_DATA_ERROR',
	'Z_BUF_ERROR',
]);
const CANCELLED = new Set(['ERR_CANCELED', 'ABORT_ERR']);

const TEXT: Record<string, string> = {
	ECONNREFUSED: 'the connection was refused',
	ENOTFOUND: 'the host name is not known',
	ECONNABORTED: 'no answer within the time limit',
	ETIMEDOUT: 'no answer within the time limit',
	ECONNRESET: 'the connection was cut before an answer came',
};

/**
 * What a thrown HTTP error says about the request: cancelled, no answer, or `undefined` when it isn't a network error
 * (a failed log-in, say). n8n wraps the client's error, so the code may be one or two causes deep.
 */
export function readNetworkError(error: unknown): NoAnswer | 'cancelled' | undefined {
	const code = codeOf(error);
	if (code === undefined) return undefined;
	if (CANCELLED.has(code)) return 'cancelled';
	const neverSent = NEVER_SENT.has(code);
	if (!neverSent && !LOST_ON_THE_WAY.has(code)) return undefined;
	return {
		kind: 'noAnswer',
		code,
		message: TEXT[code] ?? 'the connection failed',
		mayHaveBeenApplied: !neverSent,
	};
}

function codeOf(error: unknown, depth = 0): string | undefined {
	if (typeof error !== 'object' || error === null || depth > 4) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	const known =
		typeof code === 'string' &&
		(CANCELLED.has(code) || NEVER_SENT.has(code) || LOST_ON_THE_WAY.has(code));
	return known ? code : codeOf(cause, depth + 1);
}

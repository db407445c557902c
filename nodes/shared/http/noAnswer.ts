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

/** Kinds of silence that call for different people: the same for all codes that mean the same. */
export type NetworkGroup = 'no_connection' | 'dns' | 'timeout' | 'dropped' | 'tls';

/** https://nodejs.org/api/errors.html#common-system-errors, https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const GROUPS: Readonly<Record<NetworkGroup, readonly string[]>> = {
	no_connection: ['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH'],
	dns: ['ENOTFOUND', 'EAI_AGAIN'],
	timeout: ['ECONNABORTED', 'ETIMEDOUT'],
	dropped: [
		'ECONNRESET',
		'EPIPE',
		'ERR_NETWORK',
		'ERR_BAD_RESPONSE',
		'ERR_SOCKET_CLOSED',
		'UND_ERR_SOCKET',
		'HPE_INVALID_CONSTANT',
		'HPE_INVALID_CONTENT_LENGTH',
		'Z_DATA_ERROR',
		'Z_BUF_ERROR',
	],
	tls: [
		'CERT_CHAIN_TOO_LONG',
		'CERT_HAS_EXPIRED',
		'CERT_NOT_YET_VALID',
		'CERT_REJECTED',
		'CERT_REVOKED',
		'CERT_SIGNATURE_FAILURE',
		'CERT_UNTRUSTED',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'ERR_TLS_CERT_ALTNAME_INVALID',
		'HOSTNAME_MISMATCH',
		'INVALID_CA',
		'INVALID_PURPOSE',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_GET_ISSUER_CERT',
		'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	],
};
const GROUP_BY_CODE: ReadonlyMap<string, NetworkGroup> = new Map(
	Object.entries(GROUPS).flatMap(([group, codes]) =>
		codes.map((code): [string, NetworkGroup] => [code, group as NetworkGroup]),
	),
);
/** OpenSSL's own errors, one code each: no TLS at that address, no common version, a broken record. */
const OF_OPENSSL = /^(EPROTO|ERR_SSL_\w+)$/;
/** Of what reads an answer, one code each: HTTP that is none, or a body that can not be unpacked. */
const OF_READERS = /^(HPE|Z|ERR_)_\w+$/;
/** A certificate is looked at before anything is sent; what OpenSSL finds may also come later. */
const NEVER_SENT: ReadonlySet<string> = new Set([
	...GROUPS.no_connection,
	...GROUPS.dns,
	...GROUPS.tls,
]);
const CANCELLED = new Set(['ERR_CANCELED', 'ABORT_ERR']);

const TEXT: Readonly<Record<NetworkGroup, string>> = {
	no_connection: 'the connection was refused',
	dns: 'the host name is not known',
	timeout: 'no answer within the time limit',
	dropped: 'the connection was cut before an answer came',
	tls: 'the certificate or the encryption of the server is not accepted',
};
const TLS_TEXT: Readonly<Record<string, string>> = {
	CERT_HAS_EXPIRED: 'the certificate of the server has expired',
	CERT_NOT_YET_VALID: 'the certificate of the server is not valid yet',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'the server has a self-signed certificate',
	ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate of the server is for another host',
	HOSTNAME_MISMATCH: 'the certificate of the server is for another host',
	SELF_SIGNED_CERT_IN_CHAIN: 'there is a self-signed certificate in its chain',
	UNABLE_TO_GET_ISSUER_CERT: 'the authority that issued its certificate is not known',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority that issued its certificate is not known',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the authority that issued its certificate is not known',
};

/** The group of a code; of one nobody knows nothing can be said but that no answer came. */
export function networkGroup(code: string): NetworkGroup {
	return OF_OPENSSL.test(code) ? 'tls' : (GROUP_BY_CODE.get(code) ?? 'dropped');
}

/**
 * What a thrown HTTP error says about the request: cancelled, no answer, or `undefined` when it isn't a network error
 * (a failed log-in, say). n8n wraps the client's error, so the code may be one or two causes deep.
 */
export function readNetworkError(error: unknown): NoAnswer | 'cancelled' | undefined {
	const code = codeOf(error);
	if (code === undefined) return undefined;
	if (CANCELLED.has(code)) return 'cancelled';
	return {
		kind: 'noAnswer',
		code,
		message: TLS_TEXT[code] ?? TEXT[networkGroup(code)],
		mayHaveBeenApplied: !NEVER_SENT.has(code),
	};
}

function codeOf(error: unknown, depth = 0): string | undefined {
	if (typeof error !== 'object' || error === null || depth > 4) return undefined;
	const { code, cause } = error as { code?: unknown; cause?: unknown };
	return typeof code === 'string' && isKnown(code) ? code : codeOf(cause, depth + 1);
}

function isKnown(code: string): boolean {
	return (
		CANCELLED.has(code) || GROUP_BY_CODE.has(code) || OF_OPENSSL.test(code) || OF_READERS.test(code)
	);
}

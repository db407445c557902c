/** Until when a token may be used; milliseconds of our own clock. */
export interface TokenTimes {
	issuedAt: number;
	expiresAt: number;
}

const WITHOUT_ANY_CLAIM_SECONDS = 3600;
/** Beyond this, `exp` and `expires_in` contradict each other: one of the two clocks is wrong. */
const TOLERATED_SKEW_MS = 30_000;

/**
 * When a token just received expires: by the distance of its own `iat` and `exp`, which no clock skew can falsify;
 * else by `exp`, seen from the issuer's clock if that is known, unless `expires_in` contradicts it; else by `expires_in`;
 * else after an hour. The end counts from our own now, so a clock that is hours off does no harm as long as it runs evenly.
 * @param expiresIn seconds, number or text, as the token endpoint gave it
 * @param issuerNow the `Date` of the answer in milliseconds: Infor's tokens have been seen with `exp` and without `iat`
 */
export function tokenTimes(
	accessToken: string,
	expiresIn: unknown,
	now: number,
	issuerNow = now,
): TokenTimes {
	const { exp, iat } = readClaims(accessToken);
	const until = (lifetime: number): TokenTimes => ({ issuedAt: now, expiresAt: now + lifetime });
	if (exp !== undefined && iat !== undefined && exp > iat) return until(exp - iat);
	const seconds = positive(expiresIn);
	const byEndpoint = seconds === undefined ? undefined : seconds * 1000;
	const left = exp === undefined ? 0 : exp - issuerNow;
	// a fresh token that is over already tells of a wrong clock, not of its end
	if (left > 0 && (byEndpoint === undefined || Math.abs(left - byEndpoint) <= TOLERATED_SKEW_MS)) {
		return until(left);
	}
	return until(byEndpoint ?? WITHOUT_ANY_CLAIM_SECONDS * 1000);
}

/** How long before its end a token is renewed: a fifth of its life, at most five minutes. */
export function renewalMargin({ issuedAt, expiresAt }: TokenTimes): number {
	return Math.min(5 * 60_000, Math.max(0, expiresAt - issuedAt) / 5);
}

export function isDue(times: TokenTimes, now: number): boolean {
	return now >= times.expiresAt - renewalMargin(times);
}

/** `exp` and `iat` of a JWT in milliseconds; nothing for an opaque token. The signature is the gateway's business. */
function readClaims(token: string): { exp?: number; iat?: number } {
	const payload = token.split('.')[1];
	if (!payload) return {};
	try {
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
			exp?: unknown;
			iat?: unknown;
		} | null;
		const [exp, iat] = [toMs(claims?.exp), toMs(claims?.iat)];
		return { ...(exp === undefined ? {} : { exp }), ...(iat === undefined ? {} : { iat }) };
	} catch {
		return {};
	}
}

/** JWT times are seconds; some issuers send milliseconds. https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
function toMs(claim: unknown): number | undefined {
	const value = positive(claim);
	if (value === undefined) return undefined;
	return value > 1e11 ? value : value * 1000;
}

function positive(value: unknown): number | undefined {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : undefined;
}

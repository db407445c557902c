import jwt from 'jsonwebtoken';
import type { Clock } from '../../shared/clock';
import type { AuthorisedApp } from './app';

export type TokenForm = 'jwt' | 'jwtWithoutIat' | 'opaque';

export interface IssuedToken {
	/** `T1`, `T2` …: names the token in the history without showing it. */
	id: string;
	tenant: string;
	clientId: string;
	user: string;
	grant: string;
	/** Milliseconds since the epoch. */
	at: number;
	expiresAt: number;
	revoked: boolean;
	/** Requests it came with. */
	uses: number;
	/** The refresh token it belongs to. */
	refreshToken?: string;
}

/** Signs nothing of worth: the sandbox recognises its tokens by their text. */
const SIGNING_WORD = 'sandbox signing word, protects nothing';

/** All tokens of the sandbox, by their text; valid by the sandbox's clock. */
export class TokenStore {
	readonly all = new Map<string, IssuedToken>();
	private readonly refreshTokens = new Map<string, IssuedToken>();

	constructor(private readonly clock: Clock) {}

	issue(
		app: AuthorisedApp,
		how: { user: string; grant: string; lifetimeSeconds: number; form: TokenForm },
	): { text: string; token: IssuedToken } {
		const at = this.clock.now();
		const issuedAt = Math.floor(at / 1000);
		const id = `T${this.all.size + 1}`;
		const token: IssuedToken = {
			id,
			tenant: app.tenant,
			clientId: app.clientId,
			user: how.user,
			grant: how.grant,
			at,
			expiresAt: (issuedAt + how.lifetimeSeconds) * 1000,
			revoked: false,
			uses: 0,
		};
		const text =
			how.form === 'opaque'
				? `opaque-${id}-${at}`
				: signed(token, {
						...(how.form === 'jwt' ? { iat: issuedAt } : {}),
						exp: issuedAt + how.lifetimeSeconds,
					});
		this.all.set(text, token);
		return { text, token };
	}

	addRefreshToken(token: IssuedToken): string {
		const text = `sandbox-refresh-${token.id}-${token.at}`;
		token.refreshToken = text;
		this.refreshTokens.set(text, token);
		return text;
	}

	byRefreshToken(text: string): IssuedToken | undefined {
		return this.refreshTokens.get(text);
	}

	/** The token of that text, while it is good. */
	valid(text: string): IssuedToken | undefined {
		const token = this.all.get(text);
		return token && !token.revoked && this.clock.now() < token.expiresAt ? token : undefined;
	}

	/** Ends a token; ending a refresh token ends all that came from it. */
	revoke(text: string): void {
		const token = this.all.get(text);
		if (token) token.revoked = true;
		if (!this.refreshTokens.delete(text)) return;
		for (const other of this.all.values()) if (other.refreshToken === text) other.revoked = true;
	}

	/** As when a tenant is refreshed: nothing issued so far is worth anything. */
	revokeAll(): void {
		for (const token of this.all.values()) token.revoked = true;
		this.refreshTokens.clear();
	}
}

/** Claims as in a decoded, long expired public sample; real ones are signed with RS256. https://github.com/Mohammad-Alhasan/inforion */
function signed(token: IssuedToken, times: { iat?: number; exp: number }): string {
	const claims = {
		scope: [],
		client_id: token.clientId,
		jti: token.id,
		ServiceAccount: token.user,
		Identity2: '00000000-0000-4000-8000-000000000000',
		Tenant: token.tenant,
		EnforceScopesForClient: '0',
		...times,
	};
	return jwt.sign(claims, SIGNING_WORD, {
		algorithm: 'HS256',
		noTimestamp: times.iat === undefined,
	});
}

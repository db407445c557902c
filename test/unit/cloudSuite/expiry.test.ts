import fc from 'fast-check';
import { isDue, renewalMargin, tokenTimes } from '../../../nodes/shared/token/expiry';
import { needsRenewal } from '../../../nodes/shared/token/tokenState';

const NOW = Date.UTC(2026, 0, 5, 8);
const MINUTE = 60_000;

function jwt(claims: unknown): string {
	const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
	return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}
const seconds = (ms: number) => Math.floor(ms / 1000);

describe('when a token expires', () => {
	it('is the distance of its own iat and exp from now, however wrong the issuer’s clock is', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -10 * 365 * 86_400, max: 10 * 365 * 86_400 }),
				fc.integer({ min: 1, max: 30 * 86_400 }),
				(skew, lifetime) => {
					const iat = seconds(NOW) + skew;
					expect(tokenTimes(jwt({ iat, exp: iat + lifetime }), undefined, NOW)).toEqual({
						issuedAt: NOW,
						expiresAt: NOW + lifetime * 1000,
					});
				},
			),
		);
	});

	it.each([
		['exp alone', { exp: seconds(NOW) + 600 }, undefined, 600],
		['exp that agrees with expires_in', { exp: seconds(NOW) + 600 }, 610, 600],
		['expires_in when exp contradicts it', { exp: seconds(NOW) - 4000 }, 7200, 7200],
		['expires_in as text', undefined, '900', 900],
		['exp in milliseconds', { exp: NOW + 120_000 }, undefined, 120],
		['an hour when nothing says it', {}, undefined, 3600],
		['an hour when expires_in is nonsense', {}, 'soon', 3600],
		['an hour when expires_in is not positive', {}, 0, 3600],
		['expires_in when exp is not a number', { exp: 'later' }, 60, 60],
	])('follows %s', (_what, claims, expiresIn, expected) => {
		const token = claims === undefined ? 'opaque-token' : jwt(claims);
		expect(tokenTimes(token, expiresIn, NOW).expiresAt).toBe(NOW + expected * 1000);
	});

	it.each(['', 'a', 'a.b', 'a.b.c', 'a.bnVsbA.c', '..'])(
		'falls back on expires_in for the unreadable token "%s"',
		(token) => {
			expect(tokenTimes(token, 300, NOW).expiresAt).toBe(NOW + 300_000);
		},
	);
});

describe('the margin before the end', () => {
	it('is a fifth of the life, at most five minutes', () => {
		const margin = (lifetime: number) =>
			renewalMargin({ issuedAt: NOW, expiresAt: NOW + lifetime });
		expect(margin(90_000)).toBe(18_000);
		expect(margin(25 * MINUTE)).toBe(5 * MINUTE);
		expect(margin(120 * MINUTE)).toBe(5 * MINUTE);
	});

	it('never makes a fresh token due, and always renews before the end', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 90 * 86_400_000 }), (lifetime) => {
				const times = { issuedAt: NOW, expiresAt: NOW + lifetime };
				expect(isDue(times, NOW)).toBe(false);
				expect(isDue(times, NOW + lifetime)).toBe(true);
				expect(isDue(times, NOW + Math.ceil(lifetime - renewalMargin(times)))).toBe(true);
			}),
		);
	});

	it('once due, a token stays due', () => {
		const moment = fc.integer({ min: 0, max: 2 * 7_200_000 });
		fc.assert(
			fc.property(moment, moment, (a, b) => {
				const times = { issuedAt: NOW, expiresAt: NOW + 7_200_000 };
				const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
				const dueEarlier = isDue(times, NOW + earlier);
				expect(dueEarlier && !isDue(times, NOW + later)).toBe(false);
			}),
		);
	});
});

describe('a stored token', () => {
	const stored = {
		accessToken: 'token',
		tokenIdentity: 'this-file',
		tokenIssuedAt: String(NOW),
		tokenExpiresAt: String(NOW + 120 * MINUTE),
	};

	it('is used until its margin', () => {
		expect(needsRenewal(stored, 'this-file', NOW)).toBe(false);
		expect(needsRenewal(stored, 'this-file', NOW + 114 * MINUTE)).toBe(false);
		expect(needsRenewal(stored, 'this-file', NOW + 115 * MINUTE)).toBe(true);
	});

	it.each([
		['there is none', { accessToken: '' }],
		['it was issued for another file', { tokenIdentity: 'another-file' }],
		['its end is not known', { tokenExpiresAt: '' }],
		['its end is not readable', { tokenExpiresAt: 'tomorrow' }],
	])('is renewed when %s', (_when, change) => {
		expect(needsRenewal({ ...stored, ...change }, 'this-file', NOW)).toBe(true);
	});
});

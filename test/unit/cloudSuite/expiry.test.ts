import fc from 'fast-check';
import { isDue, renewalMargin, tokenTimes } from '../../../nodes/shared/token/expiry';

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

describe('a token without iat', () => {
	const HOUR = 3_600_000;

	it('lives from the answer’s own date to its exp, whatever our clock says', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -24 * HOUR, max: 24 * HOUR }),
				fc.integer({ min: 60, max: 86_400 }),
				(skew, lifetime) => {
					const issuer = seconds(NOW + skew) * 1000;
					const token = jwt({ exp: seconds(issuer) + lifetime });
					expect(tokenTimes(token, undefined, NOW, issuer)).toEqual({
						issuedAt: NOW,
						expiresAt: NOW + lifetime * 1000,
					});
				},
			),
		);
	});

	it.each([
		['expires_in, when our clock is hours ahead and the answer has no date', -5 * HOUR, 7200, 7200],
		['an hour, when there is neither and it seems to be over already', -5 * HOUR, undefined, 3600],
	])('follows %s', (_what, offset, expiresIn, expected) => {
		const token = jwt({ exp: seconds(NOW + offset) + 7200 });
		const times = tokenTimes(token, expiresIn, NOW);
		expect(times.expiresAt).toBe(NOW + expected * 1000);
		expect(isDue(times, NOW)).toBe(false);
	});
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

import { networkGroup, readNetworkError } from '../../../nodes/shared/http/noAnswer';

describe('a thrown HTTP error', () => {
	it.each([
		['ECONNREFUSED', false],
		['ENOTFOUND', false],
		['ECONNRESET', true],
		['ECONNABORTED', true],
		['ETIMEDOUT', true],
	])('%s: may have been applied: %s', (code, mayHaveBeenApplied) => {
		expect(readNetworkError({ code })).toMatchObject({
			kind: 'noAnswer',
			code,
			mayHaveBeenApplied,
		});
	});

	it.each([
		['CERT_HAS_EXPIRED', 'tls', false, 'expired'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', false, 'self-signed'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', false, 'another host'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls', false, 'authority'],
		['EPROTO', 'tls', true, 'encryption'],
		['ERR_SSL_WRONG_VERSION_NUMBER', 'tls', true, 'encryption'],
		['EHOSTUNREACH', 'no_connection', false, 'refused'],
		['EAI_AGAIN', 'dns', false, 'host name'],
		['ETIMEDOUT', 'timeout', true, 'time limit'],
		['EPIPE', 'dropped', true, 'cut'],
	])('%s is of the group %s', (code, group, mayHaveBeenApplied, message) => {
		expect(networkGroup(code)).toBe(group);
		expect(readNetworkError({ cause: { code } })).toMatchObject({
			mayHaveBeenApplied,
			message: expect.stringContaining(message) as string,
		});
	});

	it('is found although n8n wrapped it', () => {
		expect(
			readNetworkError({ message: 'x', cause: { cause: { code: 'ECONNRESET' } } }),
		).toMatchObject({ code: 'ECONNRESET' });
	});

	it('of a cancelled execution is no failure', () => {
		expect(readNetworkError({ cause: { code: 'ERR_CANCELED' } })).toBe('cancelled');
	});

	it.each([new Error('log-in refused'), { code: 'E_SOMETHING' }, undefined, 'text'])(
		'is none of ours: %p',
		(error) => {
			expect(readNetworkError(error)).toBeUndefined();
		},
	);
});

import { readNetworkError } from '../../../nodes/shared/http/noAnswer';

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

import fc from 'fast-check';
import {
	deterministicId,
	formatSourceKey,
	parseSourceKey,
} from '../../../nodes/shared/source/sourceKey';

const part = fc
	.string({ minLength: 1, maxLength: 12 })
	.filter((text) => !text.includes(':') && text.trim() !== '');

describe('a source key', () => {
	it('names product, tenant, company and id', () => {
		expect(
			formatSourceKey({ product: 'ln', tenant: 'ACME_TST', company: '1300', id: 'C000123  ' }),
		).toBe('ln:ACME_TST:1300:C000123');
	});

	it('gives back its parts, also when the id holds colons', () => {
		expect(parseSourceKey('m3:ACME:100/AAA:A:B')).toEqual({
			product: 'm3',
			tenant: 'ACME',
			company: '100/AAA',
			id: 'A:B',
		});
	});

	it.each(['', 'ln', 'ln:ACME:1300:', 'ln::1300:C1'])('is not %j', (text) => {
		expect(parseSourceKey(text)).toBeUndefined();
	});
});

describe('the deterministic id', () => {
	it('is readable', () => {
		expect(deterministicId('ln:ACME_TST:1300:C000123')).toBe('ln-1300-C000123');
	});

	it('escapes what Chargebee might read as syntax', () => {
		expect(deterministicId('ln:ACME_TST:1300:A/B,"C"')).toBe('ln-1300-A_2fB_2c_22C_22');
	});

	it('keeps company "1-2" with id "3" apart from company "1" with id "2-3"', () => {
		expect(deterministicId('ln:T:1-2:3')).not.toBe(deterministicId('ln:T:1:2-3'));
	});

	it('holds only letters, digits, dot, hyphen and underscore, and at most 50 characters', () => {
		fc.assert(
			fc.property(part, fc.string({ minLength: 1, maxLength: 80 }), (company, id) => {
				expect(deterministicId(`ln:T:${company}:${id}`)).toMatch(/^[A-Za-z0-9._-]{1,50}$/);
			}),
		);
	});

	it('is different for different records of a tenant', () => {
		const record = fc.record({
			company: part,
			id: fc.string({ minLength: 1, maxLength: 60 }).filter((id) => id.trim() !== ''),
		});
		fc.assert(
			fc.property(record, record, (a, b) => {
				const [keyA, keyB] = [a, b].map((one) =>
					formatSourceKey({ product: 'ln', tenant: 'T', ...one }),
				);
				expect(deterministicId(keyA ?? '') === deterministicId(keyB ?? '')).toBe(keyA === keyB);
			}),
			{ numRuns: 500 },
		);
	});

	it('keeps long ids apart that differ only at their end', () => {
		const long = 'X'.repeat(60);
		expect(deterministicId(`ln:T:1:${long}1`)).not.toBe(deterministicId(`ln:T:1:${long}2`));
	});
});

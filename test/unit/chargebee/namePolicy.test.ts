import fc from 'fast-check';
import { uniqueName } from '../../../nodes/Chargebee/operations/upsert/namePolicy';

const KEY = 'ln:ACME_TST:1300:A100';

describe('a unique name', () => {
	it.each([
		['asIs', 'Steel bolt'],
		['numberAndName', 'A100 - Steel bolt'],
		['nameAndNumber', 'Steel bolt (A100)'],
		['companyNumberAndName', '1300 A100 - Steel bolt'],
	] as const)('%s makes %j', (policy, name) => {
		expect(uniqueName(policy, 'Steel bolt', KEY, 100)).toBe(name);
	});

	it.each(['numberAndName', 'nameAndNumber', 'companyNumberAndName'] as const)(
		'%s: two records of one description never have one name, however long it is',
		(policy) => {
			const number = fc.stringMatching(/^[A-Z0-9]{1,20}$/);
			fc.assert(
				fc.property(fc.string({ minLength: 1, maxLength: 300 }), number, number, (name, a, b) => {
					fc.pre(a !== b && name.trim() !== '');
					const of = (id: string) => uniqueName(policy, name, `ln:T:1300:${id}`, 100);
					expect(of(a)).not.toBe(of(b));
					expect(of(a).length).toBeLessThanOrEqual(100);
					expect(of(a)).toContain(a);
				}),
			);
		},
	);

	it('depends on the record alone, so that it stays', () => {
		const of = () => uniqueName('numberAndName', ' Steel \n bolt ', KEY, 100);
		expect(of()).toBe('A100 - Steel bolt');
		expect(of()).toBe(of());
	});

	it('is left to the check when there is no name, or no key', () => {
		expect(uniqueName('numberAndName', '  ', KEY, 100)).toBe('  ');
		expect(uniqueName('numberAndName', 'Bolt', 'A100', 100)).toBe('Bolt');
	});
});

import { customerSpec } from '../../../nodes/Chargebee/resources/customer/spec';
import { matchForm } from '../../../nodes/Chargebee/upsert/matchForm';
import type { Plan } from '../../../nodes/Chargebee/upsert/plan';
import { planAll } from '../../../nodes/Chargebee/upsert/plan';
import { DEFAULT_POLICIES } from '../../../nodes/Chargebee/upsert/types';
import type { Decision } from '../../../nodes/Chargebee/upsert/situation';
import type { Wanted } from '../../../nodes/Chargebee/upsert/types';
import type { Values } from '../../../nodes/Chargebee/upsert/values';

const want = (n: number, values: Values = {}): Wanted => ({
	index: n,
	sourceKey: `ln:ACME_TST:1300:C${n}`,
	id: `ln-1300-C${n}`,
	values,
});
const absent: Decision = { situation: 'absent', matchedBy: null, candidates: [] };
const on = (situation: Decision['situation'], ...records: object[]): Decision => ({
	situation,
	matchedBy: 'email',
	candidates: records.map((record) => customerSpec.read(record as never)),
});
const plan = (...decided: Array<[Wanted, Decision]>): Plan[] =>
	planAll(
		{ spec: customerSpec, policies: DEFAULT_POLICIES, matchFields: ['vat_number', 'email'] },
		decided.map(([wanted, decision]) => ({ wanted, decision })),
	);

describe('a plan', () => {
	it('creates what is absent, with the reference', () => {
		expect(plan([want(1, { company: 'Öhlund' }), absent])).toMatchObject([
			{
				action: 'create',
				changes: [
					{ field: 'meta_data.cloudsuite', from: null, to: 'ln:ACME_TST:1300:C1' },
					{ field: 'company', from: null, to: 'Öhlund' },
				],
			},
		]);
	});

	it('updates only the fields that differ', () => {
		const record = {
			id: 'A',
			company: 'Old',
			email: 'AP@x.test',
			meta_data: { cloudsuite: 'ln:ACME_TST:1300:C1' },
		};
		const [only] = plan([want(1, { company: 'New', email: 'ap@x.test' }), on('confirmed', record)]);
		expect(only).toMatchObject({
			action: 'update',
			changes: [{ field: 'company', from: 'Old', to: 'New' }],
		});
	});

	it('leaves a confirmed record alone when nothing differs', () => {
		const record = { id: 'A', company: 'Same', meta_data: { cloudsuite: 'ln:ACME_TST:1300:C1' } };
		expect(plan([want(1, { company: 'Same' }), on('confirmed', record)])).toMatchObject([
			{ action: 'skip', changes: [] },
		]);
	});

	it('links a found record: the reference is stamped even if nothing else differs', () => {
		expect(
			plan([want(1, { company: 'Same' }), on('found', { id: 'A', company: 'Same' })]),
		).toMatchObject([{ action: 'link', changes: [{ field: 'meta_data.cloudsuite', from: null }] }]);
	});

	it.each(['claimed', 'ambiguous', 'gone'] as const)(
		'never touches a record that is %s, and says why',
		(situation) => {
			const candidates = [
				{ id: 'A', email: 'a@x.test' },
				{ id: 'B', email: 'b@x.test' },
			];
			const [only] = plan([want(1, { company: 'New' }), on(situation, ...candidates)]);
			expect(only).toMatchObject({ action: 'conflict', changes: [] });
			expect(only?.reason).toContain('A');
			expect(only?.actionToTake).not.toBe('');
		},
	);

	it('tells ambiguous candidates apart by the fields in which they differ', () => {
		const [only] = plan([
			want(1),
			on(
				'ambiguous',
				{ id: 'A', email: 'same@x.test', company: 'One' },
				{ id: 'B', email: 'same@x.test', company: 'Two' },
			),
		]);
		expect(only?.actionToTake).toContain('A: company "One"; B: company "Two"');
		expect(only?.actionToTake).not.toContain('same@x.test');
	});
});

describe('twins', () => {
	it('the first of two records with one key wins', () => {
		expect(plan([want(1), absent], [want(1), absent]).map(({ situation }) => situation)).toEqual([
			'absent',
			'twin',
		]);
	});

	it('the first of two records that found the same Chargebee record wins', () => {
		const record = { id: 'A', email: 'a@x.test' };
		const plans = plan([want(1), on('found', record)], [want(2), on('found', record)]);
		expect(plans.map(({ action }) => action)).toEqual(['link', 'conflict']);
		expect(plans[1]?.reason).toContain('ln:ACME_TST:1300:C1');
	});

	it('two new records with the same value in a match key would find each other, so the second waits', () => {
		const plans = plan(
			[want(1, { email: 'A@x.test' }), absent],
			[want(2, { email: 'a@x.test ' }), absent],
		);
		expect(plans.map(({ situation }) => situation)).toEqual(['absent', 'twin']);
	});

	it('a value that is no match key may be shared', () => {
		const plans = plan(
			[want(1, { company: 'Same' }), absent],
			[want(2, { company: 'Same' }), absent],
		);
		expect(plans.map(({ action }) => action)).toEqual(['create', 'create']);
	});

	it('confirmed records are their own, whatever values they share', () => {
		const record = (n: number) => ({
			id: `X${n}`,
			meta_data: { cloudsuite: `ln:ACME_TST:1300:C${n}` },
		});
		const values = { email: 'shared@x.test' };
		const plans = plan(
			[want(1, values), on('confirmed', record(1))],
			[want(2, values), on('confirmed', record(2))],
		);
		expect(plans.map(({ action }) => action)).toEqual(['update', 'update']);
	});

	it('a record in conflict takes nothing from those after it', () => {
		const plans = plan(
			[want(1, { email: 'a@x.test' }), on('ambiguous', { id: 'A' }, { id: 'B' })],
			[want(2, { email: 'b@x.test' }), on('found', { id: 'A' })],
		);
		expect(plans.map(({ action }) => action)).toEqual(['conflict', 'link']);
	});
});

describe('the form a match key is compared in', () => {
	it.each([
		['email', ' AP@Example.TEST ', 'ap@example.test'],
		['vat_number', 'de 123.456-789', 'de123456789'],
		['company', '  Öhlund   GmbH ', 'öhlund gmbh'],
		['phone', '+49 (30) 555-0101', '+49305550101'],
		['email', undefined, ''],
	])('%s %j is %j', (field, value, expected) => {
		expect(matchForm(customerSpec, field, value)).toBe(expected);
	});
});

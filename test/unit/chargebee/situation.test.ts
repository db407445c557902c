import { CUSTOMER_MATCH_KEYS } from '../../../nodes/Chargebee/resources/customer/spec';
import type { Evidence } from '../../../nodes/Chargebee/upsert/situation';
import { decideSituation, NO_EVIDENCE } from '../../../nodes/Chargebee/upsert/situation';
import type { Found, MatchKey } from '../../../nodes/Chargebee/upsert/types';

const OURS = 'ln:ACME_TST:1300:C1';
const THEIRS = 'ln:ACME_TST:1300:C2';
const wanted = { index: 0, sourceKey: OURS, id: 'ln-1300-C1', knownId: 'KNOWN', values: {} };

const record = (id: string, reference?: string, deleted = false): Found => ({
	id,
	deleted,
	...(reference ? { reference } : {}),
	values: {},
	record: {},
});
const key = (name: string): MatchKey => {
	const found = CUSTOMER_MATCH_KEYS[name];
	if (!found) throw new Error(`no match key ${name}`);
	return found;
};
const by = (name: string, ...candidates: Found[]) => ({ key: key(name), candidates });

const TABLE: Array<
	[rule: string, evidence: Partial<Evidence>, situation: string, matchedBy: string | null]
> = [
	['nothing at all: absent', {}, 'absent', null],
	[
		'the deterministic id without reference: confirmed',
		{ byId: record('ln-1300-C1') },
		'confirmed',
		'id',
	],
	[
		'the deterministic id with our reference: confirmed',
		{ byId: record('ln-1300-C1', OURS) },
		'confirmed',
		'reference',
	],
	[
		'the deterministic id with another reference: claimed',
		{ byId: record('ln-1300-C1', THEIRS) },
		'claimed',
		'id',
	],
	[
		'the deterministic id, deleted: gone',
		{ byId: record('ln-1300-C1', OURS, true) },
		'gone',
		'reference',
	],
	[
		'one with our reference: confirmed',
		{ byReference: [record('A', OURS)] },
		'confirmed',
		'reference',
	],
	[
		'the same one twice is one',
		{ byReference: [record('A', OURS)], byKnownId: record('A', OURS) },
		'confirmed',
		'reference',
	],
	[
		'two with our reference: ambiguous',
		{ byReference: [record('A', OURS), record('B', OURS)] },
		'ambiguous',
		'reference',
	],
	[
		'a living and a deleted one with our reference: the living one',
		{ byReference: [record('A', OURS, true), record('B', OURS)] },
		'confirmed',
		'reference',
	],
	[
		'only a deleted one with our reference: gone',
		{ byReference: [record('A', OURS, true)] },
		'gone',
		'reference',
	],
	['the recorded id, reference lost: found', { byKnownId: record('KNOWN') }, 'found', 'ledger'],
	[
		'the recorded id, other reference: claimed',
		{ byKnownId: record('KNOWN', THEIRS) },
		'claimed',
		'ledger',
	],
	[
		'the recorded id, deleted: gone',
		{ byKnownId: record('KNOWN', OURS, true) },
		'gone',
		'reference',
	],
	[
		'one by a weaker key, no reference: found',
		{ byKey: [by('email', record('A'))] },
		'found',
		'email',
	],
	[
		'one by a weaker key, our reference: confirmed',
		{ byReference: [record('A', OURS)], byKey: [by('email', record('A', OURS))] },
		'confirmed',
		'reference',
	],
	[
		'one by a weaker key, other reference: claimed',
		{ byKey: [by('email', record('A', THEIRS))] },
		'claimed',
		'email',
	],
	[
		'two by a weaker key: ambiguous',
		{ byKey: [by('email', record('A'), record('B'))] },
		'ambiguous',
		'email',
	],
	[
		'a deleted one by a weaker key does not count',
		{ byKey: [by('email', record('A', undefined, true))] },
		'absent',
		null,
	],
	[
		'a deleted and a living one by a weaker key: the living one',
		{ byKey: [by('email', record('A', undefined, true), record('B'))] },
		'found',
		'email',
	],
	[
		'the first key that finds anything decides',
		{ byKey: [by('vat_number', record('A')), by('email', record('B'), record('C'))] },
		'found',
		'VAT number',
	],
	[
		'a key that finds nothing passes on to the next',
		{ byKey: [by('vat_number'), by('email', record('B'))] },
		'found',
		'email',
	],
	[
		'our reference beats any weaker key',
		{ byReference: [record('A', OURS)], byKey: [by('vat_number', record('B'), record('C'))] },
		'confirmed',
		'reference',
	],
	[
		'a deleted linked record is not replaced by a weaker match',
		{ byKnownId: record('KNOWN', OURS, true), byKey: [by('email', record('B'))] },
		'gone',
		'reference',
	],
];

describe('the situation', () => {
	it.each(TABLE)('%s', (_rule, evidence, situation, matchedBy) => {
		expect(decideSituation(wanted, { ...NO_EVIDENCE, ...evidence })).toMatchObject({
			situation,
			matchedBy,
		});
	});

	it('names all candidates when it is ambiguous', () => {
		const decision = decideSituation(wanted, {
			...NO_EVIDENCE,
			byKey: [by('email', record('A'), record('B', THEIRS))],
		});
		expect(decision.candidates.map(({ id }) => id)).toEqual(['A', 'B']);
	});
});

describe('the situation of a record a person decided about', () => {
	const toLink = { ...wanted, review: { kind: 'link', id: 'CHOSEN' } as const };
	const toCreate = { ...wanted, review: { kind: 'create' } as const };
	const decide = (one: typeof toLink | typeof toCreate, evidence: Partial<Evidence>) =>
		decideSituation(one, { ...NO_EVIDENCE, ...evidence });

	it.each<[rule: string, Partial<Evidence>, situation: string, refused: boolean]>([
		['a free one: found', { byReviewedId: record('CHOSEN') }, 'found', false],
		['one with our key: confirmed', { byReviewedId: record('CHOSEN', OURS) }, 'confirmed', false],
		[
			'one of two with our key: confirmed',
			{ byReviewedId: record('CHOSEN', OURS), byReference: [record('B', OURS)] },
			'confirmed',
			false,
		],
		['one that is not there: refused', {}, 'absent', true],
		[
			'a deleted one: refused',
			{ byReviewedId: record('CHOSEN', undefined, true), byKey: [by('email', record('A'))] },
			'gone',
			true,
		],
		['one of another key: refused', { byReviewedId: record('CHOSEN', THEIRS) }, 'claimed', true],
		[
			'a free one beside one with our key: refused',
			{ byReviewedId: record('CHOSEN'), byReference: [record('B', OURS)] },
			'ambiguous',
			true,
		],
		[
			'a free one beside one under our id: refused',
			{ byReviewedId: record('CHOSEN'), byId: record('ln-1300-C1') },
			'ambiguous',
			true,
		],
		[
			'a free one beside a deleted one with our key: found',
			{ byReviewedId: record('CHOSEN'), byReference: [record('B', OURS, true)] },
			'found',
			false,
		],
		[
			'a free one, whatever matches by a key: found',
			{ byReviewedId: record('CHOSEN'), byKey: [by('email', record('A'), record('B'))] },
			'found',
			false,
		],
	])('link to %s', (_rule, evidence, situation, refused) => {
		const decision = decide(toLink, evidence);
		expect(decision).toMatchObject({ situation, matchedBy: 'decision' });
		expect(decision.refused ?? false).toBe(refused);
	});

	it.each<[rule: string, Partial<Evidence>, situation: string, passedOver: string[] | undefined]>([
		['nothing: absent', {}, 'absent', []],
		[
			'one by a weaker key: absent, and it is passed over',
			{ byKey: [by('email', record('A'), record('B', undefined, true))] },
			'absent',
			['A'],
		],
		['one with our key: confirmed', { byReference: [record('A', OURS)] }, 'confirmed', undefined],
		['one under our id: confirmed', { byId: record('ln-1300-C1') }, 'confirmed', undefined],
		['ours, deleted: gone', { byReference: [record('A', OURS, true)] }, 'gone', undefined],
		[
			'our id, of another key: claimed',
			{ byId: record('ln-1300-C1', THEIRS) },
			'claimed',
			undefined,
		],
	])('create, with %s', (_rule, evidence, situation, passedOver) => {
		const decision = decide(toCreate, evidence);
		expect(decision.situation).toBe(situation);
		expect(decision.passedOver?.map(({ id }) => id)).toEqual(passedOver);
	});
});

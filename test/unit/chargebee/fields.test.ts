import fc from 'fast-check';
import { checkValues } from '../../../nodes/Chargebee/fields/check';
import type { Field, FieldKind } from '../../../nodes/Chargebee/fields/field';
import { FieldSet, inBlock } from '../../../nodes/Chargebee/fields/field';
import {
	identifierChanges,
	identifiersText,
	readIdentifiers,
} from '../../../nodes/Chargebee/fields/identifiers';
import { languageTag } from '../../../nodes/Chargebee/fields/languages';
import { normaliseValue } from '../../../nodes/Chargebee/fields/normalise';
import {
	readTiers,
	tierColumns,
	tierProblem,
	tiersText,
} from '../../../nodes/Chargebee/fields/tiers';

const field = (kind: FieldKind, rest: Partial<Field> = {}): Field => ({
	id: 'f',
	label: 'F',
	kind,
	...rest,
});
const check = (kind: FieldKind, value: unknown, rest: Partial<Field> = {}) =>
	checkValues(new FieldSet([field(kind, rest)]), { f: value });

describe('a value of kind', () => {
	it.each<[FieldKind, unknown, unknown, Partial<Field>?]>([
		['text', 12, '12'],
		['integer', ' 30 ', 30],
		['integer', 0, 0, { min: 0 }],
		['decimal', '0012.50', '0012.50'],
		['boolean', 'FALSE', false],
		['date', '2026-01-31T10:00:00.000Z', '2026-01-31'],
		['timestamp', '2026-01-31T00:00:00Z', 1769817600],
		['timestamp', 1769817600, 1769817600],
		['url', 'https://acme.test/x', 'https://acme.test/x'],
		['locale', 'pt_br', 'pt-BR'],
		['currency', 'nok', 'NOK'],
		['country', 'no', 'NO'],
	])('%s takes %j as %j', (kind, value, taken, rest = {}) => {
		expect(check(kind, value, rest)).toEqual({ values: { f: taken }, problems: [] });
	});

	it.each<[FieldKind, unknown, string, Partial<Field>?]>([
		['integer', '1.5', 'value_not_integer'],
		['integer', '9007199254740993', 'value_too_large'],
		['integer', -1, 'value_too_small', { min: 0 }],
		['decimal', '1,5', 'value_not_number'],
		['boolean', 'ja', 'value_not_boolean'],
		['date', '31.01.2026', 'value_not_date'],
		['date', '2026-02-31x', 'value_not_date'],
		['timestamp', 'soon', 'value_not_date'],
		['url', 'acme.test', 'value_not_url'],
		['locale', 'xx1', 'value_not_language'],
		['currency', 'KRONER', 'value_not_currency'],
		['country', 'Norway', 'value_not_country'],
		['text', 'abc', 'value_too_long', { maxLength: 2 }],
		['tiers', 'many', 'value_not_tiers'],
		['tiers', [{ starting_unit: 2, price: 1 }], 'tiers_do_not_meet'],
		['identifiers', [{ scheme: 'x' }], 'value_not_identifiers'],
		['object', [1], 'value_not_object'],
		['object', { cloudsuite: 'x' }, 'value_reserved'],
	])('%s refuses %j as %s, naming the field', (kind, value, code, rest = {}) => {
		const { values, problems } = check(kind, value, rest);
		expect(values).toEqual({});
		expect(problems).toEqual([
			{
				field: expect.stringMatching(/^f/) as string,
				code,
				text: expect.stringMatching(/^f/) as string,
			},
		]);
	});
});

describe('an empty value', () => {
	const fields = new FieldSet([field('text'), inBlock('b', 'c', 'C')]);

	it('is left out, in a block too', () => {
		expect(checkValues(fields, { f: ' ', b: { c: null } })).toEqual({ values: {}, problems: [] });
	});

	it('clears where that is asked for, and only there', () => {
		expect(checkValues(fields, { f: '', b_c: '' }, { clear: new Set(['b_c']) }).values).toEqual({
			b_c: null,
		});
	});

	it('does not clear when the field did not come at all', () => {
		expect(checkValues(fields, {}, { clear: new Set(['f', 'b_c']) }).values).toEqual({});
	});
});

describe('a custom field', () => {
	it('the site does not have is named; without knowing the site it is let through', () => {
		expect(checkValues(new FieldSet([], true), { cf_x: 1 }).problems).toMatchObject([
			{ field: 'cf_x', code: 'custom_field_unknown' },
		]);
		expect(checkValues(new FieldSet([]), { cf_x: 1 }).values).toEqual({ cf_x: '1' });
	});
});

describe('equal values', () => {
	it.each<[FieldKind, unknown, unknown]>([
		['email', 'AP@Acme.test', ' ap@acme.test '],
		['vat', 'NO 123.456', 'no123456'],
		['decimal', '12.50', '012.5'],
		['decimal', '0.0', '0'],
		['integer', '030', 30],
		['locale', 'pt-br', 'pt_BR'],
		[
			'tiers',
			'[{"starting_unit":1,"price":5,"pricing_type":"per_unit"}]',
			[{ starting_unit: '1', price: '5', object: 'tier' }],
		],
		[
			'identifiers',
			[
				{ scheme: 'a', value: '1' },
				{ scheme: 'b', value: '2' },
			],
			[
				{ id: 'x', scheme: 'b', value: '2' },
				{ scheme: 'a', value: '1' },
			],
		],
	])('%s: %j is %j', (kind, a, b) => {
		expect(normaliseValue(field(kind), a)).toBe(normaliseValue(field(kind), b));
	});

	it('no value is equal to an empty one only', () => {
		for (const kind of ['integer', 'decimal', 'boolean', 'text', 'tiers', 'identifiers'] as const) {
			expect(normaliseValue(field(kind), undefined)).toBe('');
			expect(normaliseValue(field(kind), null)).toBe('');
		}
		expect(normaliseValue(field('integer'), 0)).not.toBe('');
		expect(normaliseValue(field('boolean'), false)).not.toBe('');
	});

	it('decimals keep every digit: long ones are not rounded by a double', () => {
		fc.assert(
			fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (digits) => {
				const text = `${digits}.123456789012345678901`;
				expect(normaliseValue(field('decimal'), `0${text}00`)).toBe(text);
			}),
		);
	});
});

describe('tiers', () => {
	const open = [
		{ starting_unit: 1, ending_unit: 10, price: 500 },
		{ starting_unit: 11, price: 400 },
	];

	it('meet from 1 on, and only the last has no end', () => {
		expect(tierProblem(open)).toBeUndefined();
		expect(tierProblem([open[0] ?? {}])).toContain('last');
		expect(tierProblem([{ starting_unit: 1, price: 5 }, ...open.slice(1)])).toContain('no end');
		expect(tierProblem([open[0] ?? {}, { starting_unit: 12, price: 1 }])).toContain('start at 11');
		expect(tierProblem([{ starting_unit: 1 }])).toContain('no price');
	});

	it('go out by column, with gaps where a tier has no value', () => {
		expect(tierColumns(open)).toEqual({
			starting_unit: { 0: '1', 1: '11' },
			ending_unit: { 0: '10' },
			price: { 0: '500', 1: '400' },
		});
	});

	it('are read back from the text they are kept as', () => {
		expect(readTiers(tiersText(open))).toEqual(open);
	});
});

describe('identifiers', () => {
	it('change one by one, by scheme: new, changed, gone; equal ones are not sent', () => {
		const before = [
			{ id: 'i1', scheme: 'peppol', value: '1' },
			{ id: 'i2', scheme: 'duns', value: '2' },
			{ id: 'i3', scheme: 'gln', value: '3' },
		];
		const after = [
			{ scheme: 'peppol', value: '1' },
			{ scheme: 'duns', value: '22' },
			{ scheme: 'siret', value: '4' },
		];
		expect(identifierChanges(before, after)).toEqual([
			{ id: 'i2', scheme: 'duns', value: '22', operation: 'update' },
			{ scheme: 'siret', value: '4', operation: 'create' },
			{ id: 'i3', scheme: 'gln', value: '3', operation: 'delete' },
		]);
	});

	it('are read from a list or its text, and nothing else', () => {
		const rows = [{ scheme: 'a', value: '1' }];
		expect(readIdentifiers(JSON.stringify(rows))).toEqual(rows);
		expect(readIdentifiers(identifiersText(rows))).toEqual(rows);
		expect(readIdentifiers('a')).toBeUndefined();
		expect(readIdentifiers({})).toBeUndefined();
	});
});

describe('a language', () => {
	it.each(['en', 'no', 'zh-Hant-TW', 'de_AT'])('%s is one', (code) => {
		expect(languageTag(code)).toBeDefined();
	});

	it.each(['3', 'english', 'x', '', 'qq'])('%j is none', (code) => {
		expect(languageTag(code)).toBeUndefined();
	});
});

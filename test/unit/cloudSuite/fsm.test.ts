import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import { chunked } from '../../../nodes/CloudSuite/products/fsm/classSession';
import type { Condition } from '../../../nodes/CloudSuite/products/fsm/conditions';
import { filterFor, matches } from '../../../nodes/CloudSuite/products/fsm/conditions';
import { mapRow } from '../../../nodes/CloudSuite/products/fsm/row';
import type { CheckedClass } from '../../../nodes/CloudSuite/products/fsm/spec';
import { dateOf, stampBefore, stampOf } from '../../../nodes/CloudSuite/products/fsm/stamps';
import { idOf, isMeant, partsOf } from '../../../nodes/CloudSuite/products/mapped/keys';
import { plainDecimal } from '../../../nodes/CloudSuite/products/mapped/row';
import { ITEM_TARGETS } from '../../../nodes/CloudSuite/products/mapped/targets';
import { lplTest, simpleTest } from '../../sandbox/infor/fsm/filter';

const node = { name: 'Test', type: 'test', parameters: {} } as unknown as INode;
const group: Condition = { field: 'FinanceEnterpriseGroup', value: 'ACME' };
const code = (value: string): Condition => ({ field: 'Customer', value });

describe('a condition', () => {
	it('that is a list of equal fields goes the simple way', () => {
		expect(filterFor({ all: [group, { all: [code("D'ARC & Söhne")] }] }, '').params).toEqual({
			_filter: "FinanceEnterpriseGroup::ACME|Customer::D'ARC & Söhne",
		});
	});

	it('with a choice in it is written in LPL, with every part in brackets', () => {
		expect(filterFor({ all: [group, { any: [code('A'), code('B')] }] }, '').params).toEqual({
			_lplFilter: '((FinanceEnterpriseGroup = "ACME") and ((Customer = "A") or (Customer = "B")))',
		});
	});

	it('beside an expression of the user’s own is one with it: FSM gets one filter only', () => {
		expect(filterFor({ all: [group] }, 'Item like "1*" or Item = "2"').params).toEqual({
			_lplFilter: 'FinanceEnterpriseGroup = "ACME" and (Item like "1*" or Item = "2")',
		});
		expect(filterFor({ all: [] }, 'Item = "2"').params).toEqual({ _lplFilter: '(Item = "2")' });
		expect(filterFor({ all: [] }, '').params).toEqual({});
	});

	it.each(['A|B', 'A::B', ':A'])(
		'on a value with the signs of a simple filter, %s, is not',
		(value) => {
			expect(filterFor({ all: [code(value)] }, '').params).toEqual({
				_lplFilter: `Customer = "${value}"`,
			});
		},
	);

	it.each(['5" pipe', 'back\\slash'])(
		'on %s, which LPL can not say, goes the simple way or not at all',
		(value) => {
			expect(filterFor({ all: [group, code(value)] }, '').params).toEqual({
				_filter: `FinanceEnterpriseGroup::ACME|Customer::${value}`,
			});
			const { params, sent } = filterFor({ all: [group, code(value)] }, 'Item = "2"');
			expect(params._lplFilter).toBe('FinanceEnterpriseGroup = "ACME" and (Item = "2")');
			expect(sent).toEqual({ all: [group] });
			expect(filterFor({ all: [code(`|${value}`)] }, '')).toEqual({ params: {}, sent: undefined });
		},
	);

	it('asks for whatever satisfies it, whichever way it goes: nothing is missed', () => {
		const leaf = fc
			.record({
				field: fc.constantFrom('A', 'B.C'),
				value: fc.constantFrom('x', 'y y', '|', ':', '"', '\\', "'"),
			})
			.map((one): Condition => one);
		const tree = fc.letrec<{ node: Condition }>((tie) => ({
			node: fc.oneof(
				{ maxDepth: 3 },
				leaf,
				fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
				fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
			),
		})).node;
		const record = fc.record({
			A: fc.constantFrom('x', '"', '|'),
			'B.C': fc.constantFrom('y y', ':'),
		});
		fc.assert(
			fc.property(tree, record, fc.constantFrom('', 'A = "x"'), (condition, fields, own) => {
				const fieldOf = (field: string) => (fields as Record<string, string>)[field] ?? '';
				const { params } = filterFor(condition, own);
				const isFound =
					(params._filter === undefined || simpleTest(params._filter)(fieldOf)) &&
					(params._lplFilter === undefined || lplTest(params._lplFilter)(fieldOf));
				const isAsked = matches(condition, fieldOf) && (own === '' || fields.A === 'x');
				expect(isFound || !isAsked).toBe(true);
			}),
		);
	});

	it('of many keys comes in portions, what LPL can not say alone', () => {
		const keys = Array.from({ length: 60 }, (_, at) => code(`C${at}`));
		const chunks = chunked([...keys, code('5"')]);
		expect(chunks.map((chunk) => ('any' in chunk ? chunk.any.length : 1))).toEqual([25, 25, 10, 1]);
		expect(chunked([code('A')])).toEqual([code('A')]);
	});
});

describe('a time stamp', () => {
	it('is UTC, to the hundredth; the one before a moment leaves nothing of it out', () => {
		const moment = Date.parse('2026-01-05T08:00:00.000Z');
		expect(stampOf(moment)).toBe('2026010508000000');
		expect(stampOf(moment + 129)).toBe('2026010508000012');
		expect(stampBefore(moment)).toBe('2026010507595999');
	});
});

describe('a date field', () => {
	it.each([
		['20260131', '2026-01-31T00:00:00.000Z'],
		['20260131235959', '2026-01-31T23:59:59.000Z'],
		['2026013123595912', '2026-01-31T23:59:59.120Z'],
		['2026-01-31', '2026-01-31T00:00:00.000Z'],
		['2026-01-31T08:00:00Z', '2026-01-31T08:00:00.000Z'],
	])('%s is %s', (text, iso) => {
		expect(new Date(dateOf(text) as number).toISOString()).toBe(iso);
	});

	it.each(['', '0', '00000000', '00000000000000'])('"%s" is none', (text) => {
		expect(dateOf(text)).toBeUndefined();
	});

	it.each(['20261301', '20260230', '2026', 'yesterday', '31.01.2026', '123456789'])(
		'%s is wrong',
		(text) => {
			expect(dateOf(text)).toBe('wrong');
		},
	);
});

describe('a number', () => {
	it.each([
		['25000.00', '25000'],
		['0012.50', '12.5'],
		['-0.00', '0'],
		['-3.10', '-3.1'],
		['+7', '7'],
		['.50', '0.5'],
		['12345678901234567890.123456789', '12345678901234567890.123456789'],
	])('%s is %s, digit by digit', (text, plain) => {
		expect(plainDecimal(text)).toBe(plain);
	});

	it.each(['1,234.56', '1.234,56', 'N/A', '1e5', '.', '5.'])('%s is none', (text) => {
		expect(plainDecimal(text)).toBeUndefined();
	});
});

describe('an id', () => {
	it('of several parts can be taken apart again, whatever they hold', () => {
		const part = fc.string({ minLength: 1, maxLength: 6 }).map((text) => text.trim() || 'x');
		fc.assert(
			fc.property(fc.array(part, { minLength: 2, maxLength: 4 }), (parts) => {
				expect(partsOf(idOf(parts), parts.length)).toEqual(parts);
				expect(isMeant(idOf(parts), parts)).toBe(true);
			}),
		);
	});

	it('with fewer parts than the key is its last part alone', () => {
		expect(partsOf('C1', 2)).toBeUndefined();
		expect(partsOf('C1', 1)).toBeUndefined();
		expect(isMeant(' C1 ', ['G', 'C1'])).toBe(true);
		expect(isMeant('G', ['G', 'C1'])).toBe(false);
	});
});

describe('a record', () => {
	const spec: CheckedClass = {
		name: 'Item',
		keyFields: ['FinanceEnterpriseGroup', 'ItemGroup', 'Item'],
		companyField: 'FinanceEnterpriseGroup',
		mapping: [
			{ target: 'name', field: 'Description' },
			{ target: 'name', field: 'Description2' },
			{ target: 'price', field: 'ListPrice' },
			{ target: 'effectiveFrom', field: 'EffectiveDate' },
		],
		targets: ITEM_TARGETS,
		asked: [],
		known: new Set(),
	};
	const fields = { FinanceEnterpriseGroup: 'ACME', ItemGroup: 'I/G', Item: ' A/1 ' };
	const read = (more: Record<string, unknown>) => mapRow(node, spec, { ...fields, ...more }, 3);

	it('has the key without the company as its id', () => {
		expect(read({}).id).toBe('I%2FG/A/1');
	});

	it('takes the first field with a value, where several stand in for each other', () => {
		expect(read({ Description: ' ', Description2: 'Bolt' }).value('name')).toBe('Bolt');
		expect(read({ Description: 'Nut', Description2: 'Bolt' }).value('name')).toBe('Nut');
		expect(read({}).value('name')).toBeNull();
	});

	it('without a whole key is an error that names the page', () => {
		expect(() => read({ Item: '' })).toThrow(
			'A record on page 3 of class Item has no Item, which is part of its key',
		);
	});

	it.each([
		[
			'price',
			{ ListPrice: '1,234.56' },
			'field ListPrice should hold a number and holds "1,234.56"',
		],
		[
			'effectiveFrom',
			{ EffectiveDate: 'soon' },
			'field EffectiveDate should hold a date and holds "soon"',
		],
		[
			'name',
			{ Description: { en: 'Bolt' } },
			'field Description should hold a single value and holds "{"en":"Bolt"}"',
		],
	])('with a %s that is none is an error that names record and field', (target, more, message) => {
		expect(() => read(more).value(target)).toThrow(`Item I%2FG/A/1: ${message}`);
	});
});

import type { IDataObject } from 'n8n-workflow';
import type { Condition } from '../../../nodes/Chargebee/reads/condition';
import { conditionsOf, readSeconds } from '../../../nodes/Chargebee/reads/condition';
import type { Filter } from '../../../nodes/Chargebee/reads/filter';
import {
	amount,
	anyOf,
	choices,
	flag,
	is,
	period,
	startsWith,
} from '../../../nodes/Chargebee/reads/filter';

const FILTERS: Filter[] = [
	is('name', 'Name'),
	startsWith('name', 'Name'),
	is('relationship[parent_id]', 'Parent'),
	anyOf('id', 'ID'),
	choices('status', 'Status', ['paid', 'not_paid']),
	choices('channel', 'Channel', ['web'], { mayBeAbsent: true }),
	flag('recurring', 'Recurring', 'Whether it recurs'),
	...period('updated_at', 'Updated'),
	...amount('total', 'Total'),
];

function made(values: IDataObject, zone = 'utc'): Condition[] {
	const result = conditionsOf(FILTERS, values, zone);
	if ('wrong' in result) throw new Error(result.wrong.problem);
	return result.conditions;
}

const sent = (values: IDataObject, zone?: string) =>
	Object.fromEntries(made(values, zone).map(({ parameter, value }) => [parameter, value]));

const holds = (values: IDataObject, record: IDataObject) =>
	made(values).every((condition) => condition.holds(record));

describe('a filter on the wire', () => {
	it.each<[IDataObject, IDataObject]>([
		[{ name: ' Pump ' }, { 'name[is]': 'Pump' }],
		[{ nameStartsWith: 'Pu' }, { 'name[starts_with]': 'Pu' }],
		[{ relationshipParentId: 'A' }, { 'relationship[parent_id][is]': 'A' }],
		[{ id: 'a' }, { 'id[is]': 'a' }],
		[{ id: 'a, b,,a ' }, { 'id[in]': '["a","b"]' }],
		[{ id: ['a', 'b'] }, { 'id[in]': '["a","b"]' }],
		[{ id: 42 }, { 'id[is]': '42' }],
		[{ id: 'Müller & Söhne' }, { 'id[is]': 'Müller & Söhne' }],
		[{ status: ['paid'] }, { 'status[is]': 'paid' }],
		[{ status: ['paid', 'not_paid'] }, { 'status[in]': '["paid","not_paid"]' }],
		[{ recurring: true }, { 'recurring[is]': 'true' }],
		[{ recurring: false }, { 'recurring[is]': 'false' }],
		[{ updatedAfter: '2025-01-01T00:00:00Z' }, { 'updated_at[after]': 1_735_689_600 }],
		[{ updatedBefore: '2025-01-01T00:00:00.900Z' }, { 'updated_at[before]': 1_735_689_600 }],
		[{ totalFrom: 0 }, { 'total[gte]': 0 }],
		[{ totalTo: -5 }, { 'total[lte]': -5 }],
	])('%j is %j', (values, wire) => {
		expect(sent(values)).toEqual(wire);
	});

	it.each<IDataObject>([
		{ name: '' },
		{ name: '   ' },
		{ name: null },
		{ id: ' , ' },
		{ id: [] },
		{ status: [] },
		{ status: [''] },
		{ updatedAfter: '' },
		{ totalFrom: '' },
		{ totalFrom: null },
		{ recurring: null },
		{ unknown: 'x' },
	])('%j is nothing: Chargebee refuses empty values', (values) => {
		expect(sent(values)).toEqual({});
	});

	it.each<[IDataObject, string]>([
		[{ updatedAfter: 'soon' }, 'Updated After: "soon" is not a date'],
		[{ totalFrom: '12.50' }, 'Total From: "12.50" is not a whole number'],
		[{ totalTo: 'much' }, 'Total To: "much" is not a whole number'],
		[{ id: 'a, b c' }, 'ID: "b c" can only be asked for alone'],
		[{ id: ['a', 'b"]'] }, 'can only be asked for alone'],
		[{ id: Array.from({ length: 101 }, (_, n) => `id${n}`) }, '101 values are more'],
	])('%j is refused, and the filter is named', (values, problem) => {
		const result = conditionsOf(FILTERS, values, 'utc');
		expect('wrong' in result && `${result.wrong.filter}: ${result.wrong.problem}`).toContain(
			problem,
		);
	});

	it('has times of ten digits only, as Chargebee takes no others', () => {
		expect(sent({ updatedAfter: '1970-01-01T00:00:00Z' })).toEqual({
			'updated_at[after]': 1_000_000_000,
		});
		expect(sent({ updatedBefore: '9999-01-01T00:00:00Z' })).toEqual({
			'updated_at[before]': 9_999_999_999,
		});
	});
});

describe('a moment', () => {
	it('without a zone is one of the workflow’s', () => {
		expect(sent({ updatedAfter: '2025-01-01T00:00:00' }, 'Europe/Oslo')).toEqual({
			'updated_at[after]': 1_735_686_000,
		});
	});

	it.each([
		[1_735_689_600, 1_735_689_600],
		['1735689600', 1_735_689_600],
		[1_735_689_600_900, 1_735_689_600],
		['2025-01-01', 1_735_689_600],
		['2025-01-01 00:00:00', 1_735_689_600],
		['2025-01-01T01:00:00+01:00', 1_735_689_600],
		['', undefined],
		['yesterday', undefined],
		[null, undefined],
	])('written as %p is %p', (entered, seconds) => {
		expect(readSeconds(entered, 'utc')).toBe(seconds);
	});
});

describe('a record that came back', () => {
	it.each<[IDataObject, IDataObject]>([
		[{ name: 'Pump' }, { name: 'PUMP ' }],
		[{ nameStartsWith: 'pu' }, { name: 'Pump' }],
		[{ relationshipParentId: 'A' }, { relationship: { parent_id: 'A' } }],
		[{ id: 'a,b' }, { id: 'b' }],
		[{ status: ['paid', 'not_paid'] }, { status: 'not_paid' }],
		[{ channel: ['web'] }, {}],
		[{ recurring: true }, {}],
		[{ updatedAfter: 1_735_689_600 }, { updated_at: 1_735_689_600 }],
		[{ updatedBefore: 1_735_689_600 }, { updated_at: 1_735_689_600 }],
		[{ totalFrom: 5, totalTo: 5 }, { total: 5 }],
	])('for %j may be %j', (values, record) => {
		expect(holds(values, record)).toBe(true);
	});

	it.each<[IDataObject, IDataObject]>([
		[{ name: 'Pump' }, { name: 'Pump 2' }],
		[{ name: 'Pump' }, {}],
		[{ nameStartsWith: 'pu' }, { name: 'A pump' }],
		[{ relationshipParentId: 'A' }, { relationship: { parent_id: 'B' } }],
		[{ relationshipParentId: 'A' }, {}],
		[{ id: 'a' }, { id: 'A' }],
		[{ id: 'a,b' }, { id: 'c' }],
		[{ status: ['paid'] }, { status: 'not_paid' }],
		[{ channel: ['web'] }, { channel: 'app_store' }],
		[{ recurring: true }, { recurring: false }],
		[{ recurring: false }, { recurring: true }],
		[{ updatedAfter: 1_735_689_600 }, { updated_at: 1_735_689_599 }],
		[{ updatedAfter: 1_735_689_600 }, {}],
		[{ updatedBefore: 1_735_689_600 }, { updated_at: 1_735_689_601 }],
		[{ totalFrom: 5 }, { total: 4 }],
		[{ totalTo: 5 }, { total: 6 }],
		[{ totalTo: 5 }, {}],
	])('for %j can not be %j: the filter was ignored', (values, record) => {
		expect(holds(values, record)).toBe(false);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { toCsvRow } from '../../../nodes/Chargebee/operations/upsert/csv';
import { tooManyPutAside } from '../../../nodes/Chargebee/operations/upsert/guard';
import { convertAmounts } from '../../../nodes/Chargebee/resources/itemPrice/amounts';
import { environmentOf, mismatch } from '../../../nodes/Chargebee/transport/environment';
import type { Plan } from '../../../nodes/Chargebee/upsert/plan';
import { NO_REASON } from '../../../nodes/Chargebee/upsert/reasons';
import type { OutcomeRow } from '../../../nodes/Chargebee/upsert/row';
import { waves } from '../../../nodes/Chargebee/upsert/runUpsert';

const plan = (index: number, rest: Partial<Plan> = {}, inactive = false): Plan => ({
	...NO_REASON,
	wanted: { index, sourceKey: `k${index}`, id: `i${index}`, values: {}, inactive },
	situation: 'absent',
	action: 'create',
	matchedBy: null,
	changes: [],
	candidates: [],
	...rest,
});

describe('waves', () => {
	it('hold parents before their children, whatever the order of the input', () => {
		const plans = [plan(0, { after: 2 }), plan(1), plan(2, { after: 1 }), plan(3)];
		expect(waves(plans).map((wave) => wave.map(({ wanted }) => wanted.index))).toEqual([
			[1, 3],
			[2],
			[0],
		]);
	});

	it('hold every plan once, even in a circle', () => {
		const plans = [plan(0, { after: 1 }), plan(1, { after: 0 })];
		expect(waves(plans).flat()).toHaveLength(2);
	});
});

describe('the guard against putting aside too many', () => {
	const change = [{ field: 'status', from: 'active', to: 'archived' }];
	const mixed = (aside: number, others: number) => [
		...Array.from({ length: aside }, (_, n) =>
			plan(n, { action: 'update', changes: change }, true),
		),
		...Array.from({ length: others }, (_, n) => plan(aside + n)),
	];

	it.each([
		[11, 40, true],
		[11, 44, false],
		[10, 0, false],
		[0, 100, false],
	])('%i of them beside %i others: stopped %s', (aside, others, stopped) => {
		expect(tooManyPutAside(mixed(aside, others), 20, 'status') !== undefined).toBe(stopped);
	});

	it('does not count those that are aside already', () => {
		const settled = Array.from({ length: 50 }, (_, n) => plan(n, { action: 'skip' }, true));
		expect(tooManyPutAside(settled, 20, 'status')).toBeUndefined();
	});
});

describe('an amount', () => {
	const convert = (values: IDataObject, form: 'major' | 'minor' | 'decimal' = 'major') =>
		convertAmounts({ values, problems: [] }, form);

	it.each([
		['12.50', 'EUR', 1250],
		['1250', 'JPY', 1250],
		['1.250', 'KWD', 1250],
		[12.5, 'usd', 1250],
		['0', 'EUR', 0],
	])('%j %s is %i in minor units', (price, currency_code, minor) => {
		expect(convert({ price, currency_code })).toEqual({
			values: { price: minor, currency_code },
			problems: [],
		});
	});

	it.each([
		['12.505', 'EUR', 'amount_unreadable'],
		['12.5', 'JPY', 'amount_unreadable'],
		['1,250.00', 'EUR', 'amount_unreadable'],
		['-1', 'EUR', 'amount_negative'],
		['1', '', 'amount_without_currency'],
	])('%j %s is refused as %s, and not sent', (price, currency_code, code) => {
		const { values, problems } = convert({ price, currency_code });
		expect(problems).toMatchObject([{ field: 'price', code }]);
		expect(values).not.toHaveProperty('price');
	});

	it('of a tier is converted like that of a price, and named with its tier', () => {
		const tiers = [{ starting_unit: 1, price: '5.00' }, { price: 'x' }];
		const { values, problems } = convert({ tiers, currency_code: 'EUR' });
		expect(values.tiers).toEqual([{ starting_unit: 1, price: 500 }, {}]);
		expect(problems).toMatchObject([{ field: 'tiers[1] price' }]);
	});

	it('in minor units is left alone; as decimals it goes out as such', () => {
		expect(convert({ price: 1250, currency_code: 'EUR' }, 'minor').values.price).toBe(1250);
		expect(convert({ price: '0.00045', currency_code: 'EUR' }, 'decimal').values).toEqual({
			price_in_decimal: '0.00045',
			currency_code: 'EUR',
		});
	});
});

describe('a preview as CSV', () => {
	const row = {
		outcome: 'updated',
		sourceKey: 'ln:A:1:C1',
		changes: [{ field: 'company', from: null, to: '=cmd()' }],
		candidates: [{ id: 'A' }, { id: 'B' }],
		reason: '=HYPERLINK("x")',
		actionToTake: '',
	} as unknown as OutcomeRow;

	it('is flat: texts and numbers only', () => {
		for (const value of Object.values(toCsvRow(row)))
			expect(['string', 'number']).toContain(typeof value);
		expect(toCsvRow(row)).toMatchObject({ candidates: 'A, B', changedFields: 1 });
	});

	it('has no cell that a spreadsheet runs as a formula', () => {
		expect(toCsvRow(row).reason).toBe('\'=HYPERLINK("x")');
		expect(toCsvRow({ ...row, sourceKey: '@x' }).cloudSuiteKey).toBe("'@x");
	});
});

describe('the declared environment', () => {
	it.each([
		['acme-test', 'test'],
		['ACME-Test', 'test'],
		['acme', 'live'],
		['test-acme', 'live'],
	] as const)('%s is a %s site', (site, environment) => {
		expect(environmentOf(site)).toBe(environment);
	});

	it.each([
		['unchecked', 'acme-test', ['acme'], undefined],
		['test', 'acme-test', ['acme', 'acme-test'], undefined],
		['test', 'acme-test', [], undefined],
		['live', 'acme-test', [], 'test'],
		['live', '', ['acme-test'], 'test'],
		['live', '', ['acme'], undefined],
		['test', 'acme-test', ['acme'], 'live'],
		['live', 'acme', ['other'], 'live'],
	] as const)('%s, site %j, Chargebee says %j: %s', (declared, site, domains, actual) => {
		expect(mismatch({ declared, site, domains })?.actual).toBe(actual);
	});
});

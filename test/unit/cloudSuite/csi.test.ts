import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
	readConfigurations,
	readInfo,
	readLoad,
} from '../../../nodes/CloudSuite/products/csi/answer';
import { countryNames } from '../../../nodes/CloudSuite/products/csi/countryNames';
import { dayOf, isoDay, serverTime, timeOf } from '../../../nodes/CloudSuite/products/csi/dates';
import { CUSTOMERS, compare } from '../../../nodes/CloudSuite/products/csi/entities';
import {
	both,
	either,
	isOneOf,
	keyForms,
	literal,
	portions,
} from '../../../nodes/CloudSuite/products/csi/filter';
import { currentPrice, decimalOf } from '../../../nodes/CloudSuite/products/csi/prices';
import { readCsiOptions } from '../../../nodes/CloudSuite/products/csi/settings';
import { COUNTRY_CODES } from '../../../nodes/shared/countries';
import type { World } from '../../../nodes/CloudSuite/products/product';

describe('an answer to a load', () => {
	it('as Infor’s guide has it is read', () => {
		// https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
		const text = JSON.stringify({
			Items: [{ UserId: '1', Username: 'sa', UserDesc: null }],
			Bookmark: '<B><P><p>UserId</p></P><D><f>false</f></D><F><v>1</v></F><L><v>1</v></L></B>',
			MoreRowsExist: true,
			Success: true,
			Message: null,
		});
		expect(readLoad(`\uFEFF${text}`)).toEqual({
			kind: 'rows',
			rows: [{ UserId: '1', Username: 'sa', UserDesc: null }],
			bookmark: '<B><P><p>UserId</p></P><D><f>false</f></D><F><v>1</v></F><L><v>1</v></L></B>',
			more: true,
		});
	});

	it.each([
		[{ Items: null, Success: true }, []],
		[{ Items: [], MoreRowsExist: 'false' }, []],
	])('%j has no rows', (body, rows) => {
		expect(readLoad(JSON.stringify(body))).toMatchObject({ kind: 'rows', rows });
	});

	it('says whether there is more only where it does', () => {
		const more = (value: unknown) => {
			const answer = readLoad(JSON.stringify({ Items: [], MoreRowsExist: value }));
			return answer.kind === 'rows' ? answer.more : 'no rows';
		};
		expect([true, 'True', false, 'false', null, undefined].map(more)).toEqual([
			...[true, true, false, false, undefined, undefined],
		]);
	});

	it.each(['', 'null', '[]', '7', '{}', '{"Items":{}}', '{"Items":["x"]}', '<html>', '{"Items":['])(
		'%s is none',
		(text) => {
			expect(readLoad(text)).toEqual({ kind: 'unreadable', isVersion1: false });
		},
	);
});

describe('a description', () => {
	it('is one when it has properties, whatever it says of success', () => {
		// Infor's own sample: "Success": false
		const body = { Success: false, Properties: [{ Name: 'CustNum', Length: 7 }, { Name: 'Name' }] };
		const lengths = new Map([
			['CustNum', 7],
			['Name', undefined],
		]);
		expect(readInfo(JSON.stringify(body))).toEqual({ kind: 'properties', lengths });
	});

	it.each([
		['{"Success":true,"Properties":[]}', 'no reason given'],
		['{"Message":"No \\r\\n privilege"}', 'No privilege'],
		['[]', 'the answer is no description'],
	])('%s is none', (text, message) => {
		expect(readInfo(text)).toEqual({ kind: 'refused', message });
	});
});

describe('a list of configurations', () => {
	it('is read, and anything else is none', () => {
		expect(readConfigurations('{"Configurations":["CSI_DALS",""]}')).toEqual(['CSI_DALS']);
		for (const text of ['{"Configurations":null}', '{}', '[]', ''])
			expect(readConfigurations(text)).toBeUndefined();
	});
});

describe('a date', () => {
	it.each([
		['20250109 16:45:30.517', '2025-01-09T15:45:30.517Z'],
		['2025-01-09 16:45:30.517', '2025-01-09T15:45:30.517Z'],
		['2025-01-09T16:45:30', '2025-01-09T15:45:30.000Z'],
		['20250709 16:45:30.5', '2025-07-09T14:45:30.500Z'],
		['20250109', '2025-01-08T23:00:00.000Z'],
		// twice in the night of 25 October 2026: the second time
		['20261025 02:30:00.000', '2026-10-25T01:30:00.000Z'],
		['20261025 01:59:59.999', '2026-10-24T23:59:59.999Z'],
		['20261025 03:00:00.000', '2026-10-25T02:00:00.000Z'],
	])('%s in Berlin is %s', (text, expected) => {
		expect(new Date(timeOf(text, 'Europe/Berlin') ?? 0).toISOString()).toBe(expected);
	});

	it.each(['', ' ', '19000101 00:00:00.000', '00010101', '20260230 00:00:00.000', 'x', null, 5])(
		'%p is none',
		(value) => {
			expect(timeOf(value, 'UTC')).toBeUndefined();
		},
	);

	it('has a day, whatever its time', () => {
		expect(dayOf('20210104 00:00:00.000')).toBe('20210104');
		expect(dayOf('2021-01-04')).toBe('20210104');
		expect(dayOf(null)).toBeUndefined();
		expect(isoDay('20210104 00:00:00.000', 'America/New_York')).toBe('2021-01-04T05:00:00.000Z');
	});

	it('at or after a moment is asked for so that nothing later is missed, in any hour of any zone', () => {
		const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];
		// two days around the end of summer time in each of them
		const nights = ['2026-10-25', '2026-11-01', '2026-04-05', '2026-03-29'].map((day) =>
			Date.parse(`${day}T00:00:00Z`),
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...zones),
				fc.constantFrom(...nights),
				fc.integer({ min: -1440, max: 1440 }),
				fc.integer({ min: 0, max: 300 }),
				(zone, night, minutes, later) => {
					const since = night + minutes * 60_000;
					const change = since + later * 60_000;
					const shown = DateTime.fromMillis(change, { zone }).toFormat('yyyyMMdd HH:mm:ss.SSS');
					// the database compares what the clock showed
					expect(shown >= serverTime(since, zone)).toBe(true);
					// and so does the node, by the moment it takes it for
					expect(timeOf(shown, zone)).toBeGreaterThanOrEqual(since);
					// which is that of the change, but in an hour that comes twice
					expect((timeOf(shown, zone) ?? 0) - change).toBeLessThanOrEqual(3_600_000);
				},
			),
			{ numRuns: 500 },
		);
	});
});

describe('a filter', () => {
	it('has texts as N literals, with quotes doubled', () => {
		expect(literal("D'ARC%")).toBe("N'D''ARC%'");
		expect(isOneOf('Item', ['A', "B'"])).toBe("Item IN (N'A', N'B''')");
		expect(both(['a = 1', either(['b = 2', 'c = 3'])])).toBe('a = 1 AND (b = 2 OR c = 3)');
		expect(either(['b = 2'])).toBe('b = 2');
	});

	it('has as many texts as fit, each once and in order', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ maxLength: 30, unit: 'grapheme' })), (texts) => {
				const lists = portions(texts);
				expect(lists.flat()).toEqual(texts);
				for (const list of lists) {
					expect(list.length).toBeGreaterThan(0);
					const length = encodeURIComponent(isOneOf('CustNum', list)).length;
					expect(length < 900 || list.length === 1).toBe(true);
				}
			}),
		);
	});

	it('looks for a key in each form it may have', () => {
		expect(keyForms('1', 7)).toEqual(['1', '      1']);
		expect(keyForms(' 1 ', 7)).toEqual([' 1 ', '1', '      1']);
		expect(keyForms('C000042', 7)).toEqual(['C000042']);
		expect(keyForms('C00000042', 7)).toEqual(['C00000042']);
		expect(keyForms('AX-1', undefined)).toEqual(['AX-1']);
	});
});

describe('a number', () => {
	it.each([
		['42.07000000', '42.07'],
		['100.00000000', '100'],
		['0.00000000', '0'],
		['-0.00', '0'],
		['-12.50000000', '-12.5'],
		['.50000000', '0.5'],
		['0.00000001', '0.00000001'],
		['007', '7'],
		['99999999999999999.12345678', '99999999999999999.12345678'],
		[5, '5'],
	])('%s is %s', (value, expected) => {
		expect(decimalOf(value)).toBe(expected);
	});

	it.each(['', ' ', '.', '-', '1,5', '1e5', 'x', null, undefined])('%p is none', (value) => {
		expect(decimalOf(value)).toBeNull();
	});
});

describe('the price in force', () => {
	const row = (CurrCode: string | null, EffectDate: string | null, UnitPrice1: string | null) => ({
		...{ CurrCode, EffectDate, UnitPrice1 },
	});
	const rows = [
		row('EUR', '20200101 00:00:00.000', '1'),
		row('EUR', '20260101 00:00:00.000', '3'),
		row('EUR', '20250101 00:00:00.000', '2'),
		row('CAD', '20270101 00:00:00.000', '9'),
		row('USD', null, '5'),
	];
	const told = (today: string, currency = '') => {
		const price = currentPrice(rows, today, currency);
		return price && [price.price, price.currency, price.isOneOfSeveral];
	};

	it('is the newest that is not of a day to come, in the first currency by name or the one set', () => {
		expect(told('20260101')).toEqual(['3', 'EUR', true]);
		expect(told('20251231')).toEqual(['2', 'EUR', true]);
		expect(told('20190101')).toEqual(['5', 'USD', false]);
		expect(told('20270101')).toEqual(['9', 'CAD', true]);
		expect(told('20270101', 'USD')).toEqual(['5', 'USD', true]);
		expect(told('20270101', 'GBP')).toBeUndefined();
	});

	it('is none where there is no price; one without a currency has none', () => {
		expect(currentPrice([], '20260101', '')).toBeUndefined();
		expect(currentPrice([row('EUR', null, null)], '20260101', '')).toBeUndefined();
		expect(currentPrice([row(null, null, '7')], '20260101', '')).toMatchObject({
			...{ currency: null, price: '7' },
		});
	});
});

describe('properties', () => {
	it('are those the IDO has, by the first of their names that it has', () => {
		const all = new Set(CUSTOMERS.properties.flat());
		expect(compare(CUSTOMERS, all, []).missing).toEqual([]);
		expect(compare(CUSTOMERS, all, []).properties).not.toContain('StateCode');
		all.delete('State');
		expect(compare(CUSTOMERS, all, []).properties).toContain('StateCode');
		all.delete('StateCode');
		expect(compare(CUSTOMERS, all, []).missing).toEqual(['State or StateCode']);
		expect(compare(CUSTOMERS, all, ['State', 'StateCode']).missing).toEqual([]);
	});

	it('are all asked for where nothing is known, but those left out; what is needed can not be', () => {
		const { properties, missing } = compare(CUSTOMERS, undefined, ['State', 'Name', 'LangCode']);
		expect(missing).toEqual([]);
		expect(properties).toEqual(expect.arrayContaining(['Name', 'StateCode']));
		expect(properties).not.toContain('LangCode');
	});
});

describe('names of countries', () => {
	it.each([
		['Germany', 'DE'],
		['Deutschland', 'DE'],
		['Allemagne', 'DE'],
		['United States', 'US'],
		['USA', 'US'],
		['UK', 'GB'],
		['Türkiye', 'TR'],
		['Turkey', 'TR'],
		['Österreich', 'AT'],
	])('%s is %s', (name, code) => {
		expect(new Map(countryNames()).get(name)).toBe(code);
	});

	it('that are no country’s, or two countries’, are none', () => {
		const names = new Map(countryNames());
		expect(names.get('Freedonia')).toBeUndefined();
		expect(names.size).toBe(countryNames().length);
		const codes = [...names].filter(([name, code]) => COUNTRY_CODES.has(name) && name !== code);
		expect(codes).toEqual([]);
	});
});

describe('settings', () => {
	const world = (options: object, company: unknown = 'A_DALS, A_EMEA,A_DALS'): World => ({
		node: { name: 'Test', type: 'test', parameters: {} } as unknown as World['node'],
		timezone: 'Europe/Berlin',
		now: 0,
		parameter: (name, fallback) => ({ options, company })[name] ?? fallback,
	});

	it('have defaults, and each configuration once', () => {
		expect(readCsiOptions(world({}))).toMatchObject({
			companies: ['A_DALS', 'A_EMEA'],
			csiPath: 'CSI/IDORequestService/ido',
			pageSize: 1000,
			paging: 'key',
			zone: 'Europe/Berlin',
			numberLength: 7,
			readPrices: true,
			itemStatus: { A: 'active', S: 'active', O: 'inactive' },
		});
	});

	it('take statuses in any case, for customers and items apart', () => {
		const status = [
			{ resource: 'customer', from: 'HOLD', to: 'inactive' },
			{ resource: 'item', from: 'p', to: 'prospect' },
		];
		const options = readCsiOptions(world({ statusValues: { status } }));
		expect(options.customerStatus).toEqual({ hold: 'inactive', hidden: 'inactive' });
		expect(options.itemStatus).toMatchObject({ P: 'prospect', A: 'active' });
	});
});

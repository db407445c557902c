import type { INode } from 'n8n-workflow';
import { dateColumnOf, latestOf } from '../../../nodes/CloudSuite/products/ln/dateColumns';
import { lnFailure } from '../../../nodes/CloudSuite/products/ln/failure';
import { ITEMS, ITEMS_SALES } from '../../../nodes/CloudSuite/products/ln/itemSets';
import { newColumns } from '../../../nodes/CloudSuite/products/ln/knownColumns';
import { NAMED_SETS, placeOf, readPlaces } from '../../../nodes/CloudSuite/products/ln/places';
import type { LnSet } from '../../../nodes/CloudSuite/products/ln/sets';
import {
	ADDRESSES,
	BUSINESS_PARTNERS,
	COUNTRIES,
	CUSTOMER_PARTS,
} from '../../../nodes/CloudSuite/products/ln/sets';
import { LN_SERVICES } from '../../sandbox/infor/ln/model/services';

const node = { name: 'Infor CloudSuite', type: 'test', parameters: {} } as unknown as INode;
const DATE = 'Edm.DateTimeOffset';

describe('the place of a set', () => {
	it.each([
		['tx.acmeCustomer/Customers', 'tx.acmeCustomer', 'Customers'],
		['tx.acmeCustomer', 'tx.acmeCustomer', 'BusinessPartners'],
		['tx.acmeCustomer/', 'tx.acmeCustomer', 'BusinessPartners'],
		['Customers', 'tcapi.comBusinessPartner', 'Customers'],
		['a.b.c/D', 'a.b.c', 'D'],
	])('%s is in service %s, set %s', (typed, service, set) => {
		expect(placeOf(typed, BUSINESS_PARTNERS)).toEqual({ service, set });
	});

	it.each([
		'',
		'/',
		'a b',
		'../x',
		'tx.acme/Customers?$top=1',
		'tx.acme/../x',
		'tx.a/B/C',
		'1.a/B',
	])('is not %j: it would lead elsewhere', (typed) => {
		expect(placeOf(typed, BUSINESS_PARTNERS)).toBeUndefined();
	});

	const option = (of: string, place: unknown) => ({ set: [{ of, place }] });
	const path = 'tcapi.comBusinessPartner/BusinessPartners';

	it('is read as picked from the list and as a plain text, and rows that say nothing are passed over', () => {
		const expected = { [path]: { service: 'tx.acme', set: 'Customers' } };
		const picked = { __rl: true, mode: 'list', value: 'tx.acme/Customers' };
		expect(readPlaces(node, option(path, picked))).toEqual(expected);
		expect(readPlaces(node, option(path, ' tx.acme/Customers '))).toEqual(expected);
		expect(readPlaces(node, option(path, ''))).toEqual({});
		expect(readPlaces(node, option('unknown', 'tx.acme/Customers'))).toEqual({});
		expect(readPlaces(node, undefined)).toEqual({});
	});

	it('that is none is named', () => {
		expect(() => readPlaces(node, option(path, 'not a place'))).toThrow(
			'"not a place" can not be the place of Business Partners',
		);
	});

	it('can be given for every set that is read', () => {
		const named = NAMED_SETS.map(([, set]) => set);
		for (const set of [BUSINESS_PARTNERS, ...CUSTOMER_PARTS, ITEMS, ITEMS_SALES, COUNTRIES])
			expect(named).toContain(set);
	});
});

describe('the column with the date of change', () => {
	const has = (...names: string[]) => new Map(names.map((name) => [name, DATE]));
	const by = (customers: string, items = 'LastModificationDate') => ({ customers, items });

	it.each<[string, LnSet, Map<string, string>, ReturnType<typeof by>, unknown]>([
		['customers have none by default', BUSINESS_PARTNERS, has('ChangedOn'), by(''), undefined],
		[
			'the one chosen',
			BUSINESS_PARTNERS,
			has('ChangedOn'),
			by('ChangedOn'),
			{ column: 'ChangedOn' },
		],
		['a chosen one that is not there', BUSINESS_PARTNERS, has(), by('X'), { missing: 'X' }],
		[
			'of a part the same name',
			ADDRESSES,
			has('ChangedOn'),
			by('ChangedOn'),
			{ column: 'ChangedOn' },
		],
		[
			'of a part LN’s own name, else',
			ADDRESSES,
			has('LastModificationDate'),
			by('ChangedOn'),
			{ column: 'LastModificationDate' },
		],
		['a part without', ADDRESSES, has(), by('ChangedOn'), undefined],
		['a part, when customers have none', ADDRESSES, has('LastModificationDate'), by(''), undefined],
		[
			'a part where the name is a text',
			ADDRESSES,
			new Map([['ChangedOn', 'Edm.String']]),
			by('ChangedOn'),
			undefined,
		],
		['a code table', COUNTRIES, has('ChangedOn'), by('ChangedOn'), undefined],
		['items', ITEMS, has('LastModificationDate'), by(''), { column: 'LastModificationDate' }],
		['items of an older release', ITEMS, has(), by(''), undefined],
		[
			'items by another column',
			ITEMS,
			has('ChangedOn'),
			by('', 'ChangedOn'),
			{ column: 'ChangedOn' },
		],
		['items by one that is not there', ITEMS, has(), by('', 'ChangedOn'), { missing: 'ChangedOn' }],
	])('%s', (_what, set, available, choice, expected) => {
		expect(dateColumnOf(set, available, choice)).toEqual(expected);
	});

	it('of several rows the latest counts, whatever is empty', () => {
		const [early, late] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'];
		expect(
			latestOf([
				[{ ChangedOn: early }, 'ChangedOn'],
				[{ ChangedOn: late, Other: '2027-01-01T00:00:00Z' }, 'ChangedOn'],
				[{ ChangedOn: '1970-01-01T00:00:00Z' }, 'ChangedOn'],
				[undefined, 'ChangedOn'],
				[{ ChangedOn: '2028-01-01T00:00:00Z' }, undefined],
			]),
		).toBe(Date.parse(late));
		expect(latestOf([[{}, 'ChangedOn']])).toBeUndefined();
	});
});

describe('new columns', () => {
	const types = (service: string, set: string) =>
		new Map(
			LN_SERVICES.find(({ name }) => name === service)
				?.sets.find(({ name }) => name === set)
				?.columns.map(({ name }) => [name, 'Edm.String'] as const),
		);

	it.each([BUSINESS_PARTNERS, ...CUSTOMER_PARTS, ITEMS, ITEMS_SALES].map((set) => [set.set, set]))(
		'are none of those %s has in the published metadata',
		(_name, set) => {
			const { service, set: name } = set;
			const published = types(service, name);
			expect(published.size).toBeGreaterThan(1);
			expect(newColumns(set, published)).toEqual([]);
		},
	);

	it('are what a tenant has beyond, but for pictures', () => {
		const available = new Map([
			['AddressCode', 'Edm.String'],
			['Floor', 'Edm.Int16'],
			['Photo', 'Edm.Stream'],
			['Logo', 'ttapi.aadFormImages.FormImageStream'],
			['Key', 'Edm.Binary'],
		]);
		expect(newColumns(ADDRESSES, available)).toEqual(['Floor']);
	});

	it('can not be told of a set of which nothing is known', () => {
		expect(newColumns(COUNTRIES, new Map([['Anything', 'Edm.String']]))).toEqual([]);
	});
});

describe('a failed read of LN', () => {
	const said = (status: number, text = '') =>
		lnFailure(node, 'Page 2', { kind: 'answer', status, headers: {}, text });

	it.each([
		[403, 'give its user the API role in LN'],
		[404, 'the service is not activated for this company'],
		[422, 'check the company number'],
		[504, 'choose a smaller page size'],
		[429, 'lower "Requests per Minute"'],
		[500, 'Run again'],
	])('with %d says "%s"', (status, action) => {
		const error = said(status);
		expect(error.message).toBe(`Page 2 could not be read: HTTP ${status}`);
		expect(error.description).toContain(action);
		expect(error.httpCode).toBe(String(status));
	});

	it('that nobody can read says what came', () => {
		expect(said(200, '{}').message).toBe(
			'Page 2 could not be read: the answer is no OData list or metadata',
		);
		expect(said(200, '<html>').message).toContain('a web page came');
		expect(said(200, '{"value":[').message).toContain('cut after 10 characters');
	});

	it('without an answer is the network’s', () => {
		const error = lnFailure(node, 'Page 2', {
			kind: 'noAnswer',
			code: 'ECONNRESET',
			message: 'cut',
			mayHaveBeenApplied: false,
		});
		expect(error.message).toContain('the connection was cut');
	});
});

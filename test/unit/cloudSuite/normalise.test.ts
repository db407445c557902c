import { CodeMap } from '../../../nodes/CloudSuite/products/codes';
import type { CustomerRows } from '../../../nodes/CloudSuite/products/ln/normalise';
import { normaliseCustomer } from '../../../nodes/CloudSuite/products/ln/normalise';
import { numberOf, textOf, timeOf } from '../../../nodes/CloudSuite/products/values';

const NOW = Date.UTC(2026, 5, 15);
const EPOCH = '1970-01-01T00:00:00Z';
const NO_CODES = new CodeMap({}, []);
const partner = { BusinessPartner: 'C1', Name: 'One', BusinessPartnerRole: 'Customer' };

function normalise(rows: Partial<CustomerRows> = {}, company = '1300', codes = NO_CODES) {
	return normaliseCustomer(
		{ partner, contacts: [], taxNumbers: [], ...rows },
		{ tenant: 'ACME_TST', company, codes, now: NOW, includeRaw: false },
	);
}

describe('a customer with nothing but a name', () => {
	it('has null everywhere else', () => {
		const { key, name, contacts, sourceHash, role, ...rest } = normalise();
		expect([key, name, contacts, role]).toEqual(['ln:ACME_TST:1300:C1', 'One', [], 'customer']);
		expect(sourceHash).toMatch(/^[0-9a-f]{64}$/);
		const { product, tenant, company, id, ...empty } = rest;
		expect([product, tenant, company, id]).toEqual(['ln', 'ACME_TST', '1300', 'C1']);
		expect(Object.values(empty).every((value) => value === null)).toBe(true);
	});

	it('has the same key in company 0100 and 100', () => {
		expect(normalise({}, '0100').key).toBe(normalise({}, '100').key);
	});
});

describe('the source hash', () => {
	it('is the same however LN writes "empty"', () => {
		const written = (empty: unknown) =>
			normalise({ partner: { ...partner, Website: empty, ParentBusinessPartner: empty } });
		expect(
			new Set(['', '   ', null, undefined].map((empty) => written(empty).sourceHash)).size,
		).toBe(1);
	});

	it('does not depend on raw rows', () => {
		const rows = { partner, contacts: [], taxNumbers: [] };
		const context = { tenant: 'T', company: '1', codes: NO_CODES, now: NOW };
		const plain = normaliseCustomer(rows, { ...context, includeRaw: false });
		const raw = normaliseCustomer(rows, { ...context, includeRaw: true });
		expect(raw.sourceHash).toBe(plain.sourceHash);
		expect(plain.raw).toBeNull();
		expect(raw.raw).toHaveProperty(['tcapi.comBusinessPartner/BusinessPartners'], partner);
	});

	it('does not depend on the order in which LN gives contacts', () => {
		const contacts = [
			{ Contact: 'B', Email: 'b@one.example' },
			{ Contact: 'A', Email: 'a@one.example' },
			{ Contact: 'C', Email: 'c@one.example' },
		];
		const inOrder = normalise({ partner: { ...partner, PrimaryContact: 'A' }, contacts });
		const reversed = normalise({
			partner: { ...partner, PrimaryContact: 'A' },
			contacts: [...contacts].reverse(),
		});
		expect(inOrder.sourceHash).toBe(reversed.sourceHash);
	});
});

describe('status and role', () => {
	it.each([
		['Active', undefined, 'active'],
		['Active', 'Doubtful', 'doubtful'],
		['Inactive', 'Doubtful', 'inactive'],
		['Prospect', undefined, 'prospect'],
		['NotSpecified', undefined, 'notspecified'],
		['SomethingNew', undefined, 'somethingnew'],
	])('%s with an invoice-to that is %s gives %s', (own, invoice, expected) => {
		const { status } = normalise({
			partner: { ...partner, BusinessPartnerStatus: own },
			...(invoice ? { invoiceTo: { BusinessPartnerStatus: invoice } } : {}),
		});
		expect(status).toBe(expected);
	});

	it('pass on a role nobody knows yet', () => {
		expect(normalise({ partner: { ...partner, BusinessPartnerRole: 'Partner' } }).role).toBe(
			'Partner',
		);
	});
});

describe('the e-mail', () => {
	const contact = (Contact: string, Email: string | null, Active = 'Yes') => ({
		Contact,
		Email,
		Active,
	});
	const emailOf = (contacts: CustomerRows['contacts'], PrimaryContact?: string) =>
		normalise({ partner: { ...partner, PrimaryContact }, contacts }).email;

	it('is the primary contact’s', () => {
		const contacts = [contact('A', 'a@one.example'), contact('B', 'b@one.example')];
		expect(emailOf(contacts, 'B')).toBe('b@one.example');
	});

	it('is the next one’s when the primary contact has none', () => {
		const contacts = [contact('A', 'a@one.example'), contact('B', ' ')];
		expect(emailOf(contacts, 'B')).toBe('a@one.example');
	});

	it('is never that of an inactive contact, primary or not', () => {
		expect(emailOf([contact('A', 'a@one.example', 'No')], 'A')).toBeNull();
	});

	it('is taken from contacts that do not say whether they are active', () => {
		expect(emailOf([{ Contact: 'A', Email: 'a@one.example' }])).toBe('a@one.example');
	});
});

describe('a contact', () => {
	const only = (row: Record<string, unknown>) => normalise({ contacts: [row] }).contacts[0];

	it('has its full name as last name when it has no other', () => {
		expect(only({ Contact: 'A', FullName: 'Office' })).toMatchObject({
			firstName: null,
			lastName: 'Office',
		});
	});

	it.each([
		[{ OfficePhone: '+49 1', PrimaryOfficePhone: 'Yes' }, '+49 1'],
		[{ OfficePhone: '', PrimaryOfficePhone: '+49 2' }, '+49 2'],
		[{ PrimaryOfficePhone: 'No', MobilePhone: '+49 3' }, '+49 3'],
		[{ PrimaryOfficePhone: 'No' }, null],
	])('with %j is called at %s', (columns, phone) => {
		expect(only({ Contact: 'A', ...columns })?.phone).toBe(phone);
	});
});

describe('the VAT number', () => {
	const tax = (
		TaxNumber: string,
		EffectiveDate: string,
		ExpiryDate: unknown = EPOCH,
		country = 'DE',
	) => ({
		TaxNumber,
		EffectiveDate,
		ExpiryDate,
		BusinessPartnerTaxCountry: country,
	});
	const vatOf = (...taxNumbers: Array<Record<string, unknown>>) =>
		normalise({ taxNumbers, address: { AddressCode: 'A', Country: 'DE' } }).vatNumber;

	it('is the one valid today', () => {
		expect(
			vatOf(
				tax('EXPIRED', '2010-01-01T00:00:00Z', '2018-12-31T00:00:00Z'),
				tax('FUTURE', '2027-01-01T00:00:00Z'),
				tax('TODAY', '2019-01-01T00:00:00Z'),
			),
		).toBe('TODAY');
	});

	it.each([EPOCH, null, '', undefined, '0'])('never expires when its expiry is %j', (empty) => {
		expect(vatOf(tax('OPEN', '2019-01-01T00:00:00Z', empty))).toBe('OPEN');
	});

	it('is that of the address’s country, then the newest', () => {
		const foreign = tax('FOREIGN', '2025-01-01T00:00:00Z', EPOCH, 'FR');
		expect(vatOf(foreign, tax('HOME', '2019-01-01T00:00:00Z'))).toBe('HOME');
		expect(vatOf(tax('OLDER', '2015-01-01T00:00:00Z', EPOCH, 'AT'), foreign)).toBe('FOREIGN');
	});

	it('is none when all have expired', () => {
		expect(vatOf(tax('GONE', '2010-01-01T00:00:00Z', '2018-12-31T00:00:00Z'))).toBeNull();
	});
});

describe('codes', () => {
	const codes = new CodeMap(
		{
			country: [
				['D', 'DE'],
				['UK ', 'GB'],
				['XX', ''],
			],
		},
		[
			{ kind: 'country', from: ' xx', to: 'XK ' },
			{ kind: 'country', from: 'uk', to: 'IE' },
		],
	);

	it.each([
		['D', 'DE'],
		['d', 'DE'],
		['UK', 'IE'],
		['XX', 'XK'],
		['ZZ', 'ZZ'],
		[null, null],
	])('%s is %s: the user’s table before the tenant’s, an unknown code as it is', (code, iso) => {
		expect(codes.iso('country', code)).toBe(iso);
	});
});

describe('values', () => {
	it.each([
		['  text ', 'text'],
		['a\u0000b', 'a b'],
		['\r\n', null],
		[12, '12'],
		[{}, null],
	])('%j as text is %j', (value, expected) => {
		expect(textOf(value)).toBe(expected);
	});

	it.each([
		[0, 0],
		['12.5', 12.5],
		['', null],
		['many', null],
		[null, null],
		[Number.NaN, null],
	])('%j as number is %j', (value, expected) => {
		expect(numberOf(value)).toBe(expected);
	});

	it.each([null, '', EPOCH, '1970-01-01', '0001-01-01T00:00:00Z', 'never'])(
		'%j is no date',
		(value) => {
			expect(timeOf(value)).toBeUndefined();
		},
	);
});

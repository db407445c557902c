import fc from 'fast-check';
import { checkValues } from '../../../nodes/Chargebee/fields/check';
import {
	isSourceCustomer,
	mapSourceCustomer,
} from '../../../nodes/Chargebee/resources/customer/defaultMapping';
import { CUSTOMER_FIELDS } from '../../../nodes/Chargebee/resources/customer/fields';
import { customerSpec } from '../../../nodes/Chargebee/resources/customer/spec';
import { diff } from '../../../nodes/Chargebee/upsert/diff';
import { DEFAULT_POLICIES } from '../../../nodes/Chargebee/upsert/types';
import type { Wanted } from '../../../nodes/Chargebee/upsert/types';
import type { Values } from '../../../nodes/Chargebee/upsert/values';
import { asText } from '../../../nodes/shared/text';
import { withSourceHash } from '../../../nodes/shared/source/sourceCustomer';

const checkCustomer = (mapped: Record<string, unknown>) => checkValues(customerSpec.fields, mapped);

const KEY = 'ln:ACME_TST:1300:C1';
const wanted = (values: Values): Wanted => ({ index: 0, sourceKey: KEY, id: 'ln-1300-C1', values });

function updates(record: object, values: Values) {
	const found = customerSpec.read({ id: 'A', meta_data: { cloudsuite: KEY }, ...record });
	return customerSpec.update(
		found,
		wanted(values),
		diff(customerSpec, found, wanted(values), DEFAULT_POLICIES),
	);
}

describe('checking mapped values', () => {
	it('takes both forms of the address', () => {
		expect(
			checkCustomer({ billing_address: { city: 'Oslo' }, billing_address_country: 'no' }).values,
		).toEqual({
			billing_address_city: 'Oslo',
			billing_address_country: 'NO',
		});
	});

	it('leaves out what is no customer field and what is empty', () => {
		expect(
			checkCustomer({
				key: KEY,
				company: '  ',
				phone: null,
				email: undefined,
				first_name: ' Ada ',
			}),
		).toEqual({
			values: { first_name: 'Ada' },
			problems: [],
		});
	});

	it('turns numbers and booleans that came as text into their kind', () => {
		expect(checkCustomer({ net_term_days: ' 30 ', allow_direct_debit: 'TRUE' }).values).toEqual({
			net_term_days: 30,
			allow_direct_debit: true,
		});
	});

	it.each([
		['email', 'ap@', '"ap@" is not an e-mail address'],
		[
			'billing_address_country',
			'ZZ9',
			'"ZZ9" is not an ISO 3166 country code: map it under Code Mappings of the CloudSuite node',
		],
		[
			'preferred_currency_code',
			'EURO',
			'"EURO" is not an ISO 4217 currency code: map it under Code Mappings of the CloudSuite node',
		],
		['auto_collection', 'yes', '"yes" is not one of on, off'],
		['net_term_days', '30 days', '"30 days" is not a whole number'],
		['vat_number', 'X'.repeat(21), 'has 21 characters, Chargebee takes 20'],
		['company', ['a'], 'is a list, not a text'],
		['company', {}, 'is object, not a text'],
	])('names field and problem: %s %j', (field, value, problem) => {
		expect(checkCustomer({ [field]: value }).problems).toMatchObject([
			{ field, text: `${field} ${problem}` },
		]);
	});

	it('takes any text up to a field’s length and refuses one character more', () => {
		const texts = CUSTOMER_FIELDS.filter(
			({ kind, maxLength }) => kind === 'text' && maxLength !== undefined,
		);
		fc.assert(
			fc.property(fc.constantFrom(...texts), ({ id, maxLength = 0 }) => {
				expect(checkCustomer({ [id]: 'x'.repeat(maxLength) }).problems).toEqual([]);
				expect(checkCustomer({ [id]: 'x'.repeat(maxLength + 1) }).problems).toHaveLength(1);
			}),
		);
	});
});

describe('updating a customer', () => {
	it('sends only the changed fields of the customer', () => {
		expect(updates({ company: 'Old', phone: '1' }, { company: 'New', phone: '1' })).toEqual([
			{ path: '/customers/A', form: { company: 'New' }, what: 'customer' },
		]);
	});

	it('sends the whole billing block when one field of it changed: the API replaces it', () => {
		const record = {
			vat_number: 'DE123456789',
			vat_number_prefix: 'DE',
			registered_for_gst: false,
			billing_address: {
				line1: 'Lindenweg 12',
				city: 'Berlin',
				zip: '10115',
				country: 'DE',
				object: 'billing_address',
				validation_status: 'valid',
			},
		};
		expect(updates(record, { billing_address_line1: 'Lindenweg 14' })).toEqual([
			{
				path: '/customers/A/update_billing_info',
				what: 'billing address and VAT number',
				replaces: true,
				form: {
					vat_number: 'DE123456789',
					vat_number_prefix: 'DE',
					registered_for_gst: false,
					billing_address: { line1: 'Lindenweg 14', city: 'Berlin', zip: '10115', country: 'DE' },
				},
			},
		]);
	});

	it('takes two calls only when both halves changed', () => {
		const paths = updates({}, { company: 'New', billing_address_city: 'Oslo' }).map(
			({ path }) => path,
		);
		expect(paths).toEqual(['/customers/A', '/customers/A/update_billing_info']);
	});

	it('keeps what others keep in meta_data', () => {
		const [call] = updates({ meta_data: { crm: { id: 7 } } }, {});
		expect(JSON.parse(asText(call?.form.meta_data))).toEqual({ crm: { id: 7 }, cloudsuite: KEY });
	});

	it('makes no call for a difference in spelling alone', () => {
		const record = {
			email: 'AP@X.test',
			vat_number: 'DE 123',
			billing_address: { country: 'de' },
			net_term_days: 30,
		};
		expect(
			updates(record, {
				email: 'ap@x.test',
				vat_number: 'DE123',
				billing_address_country: 'DE',
				net_term_days: 30,
			}),
		).toEqual([]);
	});

	it('escapes the id in the path', () => {
		const found = customerSpec.read({ id: 'a b/c' });
		expect(
			customerSpec.update(found, wanted({}), [{ field: 'company', from: null, to: 'x' }])[0]?.path,
		).toBe('/customers/a%20b%2Fc');
	});

	it('after it nothing differs: updating is idempotent', () => {
		fc.assert(
			fc.property(
				fc.record(
					{
						company: fc.string({ minLength: 1 }),
						billing_address_city: fc.string({ minLength: 1 }),
						net_term_days: fc.nat(90),
					},
					{ requiredKeys: [] },
				),
				(mapped) => {
					const { values } = checkCustomer(mapped);
					const found = customerSpec.read({ id: 'A' });
					const calls = customerSpec.update(
						found,
						wanted(values),
						diff(customerSpec, found, wanted(values), DEFAULT_POLICIES),
					);
					const after = Object.assign(
						{ id: 'A' },
						...calls.map(({ form }) => ({
							...form,
							...(form.meta_data
								? { meta_data: JSON.parse(asText(form.meta_data)) as object }
								: {}),
						})),
					) as object;
					expect(
						diff(customerSpec, customerSpec.read(after as never), wanted(values), DEFAULT_POLICIES),
					).toEqual([]);
				},
			),
		);
	});
});

describe('a customer straight from the CloudSuite node', () => {
	const source = withSourceHash(
		{
			key: KEY,
			product: 'ln',
			tenant: 'ACME_TST',
			company: '1300',
			id: 'C1',
			name: 'Öhlund GmbH',
			searchKey: null,
			status: 'active',
			role: 'customer',
			email: 'ap@oehlund.test',
			phone: null,
			website: null,
			vatNumber: 'DE1',
			registrationNumber: null,
			currency: 'EUR',
			language: 'de',
			paymentTerms: '30',
			creditLimit: null,
			billingAddress: {
				line1: 'Lindenweg 12',
				line2: null,
				line3: null,
				city: 'Berlin',
				state: null,
				postalCode: '10115',
				country: 'DE',
			},
			contacts: [
				{
					id: 'CT1',
					firstName: 'Ada',
					lastName: 'L',
					email: null,
					phone: null,
					role: null,
					primary: true,
				},
			],
			parentId: null,
			createdAt: null,
			modifiedAt: null,
		},
		null,
	);

	it('is recognised, so that its company number never becomes the company name', () => {
		expect(isSourceCustomer({ ...source })).toBe(true);
		expect(mapSourceCustomer({ ...source })).toMatchObject({
			company: 'Öhlund GmbH',
			first_name: 'Ada',
			billing_address_zip: '10115',
		});
	});

	it('is not confused with a mapped item', () => {
		expect(isSourceCustomer({ key: KEY, company: 'Öhlund GmbH', sourceHash: 'x' })).toBe(false);
	});
});

import fc from 'fast-check';
import { filterExpression } from '../../../nodes/CloudSuite/products/ln/customerFilter';
import {
	anyOf,
	enumLiteral,
	queryString,
	stringLiteral,
} from '../../../nodes/CloudSuite/products/ln/query';

describe('a text in a filter', () => {
	it.each([
		['C000123', "'C000123'"],
		['  P4017', "'  P4017'"],
		["D'ARC-63", "'D''ARC-63'"],
		["''", "''''''"],
		['', "''"],
	])('%j becomes %s', (text, literal) => {
		expect(stringLiteral(text)).toBe(literal);
	});

	it('reads back byte for byte, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const literal = stringLiteral(text);
				expect(literal.slice(1, -1).replaceAll("''", "'")).toBe(text);
				// an odd number of quotes inside would end the literal early
				expect((literal.match(/'/g) ?? []).length % 2).toBe(0);
			}),
		);
	});
});

describe('a query', () => {
	it('survives encoding with any value, and never has a plus for a blank', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (value) => {
				const query = queryString({ $filter: value });
				expect(new URLSearchParams(query).get('$filter')).toBe(value);
				expect(query).not.toContain('+');
			}),
		);
	});

	it('leaves out what is not asked for', () => {
		expect(queryString({ $select: 'A,B', $filter: '', $orderby: undefined })).toBe(
			'?$select=A%2CB',
		);
		expect(queryString({ $filter: undefined })).toBe('');
	});
});

describe('enums and alternatives', () => {
	it('name the enum with its namespace, and are texts where the column is one', () => {
		expect(enumLiteral('tx.acme.BusinessPartnerStatus', 'Active')).toBe(
			"tx.acme.BusinessPartnerStatus'Active'",
		);
		expect(enumLiteral('Edm.String', 'Active')).toBe("'Active'");
	});

	it('stand in brackets, so that an "and" beside them does not split them', () => {
		expect(anyOf('A', ["'1'", "'2'"])).toBe("(A eq '1' or A eq '2')");
	});
});

describe('the filter of customers', () => {
	const types = new Map(
		['BusinessPartnerRole', 'BusinessPartnerStatus'].map((name) => [
			name,
			`tcapi.comBusinessPartner.${name}`,
		]),
	);
	const role = "tcapi.comBusinessPartner.BusinessPartnerRole'";
	const status = "tcapi.comBusinessPartner.BusinessPartnerStatus'";

	it('takes those that are suppliers too', () => {
		expect(filterExpression({ status: [], role: 'customer' }, types)).toBe(
			`(BusinessPartnerRole eq ${role}Customer' or BusinessPartnerRole eq ${role}CustomerAndSupplier')`,
		);
	});

	it.each(['soldTo', 'invoiceTo', 'payBy'] as const)('asks for customers alone for %s', (one) => {
		expect(filterExpression({ status: [], role: one }, types)).toBe(
			filterExpression({ status: [], role: 'customer' }, types),
		);
	});

	it('joins status and role', () => {
		expect(filterExpression({ status: ['active', 'prospect'], role: 'supplier' }, types)).toBe(
			`(BusinessPartnerStatus eq ${status}Active' or BusinessPartnerStatus eq ${status}Prospect')` +
				` and (BusinessPartnerRole eq ${role}Supplier' or BusinessPartnerRole eq ${role}CustomerAndSupplier')`,
		);
	});

	it('is empty for everybody', () => {
		expect(filterExpression({ status: [], role: 'any' }, types)).toBeUndefined();
	});
});

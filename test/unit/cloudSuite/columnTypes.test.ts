import { expectedInstead } from '../../../nodes/CloudSuite/products/ln/columnTypes';

describe('a column', () => {
	it.each([
		['Name', 'Edm.String', undefined],
		['Name', 'tttxt.TextService.MultiLineText', undefined],
		['BusinessPartnerStatus', 'tcapi.comBusinessPartner.BusinessPartnerStatus', undefined],
		['Company', 'Edm.Int16', undefined],
		['Email', 'Edm.Stream', 'a text'],
		['Email', 'Collection(Edm.String)', 'a text'],
		['Name', 'Edm.DateTimeOffset', 'a text'],
		['SalesPrice', 'Edm.Double', undefined],
		['SalesPrice', 'Edm.String', undefined],
		['SalesPrice', 'Edm.Boolean', 'a number'],
		['ExpiryDate', 'Edm.DateTimeOffset', undefined],
		['ExpiryDate', 'Edm.String', 'a date'],
	])('%s as %s: expected instead %p', (column, type, expected) => {
		expect(expectedInstead(column, type)).toBe(expected);
	});

	it.each([
		['Edm.DateTimeOffset', undefined],
		['Edm.Date', 'a date with a time'],
		['Edm.String', 'a date with a time'],
	])('with the date of change as %s: expected instead %p', (type, expected) => {
		expect(expectedInstead('ChangedOn', type, true)).toBe(expected);
	});
});

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
		['LastModificationDate', 'Edm.DateTimeOffset', undefined],
		['LastModificationDate', 'Edm.String', 'a date'],
	])('%s as %s: expected instead %p', (column, type, expected) => {
		expect(expectedInstead(column, type)).toBe(expected);
	});
});

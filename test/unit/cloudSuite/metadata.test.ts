import { readMetadata } from '../../../nodes/CloudSuite/products/ln/metadata';

/** In LN's own form: capabilities under one repeated key, `DEFINITION`, a trailing `_`, bindings that lead nowhere. */
const LN_FORM = `{
	"$Version": "4.01",
	"tttxt.TextService": { "MultiLineText": { "$Kind": "DEFINITION", "$UnderlyingType": "Edm.String" } },
	"tcapi.comBusinessPartner": {
		"BusinessPartnerStatus": { "$Kind": "EnumType", "$UnderlyingType": "Edm.Byte", "Active": "2" },
		"BusinessPartner_": {
			"$Kind": "EntityType",
			"$Key": ["BusinessPartner"],
			"@Core.Description": "BusinessPartner is Readable.",
			"@Core.Description": "BusinessPartner is ReadableByKey.",
			"BusinessPartner": { "$Type": "Edm.String", "$Nullable": false, "$Unicode": false },
			"Name": { "$Type": "Edm.String", "$Nullable": false },
			"Name@Core.Description": "Name of the partner",
			"BusinessPartnerStatus": { "$Type": "tcapi.comBusinessPartner.BusinessPartnerStatus" },
			"Text": { "$Type": "tttxt.TextService.MultiLineText" },
			"AddressRef": { "$Kind": "NavigationProperty", "$Type": "tcapi.comBusinessPartner.Address" }
		},
		"comBusinessPartner_Resources": {
			"$Kind": "EntityContainer",
			"BusinessPartners": {
				"$Kind": "EntitySet",
				"$Type": "tcapi.comBusinessPartner.BusinessPartner_",
				"$NavigationPropertyBinding": { "PaymentTermsRef": "PaymentTermss" }
			},
			"Lost": { "$Kind": "EntitySet", "$Type": "tcapi.comBusinessPartner.Nowhere" },
			"GetKey": { "$Kind": "FunctionImport" }
		}
	}
}`;

describe('LN’s metadata', () => {
	it('gives the columns of each entity set, without navigations and notes', () => {
		const sets = readMetadata(LN_FORM);
		expect([...(sets?.get('BusinessPartners')?.keys() ?? [])]).toEqual([
			'BusinessPartner',
			'Name',
			'BusinessPartnerStatus',
			'Text',
		]);
	});

	it('tells the type of each column', () => {
		const columns = readMetadata(LN_FORM)?.get('BusinessPartners');
		expect(columns?.get('Name')).toBe('Edm.String');
		expect(columns?.get('Text')).toBe('tttxt.TextService.MultiLineText');
	});

	it('has no columns for a set whose type it does not declare, and no set for a function', () => {
		const sets = readMetadata(LN_FORM);
		expect(sets?.get('Lost')?.size).toBe(0);
		expect(sets?.has('GetKey')).toBe(false);
	});

	it('may begin with a byte order mark', () => {
		expect(readMetadata(`\uFEFF${LN_FORM}`)?.has('BusinessPartners')).toBe(true);
	});

	it.each(['', '<edmx:Edmx/>', '{}', '[]', 'null', '{"a":', '{"ns":{"A":{"$Kind":"EntityType"}}}'])(
		'is not to be found in %j',
		(text) => {
			expect(readMetadata(text)).toBeUndefined();
		},
	);
});

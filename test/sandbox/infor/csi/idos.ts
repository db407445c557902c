import type { CsiConfiguration, CsiData, CsiRow } from './data';
import { CsiRefused } from './refused';

export type Kind = 'text' | 'number' | 'date';

export interface Ido {
	/** As asked for, or the one it extends. */
	name: string;
	keys: string[];
	/** By property. */
	kinds: Record<string, Kind>;
	rows: (configuration: CsiConfiguration) => CsiRow[];
	/** Of texts, where it matters. */
	lengths: Record<string, number>;
}

const texts = (names: string) => kindsOf(names, 'text');
const numbers = (names: string) => kindsOf(names, 'number');
const dates = (names: string) => kindsOf(names, 'date');

function kindsOf(names: string, kind: Kind): Record<string, Kind> {
	return Object.fromEntries(names.split(' ').map((name) => [name, kind]));
}

/**
 * The IDOs of masters with the properties this project knows of, as published clients ask for them:
 * https://github.com/functionaldevices-cis/syteline-api-examples (at 2c1edd5),
 * https://github.com/DirectorVector/syteline-ido-api-agent-docs (at acb91e0)
 */
const IDOS: Ido[] = [
	{
		name: 'SLCustomers',
		keys: ['CustNum', 'CustSeq'],
		kinds: {
			...texts('CustNum Name Addr_1 Addr_2 Addr_3 Addr_4 City State StateCode Zip County Country'),
			...texts('Contact_1 Contact_2 Contact_3 Phone_1 Phone_2 Phone_3 FaxNum CustomerEmailAddr'),
			...texts('ExternalEmailAddr InternalEmailAddr BillToEmail ShipToEmail InternetUrl CurrCode'),
			...texts('TermsCode TaxRegNum1 TaxRegNum2 LangCode CustType CorpCust RowPointer'),
			...numbers('CustSeq CreditHold CreditLimit ShowInDropDownList'),
			...dates('CreateDate RecordDate AdrRecordDate'),
		},
		rows: ({ customers }) => customers,
		lengths: { CustNum: 7, CorpCust: 7 },
	},
	{
		name: 'SLItems',
		keys: ['Item'],
		kinds: {
			...texts(
				'Item Description Stat UM MatlType ProductCode ProdType CostMethod Buyer RowPointer',
			),
			...numbers('UnitCost LotSize LotTracked SerialTracked'),
			...dates('CreateDate RecordDate'),
		},
		rows: ({ items }) => items,
		lengths: { Item: 30 },
	},
	{
		name: 'SLItemprices',
		keys: ['Item', 'CurrCode', 'EffectDate'],
		kinds: {
			...texts('Item CurrCode ItmProductCode RowPointer'),
			...numbers('UnitPrice1 UnitPrice2 UnitPrice3 BrkQty_1 BrkQty_2 BrkQty_3 BrkQty_4 BrkQty_5'),
			...numbers('BrkPrice_1 BrkPrice_2 BrkPrice_3 BrkPrice_4 BrkPrice_5'),
			...dates('EffectDate CreateDate RecordDate'),
		},
		rows: ({ itemPrices }) => itemPrices,
		lengths: { Item: 30 },
	},
];

/** The IDO of this name, without the properties this tenant lacks. Names are the same in small letters. */
export function idoOf({ behaviour }: CsiData, name: string): Ido {
	const extended = Object.entries(behaviour.extensions).find(([own]) => isSame(own, name))?.[1];
	const ido = IDOS.find((one) => isSame(one.name, extended ?? name));
	if (!ido) throw new CsiRefused(`IDO ${name} not found.`);
	const lacking = behaviour.missingProperties.map((property) => property.split('.'));
	const kinds = Object.entries(ido.kinds).filter(
		([property]) => !lacking.some(([of, one]) => of === ido.name && one === property),
	);
	return { ...ido, kinds: Object.fromEntries(kinds) };
}

export function propertyOf(ido: Ido, name: string): string {
	if (name in ido.kinds) return name;
	throw new CsiRefused(`Property ${name} not found on ${ido.name} IDO.`);
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}

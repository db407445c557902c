/** What is read of an IDO (Intelligent Data Object). Each property with the names it is known by, the likely one first. */
export interface Entity {
	/** e.g. `SLCustomers`, or what extends it in this tenant. */
	ido: string;
	/** Pages are read in its order. */
	key: string;
	properties: ReadonlyArray<readonly string[]>;
	/** Whether keys of digits alone stand right-justified in their length. */
	isJustified?: boolean;
	/** What no record can be made without. */
	needed: readonly string[];
}

/** An entity as this tenant has it. */
export interface CheckedEntity extends Pick<Entity, 'ido' | 'key'> {
	/** By the names the tenant has them by. */
	properties: readonly string[];
	has: (property: string) => boolean;
	/** Characters of the key, if the tenant tells. */
	keyLength: number | undefined;
	/** Characters in which keys of digits alone stand right-justified; nothing where they do not. */
	justified?: number | undefined;
}

const named = (names: string): string[][] => names.split(' ').map((name) => [name]);

/**
 * Properties as published clients ask for them: https://github.com/functionaldevices-cis/syteline-api-examples (at
 * 2c1edd5), https://github.com/DirectorVector/syteline-ido-api-agent-docs (at acb91e0). The state has been met by two names.
 * Name and address are of a table of their own, which has its own date of change.
 */
export const CUSTOMERS: Entity = {
	ido: 'SLCustomers',
	key: 'CustNum',
	isJustified: true,
	properties: [
		...named('CustNum CustSeq Name Addr_1 Addr_2 Addr_3 Addr_4 City Zip Country'),
		['State', 'StateCode'],
		...named('Contact_1 Contact_2 Contact_3 Phone_1 Phone_2 Phone_3'),
		...named('CustomerEmailAddr ExternalEmailAddr BillToEmail InternetUrl'),
		...named('CurrCode TermsCode TaxRegNum1 LangCode CreditHold CreditLimit CorpCust'),
		...named('ShowInDropDownList CreateDate RecordDate AdrRecordDate'),
	],
	needed: ['CustNum', 'CustSeq', 'Name', 'RecordDate'],
};

export const ITEMS: Entity = {
	ido: 'SLItems',
	key: 'Item',
	properties: named('Item Description Stat UM MatlType ProductCode CreateDate RecordDate'),
	needed: ['Item', 'ProductCode', 'RecordDate'],
};

const BREAKS = [1, 2, 3, 4, 5];

/** Prices have a key of three parts; in the order of the row's own ID a page begins behind one value. */
export const PRICES: Entity = {
	ido: 'SLItemprices',
	key: 'RowPointer',
	properties: [
		...named('RowPointer Item CurrCode EffectDate UnitPrice1 RecordDate'),
		...BREAKS.flatMap((at) => named(`BrkQty_${at} BrkPrice_${at}`)),
	],
	needed: ['RowPointer', 'Item', 'UnitPrice1'],
};

/** Of a price without its quantity breaks. */
export const PRICE_ALONE = [
	'RowPointer',
	'Item',
	'CurrCode',
	'EffectDate',
	'UnitPrice1',
	'RecordDate',
];

/** The properties an entity has in this tenant, and those it lacks; by the description of the IDO where there is one. */
export function compare(
	{ properties, needed }: Pick<Entity, 'properties' | 'needed'>,
	available: ReadonlySet<string> | undefined,
	leftOut: readonly string[],
): { properties: string[]; missing: string[] } {
	const found: string[] = [];
	const missing: string[] = [];
	for (const names of properties) {
		const wanted = names.filter((name) => needed.includes(name) || !leftOut.includes(name));
		const name = wanted.find((one) => available?.has(one) ?? true);
		if (name !== undefined) found.push(name);
		else if (wanted.length > 0) missing.push(wanted.join(' or '));
	}
	return { properties: found, missing };
}

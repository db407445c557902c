/** Columns that are read as dates, whichever set they belong to. */
const DATES: ReadonlySet<string> = new Set([
	'CreationDate',
	'EffectiveDate',
	'ExpiryDate',
	'LastModificationDate',
	'LastSalesPriceTransactionDate',
]);
/** Columns that are read as numbers; as texts they are read, too. */
const NUMBERS: ReadonlySet<string> = new Set(['CreditLimit', 'SalesPrice']);

const NUMBER_TYPES = /^Edm\.(String|Byte|SByte|Int16|Int32|Int64|Single|Double|Decimal)$/;
const DATE_TYPES = /^Edm\.(DateTimeOffset|Date)$/;
const NO_TEXT_TYPES = /^(Collection\(|Edm\.(Boolean|Binary|Stream|DateTimeOffset|Date|TimeOfDay)$)/;

/**
 * What a column should be, if it is of a type it can not be read as; enum types are read by their members' names.
 * @returns `undefined` when it can be read
 */
export function expectedInstead(column: string, type: string): string | undefined {
	if (DATES.has(column)) return DATE_TYPES.test(type) ? undefined : 'a date';
	if (NUMBERS.has(column)) return NUMBER_TYPES.test(type) ? undefined : 'a number';
	return NO_TEXT_TYPES.test(type) ? 'a text' : undefined;
}

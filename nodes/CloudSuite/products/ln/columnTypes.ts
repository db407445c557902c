/** Columns that are read as dates, whichever set they belong to; beside them the one with the date of change. */
const DATES: ReadonlySet<string> = new Set([
	'CreationDate',
	'EffectiveDate',
	'ExpiryDate',
	'LastSalesPriceTransactionDate',
]);
/** Columns that are read as numbers; as texts they are read, too. */
const NUMBERS: ReadonlySet<string> = new Set(['CreditLimit', 'SalesPrice']);

const NUMBER_TYPES = /^Edm\.(String|Byte|SByte|Int16|Int32|Int64|Single|Double|Decimal)$/;
const DATE_TYPES = /^Edm\.(DateTimeOffset|Date)$/;
const NO_TEXT_TYPES = /^(Collection\(|Edm\.(Boolean|Binary|Stream|DateTimeOffset|Date|TimeOfDay)$)/;

/**
 * What a column should be, if it is of a type it can not be read as; enum types are read by their members' names.
 * @param isDated it holds the date of change
 * @returns `undefined` when it can be read
 */
export function expectedInstead(column: string, type: string, isDated = false): string | undefined {
	// filters compare it with a moment
	if (isDated) return type === 'Edm.DateTimeOffset' ? undefined : 'a date with a time';
	if (DATES.has(column)) return DATE_TYPES.test(type) ? undefined : 'a date';
	if (NUMBERS.has(column)) return NUMBER_TYPES.test(type) ? undefined : 'a number';
	return NO_TEXT_TYPES.test(type) ? 'a text' : undefined;
}

/** A value Chargebee takes in a form: scalars, lists and one level or more of named values. */
export type FormValue = string | number | boolean | null | undefined | FormValue[] | FormObject;
export interface FormObject {
	[name: string]: FormValue;
}

/**
 * `application/x-www-form-urlencoded` as Chargebee reads it: `billing_address[city]=Oslo`, `coupon_ids[0]=X`.
 * `null` becomes a blank value, which clears the field; `undefined` is left out, which leaves the field alone.
 * Chargebee ignores JSON bodies for customers and the catalog. https://apidocs.chargebee.com/docs/api/getting-started
 */
export function encodeForm(values: FormObject): string {
	return pairs(values)
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');
}

/**
 * Rows by column, as Chargebee takes lists of objects: `tiers[price][0]`. Positions pair the columns, so missing values
 * leave a gap.
 */
export function columnsOf(rows: readonly object[]): FormObject {
	const columns: Record<string, FormObject> = {};
	for (const [index, row] of rows.entries()) {
		for (const [name, value] of Object.entries(row) as Array<[string, FormValue]>) {
			if (value !== undefined) (columns[name] ??= {})[String(index)] = value;
		}
	}
	return columns;
}

function pairs(values: FormObject, prefix = ''): Array<[string, string]> {
	return Object.entries(values).flatMap(([name, value]): Array<[string, string]> => {
		const path = prefix ? `${prefix}[${name}]` : name;
		if (value === undefined) return [];
		if (value === null) return [[path, '']];
		if (Array.isArray(value)) return pairs(Object.fromEntries(value.entries()), path);
		if (typeof value === 'object') return pairs(value, path);
		return [[path, String(value)]];
	});
}

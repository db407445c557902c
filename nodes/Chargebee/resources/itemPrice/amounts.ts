import type { IDataObject } from 'n8n-workflow';
import { unlessText } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { toMinor } from '../../../shared/money/minorUnits';
import { say } from '../../errors/say';
import type { Mapped } from '../../operations/upsert/resource';
import { CURRENCY_CODES } from '../../fields/currencies';
import { problem } from '../../upsert/values';

/** How amounts are written in the mapped values. */
export type AmountForm = 'major' | 'minor' | 'decimal';

/**
 * Amounts as Chargebee takes them: whole minor units (1250 for 12.50 EUR, 1250 for 1,250 JPY), or decimal text on sites
 * with multi-decimal pricing. https://apidocs.chargebee.com/docs/api/currencies
 */
export function convertAmounts({ values, problems }: Mapped, form: AmountForm): Mapped {
	if (form === 'minor') return { values, problems };
	const found = [...problems];
	const currency = asText(values.currency_code).trim().toUpperCase();
	const one = (name: string, record: IDataObject): IDataObject => {
		const { price, ...rest } = record;
		const amount = asText(price).trim();
		if (amount === '') return record;
		if (form === 'decimal') return { ...rest, price_in_decimal: amount };
		// an unknown currency is named by the check of its own field
		if (currency === '') found.push(problem(name, say('amount_without_currency', { field: name })));
		if (!CURRENCY_CODES.has(currency)) return rest;
		const result = toMinor(amount, currency);
		if ('minor' in result && result.minor >= 0) return { ...rest, price: result.minor };
		const said =
			'problem' in result
				? say('amount_unreadable', { field: name, problem: result.problem })
				: say('amount_negative', { field: name });
		found.push(problem(name, said));
		return rest;
	};
	const converted = one('price', values);
	const tiers = tiersOf(values.tiers);
	return {
		values: tiers
			? { ...converted, tiers: tiers.map((tier, index) => one(`tiers[${index}] price`, tier)) }
			: converted,
		problems: found,
	};
}

function tiersOf(value: unknown): IDataObject[] | undefined {
	const list = unlessText(value);
	return Array.isArray(list) && list.every((tier) => typeof tier === 'object' && tier !== null)
		? (list as IDataObject[])
		: undefined;
}

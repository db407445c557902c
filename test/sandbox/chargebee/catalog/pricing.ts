import type { SandboxAnswer } from '../../shared/server';
import { wrongValue } from '../errors';
import type { FormValues } from '../form';
import type { StoredRecord } from '../types';
import { withoutEmpty } from '../values';

const WITH_ONE_PRICE = ['flat_fee', 'per_unit'];
const AMOUNTS = ['price', 'price_in_decimal'];

/** Tiers as the API shows them, and without the amounts that new ones or another pricing model displace. */
export function pricingMembers(values: FormValues, before?: StoredRecord): FormValues {
	const { tiers } = values;
	const gone = before ? displaced(values, values.pricing_model ?? before.pricing_model) : [];
	return {
		...Object.fromEntries(
			gone.filter((name) => !(name in values)).map((name) => [name, undefined]),
		),
		...(Array.isArray(tiers)
			? { tiers: (tiers as FormValues[]).map((row) => ({ ...withoutEmpty(row), object: 'tier' })) }
			: {}),
	};
}

function displaced(values: FormValues, model: unknown): string[] {
	if (!WITH_ONE_PRICE.includes(model as string)) return AMOUNTS;
	const given = AMOUNTS.some((name) => (values[name] ?? null) !== null);
	return ['tiers', ...(given ? AMOUNTS : [])];
}

/**
 * One price for flat_fee and per_unit, tiers for the others: in whole units of quantity, from 1 on without a gap, the
 * last one without an end. https://apidocs.chargebee.com/docs/api/item_prices
 */
export function pricingObjection(after: FormValues): SandboxAnswer | undefined {
	const { pricing_model: model, price, price_in_decimal: decimal, tiers } = after;
	if (WITH_ONE_PRICE.includes(model as string)) {
		if (tiers !== undefined) return wrongValue('tiers', `is not applicable for ${String(model)}`);
		if (price !== undefined && decimal !== undefined) {
			return wrongValue('price_in_decimal', 'cannot be given together with price');
		}
		return price === undefined && decimal === undefined
			? wrongValue('price', 'cannot be blank')
			: undefined;
	}
	const amount = price === undefined ? 'price_in_decimal' : 'price';
	if (after[amount] !== undefined) {
		return wrongValue(amount, `is not applicable for ${String(model)}`);
	}
	return tierObjection((tiers ?? []) as Tier[]);
}

interface Tier {
	starting_unit?: number;
	ending_unit?: number;
	price?: number;
	starting_unit_in_decimal?: string;
	ending_unit_in_decimal?: string;
	price_in_decimal?: string;
}

function tierObjection(tiers: readonly Tier[]): SandboxAnswer | undefined {
	if (tiers.length === 0) return wrongValue('tiers', 'cannot be blank');
	for (const [index, tier] of tiers.entries()) {
		const refuse = (column: string, why: string) => wrongValue(`tiers[${column}][${index}]`, why);
		const { price, price_in_decimal: decimal } = tier;
		if (price === undefined && decimal === undefined) return refuse('price', 'cannot be blank');
		const last = index === tiers.length - 1;
		const end = tier.ending_unit ?? tier.ending_unit_in_decimal;
		if (last && end !== undefined) return refuse('ending_unit', 'should be blank in the last tier');
		if (!last && end === undefined) return refuse('ending_unit', 'cannot be blank');
		// quantities with decimals: how tiers have to meet is not documented
		if (tier.starting_unit_in_decimal !== undefined) continue;
		const from = index === 0 ? 1 : Number(tiers[index - 1]?.ending_unit) + 1;
		if (tier.starting_unit !== from) return refuse('starting_unit', `should be ${from}`);
		if (tier.ending_unit !== undefined && tier.ending_unit < from) {
			return refuse('ending_unit', 'cannot be less than starting_unit');
		}
	}
	return undefined;
}

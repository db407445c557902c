import { z } from 'zod';
import { canonicalJson } from '../../shared/canonicalJson';
import { unlessText } from '../../shared/json';
import type { FormObject } from '../transport/form';
import { columnsOf } from '../transport/form';
import { plainDecimal } from './decimal';

/** One row of a price by quantity. Amounts in minor units, or as decimal text. https://apidocs.chargebee.com/docs/api/item_prices */
export interface Tier {
	starting_unit?: number;
	/** Absent in the last tier. */
	ending_unit?: number;
	price?: number;
	starting_unit_in_decimal?: string;
	ending_unit_in_decimal?: string;
	price_in_decimal?: string;
	pricing_type?: 'per_unit' | 'flat_fee' | 'package';
	package_size?: number;
}

const whole = (least: number) => z.coerce.number().int().min(least);
const decimal = z
	.union([z.string(), z.number()])
	.transform((value) => String(value).trim())
	.refine((value) => /^\d+(\.\d+)?$/.test(value));
const optional = <T extends z.ZodTypeAny>(schema: T) =>
	z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

const TIERS = z
	.array(
		z.object({
			starting_unit: optional(whole(1)),
			ending_unit: optional(whole(1)),
			price: optional(whole(0)),
			starting_unit_in_decimal: optional(decimal),
			ending_unit_in_decimal: optional(decimal),
			price_in_decimal: optional(decimal),
			pricing_type: optional(z.enum(['per_unit', 'flat_fee', 'package'])),
			package_size: optional(whole(1)),
		}),
	)
	.min(1);

/** Reads a list of tiers, or the JSON text of one. Members Chargebee adds to its answers are left out. */
export function readTiers(source: unknown): Tier[] | undefined {
	const result = TIERS.safeParse(unlessText(source));
	return result.success ? result.data : undefined;
}

/** What is wrong with the order of tiers: from 1 on, without a gap, the last one without an end. */
export function tierProblem(tiers: readonly Tier[]): string | undefined {
	for (const [index, tier] of tiers.entries()) {
		const nth = `tier ${index + 1}`;
		if (tier.price === undefined && tier.price_in_decimal === undefined)
			return `${nth} has no price`;
		// how tiers of decimal quantities have to meet is not documented
		if (tier.starting_unit_in_decimal !== undefined) continue;
		const expected = index === 0 ? 1 : (tiers[index - 1]?.ending_unit ?? Number.NaN) + 1;
		if (tier.starting_unit !== expected)
			return `${nth} should start at ${Number.isNaN(expected) ? 'the unit after the tier before it' : expected}`;
		if (tier.ending_unit !== undefined && tier.ending_unit < expected)
			return `${nth} ends before it starts`;
		const last = index === tiers.length - 1;
		if (!last && tier.ending_unit === undefined)
			return `${nth} has no end, and is not the last one`;
		if (last && tier.ending_unit !== undefined)
			return `${nth} is the last one and must have no end`;
	}
	return undefined;
}

/** The same text for the same tiers, however numbers are written. Without `pricing_type: per_unit`, which Chargebee takes a missing one for. */
export function tiersText(tiers: readonly Tier[]): string {
	return canonicalJson(
		tiers.map(({ pricing_type: type, ...tier }) => ({
			...Object.fromEntries(
				Object.entries(tier).map(([name, value]) => [
					name,
					typeof value === 'string' ? plainDecimal(value) : value,
				]),
			),
			...(type === undefined || type === 'per_unit' ? {} : { pricing_type: type }),
		})),
	);
}

/** Tiers by column, numbers as text. */
export function tierColumns(tiers: readonly Tier[]): FormObject {
	return columnsOf(
		tiers.map((tier) =>
			Object.fromEntries(
				Object.entries(tier)
					.filter(([, value]) => value !== undefined)
					.map(([name, value]) => [name, String(value)]),
			),
		),
	);
}

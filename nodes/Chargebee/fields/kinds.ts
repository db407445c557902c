import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Value } from '../upsert/values';
import { COUNTRY_CODES } from './countries';
import { CURRENCY_CODES } from './currencies';
import type { Field, FieldKind } from './field';
import { identifiersText, readIdentifiers } from './identifiers';
import { languageTag } from './languages';
import { readTiers, tierProblem, tiersText } from './tiers';

/** The part before `@` and the host as Chargebee's own schema allows them. https://github.com/chargebee/chargebee-node */
const EMAIL =
	/^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;
const MAPPING = 'map it under Code Mappings of the CloudSuite node';

export type Schema = z.ZodType<Value, z.ZodTypeDef, unknown>;

const text = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value) => String(value).trim())
	// a text that was cut in the middle of a character; it has no UTF-8 form, so it can't be sent
	.refine((value) => !/\p{Surrogate}/u.test(value), 'has half a character in it');

const matching = (pattern: RegExp, what: string) =>
	text.refine(
		(value) => pattern.test(value),
		(value) => ({ message: `"${value}" is not ${what}` }),
	);

const known = (codes: ReadonlySet<string>, what: string) =>
	text
		.transform((value) => value.toUpperCase())
		.refine(
			(value) => codes.has(value),
			(value) => ({ message: `"${value}" is not ${what}: ${MAPPING}` }),
		);

/** A list, or its JSON text, as canonical text. */
const list = <T>(
	read: (value: unknown) => T[] | undefined,
	write: (rows: T[]) => string,
	what: string,
	objection: (rows: T[]) => string | undefined = () => undefined,
): Schema =>
	z.unknown().transform((value, context) => {
		const rows = read(value);
		const problem = rows ? objection(rows) : `is not ${what}`;
		if (!rows || problem !== undefined) {
			context.addIssue({ code: 'custom', message: problem ?? `is not ${what}` });
			return z.NEVER;
		}
		return write(rows);
	});

/** What a kind of field accepts and the value it becomes. The messages finish the sentence "`field` …". */
export const KINDS: Record<Exclude<FieldKind, 'object'>, (field: Field) => Schema> = {
	text: () => text,
	vat: () => text,
	email: () => matching(EMAIL, 'an e-mail address'),
	url: () => matching(/^https?:\/\/\S+$/i, 'a web address that begins with https://'),
	country: () => known(COUNTRY_CODES, 'an ISO 3166 country code'),
	currency: () => known(CURRENCY_CODES, 'an ISO 4217 currency code'),
	locale: () =>
		text
			.refine(
				(value) => languageTag(value) !== undefined,
				(value) => ({
					message: `"${value}" is not a language code such as en or pt-BR: ${MAPPING}`,
				}),
			)
			.transform((value) => languageTag(value) ?? value),
	integer: ({ min }) =>
		matching(/^-?\d+$/, 'a whole number')
			.transform(Number)
			.refine(
				(value) => Number.isSafeInteger(value),
				(value) => ({ message: `${value} is too large a number` }),
			)
			.refine(
				(value) => min === undefined || value >= min,
				(value) => ({ message: `${value} is less than ${String(min)}` }),
			),
	decimal: ({ min }) =>
		matching(/^-?\d+(\.\d+)?$/, 'a number such as 12.5').refine(
			(value) => min === undefined || Number(value) >= min,
			(value) => ({ message: `${value} is less than ${String(min)}` }),
		),
	boolean: () =>
		matching(/^(true|false)$/i, 'true or false').transform(
			(value) => value.toLowerCase() === 'true',
		),
	choice: ({ choices = [] }) =>
		text.refine(
			(value) => choices.includes(value),
			(value) => ({ message: `"${value}" is not one of ${choices.join(', ')}` }),
		),
	date: () =>
		text
			.refine(
				(value) => /^\d{4}-\d{2}-\d{2}/.test(value) && secondsOf(value) !== undefined,
				(value) => ({ message: `"${value}" is not a date such as 2026-01-31` }),
			)
			.transform((value) => value.slice(0, 10)),
	timestamp: () =>
		text
			.refine(
				(value) => secondsOf(value) !== undefined,
				(value) => ({ message: `"${value}" is not a time such as 2026-01-31T12:00:00Z` }),
			)
			.transform((value) => secondsOf(value) ?? null),
	tiers: () =>
		list(
			readTiers,
			tiersText,
			'a list of tiers with starting_unit, ending_unit and price',
			tierProblem,
		),
	identifiers: () =>
		list(readIdentifiers, identifiersText, 'a list of identifiers with scheme and value'),
};

/** UTC seconds, as Chargebee keeps times. One without a zone is UTC too, whatever zone the server is in. */
function secondsOf(value: string): number | undefined {
	if (/^\d{10}$/.test(value)) return Number(value);
	const time = DateTime.fromISO(value.replace(' ', 'T'), { zone: 'utc' });
	return /^\d{4}-/.test(value) && time.isValid ? Math.floor(time.toSeconds()) : undefined;
}

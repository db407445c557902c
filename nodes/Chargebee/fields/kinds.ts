import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Said } from '../../shared/errors/types';
import { say } from '../errors/say';
import type { Value } from '../upsert/values';
import { COUNTRY_CODES } from '../../shared/countries';
import { CURRENCY_CODES } from './currencies';
import type { Field, FieldKind } from './field';
import { identifiersText, readIdentifiers } from './identifiers';
import { languageTag } from './languages';
import { readTiers, tierProblem, tiersText } from './tiers';

/** The part before `@` and the host as Chargebee's own schema allows them. https://github.com/chargebee/chargebee-node */
const EMAIL =
	/^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

export type Schema = z.ZodType<Value, z.ZodTypeDef, unknown>;

const anyText = z
	.union([z.string(), z.number(), z.boolean()])
	.transform((value) => String(value).trim());

/** What was cut in the middle of a character has no UTF-8 form, so it can't be sent. */
const text = (field: Field) =>
	anyText.refine(
		(value) => !/\p{Surrogate}/u.test(value),
		() => issue(say('value_half_character', { field: field.id })),
	);

type OfValue =
	| 'value_not_email'
	| 'value_not_url'
	| 'value_not_country'
	| 'value_not_currency'
	| 'value_not_language'
	| 'value_not_integer'
	| 'value_not_number'
	| 'value_not_boolean'
	| 'value_not_date'
	| 'value_too_large';

/** A text that passes a test; the message names field and value. */
const passing = (code: OfValue, field: Field, test: (value: string) => boolean) =>
	text(field).refine(test, (value) => issue(say(code, { field: field.id, value })));

/** The code travels with the message, so that the catalogue's entry is known to the caller. */
const issue = ({ code, reason }: Said) => ({ message: reason, params: { code } });

const known = (code: OfValue, field: Field, codes: ReadonlySet<string>) =>
	passing(code, field, (value) => codes.has(value.toUpperCase())).transform((value) =>
		value.toUpperCase(),
	);

/** A list, or its JSON text, as canonical text. */
const list = <T>(
	read: (value: unknown) => T[] | undefined,
	write: (rows: T[]) => string,
	objection: (rows: T[] | undefined) => Said | undefined,
): Schema =>
	z.unknown().transform((value, context) => {
		const rows = read(value);
		const said = objection(rows);
		if (said) context.addIssue({ code: 'custom', ...issue(said) });
		return rows && !said ? write(rows) : z.NEVER;
	});

/** What a kind of field accepts and the value it becomes. */
export const KINDS: Record<Exclude<FieldKind, 'object'>, (field: Field) => Schema> = {
	text,
	vat: text,
	email: (field) => passing('value_not_email', field, (value) => EMAIL.test(value)),
	url: (field) => passing('value_not_url', field, (value) => /^https?:\/\/\S+$/i.test(value)),
	country: (field) => known('value_not_country', field, COUNTRY_CODES),
	currency: (field) => known('value_not_currency', field, CURRENCY_CODES),
	locale: (field) =>
		passing('value_not_language', field, (value) => languageTag(value) !== undefined).transform(
			(value) => languageTag(value) ?? value,
		),
	integer: (field) =>
		passing('value_not_integer', field, (value) => /^-?\d+$/.test(value))
			.refine(
				(value) => Number.isSafeInteger(Number(value)),
				(value) => issue(say('value_too_large', { field: field.id, value })),
			)
			.transform(Number)
			.refine(
				(value) => field.min === undefined || value >= field.min,
				(value) => issue(say('value_too_small', { field: field.id, value, least: field.min ?? 0 })),
			),
	decimal: (field) =>
		passing('value_not_number', field, (value) => /^-?\d+(\.\d+)?$/.test(value)).refine(
			(value) => field.min === undefined || Number(value) >= field.min,
			(value) => issue(say('value_too_small', { field: field.id, value, least: field.min ?? 0 })),
		),
	boolean: (field) =>
		passing('value_not_boolean', field, (value) => /^(true|false)$/i.test(value)).transform(
			(value) => value.toLowerCase() === 'true',
		),
	choice: (field) =>
		text(field).refine(
			(value) => field.choices?.includes(value),
			(value) =>
				issue(
					say('value_not_choice', {
						field: field.id,
						value,
						choices: (field.choices ?? []).join(', '),
					}),
				),
		),
	date: (field) =>
		passing(
			'value_not_date',
			field,
			(value) => /^\d{4}-\d{2}-\d{2}/.test(value) && secondsOf(value) !== undefined,
		).transform((value) => value.slice(0, 10)),
	timestamp: (field) =>
		passing('value_not_date', field, (value) => secondsOf(value) !== undefined).transform(
			(value) => secondsOf(value) ?? null,
		),
	tiers: ({ id }) =>
		list(readTiers, tiersText, (rows) => {
			if (!rows) return say('value_not_tiers', { field: id });
			const gap = tierProblem(rows);
			return gap === undefined ? undefined : say('tiers_do_not_meet', { field: id, problem: gap });
		}),
	identifiers: ({ id }) =>
		list(readIdentifiers, identifiersText, (rows) =>
			rows ? undefined : say('value_not_identifiers', { field: id }),
		),
};

/** UTC seconds, as Chargebee keeps times. One without a zone is UTC too, whatever zone the server is in. */
function secondsOf(value: string): number | undefined {
	if (/^\d{10}$/.test(value)) return Number(value);
	const time = DateTime.fromISO(value.replace(' ', 'T'), { zone: 'utc' });
	return /^\d{4}-/.test(value) && time.isValid ? Math.floor(time.toSeconds()) : undefined;
}

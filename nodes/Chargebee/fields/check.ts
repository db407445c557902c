import type { z } from 'zod';
import { canonicalJson } from '../../shared/canonicalJson';
import { objectOf, unlessText } from '../../shared/json';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { Problem, Value, Values } from '../upsert/values';
import { problem } from '../upsert/values';
import type { Field, FieldSet } from './field';
import { memberOf } from './field';
import type { Schema } from './kinds';
import { KINDS } from './kinds';

export interface Checked {
	values: Values;
	problems: Problem[];
}

/** Members of metadata that are ours to write. */
export const OWN_METADATA: ReadonlySet<string> = new Set(['cloudsuite']);
/** Kinds whose length is a matter of their own rule. */
const FIXED_LENGTH: ReadonlySet<string> = new Set(['country', 'currency', 'tiers', 'identifiers']);

/** Fields by name: of a field, a block (`billing_address`), all metadata or one member of it. */
export interface NamedFields {
	/** Emptied by an empty value. */
	clear?: ReadonlySet<string>;
	/** Not ours, whatever was mapped. */
	never?: ReadonlySet<string>;
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Turns mapped values into what Chargebee takes and names everything it would refuse.
 * Keys that are no field of the resource are left out: with automatic mapping the whole input item arrives here.
 * Empty values are left out too, or an empty source field would clear one in Chargebee; those in `clear` become `null`.
 */
export function checkValues(
	fields: FieldSet,
	mapped: Readonly<Record<string, unknown>>,
	{ clear = NONE, never = NONE }: NamedFields = {},
): Checked {
	const values: Record<string, Value> = {};
	const problems: Problem[] = [];
	const check = (id: string, raw: unknown) => {
		const field = fields.get(id);
		if (fields.isNamed(never, id) || field?.readOnly) return;
		if (isEmpty(raw)) {
			if (field && fields.isNamed(clear, id)) values[id] = null;
			return;
		}
		const result = field ? checkValue(field, raw) : noField(id);
		if ('problem' in result) problems.push(result.problem);
		else if ('value' in result) values[id] = result.value;
	};
	for (const [id, raw] of Object.entries(flattenBlocks(mapped, fields.blocks))) {
		const members = fields.get(id)?.kind === 'object' ? membersOf(raw) : undefined;
		if (!members) check(id, raw);
		else for (const [name, value] of Object.entries(members)) check(`${id}.${name}`, value);
	}
	return { values, problems };
}

type Checking = { value: Value } | { problem: Problem } | Record<string, never>;

function checkValue(field: Field, raw: unknown): Checking {
	const { id } = field;
	if (field.kind === 'object')
		return { problem: problem(id, say('value_not_object', { field: id })) };
	const { member } = memberOf(id);
	// metadata is merged member by member, so each is a value of its own
	if (member !== undefined)
		return OWN_METADATA.has(member)
			? { problem: problem(id, say('value_reserved', { field: id })) }
			: { value: memberValue(raw) };
	const result = schemaOf(field).safeParse(raw);
	return result.success ? { value: result.data } : { problem: problemOf(id, result.error, raw) };
}

/** With automatic mapping any name may come along, but `cf_` is the site's own. */
function noField(id: string): Checking {
	return id.startsWith('cf_')
		? { problem: problem(id, say('custom_field_unknown', { field: id })) }
		: {};
}

/** Made once for each field: making one takes longer than checking a value with it. */
const schemas = new WeakMap<Field, Schema>();

function schemaOf(field: Field): Schema {
	const schema = schemas.get(field) ?? makeSchema(field);
	schemas.set(field, schema);
	return schema;
}

function makeSchema(field: Field): Schema {
	if (field.kind === 'object') throw new TypeError(`${field.id} has members, not a value`);
	const { maxLength, kind } = field;
	const schema = KINDS[kind](field);
	if (maxLength === undefined || FIXED_LENGTH.has(kind)) return schema;
	return schema.refine(
		(value) => String(value).length <= maxLength,
		(value) => {
			const { length } = String(value);
			const said = say('value_too_long', { field: field.id, length, limit: maxLength });
			return { message: said.reason, params: { code: said.code } };
		},
	);
}

/** The members of metadata, or of the JSON text of it. */
function membersOf(raw: unknown): object | undefined {
	const members = objectOf(unlessText(raw));
	return Array.isArray(members) ? undefined : members;
}

/** Scalars as they are, lists and objects as canonical JSON text. */
export function memberValue(value: unknown): Value {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
		? value
		: canonicalJson(value);
}

function problemOf(field: string, error: z.ZodError, raw: unknown): Problem {
	const issue = error.issues[0];
	if (issue?.code !== 'custom') {
		const kind = Array.isArray(raw) ? 'a list' : typeof raw;
		return problem(field, say('value_not_text', { field, kind }));
	}
	return { field, code: asText(issue.params?.code), text: issue.message };
}

/** Both forms are taken: `billing_address_city` and `billing_address: { city }`. */
function flattenBlocks(
	mapped: Readonly<Record<string, unknown>>,
	blocks: readonly string[],
): Record<string, unknown> {
	const flat: Record<string, unknown> = {};
	const nested: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(mapped)) {
		if (!blocks.includes(name) || typeof value !== 'object' || value === null) flat[name] = value;
		else for (const [member, inner] of Object.entries(value)) nested[`${name}_${member}`] = inner;
	}
	return { ...nested, ...flat };
}

function isEmpty(value: unknown): boolean {
	return (
		value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
	);
}

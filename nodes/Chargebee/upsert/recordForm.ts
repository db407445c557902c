import type { IDataObject } from 'n8n-workflow';
import { objectOf, parseJson } from '../../shared/json';
import { asText } from '../../shared/text';
import { memberValue } from '../fields/check';
import type { Field, FieldSet } from '../fields/field';
import { nameInBlock } from '../fields/field';
import { identifiersText, readIdentifiers } from '../fields/identifiers';
import { readTiers, tierColumns, tiersText } from '../fields/tiers';
import type { FormObject } from '../transport/form';
import { columnsOf } from '../transport/form';
import type { Value, Values } from './values';

/** The values of a record by flat field name; custom fields and members of metadata included, empty ones left out. */
export function readValues(fields: FieldSet, record: IDataObject): Values {
	const values: Record<string, Value> = {};
	for (const field of fields.list) {
		if (field.kind === 'object') {
			for (const [name, member] of Object.entries(asObject(record[field.id])))
				values[`${field.id}.${name}`] = memberValue(member);
			continue;
		}
		const holder = field.block === undefined ? record : asObject(record[field.block]);
		const value = readValue(field, holder[nameInBlock(field)]);
		if (value !== undefined) values[field.id] = value;
	}
	for (const [name, value] of Object.entries(record)) {
		if (name.startsWith('cf_') && isScalar(value)) values[name] = value;
	}
	return values;
}

function readValue({ kind }: Field, value: unknown): Value | undefined {
	if (kind === 'tiers') {
		const tiers = readTiers(value);
		return tiers ? tiersText(tiers) : undefined;
	}
	if (kind === 'identifiers') {
		const rows = readIdentifiers(value);
		return rows && rows.length > 0 ? identifiersText(rows) : undefined;
	}
	return isScalar(value) ? value : undefined;
}

/** Flat values as Chargebee's forms nest them. Metadata has its own way, see `metadataForm`. */
export function toForm(
	fields: FieldSet,
	entries: ReadonlyArray<readonly [string, Value]>,
): FormObject {
	const form: FormObject = {};
	for (const [id, value] of entries) {
		const field = fields.get(id);
		if (!field || field.readOnly || id.includes('.')) continue;
		const sent = formValue(field, value);
		if (field.block === undefined) form[id] = sent;
		else ((form[field.block] ??= {}) as FormObject)[nameInBlock(field)] = sent;
	}
	return form;
}

function formValue({ kind }: Field, value: Value): FormObject[string] {
	if (value === null) return null;
	if (kind === 'tiers') return tierColumns(readTiers(value) ?? []);
	if (kind === 'identifiers') return columnsOf(readIdentifiers(value) ?? []);
	return value;
}

/** All of a record's metadata with ours on top: what others keep there is sent along, or it would be lost. */
export function metadataForm(
	before: unknown,
	member: string,
	entries: ReadonlyArray<readonly [string, Value]>,
): string | undefined {
	const prefix = `${member}.`;
	const ours = entries.filter(([id]) => id.startsWith(prefix));
	if (ours.length === 0) return undefined;
	const merged: Record<string, unknown> = { ...asObject(before) };
	for (const [id, value] of ours) {
		const name = id.slice(prefix.length);
		if (value === null) delete merged[name];
		else merged[name] = parsed(value);
	}
	return JSON.stringify(merged);
}

/** Lists and objects were kept as their JSON text. */
function parsed(value: Value): unknown {
	return typeof value === 'string' && /^[[{]/.test(value) ? (parseJson(value) ?? value) : value;
}

export function isScalar(value: unknown): value is string | number | boolean {
	return (
		(typeof value === 'string' && value !== '') ||
		typeof value === 'number' ||
		typeof value === 'boolean'
	);
}

export function asObject(value: unknown): Record<string, unknown> {
	return objectOf(value) ?? {};
}

/** The id, state, reference and version every record has. */
export function readFacts(record: IDataObject) {
	return {
		id: asText(record.id),
		deleted: record.deleted === true || record.status === 'deleted',
		...(record.status === 'archived' ? { archived: true } : {}),
		...(typeof record.resource_version === 'number' ? { version: record.resource_version } : {}),
	};
}

import type { IDataObject } from 'n8n-workflow';
import { say } from '../errors/say';
import type { Field } from '../fields/field';
import { FieldSet } from '../fields/field';
import { normaliseValue } from '../fields/normalise';
import { toForm, asObject, isScalar, metadataForm, readFacts, readValues } from './recordForm';
import { metaReferenceField, readReference } from './reference';
import type { Change, Found, ReferencePlace, ResourceSpec, Wanted, WriteCall } from './types';
import type { Problem, Value, Values } from './values';
import { problem } from './values';

/** What makes a resource: little more than its names and fields. */
export interface ResourceDefinition {
	name: string;
	label: string;
	plural: string;
	path: string;
	fields: readonly Field[];
	metadata?: 'meta_data' | 'metadata';
	reusesIds?: boolean;
	uniqueNames?: boolean;
	listQuery?: ResourceSpec['listQuery'];
	sweepQuery?: ResourceSpec['sweepQuery'];
	parentField?: string;
	telling: readonly string[];
	/** The kind of record its custom fields belong to, e.g. `customer`, `plan_item`. */
	entityOf: (values: Values) => string | undefined;
}

/** What a site adds to a resource. */
export interface SiteFields {
	/** Custom fields of the resource, of all kinds of records it has. */
	custom: readonly Field[];
	/** The custom fields were read, so that there is no other. */
	complete: boolean;
	/** The custom field for the CloudSuite key, and the kinds of records that have it. */
	reference?: { field: string; entities: ReadonlySet<string> };
}

export const NO_SITE_FIELDS: SiteFields = { custom: [], complete: false };

/** A resource as the engine wants it. */
export function defineResource(
	definition: ResourceDefinition,
	site: SiteFields = NO_SITE_FIELDS,
): ResourceSpec {
	const { name, label, plural, path, telling, metadata, parentField } = definition;
	const fields = new FieldSet([...definition.fields, ...site.custom], site.complete);
	const reference: ReferencePlace = {
		...(metadata === undefined ? {} : { metadata }),
		customField: (values) => {
			const entity = definition.entityOf(values);
			return entity !== undefined && site.reference?.entities.has(entity)
				? site.reference.field
				: undefined;
		},
	};
	return {
		name,
		label,
		plural,
		path,
		fields,
		reference,
		telling,
		reusesIds: definition.reusesIds ?? false,
		uniqueNames: definition.uniqueNames ?? false,
		listQuery: definition.listQuery ?? {},
		sweepQuery: definition.sweepQuery ?? {},
		...(parentField === undefined ? {} : { parentField }),
		read: (record) => readFound(fields, metadata, site.reference?.field, record),
		normalise: (field, value) => normaliseValue(fields.get(field), value),
		// a required field for the reference is filled in by the sync itself
		missing: (values) =>
			missingFields(fields, values).filter(({ field }) => field !== reference.customField(values)),
		create: (wanted) => createCall(path, label, fields, reference, wanted),
		update: (found, wanted, changes) => {
			const call = updateCall(path, label, fields, reference, found, wanted, changes);
			return call ? [call] : [];
		},
	};
}

function readFound(
	fields: FieldSet,
	metadata: string | undefined,
	referenceField: string | undefined,
	record: IDataObject,
): Found {
	const reference = readReference(
		metadata === undefined ? undefined : record[metadata],
		referenceField === undefined ? undefined : record[referenceField],
	);
	return {
		...readFacts(record),
		...(reference === undefined ? {} : { reference }),
		values: readValues(fields, record),
		record,
	};
}

/** Fields a new record can't do without. */
export function missingFields(fields: FieldSet, values: Values): Problem[] {
	return fields.list
		.filter(({ id, required }) => required && (values[id] ?? null) === null)
		.map(({ id }) => problem(id, say('value_missing', { field: id })));
}

/** What a new record is sent with: values to clear have nothing to clear there. */
export function newEntries(
	fields: FieldSet,
	reference: ReferencePlace,
	wanted: Wanted,
): Array<[string, Value]> {
	const customField = reference.customField(wanted.values);
	const metaField = metaReferenceField(reference);
	return [
		...Object.entries(wanted.values).filter(
			([field, value]) => value !== null && field !== customField && !fields.get(field)?.updateOnly,
		),
		...(metaField === undefined ? [] : [[metaField, wanted.sourceKey] as [string, Value]]),
		...(customField === undefined ? [] : [[customField, wanted.sourceKey] as [string, Value]]),
	];
}

function createCall(
	path: string,
	what: string,
	fields: FieldSet,
	reference: ReferencePlace,
	wanted: Wanted,
): WriteCall {
	const entries = newEntries(fields, reference, wanted);
	const { metadata } = reference;
	const meta = metadata === undefined ? undefined : metadataForm({}, metadata, entries);
	return {
		path,
		form: {
			id: wanted.id,
			...toForm(fields, entries),
			...(metadata === undefined || meta === undefined ? {} : { [metadata]: meta }),
		},
		what,
	};
}

/**
 * One call with the changed fields. What Chargebee replaces as a whole is sent as a whole, merged from the record:
 * metadata always, and blocks, because it does not document whether parts that are left out survive.
 */
export function updateCall(
	path: string,
	what: string,
	fields: FieldSet,
	reference: ReferencePlace,
	found: Found,
	wanted: Wanted,
	changes: readonly Change[],
): WriteCall | undefined {
	if (changes.length === 0) return undefined;
	const entries = changes.map(({ field, to }): [string, Value] => [field, to as Value]);
	const form = toForm(fields, entries);
	const { metadata } = reference;
	const meta =
		metadata === undefined ? undefined : metadataForm(found.record[metadata], metadata, entries);
	if (metadata !== undefined && meta !== undefined) form[metadata] = meta;
	const blocks = fields.blocks.filter((block) => form[block] !== undefined);
	for (const block of blocks)
		form[block] = { ...keptParts(fields, found, block), ...asForm(form[block]) };
	const places = [
		metaReferenceField(reference),
		reference.customField({ ...found.values, ...wanted.values }),
	];
	const stamps = changes.some(({ field }) => places.includes(field));
	const replaces = meta !== undefined || blocks.length > 0;
	return {
		path: `${path}/${encodeURIComponent(found.id)}`,
		form,
		what,
		...(replaces ? { replaces } : {}),
		...(stamps ? { stamps } : {}),
	};
}

/** The scalar parts of a block Chargebee takes back; `object` and the like are its own. */
function keptParts(fields: FieldSet, found: Found, block: string): Record<string, Value> {
	const known = new Set(fields.list.filter((field) => field.block === block).map(({ id }) => id));
	return Object.fromEntries(
		Object.entries(asObject(found.record[block])).filter(
			(entry): entry is [string, string | number | boolean] =>
				known.has(`${block}_${entry[0]}`) && isScalar(entry[1]),
		),
	);
}

function asForm(value: unknown): Record<string, Value> {
	return asObject(value) as Record<string, Value>;
}

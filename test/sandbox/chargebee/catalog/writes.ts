import { asText } from '../../../../nodes/shared/text';
import type { SandboxAnswer } from '../../shared/server';
import { customFieldRules, missingCustomField } from '../customFields';
import { duplicate, duplicateId, notFound, wrongValue } from '../errors';
import type { FormValues } from '../form';
import { checkForm, readForm } from '../form';
import { lostByUpdate, lostParts } from '../losses';
import type { Writes } from '../resources/resource';
import type { Rules } from '../rules';
import type { ResourcePath, Site } from '../site';
import { answerWith } from '../site';
import type { StoredRecord } from '../types';
import { clearing, withoutEmpty } from '../values';

type Members = Record<string, unknown>;

/** What one resource of the catalog adds to creating, updating and deleting. */
export interface CatalogSpec {
	path: ResourcePath;
	rules: { create: Rules; update: Rules };
	/** Must be there after every write. */
	required: readonly string[];
	/** Blocks sent in brackets. */
	blocks?: readonly string[];
	/** The kind of record whose custom fields it has. */
	entityType: (site: Site, values: FormValues) => string;
	/** Members that are stored otherwise than they are sent. */
	members?: (site: Site, values: FormValues, before?: StoredRecord) => Members;
	/** What has to hold of the record as it would be stored. */
	objection?: (site: Site, after: Members, before?: StoredRecord) => SandboxAnswer | undefined;
	/** What an update changes elsewhere. */
	updated?: (site: Site, record: StoredRecord) => void;
	/** What a delete makes of the record, or why it is refused. */
	remove: (site: Site, record: StoredRecord) => SandboxAnswer | { members: Members };
}

export function catalogWrites(spec: CatalogSpec): Writes {
	return {
		create: (site, body) => create(spec, site, body),
		update: (site, id, body) => update(spec, site, id, body),
		operations: { delete: (site, id, body) => remove(spec, site, id, body) },
	};
}

function create(spec: CatalogSpec, site: Site, body: string): SandboxAnswer {
	const store = site.stores[spec.path];
	const { values, refused } = readValues(spec, site, body);
	if (refused) return refused;
	const { customFields } = site.behaviour;
	const members = { ...values, ...spec.members?.(site, values) };
	const missing =
		['id', ...spec.required].find((name) => asText(members[name]) === '') ??
		missingCustomField(customFields, spec.entityType(site, values), values);
	if (missing) return wrongValue(missing, 'cannot be blank');
	const id = asText(values.id);
	if (store.living(id)) return duplicateId(id);
	const { businessEntityId } = site;
	const sent = withoutEmpty({
		...(businessEntityId === undefined ? {} : { business_entity_id: businessEntityId }),
		...members,
		...blocksOf(spec, site, values),
	});
	const objection = objectionTo(spec, site, { ...store.kind.defaults, ...sent });
	if (objection) return objection;
	site.notes.recordId = id;
	return answerWith(store.create({ ...sent, id }));
}

function update(spec: CatalogSpec, site: Site, id: string, body: string): SandboxAnswer {
	const store = site.stores[spec.path];
	const before = store.living(id);
	if (!before) return notFound();
	const { values, refused } = readValues(spec, site, body, before);
	if (refused) return refused;
	const members = clearing({
		...values,
		...blocksOf(spec, site, values, before),
		...spec.members?.(site, values, before),
	});
	const after = { ...before, ...members };
	const blank = spec.required.find((name) => asText(after[name]) === '');
	if (blank) return wrongValue(blank, 'cannot be blank');
	const objection = objectionTo(spec, site, after, before);
	if (objection) return objection;
	Object.assign(site.notes, lossesOf(spec, site, before, values), { recordId: id });
	const changed = store.change(id, members);
	if (changed) spec.updated?.(site, changed);
	return changed ? answerWith(changed) : notFound();
}

function remove(spec: CatalogSpec, site: Site, id: string, body: string): SandboxAnswer {
	const store = site.stores[spec.path];
	const before = store.living(id);
	if (!before) return notFound();
	const { refused } = checkForm(readForm(body), {});
	if (refused) return refused;
	const removal = spec.remove(site, before);
	if (!('members' in removal)) return removal;
	site.notes.recordId = id;
	const changed = store.change(id, removal.members);
	return changed ? answerWith(changed) : notFound();
}

/** Members of a record that is gone for good: its id and name may be used again. */
export const DELETED: { members: Members } = { members: { status: 'deleted', deleted: true } };

/** `archived_at` comes and goes with the status. */
export function archiving(site: Site, { status }: FormValues): Members {
	if (status === 'archived') return { archived_at: site.now() };
	return status === 'active' ? { archived_at: undefined } : {};
}

function readValues(spec: CatalogSpec, site: Site, body: string, before?: StoredRecord) {
	const form = readForm(body);
	const { customFields, multiDecimalPricing } = site.behaviour;
	const entity = spec.entityType(site, before ?? Object.fromEntries(form));
	const rules = {
		...(before ? spec.rules.update : spec.rules.create),
		...customFieldRules(customFields, entity),
	};
	// a site without multi-decimal pricing does not know these parameters
	const known = Object.entries(rules).filter(
		([name]) => multiDecimalPricing || !/_in_decimal\]?$/.test(name),
	);
	return checkForm(form, Object.fromEntries(known));
}

function objectionTo(
	spec: CatalogSpec,
	site: Site,
	after: Members,
	before?: StoredRecord,
): SandboxAnswer | undefined {
	const name = asText(after.name);
	const taken = site.stores[spec.path].withName(name).some(({ id }) => id !== before?.id);
	return taken ? duplicate('name', name) : spec.objection?.(site, after, before);
}

/** Blocks as the API shows them; what becomes of parts an update leaves out is not documented. */
function blocksOf(spec: CatalogSpec, { behaviour }: Site, values: FormValues, before?: Members) {
	const sent = (spec.blocks ?? []).filter((block) => values[block]);
	return Object.fromEntries(
		sent.map((block) => {
			const kept = behaviour.partialBlocks === 'merge' ? before?.[block] : undefined;
			const parts = withoutEmpty({ ...(kept as Members), ...(values[block] as Members) });
			return [block, { ...parts, object: block }];
		}),
	);
}

function lossesOf(spec: CatalogSpec, site: Site, before: StoredRecord, values: FormValues) {
	const { lost = [], ...moved } = lostByUpdate(before, values, 'metadata');
	const replaced = site.behaviour.partialBlocks === 'replace';
	const parts = replaced ? lostParts(before, values, spec.blocks ?? []) : [];
	const all = [...lost, ...parts];
	return { ...moved, ...(all.length > 0 ? { lost: all } : {}) };
}

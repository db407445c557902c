import { metaReference, metaReferenceField } from './reference';
import type { Change, Found, Policies, ResourceSpec, Wanted } from './types';

/**
 * The fields in which a Chargebee record differs from what is wanted, in the order they were mapped.
 * Fields that are not mapped are not ours: they are never in the result. The reference comes first.
 */
export function diff(
	spec: ResourceSpec,
	found: Found,
	wanted: Wanted,
	{ onlyIfEmpty }: Pick<Policies, 'onlyIfEmpty'>,
): Change[] {
	const changes: Change[] = [];
	const metaField = metaReferenceField(spec.reference);
	const meta = metaReference(found);
	if (metaField !== undefined && meta !== wanted.sourceKey) {
		changes.push({ field: metaField, from: meta ?? null, to: wanted.sourceKey });
	}
	const customField = spec.reference.customField({ ...found.values, ...wanted.values });
	const values = Object.entries(wanted.values).filter(
		([field]) => field !== customField && !spec.fields.get(field)?.readOnly,
	);
	if (customField !== undefined) {
		// the reference is ours to write, whatever was mapped to its field
		values.unshift([customField, wanted.sourceKey]);
	}
	for (const [field, to] of values) {
		const from = found.values[field];
		const before = spec.normalise(field, from);
		if (before === spec.normalise(field, to)) continue;
		if (before !== '' && spec.fields.isNamed(onlyIfEmpty, field)) continue;
		changes.push({ field, from: from ?? null, to });
	}
	return changes;
}

/** Whether a record can carry our reference at all; one that can't is known by its id or its match keys alone. */
export function canCarryReference({ reference }: ResourceSpec, wanted: Wanted): boolean {
	return reference.metadata !== undefined || reference.customField(wanted.values) !== undefined;
}

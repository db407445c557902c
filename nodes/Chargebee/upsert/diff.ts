import { META_REFERENCE } from './reference';
import type { Change, Found, ResourceSpec, Wanted } from './types';
import type { Values } from './values';

/**
 * The fields in which a Chargebee record differs from what is wanted, in the order they were mapped.
 * Fields that are not mapped are not ours: they are never in the result. The reference comes first.
 */
export function diff(
	spec: ResourceSpec,
	found: Found,
	wanted: Wanted,
	referenceField: string | undefined,
): Change[] {
	const changes: Change[] = [];
	const meta = metaReference(found);
	if (meta !== wanted.sourceKey) {
		changes.push({ field: META_REFERENCE, from: meta ?? null, to: wanted.sourceKey });
	}
	const values = referenceField
		? // the reference is ours to write, whatever was mapped to its field
			{ [referenceField]: wanted.sourceKey, ...withoutField(wanted.values, referenceField) }
		: wanted.values;
	for (const [field, to] of Object.entries(values)) {
		const from = found.values[field];
		if (spec.normalise(field, from) !== spec.normalise(field, to)) {
			changes.push({ field, from: from ?? null, to });
		}
	}
	return changes;
}

function metaReference(found: Found): string | undefined {
	const meta = found.record.meta_data ?? found.record.metadata;
	const value =
		typeof meta === 'object' && meta !== null
			? (meta as { cloudsuite?: unknown }).cloudsuite
			: undefined;
	return typeof value === 'string' ? value : undefined;
}

function withoutField(values: Values, name: string): Values {
	return Object.fromEntries(Object.entries(values).filter(([field]) => field !== name));
}

import type { Found, ReferencePlace } from './types';

/** The member of `meta_data` or `metadata` that holds the CloudSuite key. */
export const REFERENCE_MEMBER = 'cloudsuite';

/** How the reference is named among changes, e.g. `meta_data.cloudsuite`; `undefined` where there is no metadata. */
export function metaReferenceField({ metadata }: ReferencePlace): string | undefined {
	return metadata === undefined ? undefined : `${metadata}.${REFERENCE_MEMBER}`;
}

/**
 * The source key a Chargebee record carries: in its metadata, else in the custom field.
 * Metadata wins because people don't edit it by accident.
 */
export function readReference(metaData: unknown, customField: unknown): string | undefined {
	return nonEmpty(memberOf(metaData)) ?? nonEmpty(customField);
}

/** The source key in the metadata of a record, as it stands. */
export function metaReference({ record }: Found): string | undefined {
	const value = memberOf(record.meta_data ?? record.metadata);
	return typeof value === 'string' ? value : undefined;
}

function memberOf(metaData: unknown): unknown {
	return typeof metaData === 'object' && metaData !== null
		? (metaData as Record<string, unknown>)[REFERENCE_MEMBER]
		: undefined;
}

function nonEmpty(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

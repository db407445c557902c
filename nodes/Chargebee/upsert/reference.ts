/** How the reference is named among changes; on the record it is the member `cloudsuite` of `meta_data`. */
export const META_REFERENCE = 'meta_data.cloudsuite';

/**
 * The source key a Chargebee record carries: `meta_data.cloudsuite`, else the custom field.
 * Metadata wins because people don't edit it by accident.
 */
export function readReference(metaData: unknown, customField: unknown): string | undefined {
	const inMeta =
		typeof metaData === 'object' && metaData !== null
			? (metaData as { cloudsuite?: unknown }).cloudsuite
			: undefined;
	return nonEmpty(inMeta) ?? nonEmpty(customField);
}

function nonEmpty(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

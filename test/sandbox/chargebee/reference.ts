/** The source key a record carries in `meta_data.cloudsuite`, in the catalog `metadata.cloudsuite`; an empty one is none. */
export function referenceOf(record: Readonly<Record<string, unknown>>): string | undefined {
	const { cloudsuite } = (record.meta_data ?? record.metadata ?? {}) as { cloudsuite?: unknown };
	return typeof cloudsuite === 'string' && cloudsuite !== '' ? cloudsuite : undefined;
}

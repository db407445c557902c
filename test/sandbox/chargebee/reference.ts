/** The source key a customer carries in `meta_data.cloudsuite`; an empty one is none. */
export function referenceOf(customer: Readonly<Record<string, unknown>>): string | undefined {
	const { cloudsuite } = (customer.meta_data ?? {}) as { cloudsuite?: unknown };
	return typeof cloudsuite === 'string' && cloudsuite !== '' ? cloudsuite : undefined;
}

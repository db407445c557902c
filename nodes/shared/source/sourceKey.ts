import { createHash } from 'crypto';

/** Chargebee's longest customer id. https://apidocs.chargebee.com/docs/api/customers */
export const CUSTOMER_ID_LENGTH = 50;
/** Chargebee's longest id for item families, items and item prices. https://apidocs.chargebee.com/docs/api/items */
export const CATALOG_ID_LENGTH = 100;

export interface SourceKeyParts {
	product: string;
	tenant: string;
	company: string;
	id: string;
}

/** `{product}:{tenant}:{company}:{id}`: identifies a source record for ever. The id may itself hold colons. */
export function formatSourceKey({ product, tenant, company, id }: SourceKeyParts): string {
	return [product, tenant, company, id.trim()].join(':');
}

/** The beginning of every source record: its key, and what the key is made of. */
export function identityOf(parts: SourceKeyParts): SourceKeyParts & { key: string } {
	const { product, tenant, company, id } = parts;
	return { key: formatSourceKey(parts), product, tenant, company, id };
}

/** The parts of a source key, or `undefined` when the text is not one. */
export function parseSourceKey(key: string): SourceKeyParts | undefined {
	const [product, tenant, company, ...rest] = key.split(':');
	const id = rest.join(':').trim();
	if (!product || !tenant || !company || !id) return undefined;
	return { product, tenant, company, id };
}

/** `_` announces an escaped byte, so it is escaped itself; that keeps the mapping reversible. */
function escapeId(text: string, alsoEscape = ''): string {
	return Array.from(text)
		.map((character) =>
			/^[A-Za-z0-9.-]$/.test(character) && !alsoEscape.includes(character)
				? character
				: Array.from(new TextEncoder().encode(character))
						.map((byte) => `_${byte.toString(16).padStart(2, '0')}`)
						.join(''),
		)
		.join('');
}

/** How the ids of all new records of one company begin, whatever their number is. */
export function idsBeginning({ product, company }: SourceKeyParts): string {
	// a hyphen in the first two parts would make `1-2`+`3` and `1`+`2-3` the same id
	return `${escapeId(product, '-')}-${escapeId(company, '-')}-`;
}

/**
 * The Chargebee id a source record gets when we create it, e.g. `ln-1300-C000123`.
 * Only `[A-Za-z0-9._-]`, because Chargebee's parsing of other characters inside `id[in]` is not documented.
 * The same key gives the same id for ever, and that is what makes replays and concurrent runs safe:
 * Chargebee refuses the second create. Ids over `maxLength` keep their start and end in a hash.
 */
export function deterministicId(key: string, maxLength = CUSTOMER_ID_LENGTH): string {
	const parts = parseSourceKey(key);
	const readable = parts ? `${idsBeginning(parts)}${escapeId(parts.id)}` : escapeId(key);
	if (readable.length <= maxLength) return readable;
	const hash = createHash('sha256').update(readable).digest('hex').slice(0, 20);
	return `${readable.slice(0, maxLength - hash.length - 1)}-${hash}`;
}

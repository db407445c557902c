import { z } from 'zod';
import { canonicalJson } from '../../shared/canonicalJson';
import { unlessText } from '../../shared/json';

/** A tax identifier of a customer. https://apidocs.chargebee.com/docs/api/customers */
export interface Identifier {
	/** Chargebee's own, of identifiers it has already. */
	id?: string;
	scheme: string;
	value: string;
	standard?: string;
}

const IDENTIFIERS = z.array(
	z.object({
		id: z.string().max(40).optional(),
		scheme: z.string().trim().min(1).max(50),
		value: z.string().trim().min(1).max(50),
		standard: z.string().trim().min(1).max(50).optional(),
	}),
);

/** Reads a list, or the JSON text of one. @returns `undefined` when it is none, or a member is missing or too long */
export function readIdentifiers(source: unknown): Identifier[] | undefined {
	const result = IDENTIFIERS.safeParse(unlessText(source));
	if (!result.success) return undefined;
	return result.data.map(({ id, standard, ...rest }) => ({
		...rest,
		...(id === undefined ? {} : { id }),
		...(standard === undefined ? {} : { standard }),
	}));
}

/** The same text for the same identifiers, whatever their order and Chargebee's ids of them. */
export function identifiersText(identifiers: readonly Identifier[]): string {
	const rows = identifiers.map(({ scheme, value, standard }) => ({ scheme, value, standard }));
	return `[${rows.map(canonicalJson).sort().join(',')}]`;
}

export interface IdentifierChange extends Identifier {
	operation: 'create' | 'update' | 'delete';
}

/**
 * The rows `update_billing_info` takes to get from one list to the other. What is the same on both sides stays; of the
 * rest, an identifier takes the place of one with the same scheme, so that it keeps Chargebee's id.
 */
export function identifierChanges(
	before: readonly Identifier[],
	after: readonly Identifier[],
): IdentifierChange[] {
	const isIn = (list: readonly Identifier[], one: Identifier) =>
		list.some((other) => identifiersText([other]) === identifiersText([one]));
	const old = before.filter((one) => !isIn(after, one));
	const written = after
		.filter((one) => !isIn(before, one))
		.map((one): IdentifierChange => {
			const place = old.findIndex(({ scheme }) => scheme === one.scheme);
			if (place < 0) return { ...one, operation: 'create' };
			const [{ id } = one] = old.splice(place, 1);
			return { ...one, ...(id ? { id } : {}), operation: 'update' };
		});
	return [...written, ...old.map((one): IdentifierChange => ({ ...one, operation: 'delete' }))];
}

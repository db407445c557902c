import type { FormValues } from './form';
import { referenceOf } from './reference';
import type { StoredRecord } from './types';

/** What a write took away without saying so; kept in the history for `violations.ts`. */
export interface Losses {
	/** Fields that had a value, were not sent, and so are gone. One sent blank was meant to go. */
	lost?: string[];
	/** The reference a record had before the write gave it another one. */
	referenceBefore?: string;
}

/** Members the site adds itself. */
const NOT_SENT = ['object', 'validation_status'];

/** update_billing_info replaces the VAT number, and the address as a whole when one is sent. */
export function lostByBilling(before: StoredRecord, values: FormValues): Losses {
	const { vat_number: vat, billing_address: address } = before;
	return lost([
		...(typeof vat === 'string' && !('vat_number' in values) ? ['vat_number'] : []),
		...(values.billing_address
			? missing(address, values.billing_address).map((name) => `billing_address[${name}]`)
			: []),
	]);
}

/** An update replaces JSON as a whole: `meta_data` of customers, `metadata` of the catalog. */
export function lostByUpdate(
	before: StoredRecord,
	values: FormValues,
	json: 'meta_data' | 'metadata' = 'meta_data',
): Losses {
	const after = values[json];
	if (after === undefined || after === null) return {};
	const reference = referenceOf(before);
	const moved = reference !== undefined && reference !== referenceOf({ [json]: after });
	return {
		...lost(missing(before[json], after).map((name) => `${json}.${name}`)),
		...(moved ? { referenceBefore: reference } : {}),
	};
}

/** Parts of a block that an update left out, where the site replaces blocks as a whole. */
export function lostParts(
	before: StoredRecord,
	values: FormValues,
	blocks: readonly string[],
): string[] {
	return blocks.flatMap((block) =>
		values[block] ? missing(before[block], values[block]).map((name) => `${block}[${name}]`) : [],
	);
}

function missing(before: unknown, after: unknown): string[] {
	const kept = Object.keys(after as object);
	return Object.keys(before ?? {}).filter(
		(name) => !kept.includes(name) && !NOT_SENT.includes(name),
	);
}

function lost(names: string[]): Losses {
	return names.length > 0 ? { lost: names } : {};
}

import type { FormValues } from './form';
import { referenceOf } from './reference';
import type { Customer } from './types';

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
export function lostByBilling(before: Customer, values: FormValues): Losses {
	const { vat_number: vat, billing_address: address } = before;
	return lost([
		...(typeof vat === 'string' && !('vat_number' in values) ? ['vat_number'] : []),
		...(values.billing_address
			? missing(address, values.billing_address).map((name) => `billing_address[${name}]`)
			: []),
	]);
}

/** An update replaces meta_data as a whole. */
export function lostByUpdate(before: Customer, values: FormValues): Losses {
	const { meta_data: metaData } = values;
	if (metaData === undefined || metaData === null) return {};
	const reference = referenceOf(before);
	const moved = reference !== undefined && reference !== referenceOf({ meta_data: metaData });
	return {
		...lost(missing(before.meta_data, metaData).map((name) => `meta_data.${name}`)),
		...(moved ? { referenceBefore: reference } : {}),
	};
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

import type { SeedCustomer } from './customers';
import { ODDITIES, seedCustomers } from './customers';
import type { SeedItem } from './items';
import { seedItems } from './items';

/** The masters that every product of a sandbox holds in its own way. */
export interface SampleCompany {
	customers: SeedCustomer[];
	items: SeedItem[];
}

/** The sample company; with `records`, grown to at least so many customers and items. */
export function sampleCompany(records = 0): SampleCompany {
	return { customers: manyCustomers(records), items: manyItems(records) };
}

/**
 * The sample company's customers, and as many more as asked for: the same again and again under further codes, names,
 * e-mail addresses and VAT numbers. Codes stay within nine characters.
 */
function manyCustomers(count: number): SeedCustomer[] {
	return repeated(seedCustomers(), count, customerCopy);
}

/** The sample company's items, and as many more as asked for. */
function manyItems(count: number): SeedItem[] {
	return repeated(seedItems(), count, (item, copy) => ({
		...item,
		id: `${item.id}-${copy}`,
		name: `${item.name.slice(0, 24)} v${copy}`,
	}));
}

function repeated<T>(
	originals: readonly T[],
	count: number,
	copyOf: (original: T, copy: number) => T,
): T[] {
	return Array.from({ length: Math.max(count, originals.length) }, (_, position) => {
		const original = originals[position % originals.length] as T;
		const copy = Math.floor(position / originals.length);
		return copy === 0 ? original : copyOf(original, copy);
	});
}

function customerCopy(customer: SeedCustomer, copy: number): SeedCustomer {
	return {
		...customer,
		id: codeOfCopy(customer.id, copy),
		name: `${customer.name.slice(0, 30)} ${copy}`,
		searchKey: `${customer.searchKey.slice(0, 12)}${copy}`,
		vatNumber: customer.vatNumber && otherDigits(customer.vatNumber, copy),
		registrationNumber: customer.registrationNumber && `${customer.registrationNumber}-${copy}`,
		parent: customer.parent && codeOfCopy(customer.parent, copy),
		website: customer.website && customer.website.replace('www.', `www${copy}.`),
		people: customer.people.map((person) => ({
			...person,
			code: person.code.replace(/\d+/, (number) =>
				String(Number(number) + copy * 1000).padStart(number.length, '0'),
			),
			email: person.email && person.email.replace(/@|\(at\)/, (at) => `${at}s${copy}.`),
		})),
	};
}

/** `C00100001` becomes `C00101001`, blanks and length kept. */
function codeOfCopy(code: string, copy: number): string {
	const name = code.trim();
	const made = name.startsWith("D'")
		? `D'${copy}-${ODDITIES.quotedId}`
		: name.replace(/\d+$/, (number) =>
				String(Number(number) + copy * 1000).padStart(number.length, '0'),
			);
	return code.startsWith(' ') ? made.padStart(code.length) : made.padEnd(code.length);
}

/** The digits of a number, moved on so far that no two copies of one country meet. */
function otherDigits(number: string, copy: number): string {
	const digits = number.replace(/\D/g, '');
	const moved = (BigInt(digits) + BigInt(copy) * 104_729n) % 10n ** BigInt(digits.length);
	const left = [...String(moved).padStart(digits.length, '0')];
	return number.replace(/\d/g, () => left.shift() ?? '');
}

import type { CustomerSeed } from '../chargebee/types';
import type { SeedCustomer } from './customers';
import { ODD_POSITIONS, seedCustomers } from './customers';
import { COMPANY, TENANT } from './inforSeed';
import { Random } from './random';

/** A customer someone typed into Chargebee: the parameters of its create call, and when it was created (epoch seconds). */
export interface HandMadeCustomer extends CustomerSeed {
	id: string;
	first_name?: string;
	last_name?: string;
	email?: string;
	company: string;
	phone?: string;
	vat_number?: string;
	billing_address: {
		company: string;
		line1: string;
		city: string;
		zip: string;
		country: string;
	};
	meta_data?: Record<string, string>;
	created_at: number;
}

/** How a source customer that Chargebee already has can be found again. */
export type Trace = 'reference' | 'email' | 'vat' | 'double';

/** How many of the 40 leave which trace. */
export const TRACE_COUNTS = { reference: 12, email: 17, vat: 10, double: 1 } as const;

export interface Existing {
	customer: SeedCustomer;
	trace: Trace;
}

/** The 40 source customers that Chargebee already has. Those found by VAT number alone sit in countries that have one. */
export function existingCustomers(): Existing[] {
	const plainOnes = seedCustomers().filter(
		(customer, position) => !ODD_POSITIONS.has(position) && position % 3 !== 2 && customer.phone,
	);
	const withVat = plainOnes.filter(({ vatNumber }) => vatNumber);
	const byVat = withVat.filter((_, place) => place % 7 === 3).slice(0, TRACE_COUNTS.vat);
	const others = plainOnes
		.filter((customer) => !byVat.includes(customer))
		.filter((_, place) => place % 4 === 1);
	const { reference, email, double } = TRACE_COUNTS;
	return [
		...others.slice(0, reference).map(trace('reference')),
		...others.slice(reference, reference + email).map(trace('email')),
		...others.slice(reference + email, reference + email + double).map(trace('double')),
		...byVat.map(trace('vat')),
	];
}

/**
 * The Chargebee site as it was kept by hand so far: 41 records for 40 source customers, one of them entered twice.
 * The reference stands on 12; the others differ in the spelling of e-mail and VAT number, some are incomplete or outdated.
 */
export function chargebeeSeed(): HandMadeCustomer[] {
	const random = new Random(41);
	return existingCustomers().flatMap(({ customer, trace }, position) => {
		const record = typed(customer, position, random);
		switch (trace) {
			case 'reference':
				return [referenced(record, customer)];
			case 'email':
				return [foundByEmail(record, customer, position)];
			case 'vat':
				return [foundByVat(record, customer, position)];
			case 'double':
				return doubled(record, typed(customer, position + 1, random), customer);
		}
	});
}

function trace(kind: Trace): (customer: SeedCustomer) => Existing {
	return (customer) => ({ customer, trace: kind });
}

/** The record a careful colleague would have typed, without e-mail and VAT number. */
function typed(customer: SeedCustomer, position: number, random: Random): HandMadeCustomer {
	const [person] = customer.people;
	return {
		id: `Az${random.text('ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789', 14)}`,
		...(person ? { first_name: person.firstName, last_name: person.lastName } : {}),
		company: customer.name,
		...(customer.phone ? { phone: customer.phone } : {}),
		billing_address: {
			company: customer.name,
			line1: `${customer.street} ${customer.houseNumber}`,
			city: customer.city.name['en-US'],
			zip: customer.city.postalCode,
			country: customer.country.iso2,
		},
		created_at: Date.UTC(2023, position % 12, 1 + (position % 28), 9, 30) / 1000,
	};
}

/** Linked by an earlier project; every one has moved since, so each needs an update whatever else is mapped. */
function referenced(record: HandMadeCustomer, customer: SeedCustomer): HandMadeCustomer {
	return {
		...record,
		...emailOf(customer),
		...(customer.vatNumber ? { vat_number: customer.vatNumber } : {}),
		billing_address: { ...record.billing_address, line1: `Old Dock Road ${customer.houseNumber}` },
		meta_data: { cloudsuite: `ln:${TENANT}:${COMPANY}:${customer.id.trim()}` },
	};
}

/** The e-mail is there, now and then in capitals; every third record also has the VAT number, typed in groups. */
function foundByEmail(
	record: HandMadeCustomer,
	customer: SeedCustomer,
	position: number,
): HandMadeCustomer {
	const { email } = emailOf(customer);
	return {
		...record,
		email: position % 4 === 0 ? email.replace(/^./, (letter) => letter.toUpperCase()) : email,
		...(customer.vatNumber && position % 3 === 0
			? { vat_number: grouped(customer.vatNumber) }
			: {}),
		...(position % 5 === 0
			? { billing_address: { ...record.billing_address, line1: 'Former Lane 1' } }
			: {}),
	};
}

/** Only the VAT number tells: there is no e-mail, or the private one of someone who left. */
function foundByVat(
	record: HandMadeCustomer,
	customer: SeedCustomer,
	position: number,
): HandMadeCustomer {
	return {
		...record,
		vat_number: position % 2 === 0 ? (customer.vatNumber ?? '') : grouped(customer.vatNumber ?? ''),
		...(position % 2 === 0 ? { email: `former.colleague.${position}@freemail.example` } : {}),
	};
}

/** Entered twice, by two colleagues: same e-mail, no VAT number, slightly different names. */
function doubled(
	first: HandMadeCustomer,
	second: HandMadeCustomer,
	customer: SeedCustomer,
): HandMadeCustomer[] {
	const email = emailOf(customer);
	return [
		{ ...first, ...email },
		{ ...second, ...email, company: `${second.company} (new)` },
	];
}

function emailOf(customer: SeedCustomer): { email: string } {
	return { email: customer.people[0]?.email ?? '' };
}

/** `DE123456789` -> `DE 123 456 789`: as people copy it from letterheads. At most 20 characters, Chargebee's limit. */
function grouped(vatNumber: string): string {
	const compact = vatNumber.replace(/[^A-Za-z0-9]/g, '');
	const spaced = [compact.slice(0, 2), ...(compact.slice(2).match(/.{1,3}/g) ?? [])].join(' ');
	return spaced.length <= 20 ? spaced : compact;
}

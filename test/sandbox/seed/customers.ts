import type { City } from './cities';
import type { Country } from './countries';
import { COUNTRIES } from './countries';
import { TONGUES } from './names';
import { Random } from './random';

export interface SeedPerson {
	/** LN's contact code. */
	code: string;
	firstName: string;
	lastName: string;
	email: string | null;
	jobTitle: string;
	active: boolean;
}

/** One customer of the made-up reseller, before it is spread over LN's tables or Chargebee's fields. */
export interface SeedCustomer {
	/** LN's business partner code byte for byte; some carry blanks. */
	id: string;
	name: string;
	searchKey: string;
	status: 'Prospect' | 'Active' | 'Inactive';
	role: 'Customer' | 'CustomerAndSupplier';
	country: Country;
	/** LN's country code as the address has it. */
	countryCode: string;
	city: City;
	street: string;
	houseNumber: string;
	phone: string | null;
	/** The primary contact comes first. */
	people: SeedPerson[];
	vatNumber: string | null;
	paymentTerms: string;
	creditLimit: number;
	doubtful: boolean;
	parent: string | null;
	website: string | null;
	/** Number in the commercial register. */
	registrationNumber: string | null;
	/** ISO 8601 UTC. LN's business partners don't tell these dates, other products do. */
	createdAt: string;
	modifiedAt: string;
}

export const CUSTOMER_COUNT = 300;

/** Where the oddities of real master data sit; positions in the list of 300. */
export const ODDITIES = {
	padded: [17, 58, 99, 140, 181, 222],
	quotedId: 63,
	sameName: [41, 207],
	inactive: 112,
	prospects: [23, 77, 134, 188, 241, 290],
	malformedEmail: 71,
	unknownCountry: 163,
	doubtful: [88, 201],
	suppliersToo: [11, 95, 172, 260],
	/** Their primary contact has no e-mail address. */
	contactWithoutEmail: [29, 64, 102, 151, 196, 233, 277],
	withoutContact: [7, 33, 52, 80, 119, 145, 178, 199, 214, 250, 268, 295],
} as const;

/** Every position above: these customers stay out of the hand-made Chargebee site, so that its outcomes are certain. */
export const ODD_POSITIONS: ReadonlySet<number> = new Set(Object.values(ODDITIES).flat());

const FIRST_DAY = Date.parse('2021-03-01T09:30:00Z');
const HOUR_MS = 3_600_000;
const PAYMENT_TERMS = ['N30', 'N14', 'N60', 'COD', 'D10'];
const CREDIT_LIMITS = [0, 5000, 10000, 25000, 50000, 150000];

/** The 300 customers of company 1300, the same on every run. */
export function seedCustomers(): SeedCustomer[] {
	const random = new Random(20260105);
	const countries = shuffled(
		COUNTRIES.flatMap((country) => Array.from({ length: country.customers }, () => country)),
		random,
	);
	const names = new NameMaker();
	const customers = countries.map((country, position) =>
		makeCustomer(country, position, names, random),
	);
	for (const position of [20, 121, 222]) {
		const [child, parent] = [customers[position], customers[position - 10]];
		if (child && parent) child.parent = parent.id;
	}
	const [original, namesake] = ODDITIES.sameName.map((position) => customers[position]);
	if (original && namesake) namesake.name = original.name;
	return customers;
}

function makeCustomer(
	country: Country,
	position: number,
	names: NameMaker,
	random: Random,
): SeedCustomer {
	const tongue = TONGUES[country.tongue];
	const place = random.pick(country.cities);
	const { name, domain } = names.next(country, random);
	const made: Omit<SeedCustomer, 'registrationNumber'> = {
		id: wireId(position),
		name,
		searchKey: plain(name)
			.toUpperCase()
			.replace(/[^A-Z0-9]/g, '')
			.slice(0, 16),
		status: statusOf(position),
		role: within(ODDITIES.suppliersToo, position) ? 'CustomerAndSupplier' : 'Customer',
		country,
		// no country of that code exists in this tenant: someone typed it before the table was cleaned up
		countryCode: position === ODDITIES.unknownCountry ? 'QZX' : country.code,
		city: place,
		street: random.pick(tongue.streets),
		houseNumber: `${random.between(1, 180)}${random.next() < 0.1 ? 'a' : ''}`,
		phone: random.next() < 0.9 ? `${country.dialling} ${place.area} 555${random.digits(4)}` : null,
		people: people(position, country, domain, random),
		vatNumber: country.vat ? country.vat(random) : null,
		paymentTerms: random.pick(PAYMENT_TERMS),
		creditLimit: random.pick(CREDIT_LIMITS),
		doubtful: within(ODDITIES.doubtful, position),
		parent: null,
		website: position % 3 === 0 ? `https://www.customer-${position + 1}.example` : null,
		createdAt: new Date(FIRST_DAY + position * 2 * HOUR_MS).toISOString(),
		modifiedAt: new Date(FIRST_DAY + (position * 11 + 30) * 7 * HOUR_MS).toISOString(),
	};
	return {
		...made,
		registrationNumber: made.vatNumber ? `HR-${String(70000 + position)}` : null,
	};
}

/** `C00100001` and so on; the padded ones are shorter and filled up with blanks in front or behind, as LN keeps them. */
function wireId(position: number): string {
	if (position === ODDITIES.quotedId) return "D'ARC-63";
	const padded = ODDITIES.padded.findIndex((candidate) => candidate === position);
	if (padded >= 0) {
		const code = `P${4000 + position}`;
		return padded % 2 === 0 ? code.padStart(9) : code.padEnd(9);
	}
	return `C${String(100001 + position).padStart(8, '0')}`;
}

function statusOf(position: number): SeedCustomer['status'] {
	if (position === ODDITIES.inactive) return 'Inactive';
	return within(ODDITIES.prospects, position) ? 'Prospect' : 'Active';
}

function people(position: number, country: Country, domain: string, random: Random): SeedPerson[] {
	if (within(ODDITIES.withoutContact, position)) return [];
	const tongue = TONGUES[country.tongue];
	const accounts = `${tongue.mailbox}@${domain}`;
	const primary: SeedPerson = {
		code: `CT${String(position * 2 + 1).padStart(7, '0')}`,
		firstName: random.pick(tongue.firstNames),
		lastName: random.pick(tongue.lastNames),
		email: within(ODDITIES.contactWithoutEmail, position)
			? null
			: position === ODDITIES.malformedEmail
				? accounts.replace('@', '(at)')
				: accounts,
		jobTitle: 'Accounts payable',
		active: true,
	};
	if (position % 4 !== 0) return [primary];
	const second: SeedPerson = {
		code: `CT${String(position * 2 + 2).padStart(7, '0')}`,
		firstName: random.pick(tongue.firstNames),
		lastName: random.pick(tongue.lastNames),
		email: `it.einkauf@${domain}`.replace(
			'it.einkauf',
			country.tongue === 'de' ? 'it.einkauf' : 'it',
		),
		jobTitle: 'IT',
		active: position % 8 === 0,
	};
	return [primary, second];
}

/** Company names that do not repeat: stem, sector, legal form. */
class NameMaker {
	private readonly used = new Map<string, number>();

	next(country: Country, random: Random): { name: string; domain: string } {
		const { stems, sectors } = TONGUES[country.tongue];
		const count = this.used.get(country.tongue) ?? 0;
		this.used.set(country.tongue, count + 1);
		const stem = stems[count % stems.length] as string;
		const sector = sectors[Math.floor(count / stems.length)] as string;
		const domain = `${plain(`${stem} ${sector}`)
			.toLowerCase()
			.replace(/&/g, 'and')
			.replace(/[^a-z0-9]+/g, '-')
			.replace(/^-|-$/g, '')}.example`;
		return { name: `${stem} ${sector} ${random.pick(country.legalForms)}`, domain };
	}
}

/** Without accents, for search keys and host names. */
function plain(text: string): string {
	return text
		.replace(/ß/g, 'ss')
		.replace(/[øØ]/g, 'o')
		.replace(/[łŁ]/g, 'l')
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '');
}

function within(positions: readonly number[], position: number): boolean {
	return positions.includes(position);
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
	const result = [...list];
	for (let last = result.length - 1; last > 0; last -= 1) {
		const other = random.between(0, last);
		[result[last], result[other]] = [result[other] as T, result[last] as T];
	}
	return result;
}

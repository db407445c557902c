import { withHash } from './withHash';

export interface SourceAddress {
	line1: string | null;
	line2: string | null;
	line3: string | null;
	city: string | null;
	state: string | null;
	postalCode: string | null;
	/** ISO 3166-1 alpha-2 after code mapping; an unmapped source code is passed on as it is. */
	country: string | null;
}

/** An address nobody filled in is none. */
export function unlessBlank(address: SourceAddress): SourceAddress | null {
	return Object.values(address).some((part) => part !== null) ? address : null;
}

export interface SourceContact {
	id: string;
	firstName: string | null;
	lastName: string | null;
	email: string | null;
	phone: string | null;
	role: string | null;
	primary: boolean;
}

/**
 * A customer master as every CloudSuite product gives it to the rest of the package.
 * `null` means "the source has none"; a field is never absent. Times are ISO 8601 UTC.
 */
export interface SourceCustomer {
	/** `{product}:{tenant}:{company}:{id}` */
	key: string;
	product: string;
	tenant: string;
	company: string;
	/** Trimmed for display. */
	id: string;
	name: string;
	searchKey: string | null;
	/** `active`, `inactive`, `prospect` or `doubtful`; a value the product may add later is passed on in lower case. */
	status: string | null;
	role: string | null;
	email: string | null;
	phone: string | null;
	website: string | null;
	vatNumber: string | null;
	registrationNumber: string | null;
	/** ISO 4217 */
	currency: string | null;
	/** BCP 47, or the source's own code when it has no mapping. */
	language: string | null;
	paymentTerms: string | null;
	creditLimit: number | null;
	billingAddress: SourceAddress | null;
	contacts: SourceContact[];
	/** The parent's id within the same company. */
	parentId: string | null;
	createdAt: string | null;
	modifiedAt: string | null;
	/** Hash of everything above; changes exactly when something that can be mapped changed. */
	sourceHash: string;
	/** The rows it was joined from, by entity set; only on request. */
	raw: Record<string, unknown> | null;
}

export const withSourceHash = withHash<SourceCustomer>;

import type { IdealCustomer, IdealItem } from './ideal';

/** Where a product tells something else than the sample company is, and why. */
export interface Difference<T> {
	field: keyof T & string;
	/** For `docs/products.md`: one sentence, for a person who decides what to sync. */
	why: string;
	/** What the product tells of this record instead. */
	tells: (record: T, position: number) => unknown;
}

/** How one product tells the sample company. */
export interface Telling {
	/** As in the nodes. */
	product: string;
	/** The product in keys, where that is another one: its records are that product’s. */
	keyProduct?: string;
	/** As Infor writes it. */
	name: string;
	/** Node parameters that select the sample company. */
	company: string;
	/** The company as it stands in keys. */
	keyCompany: string;
	/** For `docs/products.md`: where it reads, and how changes are found. */
	reads?: { through: string; customers: string; items: string };
	/** For `docs/products.md`: what a person has to know before relying on it, a sentence or two each. */
	notes?: readonly string[];
	customers: ReadonlyArray<Difference<IdealCustomer>>;
	items: ReadonlyArray<Difference<IdealItem>>;
}

export const nothing = () => null;

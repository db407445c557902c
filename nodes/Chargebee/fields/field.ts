/** What a field holds; decides how a value is checked, compared and shown in the mapping form. */
export type FieldKind =
	| 'text'
	| 'email'
	| 'vat'
	| 'country'
	| 'currency'
	| 'locale'
	| 'integer'
	| 'decimal'
	| 'boolean'
	| 'choice'
	| 'date'
	| 'timestamp'
	| 'url'
	/** Price tiers: a list of objects. */
	| 'tiers'
	/** Tax identifiers of a customer: a list of objects. */
	| 'identifiers'
	/** Named values; each is a field of its own, e.g. `meta_data.region`. */
	| 'object';

export interface Field {
	/** Flat name, as mapped in n8n: Chargebee's own name, with that of its block before it, e.g. `billing_address_city`. */
	id: string;
	label: string;
	kind: FieldKind;
	/** The nested member it is in, e.g. `billing_address`. */
	block?: string;
	/** Characters; Chargebee counts the same way. */
	maxLength?: number;
	/** Smallest number. */
	min?: number;
	choices?: readonly string[];
	/** Shown in the mapping form from the start. */
	common?: boolean;
	/** Chargebee takes it only when the record is created. */
	immutable?: boolean;
	/** Chargebee takes it only of an existing record. */
	updateOnly?: boolean;
	/** Chargebee no longer takes it once subscriptions or invoices use the record. */
	frozen?: boolean;
	/** Chargebee tells it, and takes it never. */
	readOnly?: boolean;
	/** Must be there to create the record. */
	required?: boolean;
	/** Defined by the site, not by Chargebee. */
	custom?: boolean;
}

/** A field of a nested member. */
export function inBlock(
	block: string,
	name: string,
	label: string,
	rest: Partial<Field> = {},
): Field {
	return { id: `${block}_${name}`, label, kind: 'text', block, ...rest };
}

/** Its name inside its block. */
export function nameInBlock({ id, block }: Field): string {
	return block === undefined ? id : id.slice(block.length + 1);
}

/** A member of metadata by its own name and that of what it is in: `meta_data.region`. */
export function memberOf(id: string): { owner: string; member?: string } {
	const dot = id.indexOf('.');
	return dot < 0 ? { owner: id } : { owner: id.slice(0, dot), member: id.slice(dot + 1) };
}

/**
 * The fields of a resource by id. Members of metadata are fields of their own (`meta_data.region`);
 * custom fields the site's configuration does not tell of are taken as text.
 */
export class FieldSet {
	private readonly byId: ReadonlyMap<string, Field>;
	/** Names of the nested members. */
	readonly blocks: readonly string[];

	constructor(
		readonly list: readonly Field[],
		/** Set when the site's custom fields are known: any other is none. */
		private readonly onlyTheseCustomFields = false,
	) {
		this.byId = new Map(list.map((field) => [field.id, field]));
		this.blocks = [...new Set(list.flatMap(({ block }) => (block === undefined ? [] : [block])))];
	}

	get(id: string): Field | undefined {
		const field = this.byId.get(id);
		if (field) return field;
		const { owner, member } = memberOf(id);
		if (member !== undefined && this.byId.get(owner)?.kind === 'object')
			return { id, label: id, kind: 'text' };
		if (id.startsWith('cf_') && !this.onlyTheseCustomFields)
			return { id, label: id, kind: 'text', custom: true };
		return undefined;
	}

	/** Whether a field is among these names: by its own, its block's, or that of the metadata it is a member of. */
	isNamed(names: ReadonlySet<string>, id: string): boolean {
		const block = this.byId.get(id)?.block;
		return (
			names.has(id) || (block !== undefined && names.has(block)) || names.has(memberOf(id).owner)
		);
	}

	/** Whether a name can be one of those. */
	isName(name: string): boolean {
		return this.get(name) !== undefined || this.blocks.includes(name);
	}
}

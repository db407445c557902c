import type { IDataObject } from 'n8n-workflow';
import type { SiteFields } from '../../upsert/defineResource';
import type { Preparation } from '../../upsert/prepare';
import type { MatchKey, Parent, Policies, ResourceSpec, Wanted } from '../../upsert/types';
import type { Problem, Value } from '../../upsert/values';

/** The mapped values of one item on their way to the check. */
export interface Mapped {
	values: IDataObject;
	problems: Problem[];
}

/** What a step between mapping and check may look at. */
export interface MappingFacts {
	sourceKey: string;
	/** The node's own parameters for this item, by name. */
	parameter: (name: string) => unknown;
}

/** How the parent is asked for in the node. */
export interface ParentSetting {
	/** e.g. `Item Family` */
	label: string;
	/** Default expression of the CloudSuite key. */
	defaultKey: string;
	placeholder: string;
	description: string;
	/** Ids of new parents have at most so many characters. */
	idLength: number;
	/** A record can do without one. */
	optional?: boolean;
}

/** The field that shows that a record is out of use. */
export interface PutAside {
	field: string;
	value: Value;
	/** Its value when the record is in use, unless one is mapped. */
	inUse?: Value;
}

/** All a resource adds to the "Create or Update" operation. */
export interface UpsertResource {
	/** n8n's value of the resource, e.g. `itemPrice`. */
	resource: string;
	define: (site: SiteFields) => ResourceSpec;
	/** Ids of new records have at most so many characters. */
	idLength: number;
	matchKeys: Record<string, MatchKey>;
	defaultMatchKeys: readonly string[];
	/** Kinds of records whose custom fields it has. */
	entities: readonly string[];
	/** Chargebee documents filters by custom field for its list. */
	searchableReference: boolean;
	/** Part of Product Catalog 2.0. */
	catalog: boolean;
	/** What an item from the Infor CloudSuite node becomes when it was not mapped; `undefined` for any other item. */
	mapSource?: (json: IDataObject, facts: MappingFacts) => IDataObject | undefined;
	/** Settings of the node that change mapped values, e.g. the name policy. */
	adjust?: (mapped: Mapped, facts: MappingFacts) => Mapped;
	/** Values of a new record where none was mapped, as the node's parameters have them. */
	defaults?: (facts: MappingFacts) => Record<string, unknown>;
	parent?: ParentSetting;
	defineParent?: (site: SiteFields) => ResourceSpec;
	/** Kinds of records whose custom fields the parents have, where these are another resource. */
	parentEntities?: readonly string[];
	/** Chargebee documents filters by custom field for the list of parents. */
	parentSearchable?: boolean;
	withParent?: Preparation['withParent'];
	/** How a record that is inactive in CloudSuite is put aside; the user has to ask for it. */
	putAside?: PutAside;
	/** What follows a record that can't be changed any more, or not be brought back. */
	successor?: (wanted: Wanted, policies: Policies) => Wanted;
}

export type { Parent };

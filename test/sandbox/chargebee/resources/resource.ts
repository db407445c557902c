import type { SandboxAnswer } from '../../shared/server';
import type { Operators } from '../operators';
import type { ResourcePath, Site } from '../site';

/** How a resource is listed. */
export interface ListSpec {
	path: ResourcePath;
	filters: Readonly<Record<string, Operators>>;
	/** The member a filter looks at where it has another name. */
	sources?: Readonly<Record<string, string>>;
	/** Whether custom fields can be filters. */
	customFields?: true;
	sortable: readonly string[];
	/** Deleted records are listed for `include_deleted=true`, or for a filter by status. */
	deletedBy: 'parameter' | 'status';
}

/** The calls that write a resource. */
export interface Writes {
	create: (site: Site, body: string) => SandboxAnswer;
	update: (site: Site, id: string, body: string) => SandboxAnswer;
	/** By the last part of the path: `POST /items/{id}/delete`. */
	operations: Readonly<Record<string, (site: Site, id: string, body: string) => SandboxAnswer>>;
}

/** What the site knows of one resource; without writes it is read-only. */
export interface Resource {
	list: ListSpec;
	writes?: Writes;
}

import type { IDataObject, INode } from 'n8n-workflow';
import { asText } from '../../shared/text';
import type { Reply } from '../../shared/http/send';
import type { ChargebeeClient } from '../transport/client';
import { readError } from '../transport/errorBody';
import type { FormObject } from '../transport/form';
import type { Page } from '../transport/list';
import { LARGEST_PAGE, listPage, listPages, readPage } from '../transport/list';
import { idChunks, isPlainId } from './chunks';
import type { Found, ResourceSpec } from './types';

/** With fewer than these, it is not their number that is refused. */
const FEWEST_IDS = 10;

/** How many ids one filter may have is not documented; a site that takes fewer refuses the filter. */
function isTooMany(reply: Reply): boolean {
	return (
		reply.kind === 'answer' &&
		reply.status === 400 &&
		['param_wrong_value', 'invalid_request'].includes(readError(reply).code)
	);
}

/** A Chargebee list, read by the eyes of the engine. */
export class Rows {
	constructor(
		private readonly client: ChargebeeClient,
		private readonly node: INode,
		private readonly spec: ResourceSpec,
	) {}

	/**
	 * The records with these ids; of a resource that lives inside another one, those in the parents with these ids.
	 * @returns the filter's name instead when Chargebee ignored it
	 */
	async byIds(ids: readonly string[], take: (row: Found) => void): Promise<string | undefined> {
		const unique = [...new Set(ids)].filter((id) => id !== '');
		const odd = unique.filter((id) => !isPlainId(id)).map((id) => [id]);
		let chunks = [...idChunks(unique.filter(isPlainId)), ...odd];
		for (let chunk = chunks.shift(); chunk; chunk = chunks.shift()) {
			const [first = ''] = chunk;
			const filter = isPlainId(first) ? 'id[in]' : 'id[is]';
			const value = isPlainId(first) ? JSON.stringify(chunk) : first;
			const { path, listQuery } = this.spec;
			const query = { ...listQuery, [filter]: value, limit: LARGEST_PAGE };
			const { reply } = await this.client.get(path, query);
			if (isTooMany(reply) && chunk.length > FEWEST_IDS) {
				const most = Math.ceil(chunk.length / 2);
				chunks = [chunk, ...chunks].flatMap((one) => idChunks(one, most));
				continue;
			}
			const { entries } = readPage(this.node, path, reply);
			const asked = new Set(chunk);
			if (!entries.every((entry) => asked.has(asText(this.unwrap(entry).id)))) return filter;
			entries.flatMap((entry) => this.records(entry)).forEach(take);
		}
		return undefined;
	}

	/** The first page of a filtered list; deleted records count too, or a linked one that was deleted would seem absent. */
	async page(query: FormObject): Promise<Found[]> {
		return (await this.entries(query)).flatMap((entry) => this.records(entry));
	}

	/**
	 * Whether the list can be asked for by this custom field. It can only after Chargebee's support made it searchable;
	 * until then the filter is ignored. A value nobody has tells: rows that come back were not filtered.
	 */
	async isSearchable(field: string): Promise<boolean> {
		const rows = await this.page({ [`${field}[is]`]: '~no-such-reference~', limit: 1 });
		return rows.length === 0;
	}

	/** Every record of the list. */
	async all(take: (row: Found) => void): Promise<void> {
		for await (const { entries } of this.pages())
			entries.flatMap((entry) => this.records(entry)).forEach(take);
	}

	/** The whole list, page by page. */
	pages(): AsyncGenerator<Page> {
		const { path, listQuery, sweepQuery } = this.spec;
		return listPages(this.client, this.node, path, { ...listQuery, ...sweepQuery });
	}

	/** What the engine sees of an entry: a record, or those in it. Deleted ones whose id is free again are none. */
	records(entry: IDataObject): Found[] {
		const { inside, read, reusesIds } = this.spec;
		const record = this.unwrap(entry);
		const records = inside ? inside.recordsIn(record) : [record];
		return records.map(read).filter(({ deleted }) => !(deleted && reusesIds));
	}

	private async entries(query: FormObject): Promise<IDataObject[]> {
		const { path, listQuery } = this.spec;
		const page = await listPage(this.client, this.node, path, { ...listQuery, ...query });
		return page.entries;
	}

	private unwrap(entry: IDataObject): IDataObject {
		const record = entry[this.spec.inside?.wrapper ?? this.spec.name];
		return typeof record === 'object' && record !== null ? (record as IDataObject) : {};
	}
}

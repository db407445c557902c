import type { IDataObject, INode } from 'n8n-workflow';
import { asText } from '../../shared/text';
import type { ChargebeeClient } from '../transport/client';
import type { FormObject } from '../transport/form';
import type { Page } from '../transport/list';
import { LARGEST_PAGE, listPage, listPages } from '../transport/list';
import { idChunks, isPlainId } from './chunks';
import type { Found, ResourceSpec } from './types';

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
		const unique = [...new Set(ids)];
		const plain = idChunks(unique.filter(isPlainId)).map((chunk) => ({
			asked: new Set(chunk),
			filter: 'id[in]',
			value: JSON.stringify(chunk),
		}));
		const others = unique
			.filter((id) => id !== '' && !isPlainId(id))
			.map((id) => ({ asked: new Set([id]), filter: 'id[is]', value: id }));
		for (const { asked, filter, value } of [...plain, ...others]) {
			const entries = await this.entries({ [filter]: value, limit: LARGEST_PAGE });
			if (!entries.every((entry) => asked.has(asText(this.unwrap(entry).id)))) return filter;
			entries.flatMap((entry) => this.records(entry)).forEach(take);
		}
		return undefined;
	}

	/** The first page of a filtered list; deleted records count too, or a linked one that was deleted would seem absent. */
	async page(query: FormObject): Promise<Found[]> {
		return (await this.entries(query)).flatMap((entry) => this.records(entry));
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

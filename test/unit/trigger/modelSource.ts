import type { Change, ChangeFeed, MasterQuery } from '../../../nodes/CloudSuite/products/product';
import type { Hashable } from '../../../nodes/CloudSuite/resources/kinds';

export const OVERLAP = 600;

interface Row {
	key: string;
	modifiedAt: number | undefined;
	version: number;
}

/** What was handed to a workflow. */
export interface Delivered extends Hashable {
	version: number;
	changedAt: number | undefined;
}

/**
 * A source with dates of change, read in the order of keys, page by page. Times are small numbers; several changes share
 * one. It goes on behind a key, or only from the front.
 */
export class ModelSource {
	readonly rows = new Map<string, Row>();
	now = 10_000;
	/** Called before each page but the first of a read. */
	betweenPages: () => void = () => undefined;
	private versions = 0;

	constructor(
		private readonly pageSize: number,
		private readonly resumes: boolean,
	) {}

	/** Inserts or changes a record; `late`: its date is so long ago, as of a transaction that took its time. */
	write(key: string, late = 0, dated = true): void {
		this.versions += 1;
		const modifiedAt = dated ? this.now - late : undefined;
		this.rows.set(key, { key, modifiedAt, version: this.versions });
	}

	remove(key: string): void {
		this.rows.delete(key);
	}

	feed(): ChangeFeed<Delivered> {
		return {
			overlap: OVERLAP,
			resumes: this.resumes,
			read: (query, after) => this.read(query, after),
			complete: (changes) =>
				Promise.resolve(
					changes.flatMap(({ key }) => {
						const row = this.rows.get(key);
						if (!row) return [];
						const { version, modifiedAt: changedAt } = row;
						return [{ key, id: key, version, changedAt, sourceHash: String(version) }];
					}),
				),
		};
	}

	private async *read(query: MasterQuery, after = ''): AsyncGenerator<Change[]> {
		for (let last = after, page = 1; ; page += 1) {
			if (page > 1) this.betweenPages();
			const rows = this.matching(query)
				.filter(({ key }) => key > last)
				.sort((a, b) => (a.key < b.key ? -1 : 1));
			yield rows.slice(0, this.pageSize).map(({ key, modifiedAt, version }): Change => ({
				key,
				modifiedAt,
				version: String(version),
				row: {},
				position: key,
			}));
			await Promise.resolve();
			if (rows.length <= this.pageSize) return;
			last = rows[this.pageSize - 1]?.key ?? '';
		}
	}

	/** A filter by date leaves out what has none. */
	private matching({ modifiedSince }: MasterQuery): Row[] {
		return [...this.rows.values()].filter(
			({ modifiedAt }) => modifiedSince === undefined || (modifiedAt ?? -1) >= modifiedSince,
		);
	}
}

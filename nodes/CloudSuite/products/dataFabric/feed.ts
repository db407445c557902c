import { objectOf } from '../../../shared/json';
import type { Master } from '../matching';
import type { Change, ChangeFeed } from '../product';
import { LATE_MS } from './moments';
import type { Read } from './rows';
import { alive, behind, pages } from './rows';
import type { LakeSource } from './source';

/** What changed, by when the rows arrived in the Data Lake, in the order of keys. */
export async function lakeFeed<T extends Master>(source: LakeSource<T>): Promise<ChangeFeed<T>> {
	const plan = await source.plan();
	return {
		overlap: LATE_MS,
		resumes: plan?.from !== undefined,
		async *read(query, after) {
			if (!plan) return;
			const statement = { query, withArrival: true, position: after };
			const all = behind(pages(source, plan, statement), after);
			for await (const page of alive(source, plan, all, query, after === undefined))
				yield page.map(changeOf);
		},
		complete: async (changes) =>
			await Promise.resolve(
				plan ? changes.map(({ row }) => plan.read(objectOf(row) ?? {}).record) : [],
			),
	};
}

function changeOf<T extends Master>({ record, arrivedAt, position, row }: Read<T>): Change {
	return {
		key: record.key,
		modifiedAt: arrivedAt,
		// rows arrive again without a change, when a table is published anew
		version: record.sourceHash,
		row: row as Change['row'],
		position,
	};
}

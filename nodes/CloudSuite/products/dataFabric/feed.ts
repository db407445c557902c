import { objectOf } from '../../../shared/json';
import type { Master } from '../matching';
import type { Change, ChangeFeed } from '../product';
import { DeletedRows } from './deletedRows';
import { LATE_MS } from './moments';
import type { Read } from './rows';
import { behind, isWanted, pages } from './rows';
import type { LakeSource } from './source';

/** What changed, by when the rows arrived in the Data Lake, in the order of keys. */
export async function lakeFeed<T extends Master>(source: LakeSource<T>): Promise<ChangeFeed<T>> {
	const plan = await source.plan();
	return {
		overlap: LATE_MS,
		resumes: plan?.from !== undefined,
		async *read(query, after) {
			if (!plan) return;
			const deleted = new DeletedRows(query.modifiedSince);
			const statement = { query, withArrival: true, position: after };
			let rows = 0;
			try {
				for await (const page of behind(pages(source, plan, statement), after)) {
					rows += page.length;
					const wanted = page.filter((read) => isWanted(plan, read, query));
					for (const read of wanted) deleted.note(read);
					yield wanted.filter(({ isDeleted }) => !isDeleted).map(changeOf);
				}
			} finally {
				// also when nobody wants the rest
				const hint = deleted.hint(source.what);
				if (hint !== undefined) source.jobs.hint(hint);
			}
			if (rows === 0 && after === undefined) await source.checkCompany?.();
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

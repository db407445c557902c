import type {
	Change,
	ChangeFeed,
	MasterReader,
	World,
} from '../../../nodes/CloudSuite/products/product';
import type { Hashable } from '../../../nodes/CloudSuite/resources/kinds';
import { EVERYTHING, KINDS } from '../../../nodes/CloudSuite/resources/kinds';
import type { Cursor } from '../../../nodes/CloudSuite/trigger/cursor';
import { MOST_SCANNED } from '../../../nodes/CloudSuite/trigger/scan';
import type { Start } from '../../../nodes/CloudSuite/trigger/start';
import { nextOf } from '../../../nodes/CloudSuite/trigger/stream';

const NOW = Date.parse('2026-01-05T08:00:00Z');

/** A table of so many records that all arrived just now, e.g. because it was published anew. */
function published(count: number): ChangeFeed<Hashable> {
	const changes = Array.from({ length: count }, (_, at): Change => ({
		...{ key: `K${at}`, modifiedAt: NOW, version: 'v1', row: {}, position: `K${at}` },
	}));
	return {
		overlap: 1000,
		resumes: false,
		async *read() {
			yield await Promise.resolve(changes);
		},
		complete: async (some) =>
			await Promise.resolve(some.map(({ key }) => ({ key, id: key }) as unknown as Hashable)),
	};
}

async function poll(count: number, start: Start, before?: Cursor) {
	return await nextOf(
		{
			world: { now: NOW, node: { name: 'Trigger' } } as unknown as World,
			product: 'Data Fabric',
			company: '130',
			kind: KINDS.item,
			reader: { changes: published(count) } as unknown as MasterReader<Hashable>,
			query: EVERYTHING,
			start,
			overlap: 0,
			most: MOST_SCANNED,
			hasTime: () => true,
		},
		before,
	);
}

describe('what a trigger remembers of what it delivered', () => {
	const message =
		'20,001 items of company 130 changed in too short a time: the trigger remembers at most 20,000, because n8n stores what it has delivered with the workflow';

	it('is limited when it begins with what is there: more is an error that says what to do', async () => {
		await expect(poll(MOST_SCANNED + 1, { from: 'now' })).rejects.toMatchObject({
			message,
			description: expect.stringMatching(/"Get Slice".*"Sync items"/) as string,
		});
		const { cursor } = await poll(MOST_SCANNED, { from: 'now' });
		expect(Object.keys('seen' in cursor ? cursor.seen : {})).toHaveLength(MOST_SCANNED);
	});

	it('is limited while it goes on: nothing is delivered that could not be remembered', async () => {
		const first = await poll(MOST_SCANNED + 1, { from: 'everything' });
		expect(first.records).toHaveLength(MOST_SCANNED);
		await expect(
			poll(MOST_SCANNED + 1, { from: 'everything' }, first.cursor),
		).rejects.toMatchObject({ message });
	});
});

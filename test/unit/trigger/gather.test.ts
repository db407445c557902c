import type {
	Change,
	ChangeFeed,
	ChangePage,
	MasterQuery,
} from '../../../nodes/CloudSuite/products/product';
import { EVERYTHING } from '../../../nodes/CloudSuite/resources/kinds';
import type { WatermarkCursor } from '../../../nodes/CloudSuite/trigger/cursor';
import { gather } from '../../../nodes/CloudSuite/trigger/gather';

const FRESH: WatermarkCursor = {
	kind: 'watermark',
	since: null,
	floor: null,
	pass: null,
	seen: {},
};

function change(key: string, modifiedAt: number | undefined = 1, version = 'v1'): Change {
	return { key, modifiedAt, version, row: {}, position: key };
}

/** A feed that gives these pages, and remembers from where it was read and how many pages were taken. */
function feedOf(pages: ChangePage[], resumes = true) {
	const asked: Array<string | undefined> = [];
	const taken: number[] = [];
	const feed: ChangeFeed<never> = {
		overlap: 0,
		resumes,
		async *read(_query: MasterQuery, after?: string) {
			asked.push(after);
			for (const [number, page] of pages.entries()) {
				taken.push(number);
				await Promise.resolve();
				yield page;
			}
		},
		complete: () => Promise.resolve([]),
	};
	return { feed, asked, taken };
}

const limits = { most: 10, now: 100, hasTime: () => true };
const keys = (slice: { wanted: Change[] } | undefined) => slice?.wanted.map(({ key }) => key);

describe('a slice', () => {
	it('ends with the last page, and the pass with it', async () => {
		const { feed } = feedOf([[change('A')], [], [change('B')]]);
		const slice = await gather(feed, EVERYTHING, FRESH, limits);
		expect(keys(slice)).toEqual(['A', 'B']);
		expect(slice?.isDone).toBe(true);
	});

	it('stops behind the last change it takes, also within a page', async () => {
		const { feed } = feedOf([[change('A'), change('B'), change('C')], [change('D')]]);
		const slice = await gather(feed, EVERYTHING, FRESH, { ...limits, most: 2 });
		expect(keys(slice)).toEqual(['A', 'B']);
		expect(slice).toMatchObject({ isDone: false, pass: { after: 'B' } });
	});

	it('that is just as long as the rest is not known to be the last', async () => {
		const { feed } = feedOf([[change('A'), change('B')]]);
		const slice = await gather(feed, EVERYTHING, FRESH, { ...limits, most: 2 });
		expect(slice?.isDone).toBe(true);
	});

	it('goes on where the pass stopped, and never from there if the feed can not', async () => {
		const cursor = { ...FRESH, pass: { startedAt: 50, newest: 3, after: 'K' } };
		const able = feedOf([[change('L')]]);
		await gather(able.feed, EVERYTHING, cursor, limits);
		expect(able.asked).toEqual(['K']);
		const unable = feedOf([[change('A')]], false);
		const slice = await gather(
			unable.feed,
			EVERYTHING,
			{ ...cursor, pass: { ...cursor.pass, after: null } },
			limits,
		);
		expect(unable.asked).toEqual([undefined]);
		expect(slice?.pass.after).toBeNull();
	});

	it('takes of a record that came twice the version read last', async () => {
		const { feed } = feedOf([[change('A', 1, 'old')], [change('A', 2, 'new')]]);
		const slice = await gather(feed, EVERYTHING, FRESH, limits);
		expect(slice?.wanted.map(({ version }) => version)).toEqual(['new']);
	});

	it('remembers the latest date, never one after its own start', async () => {
		const { feed } = feedOf([[change('A', 7), change('B', 5000), change('C', undefined)]]);
		const slice = await gather(feed, EVERYTHING, FRESH, limits);
		expect(slice?.pass.newest).toBe(100);
	});
});

describe('when the time is over', () => {
	it('what was read is delivered, and the next poll goes on behind it', async () => {
		const { feed, taken } = feedOf([[change('A')], [change('B')]]);
		const slice = await gather(feed, EVERYTHING, FRESH, { ...limits, hasTime: () => false });
		expect(keys(slice)).toEqual(['A']);
		expect(slice).toMatchObject({ isDone: false, pass: { after: 'A' } });
		expect(taken).toEqual([0]);
	});

	it('a feed that can go on does so although nothing was new', async () => {
		const { feed } = feedOf([[change('A', 1)], [change('B')]]);
		const floor = { ...FRESH, floor: 50 };
		const slice = await gather(feed, EVERYTHING, floor, { ...limits, hasTime: () => false });
		expect(slice).toMatchObject({ wanted: [], isDone: false, pass: { after: 'A' } });
	});

	it('pages without anything asked for are passed for good, and do not come again', async () => {
		const { feed } = feedOf([{ passed: 'K' }, { passed: 'L' }]);
		const over = { ...limits, hasTime: () => false };
		const slice = await gather(feed, EVERYTHING, FRESH, over);
		expect(slice).toMatchObject({ wanted: [], isDone: false, pass: { after: 'K' } });
		// a page that says nothing about its place leaves what the pages before it reached
		let pages = 0;
		const silent = feedOf([{ passed: 'K' }, []]);
		const later = await gather(silent.feed, EVERYTHING, FRESH, {
			...limits,
			hasTime: () => (pages += 1) < 2,
		});
		expect(later).toMatchObject({ wanted: [], isDone: false, pass: { after: 'K' } });
	});

	it('a place that has not moved in a poll is an error: the next one would get no further', async () => {
		const { feed } = feedOf([[], [change('L')]]);
		const cursor = { ...FRESH, pass: { startedAt: 50, newest: 3, after: 'K' } };
		const over = { ...limits, hasTime: () => false };
		expect(await gather(feed, EVERYTHING, cursor, over)).toBeUndefined();
	});

	it('one that can not, and has nothing, would never get further: that is an error', async () => {
		const { feed } = feedOf([[change('A', 1)], [change('B')]], false);
		const floor = { ...FRESH, floor: 50 };
		expect(
			await gather(feed, EVERYTHING, floor, { ...limits, hasTime: () => false }),
		).toBeUndefined();
	});
});

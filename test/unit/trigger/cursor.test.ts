import type { ScanCursor, WatermarkCursor } from '../../../nodes/CloudSuite/trigger/cursor';
import { readStored, shortKey, shortVersion } from '../../../nodes/CloudSuite/trigger/cursor';
import { changedSlice, scanned } from '../../../nodes/CloudSuite/trigger/scan';
import { advance, baseline, isNew, readFrom } from '../../../nodes/CloudSuite/trigger/watermark';

const cursor = (change: Partial<WatermarkCursor> = {}): WatermarkCursor => ({
	kind: 'watermark',
	since: 1000,
	floor: null,
	pass: null,
	seen: {},
	...change,
});
const change = (key: string, modifiedAt: number | undefined, version = 'v1') => ({
	key,
	modifiedAt,
	version,
	row: {},
});
const seen = (key: string, modifiedAt: number, version = 'v1') => ({
	[shortKey(key)]: [shortVersion(version), modifiedAt] as [string, number],
});

describe('reading begins', () => {
	it.each([
		['at the front without any border', cursor({ since: null }), undefined],
		['at the date the user gave', cursor({ since: null, floor: 700 }), 700],
		['an overlap before the watermark', cursor(), 900],
		['never before the date the user gave', cursor({ floor: 950 }), 950],
	])('%s', (_rule, given, from) => {
		expect(readFrom(given, 100)).toBe(from);
	});
});

describe('a change is new', () => {
	it.each([
		['when nothing of its record was delivered', change('A', 950), true],
		['in another version', change('B', 950, 'v2'), true],
		['not in the version that was delivered', change('B', 950), false],
		['not when it is older than the date the user gave', change('C', 500), false],
		['when it has no date', change('D', undefined), true],
	])('%s', (_rule, one, expected) => {
		expect(isNew(one, cursor({ floor: 600, seen: seen('B', 950) }))).toBe(expected);
	});
});

describe('the watermark', () => {
	const pass = { startedAt: 5000, newest: 2000, after: 'K' };

	it('stays while a pass is under way', () => {
		const next = advance(
			cursor(),
			{ wanted: [change('A', 2000)], pass, isDone: false },
			{ overlap: 100, resumes: true },
		);
		expect(next).toMatchObject({ since: 1000, pass });
	});

	it('moves to the latest date of a pass that is over', () => {
		const next = advance(
			cursor(),
			{ wanted: [], pass, isDone: true },
			{ overlap: 100, resumes: true },
		);
		expect(next).toMatchObject({ since: 2000, pass: null });
	});

	it('never moves back', () => {
		const old = { ...pass, newest: 950 };
		const next = advance(
			cursor(),
			{ wanted: [], pass: old, isDone: true },
			{ overlap: 100, resumes: true },
		);
		expect(next.since).toBe(1000);
	});

	it('lets go of what will not be read again, and of nothing else', () => {
		const before = cursor({ seen: { ...seen('old', 1899), ...seen('recent', 1900) } });
		const { seen: kept } = advance(
			before,
			{ wanted: [change('A', 1950)], pass, isDone: true },
			{ overlap: 100, resumes: true },
		);
		expect(Object.keys(kept).sort()).toEqual([shortKey('A'), shortKey('recent')].sort());
	});

	it('of a baseline is now, with what is there as delivered', () => {
		const base = baseline([change('A', 4000), change('B', 4950)], { overlap: 100, now: 5000 });
		expect(base).toEqual(cursor({ since: 5000, seen: seen('B', 4950) }));
	});
});

describe('a comparison of all records', () => {
	const record = (key: string, sourceHash = 'h1') => ({ key, sourceHash });
	const index = { [shortKey('A')]: shortVersion('h1'), [shortKey('B')]: shortVersion('h1') };
	const before: ScanCursor = { kind: 'scan', index };

	it('gives what is new or changed, by key, as much as is wanted', () => {
		const records = [record('D'), record('B', 'h2'), record('A'), record('C')];
		expect(changedSlice(records, before, 2).map(({ key }) => key)).toEqual(['B', 'C']);
	});

	it('remembers what was delivered, and what was not as it was before', () => {
		const records = [record('A', 'h2'), record('B', 'h2'), record('C')];
		const [first] = records;
		expect(scanned(records, first ? [first] : [], before).index).toEqual({
			[shortKey('A')]: shortVersion('h2'),
			[shortKey('B')]: shortVersion('h1'),
		});
	});

	it('forgets what is gone', () => {
		expect(scanned([record('A')], [], before).index).toEqual({
			[shortKey('A')]: shortVersion('h1'),
		});
	});
});

describe('what n8n has stored', () => {
	const good = { start: 'now', cursor: cursor({ seen: seen('A', 900) }) };

	it('comes back as it was', () => {
		expect(readStored({ streams: { one: good } })).toEqual(new Map([['one', good]]));
		const scan = { start: 'everything', cursor: { kind: 'scan', index: { a: 'b' } } };
		expect(readStored({ streams: { one: scan } })).toEqual(new Map([['one', scan]]));
	});

	it.each([
		['nothing', {}],
		['a text', { streams: 'x' }],
		['a cursor of another kind', { streams: { one: { start: 'now', cursor: { kind: 'x' } } } }],
		['a scan without index', { streams: { one: { start: 'now', cursor: { kind: 'scan' } } } }],
		[
			'a time that is none',
			{ streams: { one: { start: 'now', cursor: { ...cursor(), since: 'yesterday' } } } },
		],
		[
			'a pass that is none',
			{ streams: { one: { start: 'now', cursor: { ...cursor(), pass: { after: 1 } } } } },
		],
	])('counts as not there when it is %s', (_what, data) => {
		expect(readStored(data as never)).toEqual(new Map());
	});
});

import fc from 'fast-check';
import type { Selection } from '../../../nodes/SyncLog/ledger/select';
import { selectForReplay } from '../../../nodes/SyncLog/ledger/select';
import type { Row } from '../../../nodes/SyncLog/tables';

const NOW = Date.parse('2026-01-02T00:00:00Z');
const RULES = { maxAttempts: 8, backoffMinutes: 15, now: NOW };
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();
const row = (key: string, rest: Row = {}): Row => ({
	source_key: key,
	flow: 'sync-customers',
	outcome: 'failed',
	reason: 'no answer',
	attempts: 1,
	first_failed_at: '2026-01-01T00:00:00Z',
	parked: false,
	updated_at: minutesAgo(60),
	...rest,
});
const FAILED: Selection = { which: 'failed' };
const keysOf = (list: Array<{ row: Row }>) => list.map((one) => one.row.source_key);
const select = (rows: Row[], selection: Selection = FAILED, rules = {}) => {
	const { replay, park, waiting } = selectForReplay(rows, selection, { ...RULES, ...rules });
	return { replay: keysOf(replay), park: keysOf(park), waiting };
};

describe('selecting what failed', () => {
	it.each(['created', 'updated', 'linked', 'unchanged', 'preview', ''])(
		'leaves %s alone',
		(outcome) => {
			expect(select([row('a', { outcome })])).toEqual({ replay: [], park: [], waiting: 0 });
		},
	);

	it.each(['skipped', 'conflict', 'invalid', 'rejected', 'failed'])('sends %s again', (outcome) => {
		expect(select([row('a', { outcome })]).replay).toEqual(['a']);
	});

	it.each([true, 'true', 1, '1', 't'])('leaves parked ones alone, written as %j', (parked) => {
		expect(select([row('a', { parked })])).toEqual({ replay: [], park: [], waiting: 0 });
	});

	it.each([
		[1, 15],
		[2, 30],
		[3, 60],
		[7, 960],
		[8, 1440],
		[50, 1440],
	])('after %i attempts waits %i minutes', (attempts, minutes) => {
		const rules = { maxAttempts: 100 };
		const early = row('a', { attempts, updated_at: minutesAgo(minutes - 1) });
		const due = row('a', { attempts, updated_at: minutesAgo(minutes) });
		expect(select([early], FAILED, rules)).toEqual({ replay: [], park: [], waiting: 1 });
		expect(select([due], FAILED, rules).replay).toEqual(['a']);
	});

	it('waits for nothing when the wait is 0 or the time can not be read', () => {
		expect(
			select([row('a', { updated_at: minutesAgo(0) })], FAILED, { backoffMinutes: 0 }).replay,
		).toEqual(['a']);
		expect(select([row('a', { updated_at: 'yesterday' })]).replay).toEqual(['a']);
	});

	it('sends the longest waiting first', () => {
		const rows = [row('b'), row('c', { updated_at: minutesAgo(300) }), row('a')];
		expect(select(rows).replay).toEqual(['c', 'b', 'a']);
	});

	it('parks what was tried often enough, with what happened, due or not', () => {
		const { park } = selectForReplay(
			[
				row('a', { outcome: 'rejected', attempts: '8', updated_at: minutesAgo(0) }),
				row('b', { outcome: 'rejected', attempts: 7 }),
			],
			FAILED,
			{ ...RULES, backoffMinutes: 0 },
		);
		expect(park.map((one) => one.row)).toEqual([
			expect.objectContaining({
				source_key: 'a',
				parked: true,
				reason: 'tried 8 times since 2026-01-01T00:00:00Z; last: no answer',
			}),
		]);
	});

	it.each(['failed', 'skipped'])(
		'never parks what %s: nobody has to take care of it',
		(outcome) => {
			expect(select([row('a', { outcome, attempts: 999, updated_at: '' })])).toEqual({
				...{ replay: ['a'], park: [], waiting: 0 },
			});
		},
	);

	it.each(['conflict', 'invalid', 'rejected'])('parks what is %s again and again', (outcome) => {
		expect(select([row('a', { outcome, attempts: 8 })]).park).toEqual(['a']);
	});

	it('puts each row that failed into exactly one place', () => {
		const rows = fc.array(
			fc.record({
				source_key: fc.string({ minLength: 1 }),
				outcome: fc.constantFrom('failed', 'conflict', 'updated'),
				attempts: fc.oneof(fc.nat({ max: 12 }), fc.constant(''), fc.constant('x')),
				parked: fc.constantFrom(true, false, null),
				updated_at: fc.nat({ max: 3000 }).map(minutesAgo),
			}),
		);
		fc.assert(
			fc.property(rows, (list) => {
				const { replay, park, waiting } = selectForReplay(list, FAILED, RULES);
				const open = list.filter((one) => one.outcome !== 'updated' && one.parked !== true);
				expect(replay.length + park.length + waiting).toBe(open.length);
				const indexes = [...replay, ...park].map(({ index }) => index);
				expect(new Set(indexes).size).toBe(indexes.length);
			}),
		);
	});
});

describe('selecting what a person names', () => {
	const rows = [
		row('k1', { outcome: 'updated' }),
		row('k2', { attempts: 8, updated_at: minutesAgo(0) }),
		row('k3', { parked: true, attempts: 8 }),
		row('k4'),
	];

	it.each<[string, Selection, string[]]>([
		['keys', { which: 'keys', keys: new Set(['k1', 'k3', 'k9']) }, ['k1', 'k3']],
		['a range', { which: 'range', from: 'k2', to: 'k3' }, ['k3', 'k2']],
		['a range without end', { which: 'range', from: 'k4', to: '' }, ['k4']],
		['a range without beginning', { which: 'range', from: '', to: 'k1' }, ['k1']],
		['parked ones', { which: 'parked' }, ['k3']],
	])('%s: at once, however often it was tried', (_name, selection, expected) => {
		expect(select(rows, selection)).toEqual({ replay: expected, park: [], waiting: 0 });
	});

	it.each<[string, Selection]>([
		['key', { which: 'keys', keys: new Set(['AX-2']) }],
		['place in a range', { which: 'range', from: 'AX-2', to: 'AX-2' }],
	])('by the %s of the record they hang on as well', (_name, selection) => {
		const ofItems = [
			row('AX-1-EUR', { record_key: 'AX-1' }),
			row('AX-2', { record_key: 'AX-2' }),
			row('AX-2-EUR', { record_key: 'AX-2' }),
			row('group-BOLTS', { record_key: 'AX-2' }),
			row('group-NONE', { record_key: '' }),
		];
		expect(select(ofItems, selection).replay).toEqual(['AX-2', 'AX-2-EUR', 'group-BOLTS']);
		const own: Selection = { which: 'keys', keys: new Set(['AX-2-EUR']) };
		expect(select(ofItems, own).replay).toEqual(['AX-2-EUR']);
	});

	it('by outcome: only these, and with the rules for what failed', () => {
		const outcomes = new Set(['conflict']);
		const list = [
			row('a', { outcome: 'conflict' }),
			row('b'),
			row('c', { outcome: 'conflict', attempts: 8 }),
		];
		expect(select(list, { which: 'outcomes', outcomes })).toEqual({
			replay: ['a'],
			park: ['c'],
			waiting: 0,
		});
	});

	it('gives a record that was given up its tries anew, and leaves others as they are', () => {
		const { replay } = selectForReplay(rows, { which: 'keys', keys: new Set(['k3', 'k4']) }, RULES);
		expect(replay.map((one) => one.row)).toEqual([
			{ ...rows[2], parked: false, attempts: 0 },
			rows[3],
		]);
	});

	it('an ignored record only by its key', () => {
		const ignored = [row('a', { outcome: 'ignored', parked: true })];
		expect(select(ignored, { which: 'parked' }).replay).toEqual([]);
		expect(select(ignored).replay).toEqual([]);
		expect(select(ignored, { which: 'keys', keys: new Set(['a']) }).replay).toEqual(['a']);
	});

	it('never an empty row', () => {
		expect(select([{}, row('', {})], { which: 'range', from: '', to: 'z' }).replay).toEqual([]);
	});
});

import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { verifyChains } from '../../../nodes/SyncLog/audit/verify';
import type { Row } from '../../../nodes/SyncLog/tables';
import { AUDIT_COLUMNS, auditValues } from '../../../nodes/SyncLog/tables';
import { auditRow, chained, fromDataTable, fromPostgres } from './rows';

const NONE = new Map<string, ReadonlySet<string>>();
const headOf = (rows: readonly Row[], flow = 'sync-customers'): Row => ({
	flow,
	audit_head: rows.at(-1)?.hash,
});
const many = (count: number) => Array.from({ length: count }, (_, n) => auditRow(n));

/** Anything a workflow may put into a column, half characters and things that look like numbers included. */
const cell = fc.oneof(
	fc.constantFrom(null, undefined, '', 0, -0, 1, true, false, '1', '1.0', ' ', '\ud800', 'ä\n"'),
	fc.string({ unit: 'binary' }),
	fc.double({ noNaN: true, noDefaultInfinity: true }),
	fc
		.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
		.map((d) => d.toISOString()),
	fc.array(fc.record({ field: fc.string(), from: fc.jsonValue(), to: fc.jsonValue() }), {
		maxLength: 2,
	}),
);
const anyRow = fc
	.record(Object.fromEntries(AUDIT_COLUMNS.map((column) => [column, cell])))
	.map((row): Row => ({ ...row, flow: 'sync-customers' }));
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 8 });

describe('chaining audit rows', () => {
	it('gives each row the hash of the one before, from what was given on', () => {
		const rows = chained(many(3), 'a'.repeat(64));
		expect(rows[0]?.previous_hash).toBe('a'.repeat(64));
		expect(rows[1]?.previous_hash).toBe(rows[0]?.hash);
		expect(rows[2]?.previous_hash).toBe(rows[1]?.hash);
		for (const { hash } of rows) expect(hash).toMatch(/^[0-9a-f]{64}$/);
	});

	it('hashes the canonical JSON of the filled columns and the hash before, for ever', () => {
		const row = auditRow(1, { matched_by: null, changes: '[]', execution_url: '' });
		const json =
			'{"at":"2026-01-01T00:01:00.000Z","attempts":1,"calls":2,"changes":"[]","chargebee_id":"ln-1300-C1","flow":"sync-customers","outcome":"updated","previous_hash":"","run_id":"wf-1","source_key":"ln:ACME_TST:1300:C1"}';
		expect(chained([row])[0]?.hash).toBe(createHash('sha256').update(json).digest('hex'));
	});

	it('chains each flow apart, and the stages of a flow together', () => {
		const flows = ['a', 'b', 'a/items', 'b', 'a/prices'];
		const rows = chained(flows.map((flow, n) => auditRow(n, { flow })));
		const before = rows.map(({ previous_hash }) =>
			rows.findIndex(({ hash }) => hash === previous_hash),
		);
		expect(before).toEqual([-1, -1, 0, 1, 2]);
	});

	it('leaves the empty item out that n8n hands on when there is nothing', () => {
		expect(chained([{}, { id: 7, flow: null }])).toEqual([]);
	});

	it('keeps columns it does not know, and does not count them', () => {
		const [plain] = chained([auditRow(1)]);
		const [more] = chained([auditRow(1, { colour: 'red', id: 9, createdAt: 'x', updatedAt: 'y' })]);
		expect(more).toMatchObject({ colour: 'red', id: 9, hash: plain?.hash });
	});

	it('verifies whatever came back from a Data Table or from PostgreSQL, in any order', () => {
		fc.assert(
			fc.property(anyRows, fc.boolean(), fc.boolean(), (rows, viaJson, backwards) => {
				const written = chained(rows);
				const stored = viaJson ? (JSON.parse(JSON.stringify(written)) as Row[]) : written;
				for (const back of [fromDataTable(stored), fromPostgres(stored)]) {
					const [found] = verifyChains(
						backwards ? [...back].reverse() : back,
						[headOf(written)],
						NONE,
					);
					expect(found).toMatchObject({
						verified: true,
						reason: '',
						forks: 0,
						unanchored: 0,
						rows: rows.length,
					});
				}
			}),
		);
	});

	it('says the same of dates in any spelling that means the same moment', () => {
		const [row] = chained([auditRow(1, { at: '2026-01-01T00:01:00Z' })]);
		const [other] = chained([auditRow(1, { at: new Date('2026-01-01T01:01:00+01:00') })]);
		expect(other?.hash).toBe(row?.hash);
	});
});

type Tamper = (rows: Row[]) => Row[];
const at = fc.nat({ max: 7 });
/** Everything somebody with access to the table can do who does not make new hashes. */
const tampering: fc.Arbitrary<Tamper> = fc.oneof(
	fc.tuple(at, fc.constantFrom(...AUDIT_COLUMNS), cell).map(
		([n, column, value]): Tamper =>
			(rows) =>
				replaced(rows, n, { [column]: value }),
	),
	fc
		.tuple(
			at,
			fc.constantFrom('hash', 'previous_hash'),
			fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9a-f]{64}$/)),
		)
		.map(
			([n, column, value]): Tamper =>
				(rows) =>
					replaced(rows, n, { [column]: value }),
		),
	at.map(
		(n): Tamper =>
			(rows) =>
				rows.filter((_, index) => index !== n % rows.length),
	),
	fc.nat({ max: 7 }).map(
		(n): Tamper =>
			(rows) =>
				rows.slice(0, n % rows.length),
	),
	fc.tuple(at, at).map(([n, m]): Tamper => (rows) => {
		const [a, b] = [n % rows.length, m % rows.length];
		return replaced(replaced(rows, a, { hash: rows[b]?.hash }), b, { hash: rows[a]?.hash });
	}),
	fc.tuple(at, at).map(([n, m]): Tamper => (rows) => {
		const copy = rows[n % rows.length] as Row;
		return [...rows.slice(0, m % rows.length), copy, ...rows.slice(m % rows.length)];
	}),
	fc.tuple(at, anyRow, at).map(([n, row, m]): Tamper => (rows) => [
		...rows.slice(0, n % rows.length),
		{
			...row,
			hash: rows[m % rows.length]?.hash,
			previous_hash: rows[n % rows.length]?.previous_hash,
		},
		...rows.slice(n % rows.length),
	]),
	fc
		.tuple(anyRow, fc.stringMatching(/^[0-9a-f]{64}$/))
		.map(([row, hash]): Tamper => (rows) => [
			...rows,
			{ ...row, hash, previous_hash: rows.at(-1)?.hash },
		]),
);

function replaced(rows: readonly Row[], number: number, columns: Row): Row[] {
	return rows.map((row, index) => (index === number % rows.length ? { ...row, ...columns } : row));
}

/** What a row says once it is stored: an edit that changes nothing of it is none. */
const meaning = (rows: readonly Row[]) =>
	JSON.stringify(rows.map((row) => [auditValues(row), row.hash ?? '', row.previous_hash ?? '']));

describe('verifying a chain', () => {
	it('finds every edit, deletion, insertion and swap', () => {
		fc.assert(
			fc.property(anyRows, tampering, fc.boolean(), (rows, tamper, backwards) => {
				const written = chained(rows);
				const altered = tamper(written);
				fc.pre(meaning(altered) !== meaning(written));
				const found = verifyChains(
					backwards ? [...altered].reverse() : altered,
					[headOf(written)],
					NONE,
				);
				expect(found.every(({ verified }) => verified)).toBe(false);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each([
		[
			'an altered row',
			(rows: Row[]) => replaced(rows, 2, { reason: 'other' }),
			3,
			/Row 3 .*C2.* was altered/,
		],
		[
			'a row without hash',
			(rows: Row[]) => replaced(rows, 2, { hash: null }),
			3,
			/Row 3 .* has no hash/,
		],
		[
			'a row put in twice',
			(rows: Row[]) => [...rows, { ...rows[1], id: 9 }],
			9,
			/Row 9 .* is there twice/,
		],
		[
			'a deleted row',
			(rows: Row[]) => rows.filter((_, n) => n !== 2),
			4,
			/before row 4 .*C3.* is missing/,
		],
		['deleted first rows', (rows: Row[]) => rows.slice(2), 3, /before row 3 .* is missing/],
	])('names the row: %s', (_what, tamper: Tamper, id, reason) => {
		const written = fromDataTable(chained(many(5)));
		const [found] = verifyChains(tamper(written), [headOf(written)], NONE);
		expect(found).toMatchObject({ verified: false, firstBroken: { id } });
		expect(found?.reason).toMatch(reason);
		expect(found?.actionToTake).not.toBe('');
	});

	it('finds rows deleted at the end only by the checkpoint, and says so', () => {
		const written = chained(many(5));
		const cut = written.slice(0, 3);
		expect(verifyChains(cut, [], NONE)[0]).toMatchObject({ verified: true, unanchored: null });
		const [found] = verifyChains(cut, [headOf(written)], NONE);
		expect(found).toMatchObject({ verified: false, firstBroken: null });
		expect(found?.reason).toContain('rows at the end were deleted');
	});

	it('finds that all rows of a flow are gone', () => {
		const written = chained(many(2));
		expect(verifyChains([], [headOf(written)], NONE)[0]).toMatchObject({
			verified: false,
			rows: 0,
		});
	});

	it('finds a checkpoint whose head was emptied, but asks none of a flow without rows', () => {
		const emptied = { flow: 'sync-customers', audit_head: '' };
		expect(verifyChains(chained(many(2)), [emptied], NONE)[0]).toMatchObject({ verified: false });
		expect(verifyChains([], [emptied], NONE)).toEqual([]);
	});

	it('allows two runs at once, counts the fork and the rows the checkpoint does not vouch for', () => {
		const common = chained(many(3));
		const head = common.at(-1)?.hash;
		const one = chained([auditRow(10, { run_id: 'a' }), auditRow(11, { run_id: 'a' })], head);
		const other = chained([auditRow(20, { run_id: 'b' })], head);
		const next = chained([auditRow(30)], other.at(-1)?.hash);
		const rows = [...next, ...one, ...common, ...other];
		expect(verifyChains(rows, [headOf(next)], NONE)[0]).toMatchObject({
			verified: true,
			rows: 7,
			forks: 1,
			unanchored: 2,
		});
		const altered = rows.map((row) => (row === one[0] ? { ...row, calls: 9 } : row));
		expect(verifyChains(altered, [headOf(next)], NONE)[0]?.verified).toBe(false);
	});

	it('shows a row put in with a hash of its own as one that nothing vouches for', () => {
		const written = chained(many(4));
		const forged = chained([auditRow(99)], written[1]?.hash);
		expect(verifyChains([...written, ...forged], [headOf(written)], NONE)[0]).toMatchObject({
			forks: 1,
			unanchored: 1,
		});
	});

	it('counts rows of a run that has not written its checkpoint yet', () => {
		const written = chained(many(4));
		expect(verifyChains(written, [headOf(written.slice(0, 3))], NONE)[0]).toMatchObject({
			verified: true,
			unanchored: 1,
		});
	});

	it('knows rows that retention removed, also when the head is one of them', () => {
		const written = chained(many(4));
		const removed = new Map([['sync-customers', new Set([written[1]?.hash ?? ''])]]);
		expect(verifyChains(written.slice(2), [headOf(written)], removed)[0]?.verified).toBe(true);
		const all = new Map([['sync-customers', new Set([written[3]?.hash ?? ''])]]);
		expect(verifyChains([], [headOf(written)], all)[0]).toMatchObject({ verified: true, rows: 0 });
		expect(verifyChains(written.slice(3), [headOf(written)], removed)[0]?.verified).toBe(false);
	});

	it('judges each flow by itself', () => {
		const rows = [
			...chained(many(2)),
			...chained(many(2).map((row) => ({ ...row, flow: 'sync-items/items' }))),
		];
		const altered = replaced(rows, 0, { outcome: 'created' });
		expect(verifyChains(altered, [], NONE).map(({ flow, verified }) => [flow, verified])).toEqual([
			['sync-customers', false],
			['sync-items', true],
		]);
	});

	it('follows long chains', () => {
		const written = chained(many(5_000));
		expect(verifyChains(written, [headOf(written)], NONE)[0]).toMatchObject({
			verified: true,
			unanchored: 0,
		});
	});
});

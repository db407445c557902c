import type { QueryParts } from '../../../nodes/CloudSuite/products/dataFabric/buildQuery';
import {
	buildQuery,
	columnsIn,
	nameOfRow,
	newestArrival,
	newestIn,
	partedRows,
} from '../../../nodes/CloudSuite/products/dataFabric/buildQuery';
import { whyRefused } from '../../../nodes/CloudSuite/products/dataFabric/sqlCheck';

const PARTS: QueryParts = {
	table: 'LN_tccom100',
	columns: [],
	conditions: [],
	limit: Number.POSITIVE_INFINITY,
	deletedColumn: 'deleted',
};

function sqlOf(parts: Partial<QueryParts>): string {
	const built = buildQuery({ ...PARTS, ...parts });
	return 'sql' in built ? built.sql : built.wrong.reason;
}

const condition = (operator: string, value = '', type: 'text' | 'number' | 'boolean' = 'text') => ({
	column: 'bpid',
	operator,
	type,
	value,
});

describe('a query that is put together', () => {
	it('has all columns, or those named, and a limit', () => {
		expect(sqlOf({})).toBe('SELECT * FROM LN_tccom100');
		expect(sqlOf({ columns: ['compnr', 'user'], limit: 5 })).toBe(
			'SELECT compnr, "user" FROM LN_tccom100 LIMIT 5',
		);
		expect(columnsIn(' compnr , *, bpid ')).toEqual(['compnr', 'bpid']);
	});

	it.each([
		[condition('equal', "D'ARC"), "bpid = 'D''ARC'"],
		[condition('equal', '1300', 'number'), 'bpid = 1300'],
		[condition('notEqual', ' -1.5 ', 'number'), 'bpid <> -1.5'],
		[condition('equal', 'TRUE', 'boolean'), 'bpid = true'],
		[condition('less', 'x'), "bpid < 'x'"],
		[condition('lessOrEqual', 'x'), "bpid <= 'x'"],
		[condition('greater', 'x'), "bpid > 'x'"],
		[condition('greaterOrEqual', 'x'), "bpid >= 'x'"],
		[condition('in', 'a, b'), "bpid IN ('a', 'b')"],
		[condition('in', '2', 'number'), 'bpid = 2'],
		[condition('in', ' '), '1 = 0'],
		[condition('contains', '5%_!'), "bpid LIKE '%5!%!_!!%' ESCAPE '!'"],
		[condition('startsWith', 'C'), "bpid LIKE 'C%' ESCAPE '!'"],
		[condition('isNull'), 'bpid IS NULL'],
		[condition('isNotNull'), 'bpid IS NOT NULL'],
	])('has %j as %s', (one, sql) => {
		expect(sqlOf({ conditions: [one] })).toBe(`SELECT * FROM LN_tccom100 WHERE ${sql}`);
	});

	it('has all conditions at once', () => {
		expect(sqlOf({ conditions: [condition('equal', 'a'), condition('isNotNull')] })).toBe(
			"SELECT * FROM LN_tccom100 WHERE bpid = 'a' AND bpid IS NOT NULL",
		);
	});

	it.each([
		[condition('equal', 'many', 'number'), 'The condition on bpid: "many" is no number'],
		[condition('equal', '1; DROP TABLE t', 'number'), 'is no number'],
		[condition('equal', 'yes', 'boolean'), 'The condition on bpid: "yes" is no true or false'],
		[condition('in', '1, x', 'number'), '"x" is no number'],
		[{ ...condition('equal', 'x'), column: ' ' }, 'A condition names no column'],
	])('is not made with %j', (one, message) => {
		expect(sqlOf({ conditions: [one] })).toContain(message);
	});

	it('can not be broken out of by what is typed', () => {
		const nasty = [`x'; DROP TABLE t; --`, `x" FROM t; DELETE FROM t; --`, `*/ DROP`];
		for (const text of nasty) {
			const sql = sqlOf({
				table: text,
				columns: [text],
				conditions: [{ ...condition('equal', text), column: text }],
			});
			expect(whyRefused(sql)).toBeUndefined();
		}
	});

	it('of what changed has deleted rows, too, and when each arrived', () => {
		const arrived = {
			from: Date.parse('2026-01-01T00:00:00Z'),
			to: Date.parse('2026-01-02T00:00:00Z'),
		};
		const since =
			"infor.lastmodified() >= '2026-01-01T00:00:00.000Z' AND infor.lastmodified() <= '2026-01-02T00:00:00.000Z'";
		expect(sqlOf({ arrived, limit: 5 })).toBe(
			`SELECT *, infor.lastmodified() AS infor_lastmodified FROM infor.includedeleted('LN_tccom100') WHERE ${since}`,
		);
		expect(sqlOf({ arrived, columns: ['bpid'] })).toContain('SELECT bpid, deleted, infor.');
		expect(sqlOf({ arrived, columns: ['bpid', 'DELETED'] })).toContain(
			'SELECT bpid, DELETED, infor.',
		);
		expect(sqlOf({ arrived, columns: ['bpid'], deletedColumn: '' })).toContain(
			'SELECT bpid, infor.',
		);
	});
});

describe('the newest arrival', () => {
	it('is asked of deleted rows, too, and read', () => {
		expect(newestArrival("it's")).toBe(
			"SELECT max(infor.lastmodified()) AS newest FROM infor.includedeleted('it''s')",
		);
		expect(newestIn([{ NEWEST: '2026-01-05T08:00:00.123Z' }])).toBe(
			Date.parse('2026-01-05T08:00:00.123Z'),
		);
		expect(newestIn([{ newest: null }])).toBeUndefined();
		expect(newestIn([])).toBeUndefined();
		expect(newestIn([{ newest: 'soon' }])).toBe('wrong');
	});
});

describe('rows of an increment', () => {
	it('are told from deleted ones by the column that marks them', () => {
		const rows = [{ id: 1, Deleted: 'true' }, { id: 2, Deleted: 'false' }, { id: 3 }];
		const { there, deleted } = partedRows(rows, 'deleted');
		expect(there.map(({ id }) => id)).toEqual([2, 3]);
		expect(deleted.map(nameOfRow)).toEqual(['1/true']);
		expect(partedRows(rows, '').deleted).toEqual([]);
	});
});

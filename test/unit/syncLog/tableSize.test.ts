import fc from 'fast-check';
import { estimateBytes } from '../../../nodes/SyncLog/alert/tableSize';
import { dueForRemoval } from '../../../nodes/SyncLog/audit/retention';
import { sizeOf } from '../../../nodes/SyncLog/tables';
import { auditRow } from './rows';

const rows = (from: number, to: number) =>
	Array.from({ length: to - from }, (_, n) => ({ ...auditRow(from + n), id: from + n + 1 }));
const bytesOf = (all: ReturnType<typeof rows>) => all.reduce((sum, row) => sum + sizeOf(row), 0);

describe('the size of a table', () => {
	it('is what its newest rows take, as often as there are numbers', () => {
		const newest = rows(900, 1000);
		const estimated = estimateBytes([{ rows: newest, bytes: 0, lastId: 0 }]);
		expect(estimated / (bytesOf(newest) * 10)).toBeCloseTo(1, 2);
	});

	it('begins with what was measured, and adds the rows that came since', () => {
		const [one] = rows(1000, 1001);
		const measured = { bytes: 5_000_000, lastId: 1000 };
		expect(estimateBytes([{ rows: one ? [one] : [], ...measured }])).toBe(
			5_000_000 + sizeOf(one ?? {}),
		);
	});

	it('is what was measured when nothing came since, or nothing is left', () => {
		const measured = { bytes: 5_000_000, lastId: 1000 };
		expect(estimateBytes([{ rows: rows(990, 1000), ...measured }])).toBe(5_000_000);
		expect(estimateBytes([{ rows: [{}], ...measured }])).toBe(5_000_000);
	});

	it('forgets what was measured of a table that was made anew', () => {
		const measured = { bytes: 5_000_000, lastId: 1000 };
		expect(estimateBytes([{ rows: rows(0, 10), ...measured }])).toBe(bytesOf(rows(0, 10)));
	});

	it('is added up over tables; an empty one takes nothing', () => {
		const sample = { rows: rows(0, 10), bytes: 0, lastId: 0 };
		expect(estimateBytes([sample, sample])).toBe(2 * estimateBytes([sample]));
		expect(estimateBytes([{ rows: [{}], bytes: 0, lastId: 0 }])).toBe(0);
		expect(estimateBytes([])).toBe(0);
	});

	it('is measured by retention for the rows it keeps, and grows on from there', () => {
		fc.assert(
			fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), (before, after) => {
				const all = rows(0, before + after);
				const { kept } = dueForRemoval(all.slice(0, before), 1200, Date.now(), new Map());
				expect(kept).toEqual({ bytes: bytesOf(all.slice(0, before)), lastId: before });
				const estimated = estimateBytes([{ rows: all.slice(-10), ...kept }]);
				expect(Math.abs(estimated - bytesOf(all))).toBeLessThanOrEqual(50 * 40);
			}),
		);
	});
});

import fc from 'fast-check';
import { dueForRemoval } from '../../../nodes/SyncLog/audit/retention';
import type { Removed } from '../../../nodes/SyncLog/audit/verify';
import { verifyChains } from '../../../nodes/SyncLog/audit/verify';
import type { Row } from '../../../nodes/SyncLog/tables';
import { auditRow, chained } from './rows';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const NONE: Removed = new Map();
const at = (month: number, rest: Row = {}) =>
	auditRow(month, { at: new Date(Date.UTC(2025, month, 15)).toISOString(), ...rest });
const removedOf = (newFrom: Record<string, string | string[]>): Removed =>
	new Map(Object.entries(newFrom).map(([flow, hashes]) => [flow, new Set([hashes].flat())]));

describe('planning retention', () => {
	it('counts back months of the calendar, thirteen are a year and its closing', () => {
		expect(dueForRemoval([], 13, NOW, NONE)).toEqual({
			before: '2025-10-27T10:00:00.000Z',
			rows: 0,
			bytes: 0,
			kept: { bytes: 0, lastId: 0 },
			newFrom: {},
		});
		expect(dueForRemoval([], 1, Date.parse('2026-03-31T00:00:00Z'), NONE).before).toBe(
			'2026-02-28T00:00:00.000Z',
		);
	});

	it('says which rows go, about how large they are, and what the kept ones follow', () => {
		const rows = chained([at(0), at(1), at(10), at(11)]);
		const plan = dueForRemoval(rows, 13, NOW, NONE);
		expect(plan).toMatchObject({ rows: 2, newFrom: { 'sync-customers': rows[1]?.hash } });
		expect(plan.bytes).toBeGreaterThan(2 * 300);
		expect(plan.bytes).toBeLessThan(2 * 1000);
	});

	it('names no flow of which nothing was ever removed', () => {
		expect(dueForRemoval(chained([at(11)]), 13, NOW, NONE).newFrom).toEqual({});
	});

	it('names the end of a flow that goes as a whole, and what went before while nothing new goes', () => {
		const rows = chained([at(0), at(1)]);
		const plan = dueForRemoval(rows, 13, NOW, NONE);
		expect(plan.newFrom).toEqual({ 'sync-customers': rows[1]?.hash });
		expect(dueForRemoval([], 13, NOW, removedOf(plan.newFrom)).newFrom).toEqual(plan.newFrom);
		const next = chained([at(11)], rows[1]?.hash);
		expect(dueForRemoval(next, 13, NOW, removedOf(plan.newFrom)).newFrom).toEqual(plan.newFrom);
	});

	it('does not call a gap a removal', () => {
		const rows = chained([at(9), at(10), at(11)]);
		const tampered = rows.filter((_, n) => n !== 1);
		const plan = dueForRemoval(tampered, 13, NOW, NONE);
		const kept = tampered.filter((row) => String(row.at) >= plan.before);
		expect(verifyChains(kept, [], removedOf(plan.newFrom))[0]?.verified).toBe(false);
	});

	it('keeps every chain verifiable, cut after cut, also where runs were at the same time', () => {
		const months = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 12 });
		fc.assert(
			fc.property(months, months, fc.nat({ max: 11 }), (one, other, fork) => {
				const sorted = (list: number[]) => [...list].sort((a, b) => a - b);
				const trunk = chained(sorted(one).map((month, n) => at(month, { run_id: `a${n}` })));
				const start = trunk[fork % trunk.length]?.hash;
				const branch = chained(
					sorted(other).map((month, n) => at(month, { run_id: `b${n}` })),
					start,
				);
				const head = { flow: 'sync-customers', audit_head: branch.at(-1)?.hash };
				let rows: Row[] = [...trunk, ...branch];
				let from = NONE;
				for (const keep of [20, 13, 6, 1]) {
					const plan = dueForRemoval(rows, keep, NOW, from);
					const left = rows.filter((row) => String(row.at) >= plan.before);
					expect(plan.rows).toBe(rows.length - left.length);
					[rows, from] = [left, removedOf(plan.newFrom)];
					for (const { verified } of verifyChains(rows, [head], from)) expect(verified).toBe(true);
				}
			}),
		);
	});
});

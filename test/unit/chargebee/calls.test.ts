import { withCalls } from '../../../nodes/Chargebee/upsert/calls';
import type { OutcomeRow } from '../../../nodes/Chargebee/upsert/row';

const rows = (...attempts: number[]) => attempts.map((one) => ({ attempts: one }) as OutcomeRow);
const calls = (total: number, ...attempts: number[]) =>
	withCalls(rows(...attempts), total).map((row) => row.calls);

describe('the calls of the records of a run', () => {
	it('are their own, and with the first one those for all together', () => {
		expect(calls(10, 1, 2, 0)).toEqual([8, 2, 0]);
	});

	it('add up to what the run made', () => {
		const counted = calls(197, 1, 1, 3, 0);
		expect(counted.reduce((sum, one) => sum + one, 0)).toBe(197);
	});

	it('are never fewer than the attempts of the record', () => {
		expect(calls(0, 3)).toEqual([3]);
	});

	it('are none when there are no records', () => {
		expect(withCalls([], 5)).toEqual([]);
	});
});

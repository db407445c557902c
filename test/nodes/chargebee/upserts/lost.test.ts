import type { FaultEffect } from '../../../sandbox/shared/faults';
import type { Bench } from '../setup';
import { finish, posts, SAMPLES, start, upsert, written } from './support';

afterEach(finish);

const EFFECTS: FaultEffect[] = [
	{ kind: 'lostAnswer' },
	{ kind: 'reset' },
	{ kind: 'truncate', bytes: 20 },
	{ kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' },
];
const CASES = SAMPLES.flatMap((sample) =>
	EFFECTS.map((effect) => ({ ...sample, effect, kind: effect.kind })),
);

/** Living records of all kinds, and contacts. */
function count({ sandbox }: Bench): number {
	const paths = ['customers', 'item_families', 'items', 'item_prices'] as const;
	const records = paths.flatMap((path) => sandbox.records(path).filter(({ deleted }) => !deleted));
	return records.reduce(
		(sum, { contacts }) => sum + 1 + (Array.isArray(contacts) ? contacts.length : 0),
		0,
	);
}

describe.each(CASES)(
	'a $resource whose answer is lost ($kind)',
	({ resource, world, item, field, values, parameters, stored, effect }) => {
		const run = (bench: Bench, value: string) =>
			written(bench, resource, [{ ...item, [field]: value }], parameters);

		it('while it is created stands once, with all its values', async () => {
			const bench = await start(world);
			const before = count(bench);
			bench.sandbox.faults.add({ method: 'POST', effect });
			const [row] = await run(bench, values[0]);
			expect(row?.outcome).toBe('created');
			expect(stored(bench)).toBe(values[0]);
			expect(count(bench)).toBe(before + 1);
			posts(bench);
			expect((await run(bench, values[0]))[0]?.outcome).toBe('unchanged');
			expect(posts(bench)).toEqual([]);
		});

		it('while it is changed has the new value', async () => {
			const bench = await start(world);
			await run(bench, values[0]);
			bench.sandbox.faults.add({ method: 'POST', effect });
			const [row] = await run(bench, values[1]);
			expect(row?.outcome).toBe('updated');
			expect(stored(bench)).toBe(values[1]);
		});

		it('again and again fails, and is made good by the next run', async () => {
			const bench = await start(world);
			const before = count(bench);
			bench.sandbox.faults.add({ method: 'POST', effect, times: 50 });
			bench.sandbox.faults.add({ method: 'GET', after: 4, effect: { kind: 'reset' }, times: 50 });
			await upsert(bench, resource, [{ ...item, [field]: values[0] }], parameters);
			bench.sandbox.faults.clear();
			await run(bench, values[0]);
			expect(stored(bench)).toBe(values[0]);
			expect(count(bench)).toBe(before + 1);
		});
	},
);

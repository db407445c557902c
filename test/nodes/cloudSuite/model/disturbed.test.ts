import { disturb } from '../../../sandbox/infor/disturb';
import type { Bench } from '../setup';
import { startBench, stopBenches } from '../setup';
import { WATCHED } from './products';
import type { Watched } from './watched';

afterEach(stopBenches);

function keptOf({ sandbox }: Bench, { product, resource }: Watched) {
	return sandbox.masters(product)[resource === 'item' ? 'items' : 'customers'];
}

describe.each(
	WATCHED.map((watched) => [`${watched.product} ${watched.resource}s`, watched] as const),
)('%s, read while people rename, enter and delete others', (_name, watched) => {
	it('come with every record that is there from the first page to the last, each once', async () => {
		const bench = await startBench();
		const kept = keptOf(bench, watched);
		const before = new Set(kept.ids());
		disturb(bench.sandbox, { every: 1, clock: bench.clock, products: [watched.product] });
		const { product, resource } = watched;
		const parameters = {
			...watched.parameters,
			options: { ...(watched.parameters.options as object), pageSize: 40, maxRecords: 40 },
		};
		const records = await bench.readAll({ product, resource, ...parameters });
		const ids = records.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		const read = new Set(ids);
		expect(kept.ids().filter((id) => before.has(id) && !read.has(id))).toEqual([]);
		expect(bench.newCalls().length).toBeGreaterThan(3);
		expect(bench.sandbox.violations()).toEqual([]);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { TELLINGS } from '../../golden';
import { rowsOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

interface Slice {
	company: string;
	count: number;
	next: string | null;
	isLast: boolean;
	records: Array<{ key: string }>;
}

async function sliceOf(bench: Bench, parameters: IDataObject): Promise<Slice> {
	const result = await bench.run({ operation: 'slice', ...parameters });
	const [slice, ...others] = rowsOf<Slice>(result);
	expect(others).toEqual([]);
	return slice as Slice;
}

async function allSlices(bench: Bench, parameters: IDataObject): Promise<Slice[]> {
	const slices: Slice[] = [];
	for (let after = ''; ;) {
		const slice = await sliceOf(bench, { ...parameters, after });
		slices.push(slice);
		if (slice.next === null) return slices;
		after = slice.next;
	}
}

describe.each(
	TELLINGS.flatMap(({ name, product, company }) =>
		(['customer', 'item'] as const).map(
			(resource) => [name, { product, company, resource }] as const,
		),
	),
)('slices of %s: %o', (_name, parameters) => {
	it('are together all records, each once, none larger than asked for', async () => {
		const bench = await startBench();
		const all = await bench.readAll(parameters);
		const slices = await allSlices(bench, { ...parameters, sliceSize: 50 });
		const records = slices.flatMap((slice) => slice.records);
		const byKey = (list: ReadonlyArray<{ key: string }>) =>
			list.toSorted((a, b) => (a.key < b.key ? -1 : 1));
		expect(byKey(records)).toEqual(byKey(all));
		expect(slices.filter(({ count }) => count > 50)).toEqual([]);
		expect(slices.map(({ isLast }) => isLast)).toEqual(
			slices.map((_, at) => at === slices.length - 1),
		);
		expect(bench.sandbox.violations()).toEqual([]);
	});
});

describe('a slice', () => {
	it('of several companies goes on with the next one', async () => {
		const bench = await startBench();
		const slices = await allSlices(bench, { company: '1300, 1400', sliceSize: 200 });
		expect(slices.map(({ company, count }) => [company, count])).toEqual([
			['1300', 200],
			['1300', 100],
			['1400', 24],
		]);
	});

	it('that begins at no place is refused, and the place named', async () => {
		const bench = await startBench();
		const { error } = await bench.run({ operation: 'slice', after: '["1500","C1"]' });
		expect(error?.message).toBe('"After" is no place in the customers of 1300: ["1500","C1"]');
	});

	it('has what the filters let through', async () => {
		const bench = await startBench();
		const slices = await allSlices(bench, {
			sliceSize: 100,
			filters: { status: ['prospect'] },
		});
		expect(slices.flatMap(({ records }) => records)).toHaveLength(6);
	});

	it('of LN asks for what belongs to its customers from the first to the last of them', async () => {
		const bench = await startBench();
		const first = await sliceOf(bench, { sliceSize: 100 });
		bench.newCalls();
		await sliceOf(bench, { sliceSize: 100, after: first.next });
		const asked = bench
			.newCalls()
			.map(({ path, query }) => `${path.split('/').at(-1)} ${decodeURIComponent(query)}`);
		const last = first.records.at(-1)?.key.split(':').at(-1);
		expect(asked.filter((one) => one.includes(`BusinessPartner gt '${last}'`))).toHaveLength(1);
		for (const set of ['SoldtoBusinessPartners', 'InvoicetoBusinessPartners', 'Contacts'])
			expect(asked.filter((one) => one.startsWith(set) && one.includes(' ge '))).toHaveLength(1);
		// addresses have codes of their own
		expect(asked.filter((one) => one.startsWith('Addresses'))).toHaveLength(5);
		expect(asked.length).toBeLessThan(20);
	});
});

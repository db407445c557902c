import { ln } from '../../../nodes/CloudSuite/products/ln';
import type { InforClient } from '../../../nodes/CloudSuite/transport/client';
import { TELLINGS } from '../../golden';
import { startBench, stopBenches } from './setup';
import { allSlices, sliceOf } from './sliceSetup';

afterEach(stopBenches);

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

	describe.each(['passedOver', 'refused'] as const)(
		'of LN that has the question for what is behind a key %s',
		(textOrder) => {
			it.each(['customer', 'item'])('is the next part all the same (%s)', async (resource) => {
				const bench = await startBench();
				const all = await bench.readAll({ resource });
				bench.sandbox.behaviour.textOrder = textOrder;
				const slices = await allSlices(bench, {
					resource,
					sliceSize: 50,
					options: { pageSize: 30 },
				});
				const keys = slices.flatMap(({ records }) => records.map(({ key }) => key));
				expect(keys).toHaveLength(all.length);
				expect(new Set(keys)).toEqual(new Set(all.map(({ key }) => key)));
			});

			it('goes on where its place was when the record there is gone', async () => {
				const bench = await startBench();
				bench.sandbox.behaviour.textOrder = textOrder;
				const first = await sliceOf(bench, { resource: 'item', sliceSize: 10 });
				const { items } = bench.sandbox.data;
				const gone = first.records.at(-1)?.key.split(':').at(-1);
				const at = items.findIndex(({ Item: code }) => code.trim() === gone);
				const [following] = items
					.map(({ Item: code }) => code)
					.filter((code) => code > (items[at]?.Item ?? ''))
					.sort();
				items.splice(at, 1);
				const second = await sliceOf(bench, {
					resource: 'item',
					sliceSize: 10,
					after: first.next,
				});
				expect(second.records[0]?.key.split(':').at(-1)).toBe(following?.trim());
			});
		},
	);

	it.each([
		[500, 'HTTP 500'],
		[403, 'HTTP 403'],
	])('that fails with %i is no reason to begin at the front', async (status, said) => {
		const bench = await startBench();
		const first = await sliceOf(bench, { resource: 'item', sliceSize: 10 });
		bench.newCalls();
		bench.sandbox.faults.add({
			path: /ibdItem\/Items\?.*gt/,
			times: 20,
			effect: { kind: 'answer', status, body: '' },
		});
		const parameters = { operation: 'slice', resource: 'item', sliceSize: 10, after: first.next };
		const { error } = await bench.run(parameters);
		expect(error?.message).toContain(said);
		const asked = bench.newCalls().filter(({ path }) => path.endsWith('/Items'));
		expect(asked.filter(({ query }) => !decodeURIComponent(query).includes(' gt '))).toEqual([]);
	});

	it('that ends where it begins is an error, not the start of a loop without an end', async () => {
		const bench = await startBench();
		const prepare = ln.prepare.bind(ln);
		jest.spyOn(ln, 'prepare').mockImplementation((world) => {
			const prepared = prepare(world);
			const slice = async () => await Promise.resolve({ records: [], next: 'AX-2001' });
			const open = (client: InforClient) =>
				prepared
					.open(client)
					.map((session) => ({ ...session, items: { ...session.items, slice } }));
			return { ...prepared, open };
		});
		const after = '["1300","AX-2001"]';
		const { error } = await bench.run({ operation: 'slice', resource: 'item', after });
		expect(error?.message).toBe(
			'The slice of items of 1300 behind AX-2001 ends where it begins: LN does not get on',
		);
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

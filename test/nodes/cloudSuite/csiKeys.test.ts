import { CSI, asked, failureOf, readCustomers, siteOf } from './csiSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { allSlices } from './sliceSetup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const TYPED = { company: 'acme_tst_Dals' };

describe('the name of a configuration', () => {
	it('typed in other letters gives the keys the tenant’s own spelling gives', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench);
		bench.newCalls();
		expect(await readCustomers(bench, TYPED)).toEqual(customers);
		const [slice] = await allSlices(bench, { ...CSI, ...TYPED, sliceSize: 400 });
		expect(slice?.records).toEqual(customers);
		const loads = bench.newCalls().filter(({ path }) => path.includes('/load/'));
		expect(loads.map(({ notes }) => notes.company)).toEqual(loads.map(() => CSI.company));
	});

	it('is asked for once in ten minutes', async () => {
		const bench = await startBench();
		const listed = () =>
			bench.newCalls().filter(({ path }) => path.endsWith('/configurations')).length;
		await readCustomers(bench);
		expect(listed()).toBe(1);
		await readCustomers(bench);
		expect(listed()).toBe(0);
		await bench.clock.sleep(11 * 60_000);
		await readCustomers(bench);
		expect(listed()).toBe(1);
	});

	it('stays as it is typed where configurations may not be listed, with a hint', async () => {
		const bench = await startBench();
		bench.sandbox.csi.behaviour.listsConfigurations = false;
		const { hints, outputs } = await bench.run(CSI);
		expect(outputs[0]).toHaveLength(300);
		expect(hints.map(({ message }) => message)).toContain(
			'The configurations of the tenant can not be listed: whether ACME_TST_DALS is written as CSI has it was not checked',
		);
	});

	it.each([500, 400])(
		'is no guess when the list fails with %i: nothing is read',
		async (status) => {
			const bench = await startBench();
			bench.sandbox.faults.add({
				...{ path: /configurations/, times: 9 },
				effect: { kind: 'answer', status, body: '' },
			});
			expect((await failureOf(bench, TYPED)).message).toContain('The list of configurations');
			expect(asked(bench.newCalls())).toEqual([]);
		},
	);
});

/** A site where every second customer has a number of digits alone. */
function withNumbers(bench: Bench): void {
	for (const [position, row] of siteOf(bench).customers.entries())
		if (Math.floor(position / 4) % 2 === 0 && row.CustNum !== '   4017')
			row.CustNum = String(position * 37 + 5).padStart(7);
	const first = siteOf(bench).customers.filter(({ CustSeq }) => CustSeq !== '0');
	// goods are shipped to nobody here: a number stands for one customer
	siteOf(bench).customers = siteOf(bench).customers.filter((row) => !first.includes(row));
}

describe('customer numbers without the blanks before them', () => {
	it.each([undefined, 7])(
		'miss nobody behind the last one of a page (described length: %s)',
		async (length) => {
			const bench = await startBench();
			withNumbers(bench);
			const options = { pageSize: 7 };
			const customers = await readCustomers(bench, { options });
			expect(customers).toHaveLength(300);
			const { behaviour } = bench.sandbox.csi;
			behaviour.trimsKeys = true;
			behaviour.describes = length !== undefined;
			expect(await readCustomers(bench, { options })).toEqual(customers);
			const slices = await allSlices(bench, { ...CSI, sliceSize: 60, options });
			expect(slices.flatMap(({ records }) => records)).toEqual(customers);
		},
	);

	it('are gone on behind by the trigger', async () => {
		const bench = await startBench();
		withNumbers(bench);
		bench.sandbox.csi.behaviour.trimsKeys = true;
		const trigger = startTrigger(bench, {
			...{ ...CSI, resource: 'customer', startFrom: 'everything', maxRecords: 90 },
			options: { pageSize: 40 },
		});
		const ids: unknown[] = [];
		for (let poll = 0; poll < 4; poll += 1) ids.push(...(await polled(trigger)));
		expect(ids).toHaveLength(300);
		expect(new Set(ids).size).toBe(300);
	});

	it('that were entered so, beside others with their blanks, are left so', async () => {
		const bench = await startBench();
		const { customers } = siteOf(bench);
		const [last] = customers.filter(({ CustNum: number }) => number === 'C100299');
		if (last) last.CustNum = '99';
		const found = await readCustomers(bench);
		expect(found.map(({ id }) => id)).toContain('99');
		expect(new Set(found.map(({ key }) => key)).size).toBe(300);
	});
});

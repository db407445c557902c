import type { IDataObject } from 'n8n-workflow';
import { seedCustomers } from '../../sandbox/seed/customers';
import { M3_LAKE, newQueries } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { readerOf, rowsOf } from './records';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const { readCustomers, readItems, failureOf } = readerOf(M3_LAKE);
const options = (more: IDataObject) => ({ options: { tables: 'own', ...more } });
const M3_STATUS = {
	statusValues: {
		status: [
			{ from: '10', to: 'prospect' },
			{ from: '20', to: 'active' },
			{ from: '90', to: 'inactive' },
		],
	},
};

describe('a table of one’s own', () => {
	it('is read through the mapping, of the company chosen', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench, options(M3_STATUS));
		expect(customers).toHaveLength(300);
		const [seed] = seedCustomers();
		expect(customers.find(({ id }) => id === 'C00100001')).toMatchObject({
			key: 'dataFabric:ACME_TST:130:C00100001',
			product: 'dataFabric',
			name: seed?.name,
			status: 'active',
			vatNumber: seed?.vatNumber,
			createdAt: '2021-03-01T00:00:00.000Z',
			contacts: [],
		});
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('has the keys of the product its records are of, when that is said', async () => {
		const bench = await startBench();
		const lake = await readCustomers(bench, options({ keyProduct: 'm3' }));
		const m3 = await bench.readAll({ product: 'm3', company: '130' });
		const keys = (records: Array<{ key: string }>) => records.map(({ key }) => key).sort();
		expect(keys(lake)).toEqual(keys(m3));
		expect(lake[0]?.product).toBe('m3');
	});

	it('finds one record, by blanks or not, and lists by ID and group', async () => {
		const bench = await startBench();
		const [customer] = await readCustomers(bench, { operation: 'get', id: ' P4017 ' });
		expect(customer?.id).toBe('P4017');
		expect(await readItems(bench, { filters: { ids: 'AX-2000, NOBODY' } })).toHaveLength(1);
		expect(await readItems(bench, { filters: { groups: 'BOLTS' } })).toHaveLength(24);
		expect(newQueries(bench).at(-1)).toContain("TRIM(CAST(t.ITGR AS VARCHAR)) = 'BOLTS'");
	});

	it('with several key columns has them all in the ID, and is found by the whole and by the last', async () => {
		const bench = await startBench();
		const own = options({ itemKeyColumns: 'CONO, ITGR, ITNO' });
		const items = await readItems(bench, own);
		expect(items.find(({ name }) => name === 'Steel bolt M8')?.id).toBe('BOLTS/AX-2000');
		for (const id of ['BOLTS/AX-2000', 'AX-2000'])
			expect(await readItems(bench, { ...own, operation: 'get', id })).toHaveLength(1);
		expect(
			(await failureOf(bench, { ...own, resource: 'item', operation: 'get', id: 'X/AX-2000' }))
				.message,
		).toContain('has no item X/AX-2000');
	});

	it('is counted by one query where Compass answers all of the question, else by reading', async () => {
		const bench = await startBench();
		const count = async (parameters: IDataObject) =>
			rowsOf<{ count: number }>(
				await bench.run({ ...M3_LAKE, operation: 'count', ...parameters }),
			)[0]?.count;
		expect(await count({})).toBe(300);
		expect(newQueries(bench)).toEqual([
			"SELECT count(*) AS total FROM OCUSMA t WHERE TRIM(CAST(t.CONO AS VARCHAR)) = '130'",
		]);
		const filters = { status: ['prospect'] };
		expect(await count({ ...options(M3_STATUS), filters })).toBe(6);
	});

	it('without a company column is read whole, as of the company entered', async () => {
		const bench = await startBench();
		const customers = await readCustomers(bench, {
			company: 'ALL',
			...options({ companyColumn: '' }),
		});
		expect(customers[0]?.key).toBe(`dataFabric:ACME_TST:ALL:${customers[0]?.id}`);
	});

	it('tells what changed since by arrival, and names what was deleted', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.put('OCUSMA', { CONO: 130, CUNO: 'C00100001', CUNM: 'Renamed' });
		lake.remove('OCUSMA', { CONO: 130, CUNO: 'C00100002' });
		const filters = { modifiedSince: new Date(bench.clock.now()).toISOString() };
		const result = await bench.run({ ...M3_LAKE, filters });
		expect(rowsOf<{ name: string }>(result).map(({ name }) => name)).toEqual(['Renamed']);
		expect(warningsOf(result)).toEqual([
			'OCUSMA of company 130: what was deleted is left out (1: C00100002).',
		]);
		// without the column that marks it, a deleted row does not come along at all
		const silent = await bench.run({ ...M3_LAKE, ...options({ deletedColumn: '' }), filters });
		expect(rowsOf(silent)).toHaveLength(1);
		expect(warningsOf(silent)).toEqual([]);
		expect(newQueries(bench).at(-1)).not.toContain('includedeleted');
	});

	it('is triggered on, with everything, too, in slices', async () => {
		const bench = await startBench();
		const trigger = startTrigger(bench, {
			...M3_LAKE,
			...{ resource: 'item', startFrom: 'everything', maxRecords: 50 },
		});
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) {
			slices.push(await polled(trigger));
			await bench.clock.sleep(60_000);
		}
		expect(slices.map(({ length }) => length)).toEqual([50, 50, 20, 0]);
		bench.sandbox.lake.put('MITMAS', { CONO: 130, ITNO: 'AX-2001', ITDS: 'Renamed' });
		expect(await polled(trigger)).toEqual(['AX-2001']);
	});
});

describe('a mapping', () => {
	it('is compared with the table first: what is not there is named, with what is', async () => {
		const bench = await startBench();
		const field = [
			{ target: 'name', field: 'CUNM' },
			{ target: 'email', field: 'MAIL' },
		];
		const { message, description } = await failureOf(
			bench,
			options({ customerColumns: { field } }),
		);
		expect(message).toBe('Table OCUSMA of this tenant has no MAIL; nothing was read');
		expect(description).toContain('the table has: ALCU, CONO,');
	});

	it('takes names in any case', async () => {
		const bench = await startBench();
		const field = [{ target: 'name', field: 'cunm' }];
		const own = options({
			customerTable: 'ocusma',
			customerKeyColumns: 'cuno',
			companyColumn: 'cono',
			customerColumns: { field },
		});
		expect(await readCustomers(bench, own)).toHaveLength(300);
	});

	it.each([
		[{ target: 'createdAt', field: 'TOWN' }, 'should hold a date and holds "'],
		[{ target: 'creditLimit', field: 'CUNM' }, 'should hold a number and holds "'],
	])('to the wrong kind of column, %j, is an error, no blank', async (row, message) => {
		const bench = await startBench();
		const field = [{ target: 'name', field: 'CUNM' }, row];
		const failure = await failureOf(bench, options({ customerColumns: { field } }));
		expect(failure.message).toContain(`column ${row.field} ${message}`);
	});

	it('with a key that is blank in a row is an error', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('OCUSMA', { CONO: 130, CUNO: ' ', CUNM: 'Nobody' });
		expect((await failureOf(bench)).message).toBe(
			'A row of table OCUSMA has no CUNO, which is part of its key',
		);
	});

	it('keeps a price of many decimals as it is', async () => {
		const bench = await startBench();
		bench.sandbox.lake.put('MITMAS', {
			CONO: 130,
			ITNO: 'AX-2000',
			FUDS: '12345678901234567.8900',
		});
		const field = [
			{ target: 'name', field: 'ITDS' },
			{ target: 'price', field: 'FUDS' },
		];
		const own = options({ itemColumns: { field } });
		const [item] = await readItems(bench, { ...own, operation: 'get', id: 'AX-2000' });
		expect(item?.price).toBe('12345678901234567.89');
	});
});

import { seedItems } from '../../sandbox/seed/items';
import { readCustomers, readItems } from './fsmSetup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const seed = seedItems();

describe('a mapping', () => {
	const price = { target: 'price', field: 'ListPrice' };
	const name = { target: 'name', field: 'Description' };

	it('of one’s own decides what a record says', async () => {
		const bench = await startBench();
		const rows = [
			name,
			price,
			{ target: 'description', field: 'Item' },
			{ target: 'effectiveFrom', field: 'EffectiveDate' },
		];
		const items = await readItems(bench, { options: { itemFields: { field: rows } } });
		const bySeed = new Map(seed.map((one) => [`IG1/${one.id}`, one]));
		for (const item of items) {
			const own = bySeed.get(item.id);
			expect(item).toMatchObject({
				price: own?.price === null ? null : String(own?.price),
				description: own?.id,
				effectiveFrom: null,
				unit: null,
			});
		}
		const prices = await readItems(bench, {
			resource: 'itemPrice',
			options: { itemFields: { field: rows } },
		});
		expect(prices).toHaveLength(seed.filter((one) => one.price !== null).length);
	});

	it('reaches fields of related records', async () => {
		const bench = await startBench();
		const rows = [
			{ target: 'name', field: 'Name' },
			{ target: 'role', field: 'CustomerClass.Description' },
		];
		const customers = await readCustomers(bench, { options: { customerFields: { field: rows } } });
		expect(new Set(customers.map(({ role }) => role))).toEqual(new Set(['Resellers']));
		// they do not come with all fields, so they are asked for once by name
		expect(bench.newCalls()).toHaveLength(3);
	});

	it('translates codes and statuses by the user’s tables', async () => {
		const bench = await startBench();
		const [customer] = await readCustomers(bench, {
			operation: 'get',
			id: 'C00100001',
			options: {
				codeMappings: { code: [{ kind: 'country', from: 'DE', to: 'AT' }] },
				statusValues: { status: [{ from: 'ACTIVE', to: 'prospect' }] },
			},
		});
		expect(customer?.billingAddress?.country).toBe('AT');
		expect(customer?.status).toBe('prospect');
	});

	it('lets fields nobody named through to raw only', async () => {
		const bench = await startBench();
		const [before] = await readItems(bench);
		for (const { fields } of bench.sandbox.fsm.classes.Item?.records ?? []) fields.Colour = 'red';
		const [plain] = await readItems(bench);
		expect(plain).toEqual(before);
		const [raw] = await readItems(bench, { options: { includeRaw: true } });
		expect(raw?.raw).toMatchObject({ Item: { Colour: 'red', ListPrice: '5' } });
		expect({ ...raw, raw: null }).toEqual(before);
	});

	it('keeps raw rows to what is mapped when a related record is among it', async () => {
		const bench = await startBench();
		const rows = [
			{ target: 'name', field: 'Name' },
			{ target: 'role', field: 'CustomerClass.Description' },
		];
		const options = { includeRaw: true, customerFields: { field: rows } };
		const [customer] = await readCustomers(bench, { options });
		expect(Object.keys(customer?.raw?.Customer ?? {}).sort()).toEqual(
			[
				'Customer',
				'CustomerClass.Description',
				'CustomerGroup',
				'FinanceEnterpriseGroup',
				'Name',
			].sort(),
		);
	});

	it('without a company field reads all, as of the group that was entered', async () => {
		const bench = await startBench();
		const options = { companyField: '', customerKeyFields: 'FinanceEnterpriseGroup, Customer' };
		const customers = await readCustomers(bench, { company: 'ALL', options });
		expect(customers).toHaveLength(324);
		expect(customers.map(({ key }) => key)).toContain('fsm:ACME_TST:ALL:SERVICE/C00100001');
	});
});

import type { Execution } from '../host/n8nClient';
import { countOutcomes } from '../host/report';
import {
	FIRST_RUN,
	MANUAL_TRIGGER,
	RECONCILE_ITEMS,
	SYNC_ITEMS,
	TRIGGER,
	loadTemplate,
} from '../host/templates';
import { expectedFirstSync } from '../sandbox/seed';
import { seedItems } from '../sandbox/seed/items';
import { resting } from './resting';
import { withSettings } from './withSettings';
import type { World } from './world';
import { startWorld } from './world';

let world: World;
let workflowId: string;

beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world?.end());

const writes = (calls: ReturnType<World['newCalls']>) =>
	calls.filter(({ method }) => method === 'POST').map(({ path }) => path.replace('/api/v2', ''));

async function create(file: string): Promise<string> {
	return await world.n8n.createWorkflow(resting(await loadTemplate(file, world.credentials)));
}

const dataOf = (execution: Awaited<ReturnType<World['n8n']['run']>>, node: string) =>
	(execution.data?.resultData.runData[node] ?? [])
		.flatMap(({ data }) => data?.main ?? [])
		.flatMap((items) => items ?? [])
		.map(({ json }) => json);

describe('the template for items', () => {
	const items = seedItems();
	const priced = items.filter(({ price }) => price !== null).length;
	const outcomes = async (flow: string) =>
		countOutcomes(
			(await world.n8n.rows('cloudsuite_sync_ledger')).filter(
				(row) => row.flow === `sync-items/${flow}`,
			),
		);

	/** How many items of the slices of a run were due. */
	const passedOn = async (run: Execution) =>
		(await world.n8n.slicesOf(workflowId, run))
			.flatMap(({ data }) => data?.resultData.runData['New, changed or open'] ?? [])
			.flatMap(({ data }) => data?.main[0] ?? [])
			.filter(({ json }) => json.key !== undefined).length;

	it('runs as it is: families, then items, then prices; every record has its outcome', async () => {
		const [wrong] = world.infor.data.itemsSales;
		if (wrong) wrong.SalesCurrency = 'QQQ';
		workflowId = await create(SYNC_ITEMS);
		await world.n8n.publish(workflowId);
		world.newCalls();
		const execution = await world.n8n.run(workflowId, TRIGGER);
		expect(execution.status).toBe('success');
		expect(writes(world.newCalls())).toEqual([
			...Array<string>(4).fill('/item_families'),
			...Array<string>(items.length).fill('/items'),
			...Array<string>(priced - 1).fill('/item_prices'),
		]);
		expect(await outcomes('families')).toEqual({ created: 4, unchanged: 1 });
		expect(await outcomes('items')).toEqual({ created: items.length });
		expect(await outcomes('prices')).toEqual({ created: priced - 1, invalid: 1 });
		const audit = await world.n8n.rows('cloudsuite_sync_audit');
		expect(audit).toHaveLength(5 + items.length + priced);
	});

	it('puts items into the family somebody made by hand, whose id nobody could guess', () => {
		const bolts = items.filter(({ group }) => group === 'BOLTS').length;
		const inIt = world.chargebee
			.records('items')
			.filter(({ item_family_id: family }) => family === 'hand-made');
		expect(inIt).toHaveLength(bolts);
	});

	it('keeps repeated descriptions apart by their number, and yen whole', () => {
		const names = world.chargebee.records('items').map(({ name }) => name);
		expect(new Set(names).size).toBe(items.length);
		const yen = items.find(({ currency, price }) => currency === 'JPY' && price !== null);
		expect(world.chargebee.record('item_prices', `ln-1300-${yen?.id}-JPY`)).toMatchObject({
			price: yen?.price,
			currency_code: 'JPY',
		});
		const euro = items.find(({ currency, price }) => currency === 'EUR' && price !== 5);
		expect(world.chargebee.record('item_prices', `ln-1300-${euro?.id}-EUR`)).toMatchObject({
			price: Math.round((euro?.price ?? 0) * 100),
		});
		expect(world.chargebee.violations()).toEqual([]);
	});

	it('passes on only what is open the second time, writes nothing and counts the attempts', async () => {
		world.newCalls();
		expect(await passedOn(await world.n8n.run(workflowId, TRIGGER))).toBe(1);
		expect(writes(world.newCalls())).toEqual([]);
		const invalid = (await world.n8n.rows('cloudsuite_sync_ledger')).filter(
			({ outcome }) => outcome === 'invalid',
		);
		expect(invalid).toMatchObject([{ source_key: 'ln:ACME_TST:1300:AX-2000-QQQ', attempts: 2 }]);
		expect(invalid[0]?.reason).toContain('"QQQ" is not an ISO 4217 currency code');
	});

	it('goes straight to the checkpoint when nothing changed, and asks Chargebee nothing', async () => {
		const [wrong] = world.infor.data.itemsSales;
		if (wrong) wrong.SalesCurrency = 'EUR';
		await world.n8n.run(workflowId, TRIGGER);
		world.newCalls();
		expect(await passedOn(await world.n8n.run(workflowId, TRIGGER))).toBe(0);
		expect(world.newCalls()).toEqual([]);
	});

	it('sends a sales price that changed, and nothing else', async () => {
		const sales = world.infor.data.itemsSales[10];
		if (sales) sales.SalesPrice += 1;
		world.newCalls();
		await world.n8n.run(workflowId, TRIGGER);
		expect(writes(world.newCalls())).toEqual([
			`/item_prices/ln-1300-${sales?.Item.trim()}-${sales?.SalesCurrency}`,
		]);
	});

	it('lets what hangs on a refused record wait, and writes it later', async () => {
		const { n8n, chargebee, infor } = world;
		const template = infor.data.items[1];
		const sales = infor.data.itemsSales[1];
		const Item = '         NEW-1';
		if (template) infor.data.items.push({ ...template, Item });
		if (sales) infor.data.itemsSales.push({ ...sales, Item });
		chargebee.faults.add({
			method: 'POST',
			path: /\/items$/,
			body: /NEW-1/,
			effect: {
				kind: 'answer',
				status: 400,
				body: {
					message: 'no',
					type: 'invalid_request',
					api_error_code: 'param_wrong_value',
					param: 'unit',
				},
			},
		});
		await n8n.run(workflowId, TRIGGER);
		expect(await outcomes('items')).toMatchObject({ rejected: 1 });
		const waiting = (await n8n.rows('cloudsuite_sync_ledger')).filter(
			({ outcome }) => outcome === 'skipped',
		);
		expect(waiting).toMatchObject([
			{ source_key: `ln:ACME_TST:1300:NEW-1-${sales?.SalesCurrency}` },
		]);
		await n8n.run(workflowId, TRIGGER);
		expect(chargebee.record('item_prices', `ln-1300-NEW-1-${sales?.SalesCurrency}`)).toMatchObject({
			status: 'active',
		});
	});
});

describe('the comparison of items', () => {
	const findings = async (id: string) =>
		dataOf(await world.n8n.run(id, MANUAL_TRIGGER), 'Findings')
			.filter(({ finding }) => finding && finding !== 'agrees')
			.map(({ stage, finding, chargebeeId }) => [stage, finding, chargebeeId].join(' '));

	it('finds what somebody changed by hand; a repair has the next sync set it right', async () => {
		const { n8n, chargebee, credentials } = world;
		const id = await create(RECONCILE_ITEMS);
		expect(await findings(id)).toEqual([]);
		chargebee.updateRecord('items', 'ln-1300-AX-2010', { name: 'By hand' });
		chargebee.updateRecord('item_prices', 'ln-1300-AX-2020-EUR', { price: 1 });
		const differing = ['items differs ln-1300-AX-2010', 'prices differs ln-1300-AX-2020-EUR'];
		world.newCalls();
		expect((await findings(id)).sort()).toEqual(differing);
		await n8n.run(workflowId, TRIGGER);
		expect(writes(world.newCalls())).toEqual([]);
		const repairing = await n8n.createWorkflow(
			await withSettings(RECONCILE_ITEMS, credentials, { repair: true }),
		);
		expect((await findings(repairing)).sort()).toEqual(differing);
		await n8n.run(workflowId, TRIGGER);
		expect(writes(world.newCalls()).sort()).toEqual([
			'/item_prices/ln-1300-AX-2020-EUR',
			'/items/ln-1300-AX-2010',
		]);
		expect(await findings(id)).toEqual([]);
		expect(chargebee.violations()).toEqual([]);
	});
});

describe('the template for a preview', () => {
	it('writes nothing, and gives the plan as a CSV file and in counts', async () => {
		const id = await create(FIRST_RUN);
		world.newCalls();
		const execution = await world.n8n.run(id, MANUAL_TRIGGER);
		expect(execution.status).toBe('success');
		expect(writes(world.newCalls())).toEqual([]);
		const rows = dataOf(execution, 'Preview in Chargebee');
		const { unchanged: _none, ...expected } = expectedFirstSync;
		const planned = Object.fromEntries(Object.entries(expected).filter(([, count]) => count > 0));
		expect(countOutcomes(rows)).toEqual(planned);
		const counts = dataOf(execution, 'Counts per outcome').map(
			({ outcome, count_cloudSuiteKey: count }) => [outcome, count],
		);
		expect(Object.fromEntries(counts) as Record<string, number>).toEqual(planned);
		const [file] = (execution.data?.resultData.runData['CSV file'] ?? [])
			.flatMap(({ data }) => data?.main ?? [])
			.flatMap((items) => items ?? []);
		expect(file).toMatchObject({ binary: { data: { fileName: 'review-customers.csv' } } });
	});
});

import { countOutcomes } from '../host/report';
import {
	loadTemplate,
	MANUAL_TRIGGER,
	PREVIEW_CUSTOMERS,
	SYNC_ITEMS,
	TRIGGER,
} from '../host/templates';
import { expectedFirstSync } from '../sandbox/seed';
import type { World } from './world';
import { startWorld } from './world';

let world: World;

beforeAll(async () => {
	world = await startWorld();
});
afterAll(() => world?.end());

const writes = (calls: ReturnType<World['newCalls']>) =>
	calls.filter(({ method }) => method === 'POST').map(({ path }) => path.replace('/api/v2', ''));

async function create(file: string): Promise<string> {
	return await world.n8n.createWorkflow(await loadTemplate(file, world.credentials));
}

const dataOf = (execution: Awaited<ReturnType<World['n8n']['run']>>, node: string) =>
	(execution.data?.resultData.runData[node] ?? [])
		.flatMap(({ data }) => data?.main ?? [])
		.flatMap((items) => items ?? [])
		.map(({ json }) => json);

describe('the template for items', () => {
	let workflowId: string;

	it('runs as it is: families, then items, then prices; every record has its outcome', async () => {
		workflowId = await create(SYNC_ITEMS);
		await world.n8n.publish(workflowId);
		world.newCalls();
		const execution = await world.n8n.run(workflowId, TRIGGER);
		expect(execution.status).toBe('success');
		expect(writes(world.newCalls())).toEqual([
			...Array<string>(3).fill('/item_families'),
			...Array<string>(7).fill('/items'),
			...Array<string>(6).fill('/item_prices'),
		]);
		const ledger = await world.n8n.rows('cloudsuite_sync_ledger');
		const byFlow = (flow: string) =>
			countOutcomes(ledger.filter((row) => row.flow === `sync-items/${flow}`));
		expect(byFlow('families')).toEqual({ created: 3 });
		expect(byFlow('items')).toEqual({ created: 7, unchanged: 1 });
		expect(byFlow('prices')).toEqual({ created: 6, unchanged: 1, invalid: 1 });
		expect(await world.n8n.rows('cloudsuite_sync_audit')).toHaveLength(19);
	});

	it('keeps repeated descriptions apart by their number, and yen whole', () => {
		const names = world.chargebee.records('items').map(({ name }) => name);
		expect(names).toContain('A100 - Steel bolt M8');
		expect(names).toContain('A101 - Steel bolt M8');
		expect(world.chargebee.record('item_prices', 'ln-1300-A102-JPY')).toMatchObject({
			price: 120,
			currency_code: 'JPY',
		});
		expect(world.chargebee.record('item_prices', 'ln-1300-A100-EUR')).toMatchObject({ price: 45 });
		expect(world.chargebee.violations()).toEqual([]);
	});

	it('names the currency nobody knows, and what to do', async () => {
		const ledger = await world.n8n.rows('cloudsuite_sync_ledger');
		const [invalid] = ledger.filter(({ outcome }) => outcome === 'invalid');
		expect(invalid).toMatchObject({ source_key: 'ln:ACME_TST:1300:T302-EURO', attempts: 1 });
		expect(invalid?.reason).toContain('"EURO" is not an ISO 4217 currency code');
	});

	it('writes nothing the second time', async () => {
		await world.n8n.run(workflowId, TRIGGER);
		expect(writes(world.newCalls())).toEqual([]);
		const ledger = await world.n8n.rows('cloudsuite_sync_ledger');
		expect(ledger).toHaveLength(19);
		expect(ledger.find(({ outcome }) => outcome === 'invalid')).toMatchObject({ attempts: 2 });
	});

	it('lets what hangs on a refused record wait, and writes it later', async () => {
		const { n8n, chargebee } = world;
		for (const path of ['item_prices', 'items'] as const)
			for (const { id } of chargebee.records(path))
				chargebee.updateRecord(path, id, { status: 'deleted', deleted: true });
		chargebee.faults.add({
			method: 'POST',
			path: /\/items$/,
			body: /S200/,
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
		const waiting = (await n8n.rows('cloudsuite_sync_ledger')).filter(
			({ outcome }) => outcome === 'skipped',
		);
		expect(waiting).toMatchObject([{ source_key: 'ln:ACME_TST:1300:S200-EUR' }]);
		expect(waiting[0]?.reason).toContain('ln:ACME_TST:1300:S200');
		await n8n.run(workflowId, TRIGGER);
		expect(chargebee.record('item_prices', 'ln-1300-S200-EUR')).toMatchObject({ status: 'active' });
	});
});

describe('the template for a preview', () => {
	it('writes nothing, and gives the plan as a CSV file and in counts', async () => {
		const id = await create(PREVIEW_CUSTOMERS);
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
		expect(file).toMatchObject({ binary: { data: { fileName: 'preview-customers.csv' } } });
	});
});

import { customer, startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('side effects', () => {
	it('are suppressed on writes alone, and only those that are named', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)], { parameters: { options: { suppress: ['webhooks', 'emails'] } } });
		const calls = newCalls();
		const suppressed = ['chargebee-event-email', 'chargebee-event-webhook'];
		expect(
			calls.filter(({ method }) => method === 'POST').map(({ notes }) => notes.suppressed),
		).toEqual([suppressed]);
		expect(
			calls.filter(({ method, notes }) => method === 'GET' && notes.suppressed !== undefined),
		).toEqual([]);
	});

	it('are left alone unless asked', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)]);
		expect(newCalls().filter(({ notes }) => notes.suppressed !== undefined)).toEqual([]);
	});
});

describe('a business entity', () => {
	const behaviour = { businessEntities: ['nordic', 'baltic'] };
	const inEntity = (businessEntityId: string) => ({
		parameters: { options: { businessEntityId } },
	});

	it('is named in every request, and what is created belongs to it', async () => {
		const { upsert, sandbox, newCalls } = await startBench({ behaviour });
		await upsert([customer(1)], inEntity('nordic'));
		expect(new Set(newCalls().map(({ notes }) => notes.businessEntityId))).toEqual(
			new Set(['nordic']),
		);
		expect(sandbox.customer('ln-1300-C000001')).toMatchObject({ business_entity_id: 'nordic' });
	});

	it('sees its own records only: a match in another one is none', async () => {
		const { upsert } = await startBench({
			behaviour,
			customers: [{ id: 'Azy1', email: 'ap1@company1.test', business_entity_id: 'baltic' }],
		});
		const { rows } = await upsert([customer(1)], inEntity('nordic'));
		expect(rows).toMatchObject([{ outcome: 'created', chargebeeId: 'ln-1300-C000001' }]);
	});

	it('that the site does not have fails the run with its name', async () => {
		const { upsert, sandbox } = await startBench({ behaviour });
		const { rows } = await upsert([customer(1)], inEntity('north'));
		expect(rows).toMatchObject([{ outcome: 'failed' }]);
		expect(rows[0]?.reason).toContain('business entity');
		expect(sandbox.customers()).toEqual([]);
	});
});

describe('the declared environment', () => {
	it('lets a run pass that fits, at the cost of one call', async () => {
		const { upsert, newCalls } = await startBench();
		const { rows } = await upsert([customer(1)], { environment: 'test' });
		expect(rows).toMatchObject([{ outcome: 'created' }]);
		expect(newCalls().filter(({ path }) => path.endsWith('/configurations'))).toHaveLength(1);
	});

	it('refuses a run on the other kind of site before anything is written', async () => {
		const { upsert, newCalls } = await startBench();
		const { rows } = await upsert([customer(1)], { environment: 'live' });
		expect(rows).toMatchObject([{ outcome: 'failed' }]);
		expect(rows[0]?.reason).toContain('declared as live');
		expect(rows[0]?.reason).toContain('acme-test');
		expect(newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('is not asked about when it is not declared', async () => {
		const { upsert, newCalls } = await startBench();
		await upsert([customer(1)]);
		expect(newCalls().filter(({ path }) => path.endsWith('/configurations'))).toEqual([]);
	});
});

describe('a site on Product Catalog 1.0', () => {
	it('is refused for items with what to do, after one call', async () => {
		const { run, newCalls } = await startBench({ behaviour: { productCatalog: 'v1' } });
		const { error } = await run(
			{ resource: 'item', operation: 'upsert', parentBy: 'id', parentId: 'f' },
			[{ key: 'ln:ACME_TST:1300:A1', name: 'Bolt' }],
			{ onError: 'stopWorkflow' },
		);
		expect(error?.message).toContain('Product Catalog 1.0');
		expect((error as { description?: string }).description).toContain('2.0');
		expect(newCalls().map(({ path }) => path)).toEqual(['/api/v2/configurations']);
	});

	it('still takes customers', async () => {
		const { upsert } = await startBench({ behaviour: { productCatalog: 'v1' } });
		expect((await upsert([customer(1)])).rows).toMatchObject([{ outcome: 'created' }]);
	});
});

import { ODDITIES, seedCustomers } from '../../sandbox/seed';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const seed = seedCustomers();
const ids = (customers: ReadonlyArray<{ id: string }>) => customers.map(({ id }) => id).sort();

describe('all customers of a company', () => {
	it('are read, suppliers are not', async () => {
		const { readAll, sandbox } = await startBench();
		const customers = await readAll();
		expect(customers).toHaveLength(300);
		expect(ids(customers)).toEqual(ids(seed.map(({ id }) => ({ id: id.trim() }))));
		expect(sandbox.violations()).toEqual([]);
	});

	it('come joined: role for terms, address, contacts with the e-mail, tax number', async () => {
		const { readAll } = await startBench();
		const byId = new Map((await readAll()).map((customer) => [customer.id, customer]));
		for (const {
			status,
			id,
			name,
			street,
			houseNumber,
			people,
			vatNumber,
			paymentTerms,
			creditLimit,
		} of seed) {
			const customer = byId.get(id.trim());
			expect(customer).toMatchObject({
				name,
				vatNumber,
				// a prospect can't be invoiced yet: LN has no invoice-to role for it
				paymentTerms: status === 'Prospect' ? null : paymentTerms,
				creditLimit: status === 'Prospect' ? null : creditLimit,
				tenant: 'ACME_TST',
				company: '1300',
			});
			expect(customer?.billingAddress?.line1).toBe(`${street} ${houseNumber}`.trim());
			expect(customer?.contacts).toHaveLength(people.filter(({ active }) => active).length);
			expect(customer?.email).toBe(
				people.find(({ active, email }) => active && email)?.email ?? null,
			);
		}
	});

	it('never lack a field: null means that the source has none', async () => {
		const { readAll } = await startBench();
		const customers = await readAll();
		const fields = Object.keys(customers[0] ?? {});
		for (const customer of customers) {
			expect(Object.keys(customer)).toEqual(fields);
			expect(Object.values(customer)).not.toContain(undefined);
		}
	});

	it.each([
		['small pages', { pageSize: 7 }, {}],
		['pages shorter than asked for', { pageSize: 50 }, { pages: 'short' as const }],
		['an empty page in the middle', { pageSize: 50 }, { pages: 'emptyInTheMiddle' as const }],
		['relative next links', { pageSize: 100 }, { nextLink: 'relative' as const }],
		['a server with a smaller page of its own', { pageSize: 1000 }, { maxPageSize: 40 }],
		[
			'empty texts as blanks and empty dates as null',
			{},
			{ emptyTexts: 'blank' as const, emptyDates: 'null' as const },
		],
	])('are the same with %s', async (_how, options, behaviour) => {
		const { readAll, sandbox } = await startBench();
		const expected = await readAll();
		Object.assign(sandbox.behaviour, behaviour);
		expect(await readAll({ options })).toEqual(expected);
		expect(sandbox.violations()).toEqual([]);
	});

	it('take no more calls than pages, code tables and metadata', async () => {
		const { readAll, newCalls } = await startBench();
		await readAll();
		expect(newCalls().length).toBeLessThanOrEqual(7 + 3 + 3);
	});

	it('name company and language on every page', async () => {
		const { readAll, sandbox } = await startBench();
		await readAll({ options: { pageSize: 20 } });
		expect(sandbox.violations()).toEqual([]);
		expect(
			sandbox.history.filter(({ path }) => path.endsWith('/BusinessPartners')).length,
		).toBeGreaterThan(10);
	});
});

describe('the odd ones', () => {
	it('keep their id trimmed for display and apart by key', async () => {
		const { readAll } = await startBench();
		const customers = await readAll();
		for (const position of ODDITIES.padded) {
			const id = seed[position]?.id ?? '';
			expect(id).not.toBe(id.trim());
			expect(customers.find((customer) => customer.id === id.trim())?.key).toBe(
				`ln:ACME_TST:1300:${id.trim()}`,
			);
		}
		expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
	});

	it('show their status', async () => {
		const { readAll } = await startBench();
		const count = (status: string, list: ReadonlyArray<{ status: string | null }>) =>
			list.filter((one) => one.status === status).length;
		const customers = await readAll();
		expect([
			count('inactive', customers),
			count('prospect', customers),
			count('doubtful', customers),
		]).toEqual([1, ODDITIES.prospects.length, ODDITIES.doubtful.length]);
	});

	it('raw rows come on request and change nothing else', async () => {
		const { readAll } = await startBench();
		const [plain] = await readAll();
		const [withRaw] = await readAll({ options: { includeRaw: true } });
		expect(withRaw).toEqual({ ...plain, raw: expect.any(Object) as object });
	});
});

describe('a part of them', () => {
	it.each([
		[{ status: ['inactive'] }, 1],
		[{ status: ['prospect', 'inactive'] }, ODDITIES.prospects.length + 1],
		[{ role: 'any' }, 312],
		[{ role: 'supplier' }, 12 + ODDITIES.suppliersToo.length],
	])('by %j: %d', async (filters, expected) => {
		const { readAll } = await startBench();
		expect(await readAll({ filters })).toHaveLength(expected);
	});

	it('up to a limit is read with few rows and joined alike', async () => {
		const { readAll } = await startBench();
		const all = await readAll();
		const some = await readAll({ returnAll: false, limit: 30 });
		expect(some).toHaveLength(30);
		for (const customer of some) expect(all).toContainEqual(customer);
	});

	it('of another company is another set of records', async () => {
		const { readAll } = await startBench();
		const others = await readAll({ company: '1400' });
		expect(others.every(({ key }) => key.startsWith('ln:ACME_TST:1400:'))).toBe(true);
	});
});

describe('one customer', () => {
	it.each([ODDITIES.padded[0], ODDITIES.quotedId, 5])(
		'at position %d is found by its id, padded or quoted',
		async (position) => {
			const { run } = await startBench();
			const id = seed[position]?.id.trim() ?? '';
			const { outputs } = await run({ operation: 'get', id: id });
			expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
				{ id, name: seed[position]?.name },
			]);
		},
	);

	it('that is not there is named', async () => {
		const { run } = await startBench();
		const { error } = await run({ operation: 'get', id: 'NOBODY' });
		expect(error?.message).toBe('LN company 1300 has no customer NOBODY');
	});
});

describe('only changed', () => {
	const ledger = (
		customers: ReadonlyArray<{ key: string; sourceHash: string }>,
		outcome = 'created',
	) =>
		customers.map(({ key, sourceHash }) => ({
			source_key: key,
			source_hash: sourceHash,
			outcome,
			chargebee_id: `CB-${key}`,
		}));
	const changed = (known: unknown) => ({ onlyChanged: true, knownRecords: known as never });

	it('gives nothing when all is known', async () => {
		const { readAll } = await startBench();
		expect(await readAll(changed(ledger(await readAll())))).toEqual([]);
	});

	it('gives everything when nothing is known', async () => {
		const { readAll } = await startBench();
		expect(await readAll(changed([{}]))).toHaveLength(300);
	});

	it('gives the one that changed, with what is known of it, also when the known rows come as text', async () => {
		const { readAll, sandbox } = await startBench();
		const known = ledger(await readAll());
		const partner = sandbox.data.businessPartners[3];
		if (partner) partner.Name = 'Renamed';
		const [only, ...others] = await readAll(changed(JSON.stringify(known)));
		expect(others).toEqual([]);
		expect(only).toMatchObject({ name: 'Renamed', known: { outcome: 'created' } });
	});

	it.each(['addresses', 'contacts', 'invoiceToBusinessPartners'] as const)(
		'notices a change in %s',
		async (table) => {
			const { readAll, sandbox } = await startBench();
			const known = ledger(await readAll());
			const row = sandbox.data[table][0];
			if (row)
				Object.assign(row, { Street: 'Elsewhere', Email: 'new@else.test', PaymentTerms: 'N99' });
			expect(await readAll(changed(known))).toHaveLength(1);
		},
	);

	it('gives again what Chargebee has not accepted', async () => {
		const { readAll } = await startBench();
		for (const outcome of ['failed', 'rejected', 'conflict', 'invalid', 'preview', '']) {
			expect(await readAll(changed(ledger(await readAll(), outcome)))).toHaveLength(300);
		}
	});

	it('says so when the known records are no list', async () => {
		const { run } = await startBench();
		const { error } = await run(changed('{"a":1}'));
		expect(error?.message).toContain('"Known Records" is not a list of rows');
	});
});

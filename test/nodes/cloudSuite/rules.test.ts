import { answer } from '../../sandbox/shared/faults';
import { CUSTOMER_COUNT, ODDITIES, seedCustomers } from '../../sandbox/seed/customers';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const seed = seedCustomers();
const paths = (calls: ReadonlyArray<{ path: string }>) =>
	calls.map(({ path }) => path.split('/odata/')[1]);
const errorOutput = { onError: 'continueErrorOutput' as const };

describe('with an error output', () => {
	it('a failed read goes there, and no input item passes as a customer', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /BusinessPartners\?/, effect: answer(403), times: 99 });
		const { outputs, error } = await run({}, { ...errorOutput, items: [{ json: { input: 1 } }] });
		expect(error).toBeUndefined();
		const [success = [], failures = []] = outputs;
		expect(success).toEqual([]);
		expect(failures.map(({ json }) => json)).toEqual([
			{
				input: 1,
				error: expect.stringContaining('HTTP 403') as string,
				details: {
					description: expect.stringContaining('API role') as string,
					httpCode: '403',
				},
			},
		]);
	});

	it('so does a credential that can not be used', async () => {
		const { run, store } = await startBench();
		store.write('inforIonApi', { ...store.read('inforIonApi'), ionApi: '{}' });
		const { outputs } = await run({}, errorOutput);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.[0]?.json.error).toContain('"ti" (tenant ID) is missing');
	});

	it('of many items only the failing ones go there', async () => {
		const { run } = await startBench();
		const ids = [seed[5]?.id, 'NOBODY', seed[6]?.id];
		const { outputs } = await run(
			{ operation: 'get', id: '={{ $json.id }}' },
			{ ...errorOutput, items: ids.map((id) => ({ json: { id } })) },
		);
		expect(outputs[0]?.map(({ json }) => json.id)).toEqual([ids[0], ids[2]]);
		expect(outputs[1]?.map(({ json }) => json.id)).toEqual(['NOBODY']);
	});

	it('a canceled execution is no failed item', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /Addresses/, effect: { kind: 'hang' } });
		const { status, outputs } = await run(
			{},
			{
				...errorOutput,
				cancelWhen: () => sandbox.history.some(({ path }) => path.includes('Addresses')),
			},
		);
		expect(status).toBe('canceled');
		expect(outputs[1] ?? []).toEqual([]);
	});
});

describe('one customer', () => {
	const get = { operation: 'get' };

	it('of many items reads metadata and code tables once', async () => {
		const { run, newCalls } = await startBench();
		await run(
			{ ...get, id: '={{ $json.id }}' },
			{ items: [1, 2, 3].map((at) => ({ json: { id: seed[at]?.id } })) },
		);
		const calls = paths(newCalls());
		for (const once of ['$metadata', 'Countries', 'Currencies', 'Languages'])
			expect(calls.filter((path) => path?.endsWith(once)).length).toBeLessThanOrEqual(
				once === '$metadata' ? 3 : 1,
			);
		expect(calls.filter((path) => path?.endsWith('/BusinessPartners'))).toHaveLength(3);
	});

	it.each(ODDITIES.padded)('at position %d is found with and without its blanks', async (at) => {
		const { run } = await startBench();
		const wireId = seed[at]?.id ?? '';
		for (const customerId of [wireId, wireId.trim()]) {
			const { outputs } = await run({ ...get, id: customerId });
			expect(outputs[0]?.map(({ json }) => json.name)).toEqual([seed[at]?.name]);
		}
	});

	it('is the very one when another differs in blanks only, and a question when it can not be told', async () => {
		const { run, sandbox } = await startBench();
		const [first] = sandbox.data.businessPartners;
		if (first) {
			sandbox.data.businessPartners.push(
				{ ...first, BusinessPartner: '  TWIN', Name: 'Left' },
				{ ...first, BusinessPartner: 'TWIN  ', Name: 'Right' },
			);
		}
		const { outputs } = await run({ ...get, id: 'TWIN  ' });
		expect(outputs[0]?.map(({ json }) => json.name)).toEqual(['Right']);
		const { error } = await run({ ...get, id: 'TWIN' });
		expect(error?.message).toContain(
			'has customer TWIN 2 times, in codes that differ in blanks only',
		);
	});

	it('with the code of another inside its own is not mistaken for it', async () => {
		const { run } = await startBench();
		const { error } = await run({ ...get, id: 'C001' });
		expect(error?.message).toBe('LN company 1300 has no customer C001');
	});
});

describe('a limit', () => {
	it('below the whole asks for the other rows by key, and pages no larger than itself', async () => {
		const { readAll, newCalls } = await startBench();
		const all = await readAll();
		newCalls();
		const some = await readAll({ returnAll: false, limit: 100 });
		expect(some).toHaveLength(100);
		for (const customer of some) expect(all).toContainEqual(customer);
		const joined = newCalls().filter(({ path }) => path.endsWith('/InvoicetoBusinessPartners'));
		expect(joined.every(({ query }) => query.includes('filter='))).toBe(true);
	});
});

describe('a list that changes while it is read', () => {
	it('gives no customer twice', async () => {
		const { readAll, sandbox } = await startBench();
		const rows = sandbox.data.businessPartners;
		const [first] = rows;
		const inserted = { ...first, BusinessPartner: 'A-NEW-ONE', Name: 'Inserted' };
		let reads = 0;
		Object.defineProperty(sandbox.data, 'businessPartners', {
			get: () => ((reads += 1) > 2 ? [inserted, ...rows] : rows),
		});
		const customers = await readAll({ options: { pageSize: 50 } });
		const keys = customers.map(({ key }) => key);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys).toHaveLength(CUSTOMER_COUNT);
	});
});

describe('a server that never comes to the end', () => {
	it('is noticed when it gives the same page under ever new links', async () => {
		const { run, sandbox } = await startBench();
		const base = `${sandbox.url}/ACME_TST/LN/lnapi/odata/tcapi.comBusinessPartner/BusinessPartners?`;
		for (let n = 0; n < 5; n += 1) {
			sandbox.faults.add({
				path: /BusinessPartners\?/,
				effect: answer(200, {
					value: [{ BusinessPartner: 'C1', Name: 'One' }],
					'@odata.nextLink': `${base}$skiptoken=${n}`,
				}),
			});
		}
		const { error } = await run();
		expect(error?.message).toContain('LN gave page 2 of BusinessPartners twice');
	});
});

describe('a tenant that differs', () => {
	it.each(['Addresses.AddressCode', 'InvoicetoBusinessPartners.InvoicetoBusinessPartner'])(
		'without %s is refused before any row is read',
		async (column) => {
			const { run, newCalls } = await startBench({ behaviour: { missingColumns: [column] } });
			const { error } = await run();
			expect(error?.message).toContain(`of this tenant has no ${column.split('.')[1]}`);
			expect(newCalls().every(({ path }) => path.endsWith('$metadata'))).toBe(true);
		},
	);

	it('whose contacts have no e-mail column says so', async () => {
		const { run } = await startBench({ behaviour: { missingColumns: ['Contacts.Email'] } });
		const { outputs, hints } = await run();
		expect(outputs[0]).toHaveLength(CUSTOMER_COUNT);
		expect(hints.map(({ message }) => message).join()).toContain(
			'tcapi.comContact/Contacts of this tenant has no Email',
		);
	});

	it('that forbids contacts is an error: customers would lose the e-mail they are found by', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /comContact\/\$metadata/, effect: answer(403) });
		expect((await run()).error?.message).toContain(
			'The metadata of tcapi.comContact could not be read: HTTP 403',
		);
	});

	it.each([403, 404])(
		'that answers %d for the countries leaves codes as they are',
		async (status) => {
			const { run, sandbox } = await startBench();
			sandbox.faults.add({ path: /ibdItem\/\$metadata/, effect: answer(status) });
			const { outputs, hints } = await run({
				options: {
					codeMappings: { code: [{ kind: 'country', from: 'qzx', to: 'XK' }] },
				},
			});
			expect(outputs[0]).toHaveLength(CUSTOMER_COUNT);
			expect(hints.map(({ message }) => message).join()).toContain(
				'tcapi.ibdItem/Countries is not available',
			);
			const odd = outputs[0]?.find(({ json }) => json.id === seed[ODDITIES.unknownCountry]?.id);
			expect(odd?.json.billingAddress).toMatchObject({ country: 'XK' });
		},
	);
});

describe('the primary contact', () => {
	it.each([
		['all', { returnAll: true }],
		['a few', { returnAll: false, limit: 20 }],
	])('may belong to another business partner (%s)', async (_how, parameters) => {
		const { readAll, sandbox } = await startBench();
		const [partner, parent] = sandbox.data.businessPartners;
		const contact = sandbox.data.contacts.find(
			({ BusinessPartner: id }) => id === parent?.BusinessPartner,
		);
		if (partner && contact) {
			partner.PrimaryContact = contact.Contact;
			contact.Email = 'head.office@parent.example';
		}
		const customers = await readAll(parameters);
		const child = customers.find(({ id }) => id === partner?.BusinessPartner);
		expect(child?.email).toBe('head.office@parent.example');
		expect(child?.contacts[0]).toMatchObject({ id: contact?.Contact, primary: true });
	});
});

describe('the summary', () => {
	it('says how many were read, passed on, and what it took', async () => {
		const { run } = await startBench();
		const { hints } = await run({ onlyChanged: true, knownRecords: '[]' });
		expect(hints[0]?.message).toMatch(/^300 customers read, 300 passed on; \d+ calls, \d+ s$/);
	});
});

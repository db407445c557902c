import type { Bench } from './setup';
import { readerOf } from './records';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const { readCustomers, failureOf } = readerOf({ product: 'ln', company: '1300' });
const MINUTE = 60_000;
const BP = 'tcapi.comBusinessPartner';

/** How often metadata were asked for since the last call of this function, and how many other calls there were. */
function callsOf(bench: Bench): { metadata: number; others: number } {
	const calls = bench.newCalls();
	const metadata = calls.filter(({ path }) => path.endsWith('$metadata')).length;
	return { metadata, others: calls.length - metadata };
}

describe('metadata', () => {
	it('are asked for once: the second poll of an item trigger takes one call, the second of customers ten', async () => {
		const bench = await startBench();
		const itemTrigger = startTrigger(bench, { product: 'ln', resource: 'item', company: '1300' });
		await polled(itemTrigger);
		expect(callsOf(bench).metadata).toBe(3);
		await polled(itemTrigger);
		expect(callsOf(bench)).toEqual({ metadata: 0, others: 1 });

		const trigger = startTrigger(bench, { product: 'ln', resource: 'customer', company: '1300' });
		await polled(trigger);
		// what the items were told by is known
		expect(callsOf(bench).metadata).toBe(1);
		await polled(trigger);
		expect(callsOf(bench)).toEqual({ metadata: 0, others: 10 });
	});

	it('are asked for again after ten minutes', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		await bench.clock.sleep(9 * MINUTE);
		callsOf(bench);
		await readCustomers(bench);
		expect(callsOf(bench).metadata).toBe(0);
		await bench.clock.sleep(2 * MINUTE);
		await readCustomers(bench);
		expect(callsOf(bench).metadata).toBe(3);
	});

	it('of one company are not another’s: services are activated by company', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		callsOf(bench);
		await readCustomers(bench, { company: '1400' });
		expect(callsOf(bench).metadata).toBe(3);
		await readCustomers(bench, { company: '1300, 1400' });
		expect(callsOf(bench).metadata).toBe(0);
	});

	it('are asked for again with a changed credential, which may see something else', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		callsOf(bench);
		const { store, sandbox } = bench;
		const ionApi = JSON.stringify(sandbox.nextIonApi);
		store.write('inforIonApi', { ...store.read('inforIonApi'), ionApi, accessToken: '' });
		await readCustomers(bench);
		expect(callsOf(bench).metadata).toBe(3);
	});

	it('of a service that is not there are asked for each time: somebody may activate it', async () => {
		const bench = await startBench({ behaviour: { inactiveServices: ['tcapi.comContact'] } });
		expect((await readCustomers(bench)).every(({ email }) => email === null)).toBe(true);
		bench.sandbox.behaviour.inactiveServices = [];
		expect((await readCustomers(bench)).some(({ email }) => email !== null)).toBe(true);
	});
});

describe('a tenant that changes while its metadata are kept', () => {
	it('is read again at once when it refuses a column: one that is not needed is left out', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		bench.sandbox.behaviour.missingColumns = ['BusinessPartners.Website'];
		callsOf(bench);
		const customers = await readCustomers(bench);
		expect(customers).toHaveLength(300);
		expect(customers.every(({ website }) => website === null)).toBe(true);
		// that service's alone
		expect(callsOf(bench).metadata).toBe(1);
		await readCustomers(bench);
		expect(callsOf(bench).metadata).toBe(0);
	});

	it('is an error that names the column when it is needed', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		bench.sandbox.behaviour.missingColumns = ['BusinessPartners.Name'];
		expect((await failureOf(bench)).message).toBe(
			`${BP}/BusinessPartners of this tenant has no Name`,
		);
	});

	it('is named by a count, too', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		bench.sandbox.behaviour.missingColumns = ['BusinessPartners.BusinessPartnerRole'];
		expect((await failureOf(bench, { operation: 'count' })).message).toContain(
			'of this tenant has no BusinessPartnerRole',
		);
	});

	it('is read without a service that was switched off, and the hint says so', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		bench.sandbox.behaviour.inactiveServices = ['tcapi.comContact'];
		const { outputs, hints } = await bench.run();
		expect(outputs[0]).toHaveLength(300);
		expect(hints.map(({ message }) => message)).toContain(
			'tcapi.comContact/Contacts is not available in this tenant: what it holds is left empty.',
		);
	});

	it('is asked twice at most when a question can not be answered', async () => {
		const bench = await startBench();
		await readCustomers(bench);
		bench.sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: { kind: 'answer', status: 400, body: { error: { message: 'Invalid $filter' } } },
			times: 1_000,
		});
		callsOf(bench);
		const { message } = await failureOf(bench);
		expect(message).toBe(
			`Page 1 of ${BP}/BusinessPartners in company 1300 could not be read: HTTP 400 (Invalid $filter)`,
		);
		expect(callsOf(bench)).toEqual({ metadata: 1, others: 2 });
	});
});

import type { IDataObject } from 'n8n-workflow';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import { sdkFor } from '../../../contract/sdkClient';
import type { Bench } from '../setup';
import { startBench, stopBenches } from '../setup';

afterEach(stopBenches);

const KEY = 'ln:ACME_TST:1300:C000001';

async function startWithContacts(count: number): Promise<Bench> {
	const bench = await startBench({
		customers: [
			{ id: 'AzyHand1', meta_data: { cloudsuite: KEY } },
			{ id: 'AzyHand2', company: 'No contacts' },
		],
	});
	const { customer } = sdkFor(bench.sandbox);
	for (let n = 0; n < count; n += 1) {
		await customer.addContact('AzyHand1', {
			contact: {
				id: `contact-${n}`,
				first_name: 'Ada',
				last_name: `No ${n}`,
				email: `ada${n}@example.test`,
				label: 'AP',
				enabled: true,
				send_billing_email: true,
			},
		});
	}
	bench.newCalls();
	return bench;
}

const list = async ({ run }: Bench, parameters: IDataObject, items?: IDataObject[]) => {
	const { outputs } = await run({ resource: 'contact', operation: 'getAll', ...parameters }, items);
	return outputs.map((output) => output.map(({ json }) => json));
};

describe('Get Many contacts', () => {
	it('reads all pages of a customer, and nothing Chargebee does not take', async () => {
		const bench = await startWithContacts(120);
		const [contacts] = await list(bench, { customerId: 'AzyHand1', returnAll: true });
		expect(contacts).toHaveLength(120);
		const calls = bench.newCalls();
		expect(calls.map(({ path }) => path)).toEqual(
			Array(2).fill('/api/v2/customers/AzyHand1/contacts'),
		);
		expect(calls[0]?.query).toBe('limit=100');
		expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);
	});

	it('shows what people look at, with the customer', async () => {
		const bench = await startWithContacts(1);
		const [contacts] = await list(bench, { customerId: 'AzyHand1' });
		expect(contacts).toEqual([
			{
				...{ id: 'contact-0', customerId: 'AzyHand1', name: 'Ada No 0', phone: null },
				...{ email: 'ada0@example.test', label: 'AP', enabled: true },
				...{ getsBillingEmail: true, getsAccountEmail: false },
			},
		]);
	});

	it('finds the customer by its CloudSuite key, also one that was linked', async () => {
		const bench = await startWithContacts(2);
		const [contacts] = await list(bench, { customerBy: 'sourceKey', sourceKey: KEY });
		expect(contacts?.map(({ customerId }) => customerId)).toEqual(['AzyHand1', 'AzyHand1']);
	});

	it('is an error for an unknown customer, and nothing for one without contacts', async () => {
		const bench = await startWithContacts(1);
		const ids = ['nobody', '', 'AzyHand2'].map((wanted) => ({ wanted }));
		const [contacts, errors] = await list(bench, { customerId: '={{ $json.wanted }}' }, ids);
		expect(contacts).toEqual([]);
		expect(errors?.map(({ error }) => error)).toEqual([
			expect.stringContaining('resource_not_found'),
			'"Customer ID" is empty',
		]);
	});

	it('reads no more than its limit asks for', async () => {
		const bench = await startWithContacts(5);
		const [contacts] = await list(bench, { customerId: 'AzyHand1', limit: 3 });
		expect(contacts).toHaveLength(3);
	});
});

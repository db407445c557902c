import type { IDataObject } from 'n8n-workflow';
import { readerOf } from './records';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const { readCustomers, readItems, failureOf } = readerOf({ product: 'ln', company: '1300' });
const BP = 'tcapi.comBusinessPartner';
const ITEM = 'tcapi.ibdItem';

/** Everything a customer or an item is made of, in services of the tenant's own. */
const MOVED = {
	[`${BP}/BusinessPartners`]: 'tx.acmeCustomer/Customers',
	[`${BP}/SoldtoBusinessPartners`]: 'tx.acmeCustomer/Buyers',
	[`${BP}/InvoicetoBusinessPartners`]: 'tx.acmeCustomer/Invoiced',
	[`${BP}/PaybyBusinessPartners`]: 'tx.acmeCustomer/Payers',
	[`${BP}/Addresses`]: 'tx.acmeAddress/Addresses',
	[`${BP}/TaxNumbersByBusinessPartner`]: 'tx.acmeCustomer/TaxNumbers',
	['tcapi.comContact/Contacts']: 'tx.acmeCustomer/People',
	[`${BP}/Languages`]: 'tx.acmeCodes/Languages',
	[`${BP}/Currencies`]: 'tx.acmeCodes/Currencies',
	[`${ITEM}/Countries`]: 'tx.acmeCodes/Countries',
	[`${ITEM}/Items`]: 'tx.acmeItem/Products',
	['tdapi.isaItemSales/ItemsSales']: 'tx.acmeItem/Prices',
};

function option(places: Readonly<Record<string, string>>): IDataObject {
	return {
		entitySets: {
			set: Object.entries(places).map(([of, value]) => ({
				of,
				place: { __rl: true, mode: 'name', value },
			})),
		},
	};
}

describe('entity sets that a tenant has elsewhere', () => {
	it('are read there, and give the very same customers and items', async () => {
		const bench = await startBench();
		const filters = { status: ['active', 'inactive'] };
		const [customers, items] = [await readCustomers(bench, { filters }), await readItems(bench)];
		const moved = await startBench({ behaviour: { movedSets: MOVED } });
		const options = option(MOVED);
		expect(await readCustomers(moved, { filters, options })).toEqual(customers);
		expect(await readItems(moved, { options })).toEqual(items);
		const services = moved.newCalls().map(({ path }) => path.split('/odata/')[1]?.split('/')[0]);
		expect(services.every((service) => service?.startsWith('tx.acme'))).toBe(true);
	});

	it('give their own names to the raw rows', async () => {
		const bench = await startBench({ behaviour: { movedSets: MOVED } });
		const options = { ...option(MOVED), includeRaw: true };
		const [customer] = await readCustomers(bench, { options, returnAll: false, limit: 1 });
		expect(Object.keys(customer?.raw ?? {})).toEqual([
			'tx.acmeCustomer/Customers',
			'tx.acmeCustomer/Buyers',
			'tx.acmeCustomer/Invoiced',
			'tx.acmeCustomer/Payers',
			'tx.acmeAddress/Addresses',
			'tx.acmeCustomer/TaxNumbers',
			'tx.acmeCustomer/People',
		]);
	});

	it('may be named by the service or the set alone', async () => {
		const movedSets = {
			[`${BP}/Addresses`]: `${BP}/Places`,
			['tcapi.comContact/Contacts']: 'tx.people/Contacts',
		};
		const bench = await startBench({ behaviour: { movedSets } });
		const expected = await readCustomers(await startBench());
		const options = option({
			[`${BP}/Addresses`]: 'Places',
			['tcapi.comContact/Contacts']: 'tx.people',
		});
		expect(await readCustomers(bench, { options })).toEqual(expected);
	});

	it('are asked for with the enums of their own service when they count', async () => {
		const bench = await startBench({ behaviour: { movedSets: MOVED } });
		const { outputs, error } = await bench.run({
			operation: 'count',
			filters: { status: ['inactive'] },
			options: option(MOVED),
		});
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json.count).toBe(1);
	});
});

describe('an entity set that is named and not there', () => {
	const named = { [`${BP}/Addresses`]: 'tcapi.ibdItem/Adresses' };

	it('is an error that says what was looked for and what there is, before anything is read', async () => {
		const bench = await startBench();
		const { message, description } = await failureOf(bench, { options: option(named) });
		expect(message).toBe(
			'Service tcapi.ibdItem of this tenant has no entity set Adresses, which "Entity Sets" names for Addresses',
		);
		expect(description).toBe(
			'Correct "Entity Sets" in the options. The service has: Countries, Items.',
		);
		expect(bench.newCalls().every(({ path }) => path.endsWith('$metadata'))).toBe(true);
	});

	it('is an error also where a set of its kind may be missing, because somebody named it', async () => {
		const bench = await startBench();
		const options = option({ ['tcapi.comContact/Contacts']: 'tx.nobody/Contacts' });
		const { message, description } = await failureOf(bench, { options });
		expect(message).toBe(
			'This tenant has no service tx.nobody, where "Entity Sets" says that Contacts are',
		);
		expect(description).toContain('activate the service for the company in LN');
	});

	it('is an error when it lacks what the standard set may lack', async () => {
		const bench = await startBench();
		const options = option({ ['tcapi.comContact/Contacts']: `${BP}/Contacts` });
		const { message } = await failureOf(bench, { options });
		expect(message).toBe(`${BP}/Contacts of this tenant has no BusinessPartner, Email`);
	});

	it('is an error when it is a role that may not be read, though LN’s own may be left out', async () => {
		const movedSets = { [`${BP}/PaybyBusinessPartners`]: 'tx.acme/Payers' };
		const bench = await startBench({ behaviour: { movedSets, forbiddenSets: ['tx.acme/Payers'] } });
		const { message, description } = await failureOf(bench, { options: option(movedSets) });
		expect(message).toContain(
			'Page 1 of tx.acme/Payers in company 1300 could not be read: HTTP 403',
		);
		expect(description).toContain('API role in LN');
	});

	it('that can be no name is refused before anything is asked', async () => {
		const bench = await startBench();
		const options = option({ [`${BP}/Addresses`]: '../../M3/x' });
		const { message, description } = await failureOf(bench, { options });
		expect(message).toBe('"../../M3/x" can not be the place of Addresses');
		expect(description).toContain('tx.acmeCustomer/Customers');
		expect(bench.newCalls()).toEqual([]);
	});
});

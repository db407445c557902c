import { startBench, stopBenches } from './chargebeeClient';

const reference = (text: string, more = {}) => JSON.stringify({ cloudsuite: text, ...more });
const key = (name: string) => ({ 'chargebee-idempotency-key': name });
const ADDRESS = { line1: 'Gate 1', line2: 'Door 2', city: 'Oslo' };

const start = () =>
	startBench({
		customers: [
			{
				id: 'a',
				vat_number: 'NO1',
				billing_address: ADDRESS,
				meta_data: { cloudsuite: 'ln:T:1:A', note: 'by hand' },
			},
			{ id: 'b' },
		],
	});

afterEach(stopBenches);

describe('a broken rule is', () => {
	it('two living customers with one reference', async () => {
		const { post, sandbox } = await start();
		await post('customers', { id: 'c', meta_data: reference('ln:T:1:A') }, key('1'));
		expect(sandbox.violations()).toEqual(['two living customers carry the reference ln:T:1:A']);
		await post('customers/c/delete', {}, key('2'));
		expect(sandbox.violations()).toEqual([]);
	});

	it('two customers created with references and one e-mail', async () => {
		const { post, sandbox } = await start();
		const form = (n: number) => ({ email: `AP@x.test`, meta_data: reference(`ln:T:1:${n}`) });
		await post('customers', form(1), key('1'));
		expect(sandbox.violations()).toEqual([]);
		await post('customers', form(2), key('2'));
		expect(sandbox.violations()).toEqual(['two customers were created with the e-mail ap@x.test']);
	});

	it('a value lost because it was left out, but not one cleared on purpose', async () => {
		const { post, sandbox } = await start();
		const path = 'customers/a/update_billing_info';
		await post(
			path,
			{
				vat_number: '',
				'billing_address[line1]': 'Gate 2',
				'billing_address[line2]': '',
				'billing_address[city]': 'Oslo',
			},
			key('1'),
		);
		expect(sandbox.violations()).toEqual([]);
		sandbox.update('a', { vat_number: 'NO1' });
		await post(path, { 'billing_address[line1]': 'Gate 3' }, key('2'));
		expect(sandbox.violations()).toEqual([
			`request 2 (/api/v2/${path}) lost a VAT number`,
			`request 2 (/api/v2/${path}) lost billing_address[city]`,
		]);
	});

	it('a key of meta_data lost, or a reference replaced by another one', async () => {
		const { post, sandbox } = await start();
		await post(
			'customers/a',
			{ meta_data: reference('ln:T:1:A', { note: 'changed', more: 1 }) },
			key('1'),
		);
		await post('customers/b', { meta_data: reference('ln:T:1:B') }, key('2'));
		expect(sandbox.violations()).toEqual([]);
		await post('customers/a', { meta_data: reference('ln:T:1:Z', { note: 'x' }) }, key('3'));
		expect(sandbox.violations()).toEqual([
			'request 3 (/api/v2/customers/a) lost meta_data.more',
			'request 3 (/api/v2/customers/a) gave a record with a reference another one',
		]);
	});

	it('a write without an idempotency key', async () => {
		const { post, sandbox } = await start();
		await post('customers/b', { company: 'B' });
		await post('customers/b', { nonsense: 'refused anyway' });
		expect(sandbox.violations()).toEqual([
			'request 1 (/api/v2/customers/b) was written without an idempotency key',
		]);
	});

	it('not a refusal for the rate', async () => {
		const { get, sandbox } = await startBench({ requestsPerMinute: 1 });
		await get('customers');
		await get('customers');
		expect(sandbox.violations()).toEqual([]);
	});
});

import type { IDataObject } from 'n8n-workflow';
import { isPath } from '../../../nodes/Chargebee/resources/api/request';
import { API_KEY, startBench, stopBenches } from './setup';

afterEach(stopBenches);

const request = { resource: 'api', operation: 'request' };

describe('an API request', () => {
	it('reads with its parameters in the query', async () => {
		const { run, newCalls } = await startBench({ customers: [{ id: 'A', email: 'a@x.test' }] });
		const { outputs } = await run({
			...request,
			method: 'GET',
			path: '/customers',
			parameters: { parameter: [{ name: 'email[is]', value: 'a@x.test' }] },
		});
		expect(outputs[0]?.[0]?.json).toMatchObject({ list: [{ customer: { id: 'A' } }] });
		expect(newCalls().map(({ query }) => decodeURIComponent(query))).toEqual([
			'email[is]=a@x.test',
		]);
	});

	it('reads a list to its end', async () => {
		const customers = Array.from({ length: 130 }, (_, n) => ({ id: `A${n}` }));
		const { run } = await startBench({ customers });
		const { outputs } = await run({
			...request,
			method: 'GET',
			path: '/customers',
			returnAllPages: true,
		});
		expect(outputs[0]).toHaveLength(130);
	});

	it.each([
		[
			'by name and value',
			{ parameters: { parameter: [{ name: 'billing_address[city]', value: 'Oslo' }] } },
		],
		[
			'as JSON',
			{ specifyParameters: 'json', parametersJson: '{"billing_address":{"city":"Oslo"}}' },
		],
	])('writes a form given %s, with an idempotency key', async (_how, parameters) => {
		const { run, sandbox, newCalls } = await startBench({ customers: [{ id: 'A' }] });
		await run({
			...request,
			method: 'POST',
			path: '/customers/A/update_billing_info',
			...parameters,
		});
		expect(sandbox.customer('A')).toMatchObject({ billing_address: { city: 'Oslo' } });
		expect(newCalls()[0]?.notes.idempotencyKey).toMatch(/^n8ncb-/);
	});

	it('sends an empty value, which clears', async () => {
		const { run, sandbox } = await startBench({ customers: [{ id: 'A', phone: '1' }] });
		await run({
			...request,
			method: 'POST',
			path: '/customers/A',
			parameters: { parameter: [{ name: 'phone', value: '' }] },
		});
		expect(sandbox.customer('A')?.phone).toBeUndefined();
	});

	it('that is refused goes to the error output in Chargebee’s words, and the others go on', async () => {
		const { run } = await startBench({ customers: [{ id: 'A' }] });
		const { outputs } = await run({ ...request, method: 'GET', path: '={{ $json.path }}' }, [
			{ path: '/customers/B' },
			{ path: '/customers/A' },
		]);
		const [success = [], failures = []] = outputs;
		expect(success.map(({ json }) => json)).toMatchObject([{ customer: { id: 'A' } }]);
		expect(failures.map(({ json }) => json)).toMatchObject([
			{ error: expect.stringContaining('resource_not_found') as string },
		]);
		expect(JSON.stringify(outputs)).not.toContain(API_KEY);
	});

	it('is sent once more by "Retry on Fail", and done once', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ method: 'POST', effect: { kind: 'lostAnswer' } });
		const { error } = await run(
			{
				...request,
				method: 'POST',
				path: '/customers',
				parameters: { parameter: [{ name: 'company', value: 'Öhlund' }] },
			},
			[{}],
			{ onError: 'stopWorkflow', retryOnFail: true },
		);
		expect(error).toBeUndefined();
		expect(sandbox.customers()).toHaveLength(1);
	});

	it.each([
		['https://evil.test/customers', false],
		['//evil.test/customers', false],
		['/customers/../../admin', false],
		['/customers/%2e%2e/x', false],
		['/customers?limit=1', false],
		['customers', false],
		['/customers\\x', false],
		['/customers', true],
		['/customers/a.b-c_1/hierarchy', true],
		['/items/ln-1300-A_2f1', true],
	])('with the path %j is sent: %s', (path, sent) => {
		expect(isPath(path)).toBe(sent);
	});

	it('with JSON that is no object is refused before it is sent', async () => {
		const { run, newCalls } = await startBench();
		const { outputs } = await run({
			...request,
			method: 'POST',
			path: '/customers',
			specifyParameters: 'json',
			parametersJson: '[1]',
		});
		expect((outputs[1]?.[0]?.json as IDataObject).error).toContain('JSON object');
		expect(newCalls()).toEqual([]);
	});
});

import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { ChargebeeSync } from '../../../../nodes/Chargebee/ChargebeeSync.node';
import { startBench, stopBenches } from '../setup';
import { SITE } from './seed';

afterEach(stopBenches);

const { properties } = new ChargebeeSync().description;

function valuesOf(property: INodeProperties | undefined): string[] {
	return (property?.options ?? []).map((option) => ('value' in option ? String(option.value) : ''));
}

const operationsOf = (resource: string) =>
	valuesOf(
		properties.find(
			({ name, displayOptions }) =>
				name === 'operation' && displayOptions?.show?.resource?.includes(resource),
		),
	);

const requiredOf = (resource: string) =>
	Object.fromEntries(
		properties
			.filter(
				({ required, displayOptions }) =>
					required && displayOptions?.show?.resource?.includes(resource),
			)
			.map(({ name, default: value }) => [name, value === '' ? 'x' : value]),
	) as IDataObject;

describe.each([
	['invoice', 'INV-00001'],
	['creditNote', 'CN-0'],
	['transaction', 'txn_1'],
])('the resource %s', (resource, id) => {
	it('is read-only: none of its operations sends anything but GET', async () => {
		const { run, newCalls, sandbox } = await startBench(SITE);
		const operations = operationsOf(resource);
		expect(operations).toEqual(['get', 'getAll']);
		for (const operation of operations) {
			const { outputs } = await run({ resource, operation, id, returnAll: true });
			expect(outputs[0]?.length).toBeGreaterThan(0);
			expect(outputs[1] ?? []).toEqual([]);
		}
		const calls = newCalls();
		expect(calls.length).toBeGreaterThanOrEqual(operations.length);
		expect(calls.map(({ method }) => method)).toEqual(calls.map(() => 'GET'));
		expect(sandbox.violations()).toEqual([]);
	});

	it.each(['upsert', 'create', 'update', 'delete'])('has no operation %s', async (operation) => {
		const { run, newCalls } = await startBench(SITE);
		const { error } = await run({ resource, operation, id }, [{}], { onError: 'stopWorkflow' });
		expect(error?.message).toContain('is not an operation');
		expect(newCalls()).toEqual([]);
	});
});

describe('the node', () => {
	it('offers its resources in the order of the alphabet', () => {
		const names = properties
			.find(({ name }) => name === 'resource')
			?.options?.map(({ name }) => name);
		expect(names).toEqual([...(names ?? [])].sort());
		expect(names?.length).toBeGreaterThan(7);
	});

	const resources = valuesOf(properties.find(({ name }) => name === 'resource'));
	it.each(resources)('can do every operation it offers for %s', async (resource) => {
		const operations = operationsOf(resource);
		expect(operations.length).toBeGreaterThan(0);
		for (const operation of operations) {
			const { run } = await startBench();
			const parameters = { ...requiredOf(resource), resource, operation };
			const { error } = await run(parameters, [{}], { onError: 'stopWorkflow' });
			expect(error?.message ?? '').not.toContain('is not an operation');
		}
	});
});

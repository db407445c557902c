import type { IDataObject } from 'n8n-workflow';
import { FSM, failureOf, questions, readItems, recordOf, warningsOf } from './fsmSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** Takes fields away, as a tenant that has others. */
function dropFields(bench: Bench, name: 'Customer' | 'Item', ...fields: string[]): void {
	for (const record of bench.sandbox.fsm.classes[name]?.records ?? [])
		for (const field of fields) delete record.fields[field];
}

describe('settings nobody can read with', () => {
	it.each<[string, IDataObject, string]>([
		['no group', { company: ' ' }, 'The finance enterprise group is missing'],
		['a colon in the group', { company: 'A:B' }, '"A:B" can not be a finance enterprise group'],
		[
			'no key fields',
			{ options: { customerKeyFields: ' , ' } },
			'No key fields are named for class Customer',
		],
		[
			'no name',
			{ options: { customerFields: { field: [{ target: 'email', field: 'EmailAddress' }] } } },
			'The field mapping of class Customer says nothing about the name',
		],
	])('%s: nothing is asked', async (_what, parameters, message) => {
		const bench = await startBench();
		expect((await failureOf(bench, parameters)).message).toContain(message);
		expect(bench.newCalls()).toEqual([]);
	});
});

describe('fields this tenant has not', () => {
	it.each(['exception', 'omitted'] as const)(
		'stop everything before a list is read, all of them named (unknown names: %s)',
		async (unknownFields) => {
			const bench = await startBench();
			bench.sandbox.fsm.behaviour.unknownFields = unknownFields;
			dropFields(bench, 'Item', 'InventoryMajorClass', 'StockUOM');
			const { message, description } = await failureOf(bench, { resource: 'item' });
			expect(message).toBe(
				'Class Item of this tenant has no InventoryMajorClass, StockUOM; nothing was read',
			);
			expect(description).toContain(
				'the class has: Active, Description, EffectiveDate, FinanceEnterpriseGroup, Item, ItemGroup, ItemType, ListPrice.',
			);
			const limits = questions(bench.newCalls()).map(({ _limit: limit }) => limit);
			expect(new Set(limits)).toEqual(new Set(['1']));
		},
	);

	it('are left empty on request, with a hint', async () => {
		const bench = await startBench();
		dropFields(bench, 'Item', 'StockUOM');
		const options = { missingFields: 'leaveEmpty' };
		const result = await bench.run({ ...FSM, resource: 'item', options });
		const units = (result.outputs[0] ?? []).map(({ json }) => json.unit);
		expect(units).toEqual(Array.from({ length: 120 }, () => null));
		expect(warningsOf(result)).toEqual([
			'Class Item of this tenant has no StockUOM: what is mapped to it is left empty.',
		]);
	});

	it.each(['FinanceEnterpriseGroup', 'ItemGroup'])(
		'are never left empty where keys need them: %s',
		async (field) => {
			const bench = await startBench();
			dropFields(bench, 'Item', field);
			const options = { missingFields: 'leaveEmpty' };
			const { message } = await failureOf(bench, { resource: 'item', options });
			expect(message).toBe(`Class Item of this tenant has no ${field}; nothing was read`);
		},
	);

	it('are not looked for in a class without records', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.classes.Item?.records.splice(0);
		// then nobody knows the fields; the sandbox refuses names it has not
		bench.sandbox.fsm.behaviour.unknownFields = 'omitted';
		bench.sandbox.fsm.behaviour.filters = false;
		expect(await readItems(bench)).toEqual([]);
	});
});

describe('values that are not what the mapping takes them for', () => {
	const mapped = (target: string, field: string) => ({
		options: {
			itemFields: {
				field: [
					{ target: 'name', field: 'Description' },
					{ target, field },
				],
			},
		},
		resource: 'item',
	});

	it.each([
		['price', 'Description', 'a number', 'Steel bolt M8'],
		['effectiveFrom', 'InventoryMajorClass', 'a date', 'BOLTS'],
	])('a %s from %s is an error that names record and field', async (target, field, kind, value) => {
		const bench = await startBench();
		expect((await failureOf(bench, mapped(target, field))).message).toBe(
			`Item IG1/AX-2000: field ${field} should hold ${kind} and holds "${value}"`,
		);
	});

	it('a record without a whole key is an error that names page and field', async () => {
		const bench = await startBench();
		recordOf(bench, 'Item', 'AX-2100').fields.ItemGroup = ' ';
		const { message } = await failureOf(bench, { resource: 'item', options: { pageSize: 200 } });
		expect(message).toBe(
			'A record on page 1 of class Item has no ItemGroup, which is part of its key',
		);
	});
});

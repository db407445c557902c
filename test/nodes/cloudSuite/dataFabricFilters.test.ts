import type { IDataObject } from 'n8n-workflow';
import { LAKE, M3_LAKE, item, partner, readItems } from './dataFabricSetup';
import { readerOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { startTrigger } from './triggers';

afterEach(stopBenches);

const { readCustomers: readOwn, failureOf } = readerOf(M3_LAKE);

const NAME_ONLY = { field: [{ target: 'name', field: 'CUNM' }] };
const ITEM_NAME_ONLY = { field: [{ target: 'name', field: 'ITDS' }] };
const own = (more: IDataObject) => ({ ...M3_LAKE, options: { tables: 'own', ...more } });

/** What the node says, whichever way it is asked. */
async function saidBy(bench: Bench, parameters: IDataObject): Promise<string[]> {
	const said: string[] = [];
	for (const operation of ['getAll', 'slice', 'count'])
		said.push((await failureOf(bench, { ...parameters, operation })).message);
	const trigger = startTrigger(bench, { resource: 'customer', ...parameters });
	const message = await trigger.poll().then(
		() => 'nothing went wrong',
		(error: Error) => error.message,
	);
	return [...new Set([...said, message])];
}

describe('a filter that can not be asked of the tables is an error before anything is asked', () => {
	it.each<[string, IDataObject, string]>([
		[
			'Role of own tables',
			{ ...M3_LAKE, filters: { role: 'supplier' } },
			'The filter "Role" can not be used with own tables: every row of OCUSMA is read',
		],
		[
			'Role of own tables, be it what is set beforehand',
			{ ...M3_LAKE, filters: { role: 'customer' } },
			'The filter "Role" can not be used with own tables: every row of OCUSMA is read',
		],
		[
			'Status of own tables without a status column',
			{ ...own({ customerColumns: NAME_ONLY }), filters: { status: ['active'] } },
			'The filter "Status" can not be used: no column of table OCUSMA tells the status',
		],
		[
			'Item Groups of own tables without a group column',
			{
				...own({ itemColumns: ITEM_NAME_ONLY }),
				...{ resource: 'item', filters: { groups: 'BOLTS' } },
			},
			'The filter "Item Groups" can not be used: no column of table MITMAS tells the item group',
		],
		[
			'Status of items of LN',
			{ ...LAKE, options: {}, resource: 'item', filters: { status: ['active'] } },
			'The filter "Status" can not be used: no column of table LN_tcibd001 tells the status',
		],
	])('%s', async (_which, parameters, message) => {
		const bench = await startBench();
		expect(await saidBy(bench, parameters)).toEqual([message]);
		expect(bench.newCalls()).toEqual([]);
	});

	it('but no filter that asks for all', async () => {
		const bench = await startBench();
		const filters = { role: 'any', status: [], groups: '' };
		expect(await readOwn(bench, { filters })).toHaveLength(300);
	});
});

describe('a filter on a column this tenant does not publish is an error', () => {
	const define = ({ sandbox }: Bench, name: string, columns: string[]) => {
		sandbox.lake.define({
			...{ name, key: columns.slice(0, 2), columns: [...columns, 'deleted'] },
			deleted: { column: 'deleted', yes: true, no: false },
		});
	};
	const lake = { ...LAKE, options: {} };

	it('for the status of customers', async () => {
		const bench = await startBench();
		define(bench, 'LN_tccom100', ['compnr', 'bpid', 'nama', 'bprl']);
		bench.sandbox.lake.put('LN_tccom100', { ...partner('C1'), nama: 'One', bprl: 2 });
		const asked = { ...lake, filters: { status: ['active'] } };
		expect((await failureOf(bench, asked)).message).toBe(
			'The filter "Status" can not be used: no column of table LN_tccom100 tells the status',
		);
	});

	it('for doubtful ones, whose column is one of the invoice-to table', async () => {
		const bench = await startBench();
		define(bench, 'LN_tccom112', ['compnr', 'itbp', 'cofc']);
		const asked = { ...lake, filters: { status: ['doubtful'] } };
		expect((await failureOf(bench, asked)).message).toContain('no column of table LN_tccom112');
	});

	it('for item groups', async () => {
		const bench = await startBench();
		define(bench, 'LN_tcibd001', ['compnr', 'item', 'dsca', 'cprj']);
		bench.sandbox.lake.put('LN_tcibd001', { ...item('AX-2000'), dsca: 'Bolt', cprj: '' });
		const asked = { ...lake, resource: 'item', filters: { groups: 'BOLTS' } };
		expect((await failureOf(bench, asked)).message).toBe(
			'The filter "Item Groups" can not be used: no column of table LN_tcibd001 tells the item group',
		);
		expect(await readItems(bench)).toHaveLength(1);
	});
});

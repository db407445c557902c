import type { Bench } from './inforClient';
import { startBench, stopBenches } from './inforClient';

afterEach(stopBenches);

const CLASSES = '/ACME_TST/FSM/fsm/soap/classes';

interface Element {
	_count?: number;
	_links?: Array<{ rel: string; href: string }>;
	_fields?: Record<string, string>;
}

async function list({ get }: Bench, query: string, name = 'Item'): Promise<Element[]> {
	return (await get(`${CLASSES}/${name}/lists/_generic?${query}`)).json as Element[];
}

const nextOf = ([metadata]: readonly Element[]) =>
	metadata?._links?.find(({ rel }) => rel === 'next')?.href;
const rowsOf = (elements: readonly Element[]) => elements.slice(1).map(({ _fields }) => _fields);

async function refusal({ get }: Bench, path: string): Promise<unknown> {
	const { status, json } = await get(`${CLASSES}/${path}`);
	return { status, message: (json as { exception?: { message: string } }).exception?.message };
}

describe('FSM sandbox: a list', () => {
	it('is an array with metadata first, then records whose values are all texts', async () => {
		const [metadata, ...rows] = await list(await startBench(), '_fields=_all&_limit=3');
		expect(metadata).toEqual({ _count: 3 });
		expect(rows).toHaveLength(3);
		for (const { _fields: fields = {} } of rows)
			expect(Object.values(fields).every((value) => typeof value === 'string')).toBe(true);
	});

	it('names the next page only when links are asked for, relative to the lists of the class', async () => {
		const bench = await startBench();
		expect(nextOf(await list(bench, '_fields=Item&_limit=2'))).toBeUndefined();
		const next = nextOf(await list(bench, '_fields=Item&_limit=2&_links=true'));
		expect(next).toMatch(/^\.\.\/lists\/_generic\?.*_paging=NEXT&_position=\w+$/);
	});

	it.each([
		['blank', ''],
		['missing', undefined],
	] as const)('ends with a next address that is %s', async (end, href) => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.end = end;
		expect(nextOf(await list(bench, '_fields=Item&_limit=1000&_links=true'))).toBe(href);
	});

	it('leads through all records by its links, each once', async () => {
		const bench = await startBench();
		const items: unknown[] = [];
		let query: string | undefined = '_fields=ItemGroup,Item&_limit=50&_links=true';
		while (query) {
			const page: Element[] = await list(bench, query);
			items.push(...rowsOf(page).map((row) => `${row?.ItemGroup}/${row?.Item}`));
			query = nextOf(page)?.split('?')[1];
		}
		expect(items).toHaveLength(130);
		expect(new Set(items).size).toBe(130);
	});

	it('of a class without records is the metadata alone', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.classes.Item?.records.splice(0);
		expect(await list(bench, '_fields=_all')).toEqual([{ _count: 0 }]);
	});
});

describe('FSM sandbox: filters', () => {
	it('are equal and "and" in the simple way, and more in LPL', async () => {
		const bench = await startBench();
		const filter = encodeURIComponent('FinanceEnterpriseGroup::ACME|Item::AX-2003');
		expect(rowsOf(await list(bench, `_fields=Item&_filter=${filter}`))).toEqual([
			{ Item: 'AX-2003' },
		]);
		const lpl = encodeURIComponent(
			'(Item like "AX-200*") and ((ItemGroup = "IG2") or (Item = "AX-2001"))',
		);
		const rows = rowsOf(await list(bench, `_fields=Item&_limit=99&_lplFilter=${lpl}`));
		expect(rows).toHaveLength(11);
	});

	it('take a plus for a plus', async () => {
		const bench = await startBench();
		const path = 'Item/lists/_generic?_fields=Item&_lplFilter=Item+=+%22AX-2001%22';
		expect(await refusal(bench, path)).toEqual({
			status: 200,
			message: 'LPL expression can not be read: Item+=+"AX-2001"',
		});
	});
});

describe('FSM sandbox: what changed', () => {
	it('comes after the first stamp and up to the second, with a field that says what happened', async () => {
		const bench = await startBench();
		const [added, changed, deleted, later] = bench.sandbox.fsm.classes.Item?.records ?? [];
		const at = Date.parse('2026-01-05T08:00:00Z');
		Object.assign(added ?? {}, { addedAt: at, changedAt: at });
		Object.assign(changed ?? {}, { changedAt: at });
		Object.assign(deleted ?? {}, { deletedAt: at });
		Object.assign(later ?? {}, { changedAt: at + 10 });
		const marks = async (from: string, to: string) =>
			rowsOf(await list(bench, `_fields=Item&_fts=${from}&_tts=${to}`)).map((row) => [
				row?.Item,
				row?.SandboxReplicationAction,
			]);
		expect(await marks('2026010507595999', '2026010508000000')).toEqual([
			['AX-2000', 'A'],
			['AX-2001', 'C'],
			['AX-2002', 'D'],
		]);
		expect(await marks('2026010508000000', '2026010508000000')).toEqual([]);
	});

	it('since 0 is everything; without a stamp deleted records do not come, and nothing is marked', async () => {
		const bench = await startBench();
		const [first] = bench.sandbox.fsm.classes.Item?.records ?? [];
		if (first) first.deletedAt = bench.clock.now();
		expect(rowsOf(await list(bench, '_fields=Item&_limit=999&_fts=0'))).toHaveLength(130);
		const rows = rowsOf(await list(bench, '_fields=Item&_limit=999'));
		expect(rows).toHaveLength(129);
		expect(Object.keys(rows[0] ?? {})).toEqual(['Item']);
	});
});

describe('FSM sandbox: a refusal', () => {
	it.each([
		['Nothing/lists/_generic', 'Business class Nothing does not exist'],
		['Item/lists/Missing', 'Item has no list Missing'],
		['Item/lists/_generic?_fields=Item,Colour', 'Item has no field Colour'],
		['Item/lists/_generic?_fts=yesterday', 'Invalid time stamp yesterday'],
		['Item/lists/_generic?_filter=Item', 'Invalid filter Item'],
	])('of %s is an exception with status 200', async (path, message) => {
		expect(await refusal(await startBench(), path)).toEqual({ status: 200, message });
	});

	it('for want of an actor says that there is no data context', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.hasDataContext = false;
		expect(await refusal(bench, 'Item/lists/_generic')).toEqual({
			status: 200,
			message: 'No data context available',
		});
	});

	it('meets whoever wants to write, and it is a broken rule', async () => {
		const { get, sandbox } = await startBench();
		const { status } = await get(`${CLASSES}/Item/actions/Create`, {}, 'POST');
		expect(status).toBe(405);
		expect(sandbox.violations()).toEqual([
			'request 2 writes: POST /ACME_TST/FSM/fsm/soap/classes/Item/actions/Create',
		]);
	});
});

describe('FSM sandbox: the class list and counts', () => {
	it('come in every shape one may think of', async () => {
		const { get, sandbox } = await startBench();
		for (const shape of ['links', 'records', 'names'] as const) {
			sandbox.fsm.behaviour.classesShape = shape;
			expect((await get(`${CLASSES}?_links=true`)).text).toContain('FinanceEnterpriseGroup');
		}
		const counted = async () =>
			(await get(`${CLASSES}/Item/lists/_generic?_fields=Item&_recordCountOnly=true`)).json;
		const bodies = [];
		for (const shape of ['list', 'object', 'number', 'text'] as const) {
			sandbox.fsm.behaviour.countShape = shape;
			bodies.push(await counted());
		}
		expect(bodies).toEqual([[{ _count: 130 }], { _count: 130 }, 130, [{ _count: '130' }]]);
	});
});

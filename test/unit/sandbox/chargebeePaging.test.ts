import fc from 'fast-check';
import type { Bench } from './chargebeeClient';
import { startBench, stopBenches } from './chargebeeClient';

const SECOND = 1_767_571_200;
const numbered = (count: number, createdAt: (n: number) => number = () => SECOND) =>
	Array.from({ length: count }, (_, n) => ({ id: `C${n}`, created_at: createdAt(n) }));

async function allPages({ get }: Bench, query: string): Promise<string[][]> {
	const pages: string[][] = [];
	let offset: string | undefined;
	do {
		const next: string = offset === undefined ? '' : `&offset=${encodeURIComponent(offset)}`;
		const { json } = await get(`customers?${query}${next}`);
		pages.push((json.list ?? []).map(({ customer }) => String(customer?.id)));
		offset = json.next_offset;
	} while (offset !== undefined);
	return pages;
}

afterEach(stopBenches);

describe('pages of a list', () => {
	it('hold ten rows, newest first, unless asked otherwise', async () => {
		const bench = await startBench({ customers: numbered(12, (n) => SECOND + n) });
		expect(await allPages(bench, '')).toEqual([
			['C11', 'C10', 'C9', 'C8', 'C7', 'C6', 'C5', 'C4', 'C3', 'C2'],
			['C1', 'C0'],
		]);
	});

	it('end without an offset also when the last one is full', async () => {
		const bench = await startBench({ customers: numbered(4) });
		expect(await allPages(bench, 'limit=2')).toEqual([
			['C3', 'C2'],
			['C1', 'C0'],
		]);
	});

	it('give every row once, whatever their size, order and equal times', async () => {
		const bench = await startBench({ customers: numbered(23, (n) => SECOND + (n % 4)) });
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 30 }),
				fc.constantFrom('asc', 'desc'),
				fc.constantFrom('created_at', 'updated_at'),
				async (limit, direction, field) => {
					const pages = await allPages(bench, `limit=${limit}&sort_by[${direction}]=${field}`);
					expect(pages.every((page) => page.length <= limit)).toBe(true);
					expect(pages.flat().sort()).toEqual(
						numbered(23)
							.map(({ id }) => id)
							.sort(),
					);
				},
			),
			{ numRuns: 15 },
		);
	});

	it('sort by the last change where asked', async () => {
		const { ids, sandbox, clock } = await startBench({ customers: numbered(3) });
		clock.advance(5000);
		sandbox.update('C1', { company: 'Changed' });
		expect(await ids('sort_by[desc]=updated_at')).toEqual(['C1', 'C2', 'C0']);
		expect(await ids('sort_by[asc]=updated_at')).toEqual(['C0', 'C2', 'C1']);
	});

	it('shift nothing when rows come meanwhile', async () => {
		const { get, post, ids } = await startBench({ customers: numbered(4) });
		const first = await get('customers?limit=2');
		await post('customers', { id: 'later' });
		const offset = encodeURIComponent(first.json.next_offset ?? '');
		expect(await ids(`limit=2&offset=${offset}`)).toEqual(['C1', 'C0']);
	});

	it.each([
		'limit=0',
		'limit=101',
		'limit=',
		'limit=ten',
		'limit=1.5',
		'offset=2',
		'sort_by[asc]=id',
	])('are refused for %s', async (query) => {
		const { get } = await startBench();
		const { status, json } = await get(`customers?${query}`);
		expect([status, json.api_error_code]).toEqual([400, 'param_wrong_value']);
	});

	it('leave deleted customers out unless asked for', async () => {
		const { ids, post } = await startBench({ customers: numbered(2) });
		await post('customers/C0/delete');
		expect(await ids('')).toEqual(['C1']);
		expect(await ids('include_deleted=true')).toEqual(['C1', 'C0']);
	});
});

describe('the index of lists', () => {
	it('may lag behind, while retrieving is up to date', async () => {
		const { ids, get, post, clock } = await startBench({ behaviour: { listIndexDelayMs: 3000 } });
		await post('customers', { id: 'new', company: 'First' });
		expect(await ids('')).toEqual([]);
		expect((await get('customers/new')).json.customer).toMatchObject({ company: 'First' });
		clock.advance(3000);
		expect(await ids('')).toEqual(['new']);
	});

	it('shows of several changes the newest one that is old enough', async () => {
		const { ids, post, clock } = await startBench({ behaviour: { listIndexDelayMs: 3000 } });
		const shown = async () => [
			...(await ids('company[is]=First')),
			...(await ids('company[is]=Second')).map((id) => `${id} again`),
		];
		await post('customers', { id: 'new', company: 'First' });
		clock.advance(1000);
		await post('customers/new', { company: 'Second' });
		expect(await shown()).toEqual([]);
		clock.advance(2000);
		expect(await shown()).toEqual(['new']);
		clock.advance(1000);
		expect(await shown()).toEqual(['new again']);
	});

	it('shows what was there before the start at once', async () => {
		const { ids } = await startBench({
			customers: numbered(1),
			behaviour: { listIndexDelayMs: 3000 },
		});
		expect(await ids('')).toEqual(['C0']);
	});
});

import type { Bench, ListBody } from './inforClient';
import { BP, ln, startBench, stopBenches } from './inforClient';

const SET = `${BP}/BusinessPartners`;

/** Follows next links to the end; the number of rows per page, and all keys. */
async function readAll(
	{ list }: Bench,
	path: string,
	headers: Record<string, string> = {},
): Promise<{ sizes: number[]; keys: unknown[] }> {
	const sizes: number[] = [];
	const keys: unknown[] = [];
	let next: string | undefined = path;
	let from = '';
	while (next !== undefined) {
		const url: string = from ? new URL(next, from).href : next;
		const body: ListBody = await list(url, headers);
		from = url.startsWith('http') ? url : `http://127.0.0.1${ln(url)}`;
		sizes.push(body.value.length);
		keys.push(...body.value.map((row) => row.BusinessPartner));
		next = body['@odata.nextLink'];
	}
	return { sizes, keys };
}

const prefer = (size: number) => ({ prefer: `odata.maxpagesize=${size}` });

describe('Infor sandbox: paging', () => {
	afterEach(stopBenches);

	it('gives 25 rows unless asked for more', async () => {
		const bench = await startBench();
		const { sizes, keys } = await readAll(bench, `${SET}?$select=BusinessPartner`);

		expect(sizes).toEqual([...Array<number>(12).fill(25), 12]);
		expect(new Set(keys).size).toBe(312);
	});

	it('caps the page at its own maximum', async () => {
		const bench = await startBench({ behaviour: { maxPageSize: 100 } });
		const { sizes } = await readAll(bench, `${SET}?$select=BusinessPartner`, prefer(500));

		expect(sizes).toEqual([100, 100, 100, 12]);
	});

	it('has short pages that are not the end', async () => {
		const bench = await startBench({ behaviour: { pages: 'short' } });
		const { sizes, keys } = await readAll(bench, `${SET}?$select=BusinessPartner`, prefer(90));

		expect(sizes).toEqual([90, 60, 90, 60, 12]);
		expect(new Set(keys).size).toBe(312);
	});

	it('has an empty page in the middle that is not the end', async () => {
		const bench = await startBench({ behaviour: { pages: 'emptyInTheMiddle' } });
		const { sizes, keys } = await readAll(bench, `${SET}?$select=BusinessPartner`, prefer(200));

		expect(sizes).toEqual([200, 0, 112]);
		expect(new Set(keys).size).toBe(312);
	});

	it('links absolutely with the whole query, or relatively', async () => {
		const bench = await startBench();
		const path = `${SET}?$select=Name&$filter=startswith(Name,'K')`;
		const first = (await bench.list(path, prefer(1)))['@odata.nextLink'] ?? '';
		bench.sandbox.behaviour.nextLink = 'relative';
		const second = (await bench.list(path, prefer(1)))['@odata.nextLink'] ?? '';

		expect(first.startsWith(`${bench.sandbox.url}${ln(SET)}?`)).toBe(true);
		expect(new URL(first).searchParams.get('$filter')).toBe("startswith(Name,'K')");
		expect(second).toMatch(/^BusinessPartners\?/);
	});

	it('follows relative links to the end too', async () => {
		const bench = await startBench({ behaviour: { nextLink: 'relative' } });
		const start = `${bench.sandbox.url}${ln(SET)}?$select=BusinessPartner`;
		const { keys } = await readAll(bench, start, prefer(100));

		expect(new Set(keys).size).toBe(312);
	});

	it('puts $top and $skip around the pages and counts regardless of them', async () => {
		const bench = await startBench();
		const body = await bench.list(`${SET}?$top=30&$skip=290&$count=true`, prefer(20));
		const { sizes } = await readAll(bench, `${SET}?$top=30&$skip=290`, prefer(20));

		expect(body['@odata.count']).toBe(312);
		expect(sizes).toEqual([20, 2]);
	});

	it('orders as asked, by key where that leaves rows equal', async () => {
		const { list } = await startBench();
		const { value } = await list(
			`${SET}?$select=BusinessPartner,Currency&$orderby=Currency%20desc`,
			prefer(1000),
		);
		const sorted = [...value].sort((a, b) =>
			a.Currency === b.Currency
				? String(a.BusinessPartner) < String(b.BusinessPartner)
					? -1
					: 1
				: String(a.Currency) < String(b.Currency)
					? 1
					: -1,
		);

		expect(value).toEqual(sorted);
	});

	it('continues a next link in another company when the header is lost: the trap is real', async () => {
		const bench = await startBench({ behaviour: { maxPageSize: 10 } });
		const first = await bench.list(`${SET}?$select=Name`);
		const next = first['@odata.nextLink'] ?? '';
		const right = await bench.list(next);
		const wrong = await bench.list(next, { 'x-infor-lncompany': '' });

		expect(right.value.some(({ Name }) => String(Name).startsWith('Service'))).toBe(false);
		expect(wrong.value.every(({ Name }) => String(Name).startsWith('Service'))).toBe(true);
	});
});

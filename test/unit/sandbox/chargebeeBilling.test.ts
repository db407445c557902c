import { billingSeed, chargebeeSeed } from '../../sandbox/seed';
import { READ_ONLY_KEY } from '../../sandbox/chargebee';
import { basic, send, startBench, stopBenches } from './chargebeeClient';

const customers = chargebeeSeed();
const seed = billingSeed(customers);
const start = () => startBench({ customers, ...seed });
const sum = (amounts: unknown[]) => amounts.reduce<number>((all, one) => all + Number(one), 0);

afterEach(stopBenches);

describe('seeded bills', () => {
	it('are the same in every run', () => {
		expect(billingSeed(chargebeeSeed())).toEqual(seed);
		expect(billingSeed([])).toEqual({ invoices: [], creditNotes: [], transactions: [] });
	});

	it('are of the given customers, with ids of their own', () => {
		const known = new Set(customers.map(({ id }) => id));
		for (const records of Object.values(seed) as Array<typeof seed.invoices>) {
			expect(records.length).toBeGreaterThan(5);
			expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
			expect(records.filter(({ customer_id: id }) => !known.has(id as string))).toEqual([]);
		}
	});

	it('come in several currencies, in the one a customer prefers, and in whole yen', () => {
		const currencies = new Set(seed.invoices.map(({ currency_code: code }) => code));
		expect(currencies.size).toBeGreaterThan(4);
		expect(currencies).toContain('JPY');
		const [first] = billingSeed([{ id: 'a', preferred_currency_code: 'CHF' }]).invoices;
		expect(first).toMatchObject({ customer_id: 'a', currency_code: 'CHF' });
		const amounts = seed.invoices.flatMap(({ total, tax }) => [total, tax]);
		expect(amounts.every((amount) => Number.isSafeInteger(amount))).toBe(true);
	});

	it('add up: total is paid, credited or due, unless voided', () => {
		for (const invoice of seed.invoices) {
			const { total, sub_total: net, tax, status } = invoice;
			expect(total).toBe(sum([net, tax]));
			const parts = sum([invoice.amount_paid, invoice.amount_adjusted, invoice.amount_due]);
			expect(parts).toBe(status === 'voided' ? 0 : total);
			expect(Number(invoice.amount_due) === 0).toBe(status === 'paid' || status === 'voided');
		}
		expect(sum(seed.transactions.map(({ amount }) => amount))).toBe(
			sum(seed.invoices.map(({ amount_paid: paid }) => paid)),
		);
		expect(sum(seed.creditNotes.map(({ total }) => total))).toBe(
			sum(seed.invoices.map(({ amount_adjusted: credited }) => credited)),
		);
	});

	it('have every status a summary has to tell apart', () => {
		const statuses = new Set(seed.invoices.map(({ status }) => status));
		expect([...statuses].sort()).toEqual(['not_paid', 'paid', 'payment_due', 'voided']);
	});
});

describe.each(['invoices', 'credit_notes', 'transactions'] as const)('%s', (path) => {
	it('can be listed, newest first, and retrieved', async () => {
		const { get, sandbox } = await start();
		const newest = sandbox
			.records(path)
			.reduce((a, b) => (Number(b.date) > Number(a.date) ? b : a));
		const { list = [] } = (await get(`${path}?limit=100`)).json;
		const dates = list.map((entry) => Number(Object.values(entry)[0]?.date));
		expect(dates).toEqual([...dates].sort((a, b) => b - a));
		expect(dates[0]).toBe(newest.date);
		const { json } = await get(`${path}/${newest.id}`);
		expect(Object.values(json)).toEqual([newest]);
		expect((await get(`${path}/nobody`)).status).toBe(404);
	});

	it('cannot be written, whatever the path and the key', async () => {
		const { post, sandbox } = await start();
		const before = JSON.stringify(sandbox.records(path));
		const id = sandbox.records(path)[0]?.id;
		for (const target of [path, `${path}/${id}`, `${path}/${id}/delete`, `${path}/${id}/void`]) {
			const { status, json } = await post(target, { total: '1' });
			expect([status, json.api_error_code]).toEqual([405, 'http_method_not_supported']);
			const reader = await post(target, {}, { authorization: basic(READ_ONLY_KEY) });
			expect(reader.status).toBe(403);
		}
		const url = `${sandbox.url}/api/v2/${path}/${id}`;
		expect((await send(url, { method: 'DELETE' })).status).toBe(405);
		expect(JSON.stringify(sandbox.records(path))).toBe(before);
	});

	it('leave out deleted ones unless asked for', async () => {
		const { get, sandbox } = await start();
		const id = sandbox.records(path)[0]?.id ?? '';
		sandbox.updateRecord(path, id, { deleted: true });
		const count = async (more: string) =>
			(await get(`${path}?id[is]=${id}${more}`)).json.list?.length;
		expect(await count('')).toBe(0);
		expect(await count('&include_deleted=true')).toBe(1);
	});
});

describe('a filter of invoices', () => {
	const ROWS = [
		{ id: 'a', date: 1_700_000_000, total: 100, status: 'paid', paid_at: 1_700_000_100 },
		{
			id: 'b',
			date: 1_710_000_000,
			total: 200,
			status: 'payment_due',
			einvoice: { status: 'failed' },
		},
		{ id: 'c', date: 1_720_000_000, total: 0, status: 'voided', subscription_id: 's' },
	];

	it.each([
		['total[is]=100', 'a'],
		['total[is_not]=100', 'cb'],
		['total[lt]=100', 'c'],
		['total[lte]=100', 'ca'],
		['total[gt]=100', 'b'],
		['total[gte]=100', 'ba'],
		['total[between]=[50,150]', 'a'],
		['date[before]=1705000000', 'a'],
		['date[between]=[1700000000,1710000000]', 'ba'],
		['paid_at[before]=1720000000', 'a'],
		['paid_on_after=1700000000', 'a'],
		['status[in]=["paid","voided"]', 'ca'],
		['subscription_id[is_present]=false', 'ba'],
		['einvoice[status][is]=failed', 'b'],
		['total[like]=1', 'cba'],
		['customer[is]=a', 'cba'],
		['sort_by[asc]=date', 'abc'],
	])('%s finds what it says', async (query, found) => {
		const { get } = await startBench({ invoices: ROWS });
		const { list = [] } = (await get(`invoices?${query}`)).json;
		expect(list.map(({ invoice }) => invoice?.id).join('')).toBe(found);
	});

	it.each(['total[is]=1.5', 'total[between]=[1]', 'paid_on_after=today', 'sort_by[asc]=total'])(
		'that can not be is refused: %s',
		async (query) => {
			const { get } = await startBench({ invoices: ROWS });
			expect((await get(`invoices?${query}`)).status).toBe(400);
		},
	);
});

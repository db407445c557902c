import type { CsiRow } from '../../sandbox/infor';
import {
	asked,
	customerOf,
	failureOf,
	parameterOf,
	readCustomers,
	readItems,
	siteOf,
} from './csiSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const PAGINGS = ['key', 'bookmark'] as const;

describe('a list longer than one call', () => {
	it.each(PAGINGS)(
		'is read to its end by %s, each record once, whatever a call holds',
		async (paging) => {
			const bench = await startBench();
			for (const pageSize of [99, 100, 150, 299, 300, 301]) {
				bench.newCalls();
				const customers = await readCustomers(bench, { options: { pageSize, paging } });
				expect(new Set(customers.map(({ key }) => key)).size).toBe(300);
				expect(asked(bench.newCalls())).toHaveLength(1 + Math.ceil(300 / pageSize));
			}
			const items = await readItems(bench, { options: { pageSize: 50, paging } });
			expect(items).toHaveLength(120);
			expect(items.filter(({ price }) => price !== null)).toHaveLength(115);
			expect(bench.sandbox.violations()).toEqual([]);
		},
	);

	it('is asked for behind the last key, as CSI wrote it, with the same parameters', async () => {
		const bench = await startBench();
		await readCustomers(bench, { options: { pageSize: 2 }, returnAll: false, limit: 4 });
		const filters = parameterOf(bench.newCalls(), 'filter');
		expect(filters).toEqual(['CustSeq = 0', "CustSeq = 0 AND CustNum > N'   4058'"]);
	});

	it('is asked for by bookmark and NEXT with the same parameters, if that is set', async () => {
		const bench = await startBench();
		await readCustomers(bench, { options: { pageSize: 100, paging: 'bookmark' } });
		const calls = bench.newCalls().filter(({ path }) => path.includes('/load/'));
		const [first, ...others] = calls.map(({ query }) =>
			Object.fromEntries(new URLSearchParams(query)),
		);
		expect(first).not.toHaveProperty('loadtype');
		for (const { loadtype, bookmark, ...same } of others) {
			expect(loadtype).toBe('NEXT');
			expect(bookmark).toMatch(/^<B><P><p>CustNum<\/p><\/P>.*<\/B>$/);
			expect(same).toEqual(first);
		}
		expect(others).toHaveLength(2);
	});

	it.each(PAGINGS)(
		'by %s is read on when CSI gives fewer rows than asked for, or does not say whether there are more',
		async (paging) => {
			const bench = await startBench();
			bench.sandbox.csi.behaviour.mostRows = 70;
			for (const moreRows of ['boolean', 'text', 'absent'] as const) {
				bench.sandbox.csi.behaviour.moreRows = moreRows;
				expect(await readCustomers(bench, { options: { paging } })).toHaveLength(300);
			}
		},
	);

	it('misses no customer while others come and go', async () => {
		const bench = await startBench();
		const before = await readCustomers(bench);
		const { customers } = siteOf(bench);
		bench.sandbox.faults.add({
			path: /load\/SLCustomers/,
			after: 1,
			times: 1,
			effect: { kind: 'answer', status: 503, body: 'busy' },
		});
		const gone = new Set(['C100001', 'C100002', 'C100003']);
		const reading = readCustomers(bench, { options: { pageSize: 50 } });
		const clock = jest.spyOn(bench.clock, 'sleep');
		const kept = customers.filter(({ CustNum: number }) => !gone.has(number ?? ''));
		clock.mockImplementation(async () => {
			// between two pages
			customers.splice(0, customers.length, ...kept);
			await Promise.resolve();
		});
		const after = await reading;
		expect(clock).toHaveBeenCalled();
		expect(customers).toHaveLength(kept.length);
		const expected = before.filter(({ id }) => !gone.has(id)).map(({ id }) => id);
		expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(expected));
	});

	it('of many customers takes one call per page, and one to compare properties', async () => {
		const bench = await startBench();
		siteOf(bench).customers.push(...manyMore(5000));
		const pageSize = 500;
		const customers = await readCustomers(bench, { options: { pageSize } });
		expect(customers).toHaveLength(5300);
		const pages = Math.ceil(customers.length / pageSize);
		expect(bench.newCalls().length).toBeLessThanOrEqual(pages + 5);
	});

	it('keeps queries within what IIS takes, also with many long IDs', async () => {
		const bench = await startBench();
		const long = siteOf(bench).items.map((row, position) => {
			row.Item = `${'Ü'.repeat(20)}-${position}`;
			return row.Item;
		});
		expect(await readItems(bench, { filters: { ids: long.slice(0, 40).join(',') } })).toHaveLength(
			40,
		);
		const lengths = bench.newCalls().map(({ query }) => query.length);
		expect(Math.max(...lengths)).toBeLessThan(2048);
	});
});

function manyMore(count: number): CsiRow[] {
	return Array.from({ length: count }, (_, position): CsiRow => ({
		CustNum: `D${String(position).padStart(6, '0')}`,
		CustSeq: '0',
		Name: `Customer ${position}`,
		RecordDate: '20250101 00:00:00.000',
		ShowInDropDownList: '1',
		CreditHold: '0',
	}));
}

describe('pages that do not lead to the end', () => {
	const cases: Array<[string, string, Partial<Bench['sandbox']['csi']['behaviour']>, string]> = [
		[
			'key',
			'are the same again',
			{ keyConditions: 'passedOver', mostRows: 100 },
			'Page 2 of SLCustomers, configuration ACME_TST_DALS, brings 4017 again',
		],
		[
			'bookmark',
			'are the same again',
			{ bookmarks: 'stuck', mostRows: 100 },
			'Page 2 of SLCustomers, configuration ACME_TST_DALS, brings the rows of an earlier page again',
		],
		[
			'bookmark',
			'have no bookmark',
			{ bookmarks: 'absent', mostRows: 100 },
			'Page 1 of SLCustomers, configuration ACME_TST_DALS, has no bookmark, although there are more rows',
		],
		[
			'key',
			'are empty although there is more',
			{ moreRows: 'always' },
			"Page 2 of SLCustomers, configuration ACME_TST_DALS, has no rows behind D'ARC63, although CSI says that there are more",
		],
		[
			'bookmark',
			'are empty although there is more',
			{ moreRows: 'always' },
			'Page 2 of SLCustomers, configuration ACME_TST_DALS, has no rows behind the front, although CSI says that there are more',
		],
	];
	it.each(cases)(
		'by %s: those that %s are an error that says where',
		async (paging, _what, behaviour, message) => {
			const bench = await startBench();
			Object.assign(bench.sandbox.csi.behaviour, behaviour);
			const failure = await failureOf(bench, { options: { paging } });
			expect(failure.message).toBe(message);
			expect(failure.description).toContain('Nothing of it was used.');
		},
	);

	it('are an error where a row has no key', async () => {
		const bench = await startBench();
		customerOf(bench, 'C100001').CustNum = '';
		expect((await failureOf(bench)).message).toBe(
			'Page 1 of SLCustomers, configuration ACME_TST_DALS, has a row without CustNum',
		);
	});
});

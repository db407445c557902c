import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { answer } from '../../../sandbox/shared/faults';
import type { Bench } from '../setup';
import { startBench, stopBenches } from '../setup';
import { DECIDED, decision, SCENES } from '../upserts/scenes';
import {
	CATALOG,
	FAMILY,
	key,
	OF_FAMILY,
	OF_PLAN,
	PLAN,
	REVIEWED,
	upsert,
} from '../upserts/support';
import { inShort, reconcile, summary } from './support';

afterEach(stopBenches);

const source = (n: number, fields: IDataObject = {}) => ({
	...{ key: key(`C${n}`), company: `Company ${n}`, email: `ap${n}@x.test` },
	...fields,
});
const sources = (count: number) => Array.from({ length: count }, (_, n) => source(n));
const inChargebee = (n: number, fields: IDataObject = {}) => ({
	...{ id: `ln-1300-C${n}`, company: `Company ${n}`, email: `ap${n}@x.test` },
	meta_data: { cloudsuite: key(`C${n}`) },
	...fields,
});
const siteOf = (count: number) => Array.from({ length: count }, (_, n) => inChargebee(n));

const KIND_OF: Record<string, string> = {
	created: 'onlyInCloudSuite',
	updated: 'differs',
	linked: 'differs',
	unchanged: 'agrees',
	conflict: 'conflict',
	skipped: 'conflict',
	invalid: 'invalid',
};

describe('Reconcile and a preview', () => {
	const scenes = SCENES.filter(({ resource }) => resource !== 'contact');

	it.each(scenes)(
		'of $resource agree for every record of any mixture of situations and policies',
		async ({ resource, world, item, states, policies, parameters }) => {
			const record = fc.record({
				n: fc.nat(7),
				state: fc.constantFrom(...Object.keys(states)),
				wish: fc.nat(3),
				decided: fc.constantFrom(...DECIDED),
			});
			// these say what is done about a difference, not whether there is one
			const { whenConfirmed: _confirmed, whenAbsent: _absent, ...settable } = policies;
			const options = fc.record(
				Object.fromEntries(
					Object.entries(settable).map(([name, values]) => [name, fc.constantFrom(...values)]),
				),
				{ requiredKeys: [] },
			);
			await fc.assert(
				fc.asyncProperty(
					fc.array(record, { minLength: 1, maxLength: 9 }),
					options,
					async (records, chosen) => {
						const first = [...new Map(records.toReversed().map((one) => [one.n, one])).values()];
						const seeds = first.flatMap(({ n, state }) => states[state]?.(n) ?? []);
						const bench = await startBench(world(seeds));
						const items = records.map(({ n, wish, decided }) => ({
							...item(n, wish),
							...decision(n, decided),
						}));
						const { search: _search, ...rest } = chosen;
						const planning = { ...rest, ...REVIEWED };
						const planned = await upsert(bench, resource, items, {
							...parameters,
							options: { ...planning, search: 'complete' },
							preview: true,
						});
						const { findings } = await reconcile(
							bench,
							items,
							{ resource, ...parameters },
							{ ...planning, includeAgreeing: true },
						);
						const paired = findings.filter((one) => one.item !== undefined);
						expect(
							paired.map(({ finding, situation, matchedBy, changes }) => ({
								...{ finding, situation, matchedBy, changes },
							})),
						).toEqual(
							planned.map(({ outcome, situation, matchedBy, changes, code }) => ({
								finding: code === 'ignored_by_decision' ? 'agrees' : KIND_OF[outcome],
								...{ situation, matchedBy, changes },
							})),
						);
						await stopBenches();
					},
				),
				{ numRuns: 30, seed: 7 },
			);
		},
		60_000,
	);
});

describe('the calls of a Reconcile', () => {
	it.each([
		[0, 1],
		[100, 1],
		[101, 2],
		[250, 3],
	])(
		'with %i customers in Chargebee are %i for the list and one for custom fields',
		async (count, pages) => {
			const bench = await startBench({ customers: siteOf(count) });
			const { calls, hint } = await reconcile(bench, sources(Math.max(count, 1)));
			expect(calls).toBe(pages + 1);
			expect(hint).toContain(`${pages + 1} calls`);
		},
	);

	it('do not grow with parents in the same list, nor with records that are found by a match key', async () => {
		const found = siteOf(150).map((record, n) => ({ ...record, id: `hand${n}`, meta_data: {} }));
		const bench = await startBench({ customers: [...found, inChargebee(900)] });
		const { calls } = await reconcile(
			bench,
			sources(150).map((one) => ({ ...one, parent: key('C900') })),
			{ parentBy: 'key', parentKey: '={{ $json.parent }}' },
		);
		expect(calls).toBe(3);
	});

	it('of prices are those for the prices and for the items they hang on', async () => {
		const items = Array.from({ length: 120 }, (_, n) => ({ ...PLAN, id: `p${n}`, name: `P${n}` }));
		const bench = await startBench({ ...CATALOG, items });
		const prices = items.map(({ id }, n) => ({
			...{ priceKey: key(`X${n}`), name: 'Bolt', currency_code: 'EUR', price: '1' },
			item_id: id,
		}));
		const { calls, findings } = await reconcile(bench, prices, {
			...{ resource: 'itemPrice', parentBy: 'id', parentId: '={{ $json.item_id }}' },
		});
		expect(findings.every(({ finding }) => finding === 'onlyInCloudSuite')).toBe(true);
		// configurations, three kinds of custom fields, one page of prices, two of items
		expect(calls).toBe(7);
	});
});

describe('what is listed', () => {
	const drifted = (): Promise<Bench> =>
		startBench({
			customers: [
				inChargebee(0),
				inChargebee(1, { company: 'Edited' }),
				inChargebee(5),
				{ id: 'ln-1300-C6', company: 'Stripped' },
				{ id: 'own', company: 'Only ours' },
				{ id: 'odd', company: 'Odd', meta_data: { cloudsuite: 'no key' } },
			],
		});
	const items = () => [source(0), source(1), source(2), source(3, { email: 'nobody' })];

	it('is what differs and what only one side has; what agrees only when asked for', async () => {
		const bench = await drifted();
		const found = [
			`differs ${key('C1')} ln-1300-C1`,
			`invalid ${key('C3')} -`,
			'onlyInChargebee - ln-1300-C6',
			`onlyInChargebee ${key('C5')} ln-1300-C5`,
			`onlyInCloudSuite ${key('C2')} -`,
		];
		expect(inShort((await reconcile(bench, items(), {}, {})).findings)).toEqual(found);
		expect(inShort((await reconcile(bench, items())).findings)).toEqual([
			`agrees ${key('C0')} ln-1300-C0`,
			...found,
		]);
	});

	it('is what Chargebee has without a key, too, when asked for, but nothing that matches the input', async () => {
		const bench = await drifted();
		bench.sandbox.add({ id: 'match', email: 'ap2@x.test' });
		const { findings } = await reconcile(bench, items(), {}, { includeUnkeyed: true });
		const unkeyed = findings.filter(({ code }) => code === 'only_in_chargebee_unkeyed');
		expect(inShort(unkeyed)).toEqual(['onlyInChargebee - own', 'onlyInChargebee no key odd']);
	});

	it.each(['stopWorkflow', 'continueErrorOutput'] as const)(
		'is paired with its input item, and what only Chargebee has with none, even of as many (%s)',
		async (onError) => {
			const bench = await startBench({ customers: [inChargebee(5), inChargebee(1)] });
			const { findings } = await reconcile(bench, [source(2), source(1)], {}, {}, { onError });
			expect(findings.map(({ finding, item }) => [finding, item])).toEqual([
				['onlyInCloudSuite', 0],
				['onlyInChargebee', undefined],
			]);
		},
	);

	it('carries the whole input item where Create or Update can repair it, and nowhere else', async () => {
		const { findings } = await reconcile(await drifted(), items());
		const carrying = findings.filter(({ record }) => record !== null);
		expect(carrying.map(({ record }) => record)).toEqual([source(1), source(2)]);
	});

	it('leaves archived items alone that are not in the input: they are out of use already', async () => {
		const of = (n: number, status: string) => ({
			...{ id: `ln-1300-I${n}`, name: `I${n}`, type: 'charge', item_family_id: 'fam', status },
			metadata: { cloudsuite: key(`I${n}`) },
		});
		const bench = await startBench({
			itemFamilies: [FAMILY],
			items: [of(1, 'archived'), of(2, 'active')],
		});
		const { findings } = await reconcile(bench, [{ key: key('I3'), name: 'Bolt' }], {
			...{ resource: 'item', ...OF_FAMILY },
		});
		expect(inShort(findings)).toEqual([
			`onlyInChargebee ${key('I2')} ln-1300-I2`,
			`onlyInCloudSuite ${key('I3')} -`,
		]);
	});

	it('counts a price that followed a used one as no duplicate of it', async () => {
		const bench = await startBench(CATALOG);
		const item = { priceKey: key('P1'), name: 'Bolt', currency_code: 'EUR', price: '1' };
		const parameters = { ...OF_PLAN, options: { whenFrozen: 'successor' } };
		await upsert(bench, 'itemPrice', [item], parameters);
		await upsert(bench, 'itemPrice', [{ ...item, currency_code: 'USD' }], parameters);
		expect(bench.sandbox.records('item_prices')).toHaveLength(2);
		const other = { ...item, priceKey: key('P2') };
		const { findings } = await reconcile(bench, [other], { resource: 'itemPrice', ...OF_PLAN });
		expect(findings.map(({ finding }) => finding)).toEqual([
			...['onlyInCloudSuite', 'onlyInChargebee', 'onlyInChargebee'],
		]);
		expect(
			(
				await reconcile(
					bench,
					[{ ...item, currency_code: 'USD' }],
					{ resource: 'itemPrice', ...OF_PLAN },
					{ whenFrozen: 'successor', includeAgreeing: true },
				)
			).findings.map(({ finding }) => finding),
		).toEqual(['agrees']);
	});

	it('of item families without a place for the key is told by their ids', async () => {
		const bench = await startBench({
			itemFamilies: [
				{ id: 'ln-1300-F1', name: 'Bolts' },
				{ id: 'ln-1300-F2', name: 'Nuts' },
				{ id: 'ln-1400-F2', name: 'Of another company' },
			],
		});
		const families = [
			{ familyKey: key('F1'), name: 'Bolts of steel' },
			{ familyKey: key('F3'), name: 'Screws' },
		];
		const { findings } = await reconcile(bench, families, { resource: 'itemFamily' });
		expect(inShort(findings)).toEqual([
			`differs ${key('F1')} ln-1300-F1`,
			'onlyInChargebee - ln-1300-F2',
			`onlyInCloudSuite ${key('F3')} -`,
		]);
	});
});

describe('what Create or Update would not do', () => {
	it('is still a difference: policies for writing do not hide it', async () => {
		const bench = await startBench({ customers: [inChargebee(1, { company: 'Edited' })] });
		const { findings } = await reconcile(
			bench,
			[source(1), source(2)],
			{},
			{ whenConfirmed: 'leave', whenAbsent: 'skip' },
		);
		expect(findings.map(({ finding }) => finding)).toEqual(['differs', 'onlyInCloudSuite']);
	});

	it('is a record a person decided to ignore: it agrees, and the reason says so', async () => {
		const bench = await startBench();
		const { findings } = await reconcile(
			bench,
			[source(1)],
			{},
			{ decision: 'ignore', includeAgreeing: true },
		);
		expect(findings).toMatchObject([{ finding: 'agrees', code: 'ignored_by_decision' }]);
	});

	it('is one of several with the same key a person did not choose: it stays a duplicate', async () => {
		const bench = await startBench({ customers: [inChargebee(1), inChargebee(1, { id: 'copy' })] });
		const { findings } = await reconcile(
			bench,
			[source(1)],
			{},
			{ decision: 'link', decisionId: 'copy', includeAgreeing: true },
		);
		expect(findings).toMatchObject([
			{ finding: 'agrees', chargebeeId: 'copy' },
			{ finding: 'duplicate', candidates: [{ id: 'ln-1300-C1' }, { id: 'copy' }] },
		]);
	});
});

describe('the summary', () => {
	it('counts everything, listed or not, in the hint and as one item', async () => {
		const bench = await startBench({
			customers: [
				...siteOf(3),
				inChargebee(7),
				inChargebee(8, { deleted: true }),
				{ id: 'own', company: 'Only ours' },
			],
		});
		const items = [...sources(2), source(2, { company: 'Changed' }), source(9)];
		const { hint } = await reconcile(bench, items, {}, {});
		expect(hint).toBe(
			'4 in CloudSuite, 5 in Chargebee: 2 agree, 1 differs, 1 only in CloudSuite, 1 only in Chargebee, 0 duplicates, 0 conflicts, 0 invalid; 2 calls',
		);
		expect(await summary(bench, items)).toMatchObject({
			...{ inCloudSuite: 4, inChargebee: 5, agrees: 2, differs: 1, onlyInCloudSuite: 1 },
			...{ onlyInChargebee: 1, duplicate: 0, conflict: 0, invalid: 0, withoutKey: 1, calls: 2 },
			checkedAt: new Date(bench.clock.now()).toISOString(),
		});
	});

	it('can come with the findings, as the first item', async () => {
		const bench = await startBench({ customers: siteOf(3) });
		const items = [...sources(2), source(9)];
		const { findings } = await reconcile(bench, items, {}, { includeSummary: true });
		expect(findings).toMatchObject([
			await summary(bench, items),
			{ finding: 'onlyInCloudSuite', item: 2 },
			{ finding: 'onlyInChargebee', item: undefined },
		]);
	});
});

describe('findings for a spreadsheet', () => {
	it('are flat, and hold nothing a spreadsheet would run', async () => {
		const bench = await startBench({
			customers: [inChargebee(1, { company: '=1+1' }), inChargebee(2, { company: '=2+2' })],
		});
		const { findings } = await reconcile(bench, [source(1)], { reconcileOutput: 'csv' });
		const rows = findings.map(({ item: _item, ...row }) => row as unknown as IDataObject);
		expect(rows).toMatchObject([
			{ finding: 'differs', cloudSuiteKey: key('C1'), changes: 'company: =1+1 -> Company 1' },
			{ finding: 'onlyInChargebee', chargebeeId: 'ln-1300-C2', name: "'=2+2" },
		]);
		for (const value of rows.flatMap((row) => Object.values(row)))
			expect(['string', 'number']).toContain(typeof value);
	});
});

describe('a Reconcile that makes no sense', () => {
	const run = (bench: Bench, items: IDataObject[], options: object = {}) =>
		bench.run({ resource: 'customer', operation: 'reconcile' }, items, options);

	it.each([
		['one empty item', [{}]],
		['items without a key', [{ company: 'One' }, { key: '', company: 'Two' }]],
		['keys that are none', [{ key: 'C1' }]],
	])(
		'with %s while Chargebee has linked records, is an error, not a list of all of them',
		async (_what, items) => {
			const bench = await startBench({ customers: siteOf(3) });
			const { error, outputs } = await run(bench, items, { onError: 'stopWorkflow' });
			expect(error?.message).toContain('3 Chargebee customers');
			expect(outputs.flat()).toEqual([]);
			const { outputs: caught } = await run(bench, items);
			expect(caught[0]).toEqual([]);
			expect(caught[1]?.map(({ json }) => json.error)).toEqual([
				expect.stringContaining('3 Chargebee customers'),
			]);
		},
	);

	it('with one empty item and nothing linked in Chargebee, says that its key is missing', async () => {
		const bench = await startBench({ customers: [{ id: 'own' }] });
		const { findings } = await reconcile(bench, [{}]);
		expect(findings).toMatchObject([{ finding: 'invalid' }]);
	});

	it('because a page can not be read, ends with that error and lists nothing', async () => {
		const bench = await startBench({ customers: siteOf(150) });
		bench.sandbox.faults.add({ path: /customers/, after: 1, effect: answer(403, {}), times: 9 });
		const { error, outputs } = await run(bench, sources(150), { onError: 'stopWorkflow' });
		expect(error).toBeDefined();
		expect(outputs.flat()).toEqual([]);
	});

	it('on the wrong site is refused before anything is read', async () => {
		const bench = await startBench({ customers: siteOf(1) });
		const { error } = await run(bench, [source(1)], {
			...{ onError: 'stopWorkflow', environment: 'live' },
		});
		expect(error?.message).toContain('test site');
		expect(bench.newCalls().map(({ path }) => path)).toEqual(['/api/v2/configurations']);
	});
});

import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { OutcomeRow } from '../../../../nodes/Chargebee/upsert/row';
import { asText } from '../../../../nodes/shared/text';
import { finish, key, posts, REVIEWED, start, upsert } from './support';
import { DECIDED, decision, SCENES } from './scenes';

afterEach(finish);

/** What a preview promises of a record. */
const promise = ({
	outcome,
	situation,
	matchedBy,
	chargebeeId,
	changes,
	code,
	reason,
}: OutcomeRow) => ({
	...{ outcome, situation, matchedBy, chargebeeId, changes, code, reason },
});

describe.each(SCENES)(
	'a preview of $resource',
	({ resource, world, item, states, policies, parameters }) => {
		it('of any mixture of records, situations, policies and decisions is what happens right after, and costs only reads', async () => {
			const record = fc.record({
				n: fc.nat(7),
				state: fc.constantFrom(...Object.keys(states)),
				wish: fc.nat(3),
				decided: fc.constantFrom(...DECIDED),
			});
			await fc.assert(
				fc.asyncProperty(
					fc.array(record, { minLength: 1, maxLength: 9 }),
					fc.record(
						Object.fromEntries(
							Object.entries(policies).map(([name, values]) => [name, fc.constantFrom(...values)]),
						),
						{ requiredKeys: [] },
					),
					async (records, options) => {
						// what stands in Chargebee is decided by the first record of a number
						const first = [...new Map(records.toReversed().map((one) => [one.n, one])).values()];
						const seeds = first.flatMap(({ n, state }) => states[state]?.(n) ?? []);
						const bench = await start(world(seeds));
						const items = records.map(({ n, wish, decided }) => ({
							...item(n, wish),
							...decision(n, decided),
						}));
						const run = (preview: boolean) =>
							upsert(bench, resource, items, {
								...parameters,
								options: { ...options, ...REVIEWED },
								preview,
							});
						const planned = await run(true);
						expect(posts(bench)).toEqual([]);
						const applied = await run(false);
						expect(applied.map(promise)).toEqual(planned.map(promise));
						await finish();
					},
				),
				{ numRuns: 40, seed: 3 },
			);
		}, 60_000);
	},
);

describe('the rows of a preview for a spreadsheet', () => {
	const run = async (company: string, customers: IDataObject[] = []) => {
		const bench = await start({ customers });
		const { outputs } = await bench.run(
			{ resource: 'customer', operation: 'upsert', preview: true, previewOutput: 'csv' },
			[{ key: key('C1'), company, email: 'ap@x.test' }],
		);
		expect(outputs[1] ?? []).toEqual([]);
		return outputs[0]?.map(({ json }) => json)[0] ?? {};
	};

	it('are flat: texts and numbers only', async () => {
		const row = await run('Öhlund');
		expect(row).toMatchObject({ outcome: 'created', cloudSuiteKey: key('C1'), changedFields: 3 });
		for (const value of Object.values(row)) expect(['string', 'number']).toContain(typeof value);
	});

	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
		'hold nothing a spreadsheet would run: id %j',
		async (id) => {
			const row = await run('One', [{ id, email: 'ap@x.test', company: id }]);
			for (const value of Object.values(row)) expect(asText(value)).not.toMatch(/^[=+\-@\t\r\n]/);
		},
	);

	it('list the candidates of a conflict, and the full records tell them apart', async () => {
		const two = [
			{ id: 'a', email: 'ap@x.test', company: 'A' },
			{ id: 'b', email: 'AP@x.test', company: 'B' },
		];
		expect(await run('One', two)).toMatchObject({ outcome: 'conflict', candidates: 'a, b' });
		const bench = await start({ customers: two });
		const [row] = await upsert(bench, 'customer', [{ key: key('C1'), email: 'ap@x.test' }], {
			preview: true,
		});
		expect(row?.candidates).toMatchObject([
			{ id: 'a', company: 'A', reference: null },
			{ id: 'b', company: 'B', reference: null },
		]);
	});
});

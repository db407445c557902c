import * as fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { startBench, stopBenches } from '../setup';
import { key, upsert } from '../upserts/support';
import { idOf, SENT, SIDES, UNSENT } from './drift';
import { inShort, reconcile } from './support';

afterEach(stopBenches);

const FATES = { ...SENT, ...UNSENT };
const REPAIRABLE = ['differs', 'onlyInCloudSuite'];

describe.each(SIDES)('Reconcile of $resource', (side) => {
	const { resource, path, world, overhead } = side;
	const parameters = { resource, ...side.parameters };

	it('finds of any mixture of edits, deletes, copies and changes exactly these, and repaired, none that can be is left', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.constantFrom(...Object.keys(FATES)), { minLength: 1, maxLength: 14 }),
				async (names) => {
					const bench = await startBench(world);
					// one that stays, so that the company is in the input whatever happens to the others
					const fates = ['left alone', ...names];
					const sent = [...fates.keys()].filter((n) => (fates[n] ?? '') in SENT);
					await upsert(bench, resource, sent.map(side.item), parameters);

					const drifted = fates.map((name, n) => FATES[name]?.(side, bench, n) ?? { found: [] });
					const items = drifted.flatMap(({ source }) => (source ? [source] : []));
					const seeded = drifted.flatMap(({ found }, n) =>
						found.map(([kind, id]) =>
							[kind, key(`R${n}`), kind === 'duplicate' ? '' : (id ?? '-')].join(' '),
						),
					);
					const first = await reconcile(bench, items, parameters);
					expect(inShort(first.findings)).toEqual(seeded.sort());
					const listed = bench.sandbox
						.records(path)
						.filter(({ deleted }) => resource === 'customer' || !deleted);
					expect(first.calls).toBe(overhead + Math.max(1, Math.ceil(listed.length / 100)));

					const repairable = first.findings.filter(({ finding }) => REPAIRABLE.includes(finding));
					const repaired = repairable.map(({ record }) => record as IDataObject);
					expect(repaired).toEqual(repairable.map(({ item }) => items[item ?? -1]));
					if (repaired.length > 0) await upsert(bench, resource, repaired, parameters);
					const second = await reconcile(bench, items, parameters);
					const others = (found: typeof first) =>
						inShort(
							found.findings.filter(({ finding }) => ![...REPAIRABLE, 'agrees'].includes(finding)),
						);
					expect(others(second)).toEqual(others(first));
					expect(second.findings.filter(({ finding }) => REPAIRABLE.includes(finding))).toEqual([]);
					await stopBenches();
				},
			),
			{ numRuns: 25, seed: 11 },
		);
	}, 120_000);

	it.each(Object.keys(FATES))('a record that is %s', async (name) => {
		const bench = await startBench(world);
		if (name in SENT) await upsert(bench, resource, [side.item(1)], parameters);
		const { source, found } = FATES[name]?.(side, bench, 1) ?? { found: [] };
		const items = [side.item(0), ...(source ? [source] : [])];
		const { findings } = await reconcile(bench, items, parameters);
		const about = findings.filter(({ sourceKey }) => sourceKey === key('R1'));
		expect(about.map(({ finding }) => finding)).toEqual(found.map(([kind]) => kind));
		for (const one of about) {
			const { finding, reason, actionToTake, code, name: called } = one;
			expect([reason !== '', actionToTake !== '', code !== null]).toEqual(
				Array(3).fill(finding !== 'agrees'),
			);
			expect(called).not.toBe('');
			expect(/R1|copy1/.test(`${reason} ${actionToTake}`)).toBe(finding !== 'agrees');
		}
		expect(bench.sandbox.record(path, idOf(0))).toBeUndefined();
	});
});

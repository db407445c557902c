import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../nodes/shared/text';
import type { HistoryEntry } from '../../sandbox/shared/server';
import { checkRequestAgainstSdk } from '../../contract/sdkSchemas';
import { CASES, pick, scene, TABLE } from './matrixScenes';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** A request as one line: method, path, names of its parameters. */
const shown = ({ method, path, query, body }: HistoryEntry): string => {
	const names = [...new URLSearchParams(method === 'POST' ? body : query).keys()];
	return [method, path.replace('/api/v2', ''), ...names].join(' ');
};

/** Whether a row names the record, why nothing was done and what to do. */
const explained = ({ reason, code, actionToTake }: IDataObject = {}): boolean =>
	/X1|hand1/.test(asText(reason)) && asText(code) !== '' && asText(actionToTake) !== '';

describe.each(CASES)('$resource', (one) => {
	const rows = TABLE.flatMap(([situation, options, outcome, writes]) => {
		const made = scene(one, situation);
		return made
			? [
					[
						situation,
						JSON.stringify(options),
						pick(outcome, one.resource),
						pick(writes, one.resource),
						made,
						options,
					] as const,
				]
			: [];
	});

	it.each(rows)(
		'%s, with %s: %s, %i write(s)',
		async (_situation, _text, outcome, writes, made, options) => {
			const bench = await startBench({ ...one.world, ...one.seed(made.records) });
			const before = JSON.stringify(bench.sandbox.records(one.path as never));
			const { outputs, error } = await bench.run(
				{ resource: one.resource, operation: 'upsert', ...one.parameters, options },
				made.items,
			);
			if (error) throw error;
			const results = outputs.flat().map(({ json }) => (json.details ?? json) as IDataObject);
			expect(results).toHaveLength(made.items.length);
			expect(results.map((row) => row.outcome)).toContain(outcome);
			const [told] = results.filter((row) => row.outcome === outcome);
			expect(explained(told)).toBe(['conflict', 'invalid', 'skipped'].includes(outcome));
			const calls = bench.newCalls();
			const posts = calls.filter(({ method }) => method === 'POST');
			expect(posts).toHaveLength(writes);
			const after = JSON.stringify(bench.sandbox.records(one.path as never));
			expect(after === before).toBe(writes === 0);
			expect(calls.map(shown)).toMatchSnapshot();
			expect(calls.flatMap(checkRequestAgainstSdk)).toEqual([]);
			expect(bench.sandbox.violations()).toEqual([]);
		},
	);

	it.each(rows)(
		'%s, with %s: a preview says %s and writes nothing; applied right after, it is what happens',
		async (_situation, _text, outcome, _writes, made, options) => {
			const bench = await startBench({ ...one.world, ...one.seed(made.records) });
			const parameters = {
				resource: one.resource,
				operation: 'upsert',
				...one.parameters,
				options,
			};
			const run = async (preview: boolean) => {
				const { outputs, error } = await bench.run({ ...parameters, preview }, made.items);
				if (error) throw error;
				return outputs.flat().map(({ json }) => (json.details ?? json) as IDataObject);
			};
			const planned = await run(true);
			expect(bench.newCalls().filter(({ method }) => method === 'POST')).toEqual([]);
			expect(planned.map((row) => row.outcome)).toContain(outcome);
			const facts = ({
				outcome: what,
				situation,
				matchedBy,
				chargebeeId,
				changes,
				code,
			}: IDataObject) => ({
				what,
				situation,
				matchedBy,
				chargebeeId,
				changes,
				code,
			});
			const byOutcome = (rows: IDataObject[]) =>
				rows.map(facts).sort((a, b) => asText(a.what).localeCompare(asText(b.what)));
			expect(byOutcome(await run(false))).toEqual(byOutcome(planned));
		},
	);
});

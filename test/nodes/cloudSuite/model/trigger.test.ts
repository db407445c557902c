import fc from 'fast-check';
import { stopBenches } from '../setup';
import { WATCHED } from './products';
import { Watch } from './watched';

const MINUTE = 60_000;

type Change = { number: number; late: number; remove: boolean };
type Step =
	| ({ do: 'change' } & Change)
	| { do: 'batch'; numbers: number[] }
	| { do: 'wait'; by: number }
	| { do: 'poll'; meanwhile: Change[] }
	| { do: 'loseState' };

const number = fc.integer({ min: 0, max: 15 });
const change = fc.record({
	number,
	late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 * MINUTE })),
	remove: fc.integer({ min: 0, max: 5 }).map((lot) => lot === 0),
});
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 3, arbitrary: change.map((one) => ({ do: 'change' as const, ...one })) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('batch' as const),
			numbers: fc.uniqueArray(number, { minLength: 2, maxLength: 9 }),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			by: fc.integer({ min: 0, max: 90 * MINUTE }),
		}),
	},
	{
		weight: 4,
		arbitrary: fc.record({
			do: fc.constant('poll' as const),
			meanwhile: fc.array(change, { maxLength: 8 }),
		}),
	},
	{ weight: 1, arbitrary: fc.constant({ do: 'loseState' as const }) },
);

function apply(watch: Watch, { number: which, late, remove }: Change): void {
	if (remove) watch.remove(which);
	else watch.write(which, late);
}

async function play(watch: Watch, steps: readonly Step[]): Promise<void> {
	for (const one of steps) {
		if (one.do === 'change') apply(watch, one);
		// all dated alike
		if (one.do === 'batch') for (const each of one.numbers) watch.write(each);
		if (one.do === 'wait') watch.wait(one.by);
		if (one.do === 'poll') await watch.poll(one.meanwhile.map((each) => () => apply(watch, each)));
		if (one.do === 'loseState') watch.loseState();
	}
	await watch.untilQuiet();
}

function expectEveryLastVersion(watch: Watch): void {
	const names = new Set(watch.delivered.map(({ id, name }) => `${id} ${name}`));
	expect([...watch.written].filter(([id, name]) => !names.has(`${id} ${name}`))).toEqual([]);
	const stamps = new Map(
		watch.delivered.map(({ id, name, modifiedAt }) => [id + name, modifiedAt]),
	);
	for (const { id, name, modifiedAt } of watch.delivered)
		expect(modifiedAt).toBe(stamps.get(id + name));
	expect(watch.violations()).toEqual([]);
}

/** A few runs each: over HTTP one takes a hundred times as long as in the model of the algorithm. */
const RUNS = { numRuns: 12, seed: 20261127 };
/** Milliseconds; a busy machine needs a minute. */
const PATIENCE = 180_000;

describe.each(
	WATCHED.map((watched) => [`${watched.product} ${watched.resource}s`, watched] as const),
)('%s, changed at random while a trigger polls', (_name, watched) => {
	afterEach(stopBenches);

	it(
		'from everything on: the last version of every record is delivered',
		async () => {
			await fc.assert(
				fc.asyncProperty(
					fc.array(step, { maxLength: 14 }),
					fc.integer({ min: 1, max: 9 }),
					async (steps, maxRecords) => {
						const watch = await Watch.start(watched, { startFrom: 'everything', maxRecords });
						const atFirst = watch.ids;
						await play(watch, steps);
						expectEveryLastVersion(watch);
						const ids = new Set(watch.delivered.map(({ id }) => id));
						const there = new Set(watch.ids);
						expect(atFirst.filter((id) => there.has(id) && !ids.has(id))).toEqual([]);
						await stopBenches();
					},
				),
				RUNS,
			);
		},
		PATIENCE,
	);

	it(
		'from now on: every change is delivered, and nothing that was there',
		async () => {
			await fc.assert(
				fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
					const watch = await Watch.start(watched, { startFrom: 'now', maxRecords: 7 });
					expect(await watch.poll()).toBe(0);
					await play(watch, steps);
					expectEveryLastVersion(watch);
					expect(watch.delivered.filter(({ name }) => !name.startsWith('Version '))).toEqual([]);
					await stopBenches();
				}),
				RUNS,
			);
		},
		PATIENCE,
	);
});

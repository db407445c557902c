import fc from 'fast-check';
import type { MasterReader, World } from '../../../nodes/CloudSuite/products/product';
import type { Hashable } from '../../../nodes/CloudSuite/resources/kinds';
import { EVERYTHING, KINDS } from '../../../nodes/CloudSuite/resources/kinds';
import type { Cursor } from '../../../nodes/CloudSuite/trigger/cursor';
import type { Start } from '../../../nodes/CloudSuite/trigger/start';
import { nextOf } from '../../../nodes/CloudSuite/trigger/stream';
import type { Delivered } from './modelSource';
import { ModelSource, OVERLAP } from './modelSource';

type Step =
	| { do: 'write'; key: number; late: number }
	| { do: 'batch'; keys: number[] }
	| { do: 'remove'; key: number }
	| { do: 'wait'; by: number }
	| { do: 'poll'; meanwhile: Array<{ key: number; late: number; remove: boolean }> }
	| { do: 'loseState' };

const key = fc.integer({ min: 0, max: 40 });
/** A transaction that takes longer than the overlap is beyond what the trigger promises. */
const late = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: OVERLAP }));
const step: fc.Arbitrary<Step> = fc.oneof(
	{ weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), key, late }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('batch' as const),
			keys: fc.array(key, { minLength: 2, maxLength: 30 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), key }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant('wait' as const),
			by: fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3000 })),
		}),
	},
	{
		weight: 5,
		arbitrary: fc.record({
			do: fc.constant('poll' as const),
			meanwhile: fc.array(fc.record({ key, late, remove: fc.boolean() }), { maxLength: 6 }),
		}),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('loseState' as const) }) },
);

/** A trigger that polls a source, with all it has delivered. */
class Run {
	readonly delivered: Delivered[] = [];
	private cursor: Cursor | undefined;
	private before: Cursor | undefined;

	constructor(
		readonly source: ModelSource,
		private readonly start: Start,
		private readonly most: number,
	) {}

	async poll(meanwhile: Extract<Step, { do: 'poll' }>['meanwhile'] = []): Promise<number> {
		const pending = [...meanwhile];
		this.source.betweenPages = () => {
			const change = pending.shift();
			if (change?.remove) this.source.remove(nameOf(change.key));
			else if (change) this.source.write(nameOf(change.key), change.late);
		};
		const reader = { changes: this.source.feed() } as unknown as MasterReader<Hashable>;
		const { records, cursor } = await nextOf(
			{
				world: { now: this.source.now } as World,
				product: 'Model',
				company: '1',
				kind: KINDS.item,
				reader,
				query: EVERYTHING,
				start: this.start,
				overlap: 0,
				most: this.most,
				hasTime: () => true,
			},
			this.cursor,
		);
		this.before = this.cursor;
		// as n8n stores it
		this.cursor = JSON.parse(JSON.stringify(cursor)) as Cursor;
		this.delivered.push(...(records as Delivered[]));
		return records.length;
	}

	/** n8n ended before it had stored the cursor of the last poll. */
	loseState(): void {
		this.cursor = this.before ?? this.cursor;
	}

	async untilQuiet(): Promise<void> {
		for (let quiet = 0, polls = 0; quiet < 2; polls += 1) {
			quiet = (await this.poll()) === 0 ? quiet + 1 : 0;
			if (polls > 500) throw new Error('the trigger does not come to an end');
		}
	}
}

function nameOf(number: number): string {
	return `K${String(number).padStart(2, '0')}`;
}

async function play(run: Run, steps: readonly Step[]): Promise<void> {
	const { source } = run;
	for (const one of steps) {
		if (one.do === 'write') source.write(nameOf(one.key), one.late);
		if (one.do === 'batch') for (const each of one.keys) source.write(nameOf(each));
		if (one.do === 'remove') source.remove(nameOf(one.key));
		if (one.do === 'wait') source.now += one.by;
		if (one.do === 'poll') await run.poll(one.meanwhile);
		if (one.do === 'loseState') run.loseState();
	}
	await run.untilQuiet();
}

function expectEveryLastVersion(run: Run): void {
	const versions = new Set(run.delivered.map((record) => `${record.key} ${record.version}`));
	const missing = [...run.source.rows.values()].filter(
		(row) => !versions.has(`${row.key} ${row.version}`),
	);
	expect(missing).toEqual([]);
	const stamps = new Map(run.delivered.map(({ version, changedAt }) => [version, changedAt]));
	for (const { version, changedAt } of run.delivered) expect(changedAt).toBe(stamps.get(version));
}

describe.each([
	['that is read on where the last poll stopped', true],
	['that is read from the front each time', false],
] as const)('a source %s', (_how, resumes) => {
	it('has the last version of every record delivered, whatever happens while it is read', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(step, { maxLength: 60 }),
				fc.integer({ min: 1, max: 12 }),
				fc.integer({ min: 1, max: 12 }),
				async (steps, pageSize, most) => {
					const source = new ModelSource(pageSize, resumes);
					for (let number = 0; number < 15; number += 1)
						source.write(nameOf(number), number * 400, number % 5 !== 0);
					const run = new Run(source, { from: 'everything' }, most);
					await play(run, steps);
					expectEveryLastVersion(run);
				},
			),
			{ numRuns: 400, seed: 20261124 },
		);
	});

	it('started from now on delivers all that changes from then on, and nothing that was there', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
				const source = new ModelSource(5, resumes);
				for (let number = 0; number < 15; number += 1) source.write(nameOf(number), number * 50);
				const run = new Run(source, { from: 'now' }, 7);
				await run.poll();
				expect(run.delivered).toEqual([]);
				const old = new Set([...source.rows.values()].map(({ version }) => version));
				await play(run, steps);
				expect(run.delivered.filter(({ version }) => old.has(version))).toEqual([]);
				const versions = new Set(run.delivered.map(({ version }) => version));
				const missing = [...source.rows.values()].filter(
					({ version }) => !old.has(version) && !versions.has(version),
				);
				expect(missing).toEqual([]);
			}),
			{ numRuns: 300, seed: 20261124 },
		);
	});
});

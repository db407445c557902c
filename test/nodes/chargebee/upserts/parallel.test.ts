import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../nodes/shared/text';
import type { Bench } from '../setup';
import { finish, key, overlapping, SAMPLES, start, upsert, written } from './support';

afterEach(finish);

/** As many records as one run of it has. */
const many = (item: IDataObject) =>
	Array.from({ length: 6 }, (_, n) =>
		Object.fromEntries(
			Object.entries(item).map(([name, value]) => {
				if (/key$/i.test(name)) return [name, `${asText(value)}${n}`];
				if (name === 'email') return [name, `n${n}@ohlund.test`];
				return ['name', 'company'].includes(name) ? [name, `${asText(value)} ${n}`] : [name, value];
			}),
		),
	);

async function slow(world: Parameters<typeof start>[0]): Promise<Bench> {
	const bench = await start({ ...world, behaviour: { processingMs: 500 } });
	overlapping(bench);
	return bench;
}

describe.each(SAMPLES)(
	'two runs at once over the same records of $resource',
	({ resource, world, item, field, values, parameters }) => {
		it('make no duplicate, and each record has an outcome in both', async () => {
			const bench = await slow(world);
			const items = many({ ...item, [field]: values[0] });
			const runs = await Promise.all([
				upsert(bench, resource, items, parameters),
				upsert(bench, resource, items, parameters),
			]);
			const outcomes = runs.flat().map(({ outcome }) => outcome);
			expect(outcomes).toHaveLength(12);
			expect(outcomes.filter((outcome) => outcome === 'created').length).toBeLessThanOrEqual(6);
			expect(
				outcomes.filter((outcome) => !['created', 'unchanged', 'updated'].includes(outcome)),
			).toEqual([]);
			const again = await written(bench, resource, items, parameters);
			expect(new Set(again.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
		});

		it('with different values leave each record with one of both, whole', async () => {
			const bench = await slow(world);
			const both = values.map((value) => many({ ...item, [field]: value }));
			await Promise.all(both.map((items) => upsert(bench, resource, items, parameters)));
			const rows = await upsert(bench, resource, both[0] ?? [], { ...parameters, preview: true });
			for (const { changes } of rows)
				expect(changes.map((change) => change.field)).toEqual(changes.length > 0 ? [field] : []);
			const last = await written(bench, resource, both[1] ?? [], parameters);
			expect(last).toHaveLength(6);
		});
	},
);

describe('two runs at once that link one item to two CloudSuite items', () => {
	it('link it once', async () => {
		const bench = await slow({
			itemFamilies: [{ id: 'fam', name: 'Family' }],
			items: [
				{ id: 'hand', name: 'Bolt', type: 'charge', item_family_id: 'fam', status: 'active' },
			],
		});
		const parameters = { parentBy: 'id', parentId: 'fam', namePolicy: 'asIs' };
		const runs = await Promise.all(
			['A1', 'A2'].map((id) => upsert(bench, 'item', [{ key: key(id), name: 'Bolt' }], parameters)),
		);
		const outcomes = runs.flat().map(({ outcome }) => outcome);
		expect(outcomes.filter((outcome) => outcome === 'linked')).toHaveLength(1);
		expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(1);
	});
});

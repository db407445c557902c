import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../nodes/shared/text';
import type { Bench } from '../setup';
import { FAMILY, finish, form, key, OF_FAMILY, posts, REVIEWED, start, upsert } from './support';

afterEach(finish);

const customer = (n: number, fields: IDataObject = {}) => ({
	...{ key: key(`C${n}`), company: `Company ${n}`, email: `ap${n}@x.test` },
	...fields,
});
const hand = (id: string, fields: IDataObject = {}) => ({
	id,
	company: `By hand ${id}`,
	...fields,
});
const BY_ITEM = { options: REVIEWED };
const decide = (bench: Bench, items: IDataObject[], parameters: IDataObject = {}) =>
	upsert(bench, 'customer', items, { ...BY_ITEM, ...parameters });

describe('the decision link', () => {
	it('links the very record, whatever its values, and later runs know it without the decision', async () => {
		const bench = await start({ customers: [hand('a'), hand('b', { email: 'ap1@x.test' })] });
		const [row] = await decide(bench, [customer(1, { decision: 'link', decision_id: 'a' })]);
		expect(row).toMatchObject({ outcome: 'linked', matchedBy: 'decision', chargebeeId: 'a' });
		expect(bench.sandbox.customer('a')).toMatchObject({
			company: 'Company 1',
			meta_data: { cloudsuite: key('C1') },
		});
		expect(bench.sandbox.customer('b')).not.toHaveProperty('meta_data');
		const [again] = await upsert(bench, 'customer', [customer(1)]);
		expect(again).toMatchObject({ outcome: 'unchanged', matchedBy: 'reference', chargebeeId: 'a' });
	});

	it('may stay in the file: the next run finds the record linked, and changes nothing', async () => {
		const bench = await start({ customers: [hand('a')] });
		const items = [customer(1, { decision: 'link', decision_id: 'a' })];
		await decide(bench, items);
		posts(bench);
		expect(await decide(bench, items)).toMatchObject([
			{ outcome: 'unchanged', situation: 'confirmed', matchedBy: 'decision' },
		]);
		expect(posts(bench)).toEqual([]);
	});

	it.each([
		['that is not there', 'nobody', 'decided_record_missing', 'nobody'],
		['that was deleted', 'dead', 'decided_record_deleted', 'dead'],
		['of another CloudSuite record', 'taken', 'decided_record_taken', key('C9')],
	])('to a record %s is a conflict that says so', async (_what, id, code, named) => {
		const bench = await start({
			customers: [
				hand('dead', { deleted: true }),
				hand('taken', { meta_data: { cloudsuite: key('C9') } }),
			],
		});
		const [row] = await decide(bench, [customer(1, { decision: 'link', decision_id: id })], {
			options: { ...REVIEWED, whenGone: 'restore' },
		});
		expect(row).toMatchObject({ outcome: 'conflict', code, matchedBy: 'decision' });
		expect(row?.reason).toContain(named);
		expect(posts(bench)).toEqual([]);
	});

	it.each([
		['under our id', hand('ln-1300-C1')],
		['with our key', hand('x', { meta_data: { cloudsuite: key('C1') } })],
	])(
		'to a second record beside one %s is a conflict: two would carry the key',
		async (_what, ours) => {
			const bench = await start({ customers: [ours, hand('a')] });
			const [row] = await decide(bench, [customer(1, { decision: 'link', decision_id: 'a' })]);
			expect(row).toMatchObject({ outcome: 'conflict', code: 'decided_other_linked' });
			expect(row?.candidates.map(({ id }) => id)).toEqual(['a', ours.id]);
			expect(posts(bench)).toEqual([]);
		},
	);

	it('of two records to one Chargebee record: the first wins, the other is its twin', async () => {
		const bench = await start({ customers: [hand('a')] });
		const rows = await decide(bench, [
			customer(1, { decision: 'link', decision_id: 'a' }),
			customer(2, { decision: 'link', decision_id: 'a' }),
		]);
		expect(rows).toMatchObject([
			{ outcome: 'linked', chargebeeId: 'a' },
			{ outcome: 'conflict', situation: 'twin', code: 'twin' },
		]);
	});

	it('keeps the record from an earlier one that merely matches it', async () => {
		const bench = await start({ customers: [hand('a', { email: 'ap1@x.test' })] });
		const rows = await decide(bench, [
			customer(1),
			customer(2, { decision: 'link', decision_id: 'a' }),
		]);
		expect(rows).toMatchObject([
			{ outcome: 'conflict', situation: 'twin' },
			{ outcome: 'linked', chargebeeId: 'a' },
		]);
	});

	it('reads the record right before it writes: what another run took meanwhile is not taken from it', async () => {
		const bench = await start({ customers: [hand('a')] });
		const { sandbox } = bench;
		// the list was read before the other run linked it, and lags behind
		sandbox.behaviour.listIndexDelayMs = 60_000;
		sandbox.update('a', { meta_data: { cloudsuite: key('C9') } });
		const [row] = await decide(bench, [customer(1, { decision: 'link', decision_id: 'a' })]);
		expect(row).toMatchObject({ outcome: 'conflict', code: 'decided_record_taken' });
		expect(posts(bench)).toEqual([]);
	});
});

describe('the decision create', () => {
	it('passes over the match keys, and later runs know the new record without the decision', async () => {
		const bench = await start({ customers: [hand('a', { email: 'ap1@x.test' })] });
		const [row] = await decide(bench, [customer(1, { decision: 'create' })]);
		expect(row).toMatchObject({ outcome: 'created', chargebeeId: 'ln-1300-C1' });
		expect(bench.sandbox.customer('a')).not.toHaveProperty('meta_data');
		expect(await upsert(bench, 'customer', [customer(1)])).toMatchObject([
			{ outcome: 'unchanged', chargebeeId: 'ln-1300-C1' },
		]);
	});

	it('never makes a second record of our own: one that carries our key is updated', async () => {
		const bench = await start({ customers: [hand('x', { meta_data: { cloudsuite: key('C1') } })] });
		const items = [customer(1, { decision: 'create' })];
		expect(await decide(bench, items)).toMatchObject([{ outcome: 'updated', chargebeeId: 'x' }]);
		expect(await decide(bench, items)).toMatchObject([{ outcome: 'unchanged', chargebeeId: 'x' }]);
	});

	it('is not hindered by another record of the run with the same value', async () => {
		const bench = await start();
		const shared = { email: 'shared@x.test', decision: 'create' };
		const rows = await decide(bench, [customer(1, shared), customer(2, shared)]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['created', 'created']);
		// made on purpose, which the sandbox can not know
		bench.sandbox.update('ln-1300-C2', { email: 'other@x.test' });
	});

	it('of an item whose name is taken is a conflict that names the item that has it', async () => {
		const bench = await start({
			itemFamilies: [FAMILY],
			items: [{ id: 'a', name: 'I1 - Bolt', type: 'charge', item_family_id: 'fam' }],
		});
		const [row] = await upsert(bench, 'item', [{ key: key('I1'), name: 'Bolt' }], {
			...OF_FAMILY,
			options: { decision: 'create' },
		});
		expect(row).toMatchObject({ outcome: 'conflict', code: 'decided_name_taken' });
		expect(row?.actionToTake).toContain('a');
		expect(posts(bench)).toEqual([]);
	});
});

describe('the decision ignore', () => {
	it('leaves a record out: nothing is asked for it, it is no problem, and its row says why', async () => {
		const bench = await start({ customers: [hand('a', { email: 'ap1@x.test' })] });
		const items = [customer(1, { decision: 'ignore', email: 'not even valid' })];
		const { outputs, error } = await bench.run(
			{ resource: 'customer', operation: 'upsert', ...BY_ITEM },
			items,
		);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => json)).toMatchObject([
			{ outcome: 'skipped', code: 'ignored_by_decision', fingerprint: null, chargebeeId: null },
		]);
		expect(asText(outputs[0]?.[0]?.json.reason)).toContain(key('C1'));
		// the site's custom fields, as in every run
		expect(bench.newCalls().map(({ path }) => path)).toEqual(['/api/v2/custom_field_configs']);
	});

	it('of a parent leaves its child to what Chargebee has', async () => {
		const bench = await start({ customers: [hand('ln-1300-C1')] });
		const rows = await decide(
			bench,
			[customer(1, { decision: 'ignore' }), customer(2, { parent: key('C1') })],
			{ parentBy: 'key', parentKey: '={{ $json.parent ?? "" }}' },
		);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['skipped', 'created']);
		expect(bench.sandbox.customer('ln-1300-C2')?.relationship).toMatchObject({
			parent_id: 'ln-1300-C1',
		});
	});
});

describe('a review', () => {
	it('goes out as CSV rows with two empty columns, and comes back as decisions that are done', async () => {
		const bench = await start({
			customers: [
				hand('a', { email: 'ap1@x.test', vat_number: 'DE1' }),
				hand('b', { email: 'AP1@x.test' }),
				hand('c', { email: 'ap2@x.test' }),
				hand('d', { email: 'ap3@x.test', meta_data: { cloudsuite: key('C9') } }),
			],
		});
		const items = [1, 2, 3].map((n) => customer(n));
		const { outputs } = await bench.run(
			{ resource: 'customer', operation: 'upsert', preview: true, previewOutput: 'csv' },
			items,
		);
		const file = (outputs[0] ?? []).map(({ json }) => json);
		expect(file).toMatchObject([
			{
				outcome: 'conflict',
				candidates: 'a, b',
				candidateDetails: expect.stringMatching(
					/^a: company By hand a, email ap1@x.test, vat_number DE1; b: company By hand b/,
				) as string,
			},
			{ outcome: 'linked', candidates: 'c' },
			{ outcome: 'conflict', candidates: 'd' },
		]);
		expect(file.map((row) => [row.decision, row.decision_id])).toEqual(Array(3).fill(['', '']));

		const decisions: Record<string, IDataObject> = {
			[key('C1')]: { decision: 'link', decision_id: 'b' },
			[key('C2')]: { decision: 'create' },
			[key('C3')]: { decision: 'ignore' },
		};
		const reviewed = file.map((row) => ({ ...row, ...decisions[asText(row.cloudSuiteKey)] }));
		const back = items.map((item, n) => ({ ...item, ...reviewed[n], key: item.key }));
		expect(await decide(bench, back, { parameters: {} })).toMatchObject([
			{ outcome: 'linked', chargebeeId: 'b' },
			{ outcome: 'created', chargebeeId: 'ln-1300-C2' },
			{ outcome: 'skipped' },
		]);
		const [stamp] = posts(bench).filter(({ path }) => path === '/api/v2/customers/b');
		expect(form(stamp ?? ({ body: '' } as never))).toHaveProperty('meta_data');
		expect(await decide(bench, back)).toMatchObject([
			{ outcome: 'unchanged' },
			{ outcome: 'unchanged' },
			{ outcome: 'skipped' },
		]);
	});
});

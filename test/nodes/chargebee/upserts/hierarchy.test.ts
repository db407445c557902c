import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import { finish, form, key, posts, start, upsert, written } from './support';

afterEach(finish);

const TREE = { parentBy: 'key', parentKey: '={{ $json.parent }}' };
const child = (id: string, parent = '', more: IDataObject = {}): IDataObject => ({
	...{ key: key(id), company: `Company ${id}`, parent: parent && key(parent) },
	...more,
});
const parentOf = ({ sandbox }: Bench, id: string) =>
	(sandbox.customer(id)?.relationship as IDataObject | undefined)?.parent_id;
const outcomes = (rows: Array<{ outcome: string }>) => rows.map(({ outcome }) => outcome);
const hung = (bench: Bench) => posts(bench).filter(({ path }) => path.endsWith('/relationships'));

describe('customers that hang on each other', () => {
	const three = [child('TOP'), child('MID', 'TOP'), child('LEAF', 'MID')];

	it.each([[[0, 1, 2]], [[2, 1, 0]], [[1, 2, 0]], [[2, 0, 1]]])(
		'are written parents first in one run, in any order of the input, and not again: %j',
		async (order) => {
			const bench = await start();
			const items = order.map((n) => three[n] ?? {});
			expect(outcomes(await written(bench, 'customer', items, TREE))).toEqual([
				...['created', 'created', 'created'],
			]);
			expect([parentOf(bench, 'ln-1300-LEAF'), parentOf(bench, 'ln-1300-MID')]).toEqual([
				...['ln-1300-MID', 'ln-1300-TOP'],
			]);
			expect(hung(bench)).toHaveLength(2);
			expect(new Set(outcomes(await written(bench, 'customer', items, TREE)))).toEqual(
				new Set(['unchanged']),
			);
			expect(posts(bench)).toEqual([]);
		},
	);

	it('pay and are invoiced for themselves unless mapped otherwise', async () => {
		const bench = await start();
		const paid = { relationship: { payment_owner_id: 'ln-1300-TOP' } };
		await written(
			bench,
			'customer',
			[child('TOP'), child('A', 'TOP'), child('B', 'TOP', paid)],
			TREE,
		);
		const sent = hung(bench).map((request) => form(request));
		expect(sent).toEqual(
			expect.arrayContaining([
				{ parent_id: 'ln-1300-TOP', payment_owner_id: 'ln-1300-A', invoice_owner_id: 'ln-1300-A' },
				{
					parent_id: 'ln-1300-TOP',
					payment_owner_id: 'ln-1300-TOP',
					invoice_owner_id: 'ln-1300-B',
				},
			]),
		);
	});

	it('get the id under which their parent was linked, in the same run and outside of it', async () => {
		const bench = await start({ customers: [{ id: 'hand', email: 'top@x.test' }] });
		const top = child('TOP', '', { email: 'top@x.test' });
		await written(bench, 'customer', [child('A', 'TOP'), top], TREE);
		await written(bench, 'customer', [child('B', 'TOP')], TREE);
		expect([parentOf(bench, 'ln-1300-A'), parentOf(bench, 'ln-1300-B')]).toEqual(['hand', 'hand']);
	});

	it('get the new id of a parent that was deleted and is created anew in the same run', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-TOP', deleted: true, meta_data: { cloudsuite: key('TOP') } }],
		});
		const options = { whenGone: 'restore' };
		const [, top] = await written(bench, 'customer', [child('A', 'TOP'), child('TOP')], {
			...TREE,
			options,
		});
		expect(top?.chargebeeId).not.toBe('ln-1300-TOP');
		expect(parentOf(bench, 'ln-1300-A')).toBe(top?.chargebeeId);
	});

	it('move to another parent with one call', async () => {
		const bench = await start();
		await written(bench, 'customer', [child('A', 'P1'), child('P1'), child('P2')], TREE);
		posts(bench);
		const [row] = await written(bench, 'customer', [child('A', 'P2')], TREE);
		expect(row?.changes).toEqual([
			{ field: 'relationship_parent_id', from: 'ln-1300-P1', to: 'ln-1300-P2' },
		]);
		expect(posts(bench)).toHaveLength(1);
	});

	it('wait for a parent that is not there, and are written once it is', async () => {
		const bench = await start();
		const [row] = await upsert(bench, 'customer', [child('A', 'P')], TREE);
		expect(row).toMatchObject({
			outcome: 'skipped',
			code: 'parent_missing',
			reason: expect.stringContaining(key('P')) as string,
		});
		expect(posts(bench)).toEqual([]);
		await written(bench, 'customer', [child('P')], TREE);
		expect(outcomes(await written(bench, 'customer', [child('A', 'P')], TREE))).toEqual([
			'created',
		]);
	});
});

describe('a customer whose parent in the same run', () => {
	const WORLD = {
		customers: [
			{ id: 'h1', email: 'two@x.test' },
			{ id: 'h2', email: 'two@x.test' },
		],
	};

	it.each<[string, IDataObject, string]>([
		['is invalid', { email: 'nobody' }, 'email "nobody"'],
		['is in conflict', { email: 'two@x.test' }, 'h1, h2'],
	])('%s waits, and so does what hangs on it; others go on', async (_what, more, why) => {
		const bench = await start(WORLD);
		const items = [
			child('LEAF', 'MID'),
			child('MID', 'TOP'),
			child('TOP', '', more),
			child('FREE'),
		];
		const rows = await upsert(bench, 'customer', items, TREE);
		expect(rows.map(({ code }) => code)).toEqual([
			'parent_failed',
			'parent_failed',
			expect.stringMatching(/invalid|ambiguous/),
			null,
		]);
		expect(rows[1]?.reason).toContain(why);
		expect(rows[0]?.reason).toContain(key('MID'));
		expect(posts(bench)).toHaveLength(1);
	});

	it('is refused or lost in the write waits, and is written by the next run', async () => {
		const bench = await start();
		bench.sandbox.faults.add({
			method: 'POST',
			body: /Company(%20|\+)TOP/,
			effect: {
				kind: 'answer',
				status: 400,
				body: { message: 'No', api_error_code: 'param_wrong_value', param: 'company' },
			},
		});
		const items = [child('LEAF', 'MID'), child('MID', 'TOP'), child('TOP'), child('FREE')];
		const rows = await upsert(bench, 'customer', items, TREE);
		expect(outcomes(rows)).toEqual(['skipped', 'skipped', 'rejected', 'created']);
		expect(rows[1]).toMatchObject({ code: 'parent_failed', changes: [] });
		expect(outcomes(await written(bench, 'customer', items, TREE))).toEqual([
			...['created', 'created', 'created', 'unchanged'],
		]);
	});

	it('stands, but could not be hung on its own parent: the half is named, the next run repairs it', async () => {
		const bench = await start();
		bench.sandbox.faults.add({
			method: 'POST',
			path: /MID\/relationships/,
			effect: {
				kind: 'answer',
				status: 400,
				body: { message: 'No', api_error_code: 'invalid_request' },
			},
		});
		const items = [child('MID', 'TOP'), child('TOP')];
		const [mid] = await upsert(bench, 'customer', items, TREE);
		expect(mid).toMatchObject({
			outcome: 'rejected',
			reason: expect.stringMatching(
				/customer was written, the relationship_parent_id was not/,
			) as string,
		});
		expect(mid?.changes.map(({ field }) => field)).not.toContain('relationship_parent_id');
		expect(outcomes(await written(bench, 'customer', items, TREE))).toEqual([
			'updated',
			'unchanged',
		]);
		expect(parentOf(bench, 'ln-1300-MID')).toBe('ln-1300-TOP');
	});

	it.each(['lostAnswer', 'reset'] as const)(
		'is created although the answer was lost (%s): no duplicate, and it hangs where it should',
		async (kind) => {
			const bench = await start();
			bench.sandbox.faults.add({ method: 'POST', path: /customers$/, effect: { kind }, times: 2 });
			bench.sandbox.faults.add({ method: 'POST', path: /relationships$/, effect: { kind } });
			const rows = await written(bench, 'customer', [child('A', 'TOP'), child('TOP')], TREE);
			expect(outcomes(rows)).toEqual(['created', 'created']);
			expect(parentOf(bench, 'ln-1300-A')).toBe('ln-1300-TOP');
			expect(bench.sandbox.customers()).toHaveLength(2);
		},
	);
});

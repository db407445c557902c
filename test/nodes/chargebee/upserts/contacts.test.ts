import type { IDataObject } from 'n8n-workflow';
import type { Bench } from '../setup';
import { byHand, finish, key, overlapping, posts, start, upsert, written } from './support';

afterEach(finish);

const CUST = { parentBy: 'id', parentId: 'cust' };
const ADA = { key: key('P1'), first_name: 'Ada', email: 'ada@ohlund.test' };
const contactsOf = ({ sandbox }: Bench, id = 'cust') =>
	(sandbox.customer(id)?.contacts ?? []) as IDataObject[];
const outcomes = (rows: Array<{ outcome: string }>) => rows.map(({ outcome }) => outcome);

describe('a contact', () => {
	it('is added with the id made of its key, found by it, and updated', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		expect(outcomes(await written(bench, 'contact', [ADA], CUST))).toEqual(['created']);
		expect(contactsOf(bench)).toMatchObject([{ id: 'ln-1300-P1', email: 'ada@ohlund.test' }]);
		const moved = { ...ADA, email: 'ada@new.test', phone: '1' };
		expect(outcomes(await written(bench, 'contact', [moved], CUST))).toEqual(['updated']);
		expect(contactsOf(bench)).toMatchObject([
			{ id: 'ln-1300-P1', email: 'ada@new.test', phone: '1' },
		]);
	});

	it('entered by hand is found by its e-mail, whatever the case, and updated in place', async () => {
		const bench = await start({
			customers: [
				{ id: 'cust', contacts: [{ id: 'hand', email: 'ADA@Ohlund.test', label: 'AP' }] },
			],
		});
		expect(outcomes(await written(bench, 'contact', [ADA], CUST))).toEqual(['updated']);
		expect(contactsOf(bench)).toEqual([
			{ id: 'hand', email: 'ADA@Ohlund.test', label: 'AP', first_name: 'Ada' },
		]);
	});

	it('that is inactive is disabled when asked for, and enabled again', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		const options = { whenInactive: 'putAside' };
		await written(bench, 'contact', [ADA], { ...CUST, options });
		expect(contactsOf(bench)).toMatchObject([{ enabled: true }]);
		await written(bench, 'contact', [{ ...ADA, status: 'inactive' }], { ...CUST, options });
		expect(contactsOf(bench)).toMatchObject([{ enabled: false, first_name: 'Ada' }]);
		await written(bench, 'contact', [{ ...ADA, status: 'active' }], { ...CUST, options });
		expect(contactsOf(bench)).toMatchObject([{ enabled: true }]);
	});

	it('that is mapped as disabled stays so, whatever is done with inactive ones', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		const options = { whenInactive: 'putAside' };
		await written(bench, 'contact', [{ ...ADA, enabled: false }], { ...CUST, options });
		expect(contactsOf(bench)).toMatchObject([{ enabled: false }]);
	});

	it('is found by the id an earlier run reported', async () => {
		const bench = await start({
			customers: [{ id: 'cust', contacts: [{ id: 'hand', email: 'x@y.test' }] }],
		});
		const known = { ...ADA, email: 'x@y.test' };
		const [row] = await written(bench, 'contact', [known], CUST);
		const changed = { ...ADA, email: 'z@y.test', known: { chargebeeId: row?.chargebeeId } };
		await written(bench, 'contact', [changed], CUST);
		expect(contactsOf(bench)).toMatchObject([{ id: 'hand', email: 'z@y.test' }]);
	});

	it('costs one read for its customer and itself', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		await written(bench, 'contact', [ADA], CUST);
		bench.newCalls();
		await written(bench, 'contact', [ADA], CUST);
		const reads = bench.newCalls().filter(({ path }) => path.endsWith('/customers'));
		expect(reads).toHaveLength(1);
	});
});

describe('contacts of one customer in one run', () => {
	const many = Array.from({ length: 12 }, (_, n) => ({
		key: key(`P${n}`),
		first_name: `N${n}`,
		email: `n${n}@ohlund.test`,
	}));

	it('are all added, although the customer takes one write at a time', async () => {
		const bench = await start({ customers: [{ id: 'cust' }], behaviour: { processingMs: 3000 } });
		overlapping(bench);
		const rows = await written(bench, 'contact', many, CUST);
		expect(new Set(outcomes(rows))).toEqual(new Set(['created']));
		expect(contactsOf(bench)).toHaveLength(12);
		const statuses = posts(bench).map(({ status }) => status);
		expect(statuses).toEqual(many.map(() => 200));
	});

	it('that share an e-mail are twins: the first is added, the second named', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		const twin = { ...ADA, key: key('P2'), email: 'ADA@ohlund.test' };
		const [first, second] = await upsert(bench, 'contact', [ADA, twin], CUST);
		expect(first?.outcome).toBe('created');
		expect(second).toMatchObject({ outcome: 'conflict', code: 'twin' });
		expect(contactsOf(bench)).toHaveLength(1);
	});
});

describe('the customer of a contact', () => {
	const BY_KEY = { parentBy: 'key', parentKey: '={{ $json.customerKey }}' };

	it('may have another contact with the same e-mail at another customer', async () => {
		const bench = await start({ customers: [{ id: 'cust' }, { id: 'other' }] });
		const parameters = { parentBy: 'id', parentId: '={{ $json.at }}' };
		const rows = await written(
			bench,
			'contact',
			[
				{ ...ADA, at: 'cust' },
				{ ...ADA, key: key('P2'), at: 'other' },
			],
			parameters,
		);
		expect(outcomes(rows)).toEqual(['created', 'created']);
		expect([contactsOf(bench), contactsOf(bench, 'other')].map(({ length }) => length)).toEqual([
			1, 1,
		]);
	});

	it('is found by its key under the id made of it, and under any other when it was linked', async () => {
		const bench = await start({
			customers: [
				{ id: 'ln-1300-C1', meta_data: { cloudsuite: key('C1') } },
				{ id: 'hand', meta_data: { cloudsuite: key('C2') } },
			],
		});
		await written(
			bench,
			'contact',
			[
				{ ...ADA, customerKey: key('C1') },
				{ ...ADA, key: key('P2'), customerKey: key('C2') },
			],
			BY_KEY,
		);
		expect(contactsOf(bench, 'ln-1300-C1')).toMatchObject([{ id: 'ln-1300-P1' }]);
		expect(contactsOf(bench, 'hand')).toMatchObject([{ id: 'ln-1300-P2' }]);
	});

	it('that is missing keeps the contact waiting, and that was deleted is named as deleted', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-C1', deleted: true, meta_data: { cloudsuite: key('C1') } }],
		});
		const rows = await upsert(
			bench,
			'contact',
			[
				{ ...ADA, customerKey: key('C1') },
				{ ...ADA, key: key('P2'), customerKey: key('C2') },
			],
			BY_KEY,
		);
		expect(rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
			['skipped', expect.stringMatching(/C1 .*deleted/)],
			['skipped', expect.stringMatching(/C2 is not in Chargebee/)],
		]);
		expect(posts(bench)).toEqual([]);
	});

	it('that was deleted and created anew gets the contact at its new id', async () => {
		const bench = await start({
			customers: [{ id: 'ln-1300-C1', deleted: true, meta_data: { cloudsuite: key('C1') } }],
		});
		const [row] = await written(bench, 'customer', [{ key: key('C1'), company: 'One' }], {
			options: { whenGone: 'restore' },
		});
		await written(bench, 'contact', [{ ...ADA, customerKey: key('C1') }], BY_KEY);
		expect(contactsOf(bench, row?.chargebeeId ?? '')).toHaveLength(1);
	});

	it('that was deleted between look-up and write leaves the contact unwritten', async () => {
		const bench = await start({ customers: [{ id: 'cust' }] });
		await byHand(bench, 'customers/cust/delete', '');
		const [row] = await upsert(bench, 'contact', [ADA], CUST);
		expect(row?.outcome).toBe('skipped');
	});
});

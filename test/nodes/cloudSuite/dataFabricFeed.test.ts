import { Container } from '@n8n/di';
import { Logger } from '@n8n/backend-common';
import type { IDataObject } from 'n8n-workflow';
import { LAKE, M3_LAKE, newQueries, partner } from './dataFabricSetup';
import { warningsOf } from './fsmSetup';
import { rowsOf } from './records';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;

interface Slice {
	next: string | null;
	records: Array<{ id: string }>;
}

describe('what a trigger has to tell', () => {
	it('stands in the log of n8n, each once: deleted rows, and codes that could not be read', async () => {
		const bench = await startBench();
		const warn = jest.spyOn(Container.get(Logger), 'warn').mockImplementation(() => undefined);
		bench.sandbox.lake.behaviour.unpublished = ['LN_tcmcs010'];
		const trigger = startTrigger(bench, { ...LAKE, resource: 'customer' });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		bench.sandbox.lake.remove('LN_tccom100', partner('C00100002'));
		for (let poll = 0; poll < 3; poll += 1) {
			expect(await polled(trigger)).toEqual([]);
			await bench.clock.sleep(MINUTE);
		}
		expect(warn.mock.calls.map(([text]) => text)).toEqual([
			'Trigger: Table LN_tcmcs010 is not published to the Data Lake: country codes are passed on as LN has them.',
			'Trigger: LN_tccom100 of company 1300: what was deleted is left out (1: C00100002).',
		]);
	});
});

describe('a slice of what changed', () => {
	it('names what was deleted in a hint, of LN and of own tables', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		const filters = { modifiedSince: new Date(bench.clock.now()).toISOString() };
		lake.remove('LN_tccom100', partner('C00100002'));
		lake.remove('OCUSMA', { CONO: 130, CUNO: 'C00100003' });
		for (const [parameters, hint] of [
			[LAKE, 'LN_tccom100 of company 1300: what was deleted is left out (1: C00100002).'],
			[M3_LAKE, 'OCUSMA of company 130: what was deleted is left out (1: C00100003).'],
		] as const) {
			const result = await bench.run({ ...parameters, filters, operation: 'slice' });
			expect(rowsOf<{ count: number }>(result)[0]?.count).toBe(0);
			expect(warningsOf(result)).toEqual([hint]);
		}
	});
});

describe('an own table with one key column', () => {
	it('is read on behind the last key, by the trigger and in slices', async () => {
		const bench = await startBench();
		const trigger = startTrigger(bench, {
			...{ ...M3_LAKE, resource: 'item', startFrom: 'everything', maxRecords: 50 },
		});
		const first = await polled(trigger);
		const rest = [...(await polled(trigger)), ...(await polled(trigger))];
		expect(new Set([...first, ...rest]).size).toBe(120);
		expect(newQueries(bench).at(-1)).toContain(
			`CAST(t.ITNO AS VARCHAR) >= '${String(rest[49])}' ORDER BY CAST(t.ITNO AS VARCHAR)`,
		);
		const ids: string[] = [];
		for (let after: string | null = ''; after !== null;) {
			const asked: IDataObject = { resource: 'item', operation: 'slice', sliceSize: 50, after };
			const [slice]: Slice[] = rowsOf<Slice>(await bench.run({ ...M3_LAKE, ...asked }));
			ids.push(...(slice?.records ?? []).map(({ id }) => id));
			after = slice?.next ?? null;
		}
		expect(ids).toEqual([...first, ...rest]);
	});

	it('of numbers goes on in the order of their texts', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		lake.define({
			...{ name: 'NUMBERS', key: ['CONO', 'NR'] },
			columns: ['CONO', 'NR', 'TX', 'deleted'],
			deleted: { column: 'deleted', yes: 'true', no: 'false' },
		});
		for (const NR of [9, 10, 100, 2]) lake.put('NUMBERS', { CONO: 130, NR, TX: `No. ${NR}` });
		const options = {
			...{ tables: 'own', itemTable: 'NUMBERS', itemKeyColumns: 'NR' },
			itemColumns: { field: [{ target: 'name', field: 'TX' }] },
		};
		const trigger = startTrigger(bench, {
			...{ ...M3_LAKE, options, resource: 'item', startFrom: 'everything', maxRecords: 1 },
		});
		const delivered: unknown[] = [];
		for (let poll = 0; poll < 5; poll += 1) delivered.push(...(await polled(trigger)));
		expect(delivered).toEqual(['10', '100', '2', '9']);
	});

	it('with several has no place to go on from, and delivers all the same', async () => {
		const bench = await startBench();
		const options = { tables: 'own', itemKeyColumns: 'ITGR, ITNO' };
		const trigger = startTrigger(bench, {
			...{ ...M3_LAKE, options, resource: 'item', startFrom: 'everything', maxRecords: 70 },
		});
		const delivered = [...(await polled(trigger)), ...(await polled(trigger))];
		expect(new Set(delivered).size).toBe(120);
		expect(newQueries(bench).filter((sql) => sql.includes('>= '))).toEqual([]);
	});
});

describe('reading on behind a code with a backslash', () => {
	const codes = ['A', 'AZ', 'A\\B', 'A\\C', 'Aa'];

	it.each([
		['LN', LAKE, 'LN_tccom100'],
		['own tables', M3_LAKE, 'OCUSMA'],
	])('of %s delivers each record once, and never sends it', async (_of, parameters, table) => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		for (const code of codes)
			lake.put(
				table,
				table === 'OCUSMA'
					? { CONO: 130, CUNO: code, CUNM: code }
					: { ...partner(code), nama__en_us: code, bprl: 2, prst: 2 },
			);
		const trigger = startTrigger(bench, {
			...{ ...parameters, resource: 'customer', startFrom: 'everything', maxRecords: 1 },
		});
		const delivered: unknown[] = [];
		// some of LN's codes have blanks in front
		for (let poll = 0; poll < codes.length + 3; poll += 1)
			delivered.push(...(await polled(trigger)));
		expect(delivered.filter((id) => codes.includes(String(id)))).toEqual(codes);
		expect(newQueries(bench).filter((sql) => sql.includes('\\'))).toEqual([]);
	});

	it('that is gone by now passes none over', async () => {
		const bench = await startBench();
		const { lake } = bench.sandbox;
		for (const code of codes) lake.put('OCUSMA', { CONO: 130, CUNO: code, CUNM: code });
		const trigger = startTrigger(bench, {
			...{ ...M3_LAKE, resource: 'customer', startFrom: 'everything', maxRecords: 3 },
		});
		expect(await polled(trigger)).toEqual(codes.slice(0, 3));
		lake.remove('OCUSMA', { CONO: 130, CUNO: 'A\\B' });
		const rest = await polled(trigger);
		expect(rest).toEqual(expect.arrayContaining(codes.slice(3)));
	});
});

import type { IDataObject } from 'n8n-workflow';
import type { Poller } from '../harness/pollNode';
import { FSM, change, questions, recordOf } from './fsmSetup';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';
import { polled, startTrigger } from './triggers';

afterEach(stopBenches);

const MINUTE = 60_000;
const MARKER = { options: { changeMarker: 'SandboxReplicationAction' } };

function triggerOf(bench: Bench, parameters: IDataObject = {}): Poller {
	return startTrigger(bench, { ...FSM, resource: 'item', maxRecords: 500, ...parameters });
}

describe('a trigger on a class', () => {
	it('delivers what changes from now on, once, without any date of the record’s own', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		expect(await polled(trigger)).toEqual([]);
		await bench.clock.sleep(5 * MINUTE);
		change(bench, 'Item', 'AX-2007', { Description: 'Renamed' });
		const [item, ...others] = await trigger.poll();
		expect(others).toEqual([]);
		expect(item?.json).toMatchObject({ id: 'IG1/AX-2007', name: 'Renamed', modifiedAt: null });
		expect(await polled(trigger)).toEqual([]);
		expect(bench.sandbox.violations()).toEqual([]);
	});

	it('does not deliver again while a change stays within the overlap, however often it looks', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, MARKER);
		await trigger.poll();
		const delivered: unknown[] = [];
		for (let minute = 0; minute < 40; minute += 1) {
			await bench.clock.sleep(MINUTE);
			const code = `AX-${2000 + minute}`;
			if (minute % 7 === 3) change(bench, 'Item', code, { Description: `At ${minute}` });
			delivered.push(...(await polled(trigger)));
		}
		expect(delivered).toEqual([3, 10, 17, 24, 31, 38].map((at) => `IG1/AX-${2000 + at}`));
	});

	it('delivers a second change in the same hundredth of a second, too', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		change(bench, 'Item', 'AX-2007', { Description: 'First' });
		expect(await polled(trigger)).toEqual(['IG1/AX-2007']);
		change(bench, 'Item', 'AX-2007', { Description: 'Second' });
		const [item] = await trigger.poll();
		expect(item?.json.name).toBe('Second');
	});

	it('does not take "changed" after "added" for a change', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, MARKER);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		change(bench, 'Item', 'AX-2007', { Description: 'New' });
		recordOf(bench, 'Item', 'AX-2007').addedAt = bench.clock.now() - 11 * MINUTE;
		expect(await polled(trigger)).toEqual(['IG1/AX-2007']);
		await bench.clock.sleep(5 * MINUTE);
		change(bench, 'Item', 'AX-2008', { Description: 'Another' });
		expect(await polled(trigger)).toEqual(['IG1/AX-2008']);
	});

	it('delivers what was committed late, with a stamp before the last poll', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		const early = bench.clock.now();
		await bench.clock.sleep(2 * MINUTE);
		change(bench, 'Item', 'AX-2001', { Description: 'In time' });
		expect(await polled(trigger)).toEqual(['IG1/AX-2001']);
		change(bench, 'Item', 'AX-2002', { Description: 'Late' });
		recordOf(bench, 'Item', 'AX-2002').changedAt = early;
		expect(await polled(trigger)).toEqual(['IG1/AX-2002']);
	});

	it('loses nothing when the clock of FSM is minutes away from n8n’s', async () => {
		for (const skewMs of [-5 * MINUTE, 5 * MINUTE]) {
			const bench = await startBench({ skewMs });
			const trigger = triggerOf(bench);
			await trigger.poll();
			const delivered: unknown[] = [];
			for (let poll = 0; poll < 12; poll += 1) {
				await bench.clock.sleep(MINUTE);
				if (poll < 5) change(bench, 'Item', `AX-200${poll}`, { Description: `Skewed ${poll}` });
				delivered.push(...(await polled(trigger)));
			}
			expect(delivered).toEqual([0, 1, 2, 3, 4].map((poll) => `IG1/AX-200${poll}`));
		}
	});

	it('asks up to the start of its run: what changes meanwhile comes with the next one', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		change(bench, 'Item', 'AX-2001', { Description: 'Before' });
		change(bench, 'Item', 'AX-2002', { Description: 'Meanwhile' });
		recordOf(bench, 'Item', 'AX-2002').changedAt += 1000;
		bench.newCalls();
		expect(await polled(trigger)).toEqual(['IG1/AX-2001']);
		expect(questions(bench.newCalls())[1]).toMatchObject({
			_fts: '2026010507495999',
			_tts: '2026010508050000',
		});
		await bench.clock.sleep(MINUTE);
		expect(await polled(trigger)).toEqual(['IG1/AX-2002']);
	});

	it('leaves out what was deleted, with the field named that tells it or without', async () => {
		for (const parameters of [{}, MARKER]) {
			const bench = await startBench();
			const trigger = triggerOf(bench, parameters);
			await trigger.poll();
			await bench.clock.sleep(5 * MINUTE);
			change(bench, 'Item', 'AX-2001', { Description: 'Stays' });
			change(bench, 'Item', 'AX-2002', { Description: 'Goes' });
			recordOf(bench, 'Item', 'AX-2002').deletedAt = bench.clock.now();
			expect(await polled(trigger)).toEqual(['IG1/AX-2001']);
			expect(await polled(trigger)).toEqual([]);
		}
	});

	it('costs two calls for a poll without changes, and one more for what it reads again', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench);
		await trigger.poll();
		bench.newCalls();
		await trigger.poll();
		expect(bench.newCalls()).toHaveLength(2);
		for (let at = 2000; at < 2025; at += 1)
			change(bench, 'Item', `AX-${at}`, { Description: 'New' });
		expect(await polled(trigger)).toHaveLength(25);
		expect(bench.newCalls()).toHaveLength(3);
	});

	it('with everything delivers all in slices, none twice, and goes on with what changes', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { startFrom: 'everything', maxRecords: 50 });
		const slices = [];
		for (let poll = 0; poll < 4; poll += 1) {
			slices.push(await polled(trigger));
			await bench.clock.sleep(MINUTE);
		}
		expect(slices.map(({ length }) => length)).toEqual([50, 50, 20, 0]);
		expect(new Set(slices.flat()).size).toBe(120);
		change(bench, 'Item', 'AX-2001', { Description: 'Later' });
		bench.newCalls();
		expect(await polled(trigger)).toEqual(['IG1/AX-2001']);
		expect(questions(bench.newCalls())[1]).toHaveProperty('_fts');
	});

	it('from a date delivers nothing that changed before', async () => {
		const bench = await startBench();
		const changes = (bench.sandbox.fsm.classes.Item?.records ?? [])
			.filter(({ fields }) => fields.FinanceEnterpriseGroup === 'ACME')
			.map(({ changedAt }) => changedAt)
			.sort((a, b) => a - b);
		const at = changes[100] ?? 0;
		const startDate = new Date(at).toISOString();
		const trigger = triggerOf(bench, { startFrom: 'date', startDate });
		expect(await polled(trigger)).toHaveLength(changes.filter((time) => time >= at).length);
		expect(await polled(trigger)).toEqual([]);
	});

	it('keeps to its filters', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { filters: { groups: 'DRIVES' } });
		await trigger.poll();
		await bench.clock.sleep(MINUTE);
		change(bench, 'Item', 'AX-2000', { Description: 'A bolt' });
		change(bench, 'Item', 'AX-2001', { Description: 'A drive' });
		expect(await polled(trigger)).toEqual(['IG1/AX-2001']);
	});

	it('is not fooled by a server that passes over time stamps', async () => {
		const bench = await startBench();
		bench.sandbox.fsm.behaviour.timeStamps = false;
		const trigger = triggerOf(bench);
		await expect(trigger.poll()).rejects.toThrow('FSM does not tell what changed in class Item');
		const comparing = triggerOf(bench, { options: { findChangesBy: 'comparing' } });
		expect(await polled(comparing)).toEqual([]);
		change(bench, 'Item', 'AX-2001', { Description: 'Compared' });
		expect(await polled(comparing)).toEqual(['IG1/AX-2001']);
	});

	it('that can not read a page delivers all of it next time', async () => {
		const bench = await startBench();
		const trigger = triggerOf(bench, { options: { pageSize: 2 } });
		await trigger.poll();
		await bench.clock.sleep(5 * MINUTE);
		for (let at = 2000; at < 2005; at += 1)
			change(bench, 'Item', `AX-${at}`, { Description: 'New' });
		const before = trigger.staticData;
		bench.sandbox.faults.add({
			path: /_position=/,
			effect: { kind: 'answer', status: 200, body: { exception: { message: 'Not now' } } },
		});
		await expect(trigger.poll()).rejects.toThrow(
			'Page 2 of class Item could not be read: FSM says "Not now"',
		);
		expect(trigger.staticData).toEqual(before);
		expect(await polled(trigger)).toHaveLength(5);
	});
});

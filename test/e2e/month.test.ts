import type { TemplateFile } from '../host/templates';
import {
	ALERTS,
	EXPORT_AUDIT,
	RECONCILE,
	RECONCILE_ITEMS,
	RETRY_FAILED,
	SYNC_CUSTOMERS,
	SYNC_ITEMS,
} from '../host/templates';
import { referenceOf } from '../sandbox/chargebee/reference';
import { LaterClock } from '../sandbox/shared/clock';
import { AUDIT } from '../templates/storage/tables';
import { dataOf } from './executions';
import type { Happening } from './month/calendar';
import { DAYS, days, runsOfDay } from './month/calendar';
import { Company, smallCompany } from './month/company';
import { outsideOfRuns, saysWritten, takenWrites, toldWrites } from './month/counted';
import type { Month } from './month/happenings';
import { happen } from './month/happenings';
import { Office } from './month/office';
import { startWorld } from './world';

/** Run by `MONTH_ROUNDS_PER_DAY=2 npm run test:e2e`: each run stands for half a day; 24 is by the hour. */
const RUNS_PER_DAY = Number(process.env.MONTH_ROUNDS_PER_DAY ?? 2);
const MINUTES_BETWEEN_RUNS = (24 * 60) / RUNS_PER_DAY;

/** Where nothing changed, a sync reads CloudSuite's lists, and asks Chargebee nothing. */
const QUIET = { chargebee: 0, cloudSuite: 16 };

let month: Month;

beforeAll(async () => {
	const world = await startWorld({
		...{ company: smallCompany, clock: new LaterClock(), requestsPerMinute: 6_000 },
	});
	const office = await Office.open(world, MINUTES_BETWEEN_RUNS);
	month = { world, office, company: new Company(world.infor.data), conflicts: [] };
});
afterAll(() => month?.world.end());

/** The time from one run to the next, and the run. */
async function liveThrough(happenings: readonly Happening[]): Promise<void> {
	const { office, world } = month;
	await world.passTime(MINUTES_BETWEEN_RUNS * 60_000);
	for (const happening of happenings) await happen(happening, month);
	const comes = (what: Happening['what']) => happenings.some((one) => one.what === what);
	await office.run(RETRY_FAILED);
	if (comes('crash')) await office.crash(SYNC_CUSTOMERS);
	else if (comes('sliceRetried'))
		await office.runAndRetrySlice(SYNC_CUSTOMERS, () => world.infor.faults.clear());
	else await office.run(SYNC_CUSTOMERS);
	await office.run(SYNC_ITEMS);
	await office.run(ALERTS);
}

const runsOf = (...files: readonly TemplateFile[]) =>
	month.office.runs.filter(({ file }) => files.includes(file));

/** What was mailed of each thing, in order: how it began and how it ended. */
function mailed(): Record<string, string[]> {
	const told: Record<string, string[]> = {};
	for (const { subject } of month.world.mails) {
		const [state = '', title = ''] = subject.split(': ');
		(told[title] ??= []).push(state);
	}
	return told;
}

// one story, in order
describe(`a month with ${RUNS_PER_DAY} runs a day`, () => {
	it.each(days())(
		'day %i breaks no rule of either system',
		async (day) => {
			const { office, world } = month;
			office.day = day;
			for (const happenings of runsOfDay(day, RUNS_PER_DAY)) await liveThrough(happenings);
			await office.run(RECONCILE);
			await office.run(RECONCILE_ITEMS);
			expect(world.chargebee.violations()).toEqual([]);
			expect(world.infor.violations()).toEqual([]);
		},
		// a machine that does other things besides takes its time to start n8n again
		300_000 + RUNS_PER_DAY * 120_000,
	);

	it('leaves nothing to be found but the twenty conflicts', async () => {
		const { office, conflicts } = month;
		const findings = [
			...dataOf(await office.run(RECONCILE), 'Findings'),
			...dataOf(await office.run(RECONCILE_ITEMS), 'Findings'),
		];
		expect(conflicts).toHaveLength(20);
		expect(findings.map(({ finding, sourceKey }) => [finding, sourceKey]).sort()).toEqual(
			conflicts.map((key) => ['conflict', key]).sort(),
		);
	});

	it('has nobody in Chargebee twice', () => {
		const references = month.world.chargebee
			.customers()
			.filter(({ deleted }) => !deleted)
			.map(referenceOf)
			.filter((reference) => reference !== undefined);
		expect(new Set(references).size).toBe(references.length);
	});

	it('has an audit that tells of every write Chargebee took, run by run and record by record, and of no other', async () => {
		const { office, world } = month;
		const { history } = world.chargebee;
		const audit = await office.n8n.rows(AUDIT);
		const finished = office.runs.filter(({ status }) => status !== 'crashed');
		const taken = takenWrites(history, finished);
		expect(toldWrites(audit).sort()).toEqual(taken.sort());
		expect(outsideOfRuns(history, office.runs)).toBe(0);
		// one row for each record that was written in a run, be it by one call or by two
		const written = new Set(taken.map((one) => one.replace(/ \w+$/, '')));
		expect(audit.filter(saysWritten)).toHaveLength(written.size);
		console.log(
			`${audit.length} audit rows; ${written.size} tell of ${taken.length} writes; ${history.length} calls to Chargebee`,
		);
	});

	it('has no row of what a killed run wrote: the next run found it done, and says so', async () => {
		const { office, world } = month;
		const killed = office.runs.filter(({ status }) => status === 'crashed');
		const left = takenWrites(world.chargebee.history, killed).map((one) => one.split(' ')[1]);
		expect(left.length).toBeGreaterThanOrEqual(10);
		const next = runsOf(SYNC_CUSTOMERS).find(
			({ status, calls }) => status === 'success' && calls[0] >= (killed[0]?.calls[1] ?? 0),
		);
		const found = (await office.n8n.rows(AUDIT))
			.filter(({ run_id: id, outcome }) => id === next?.runId && outcome === 'unchanged')
			.map(({ chargebee_id: id }) => id);
		expect(found).toEqual(expect.arrayContaining(left));
	});

	it('has every chain of audit rows verified', async () => {
		const chains = dataOf(await month.office.run(EXPORT_AUDIT), 'Verify');
		expect(chains.map(({ flow, verified }) => [flow, verified])).toEqual([
			['reconcile-customers', true],
			['retry-failed', true],
			['sync-customers', true],
			['sync-items', true],
		]);
	});

	it('had runs that failed loudly where something could not be reached, and no others', () => {
		const reading = runsOf(SYNC_CUSTOMERS, SYNC_ITEMS, RECONCILE, RECONCILE_ITEMS);
		for (const { file, trouble, status } of reading.filter((one) => one.status !== 'crashed')) {
			const compares = file === RECONCILE || file === RECONCILE_ITEMS;
			// a sync gives every record its outcome where it can't write; a comparison has nothing to compare
			const fails =
				['cloudSuite', 'slice'].includes(trouble) || (trouble === 'chargebee' && compares);
			expect([file, trouble, status]).toEqual([file, trouble, fails ? 'error' : 'success']);
		}
		expect(reading.some(({ trouble }) => trouble === 'chargebee')).toBe(true);
		expect(reading.some(({ trouble }) => trouble === 'cloudSuite')).toBe(true);
	});

	it('was told of by e-mail: what began once, what was over once, and every failed run', () => {
		const failures = (file: TemplateFile) =>
			runsOf(file).flatMap(({ status }) => (status === 'success' ? [] : ['Critical']));
		const {
			'Records of sync-customers wait for a person': parked,
			'Many records of sync-customers are not accepted': many = [],
			...others
		} = mailed();
		expect(others).toEqual({
			'Many records of sync-items are not accepted': ['Warning', 'Well again'],
			'sync-customers does not run': ['Critical', 'Well again'],
			'sync-items does not run': ['Critical', 'Well again'],
			'sync-customers is refused': ['Critical', 'Well again'],
			'sync-items is refused': ['Critical', 'Well again'],
			'Records of sync-items wait for a person': ['Warning'],
			'An execution of "Sync customers from Infor CloudSuite to Chargebee" failed':
				failures(SYNC_CUSTOMERS),
			'An execution of "Sync items from Infor CloudSuite to Chargebee" failed':
				failures(SYNC_ITEMS),
		});
		// with few runs a day many come together while Chargebee is away
		expect(many).toEqual(many.map((_, at) => (at % 2 === 0 ? 'Warning' : 'Well again')));
		expect(many.length % 2).toBe(0);
		// the first of them were corrected; the conflicts still wait
		expect(parked?.at(-1)).toBe('Warning');
	});

	it('logs in with the new app since the old one was deleted', () => {
		const { history, nextIonApi } = month.world.infor;
		const logIns = history.filter(({ notes }) => notes.tokenIssued !== undefined);
		expect(logIns.at(-1)?.notes.client).toBe(nextIonApi.ci);
	});

	it('asks little where nothing has changed', () => {
		const quiet = runsOf(SYNC_CUSTOMERS, SYNC_ITEMS).filter(({ day }) => day === DAYS);
		for (const { calls, cloudSuiteCalls } of quiet) {
			expect(calls[1] - calls[0]).toBeLessThanOrEqual(QUIET.chargebee);
			expect(cloudSuiteCalls).toBeLessThanOrEqual(QUIET.cloudSuite);
		}
		expect(quiet).toHaveLength(2 * RUNS_PER_DAY);
	});
});

import type { IDataObject, INodeExecutionData, OnError } from 'n8n-workflow';
import { asText } from '../../../nodes/shared/text';
import { SyncLog } from '../../../nodes/SyncLog/SyncLog.node';
import { sampleFacts } from '../../unit/syncLog/dashboardFacts';
import { auditRow } from '../../unit/syncLog/rows';
import { runNode } from '../harness/runNode';

const NOW = '2026-11-27T10:00:00Z';
const toItems = (rows: readonly object[]): INodeExecutionData[] =>
	rows.map((row) => ({ json: { ...row } }));

async function run(
	resource: string,
	operation: string,
	parameters: IDataObject = {},
	rows: readonly object[] = [{}],
	onError?: OnError,
) {
	const result = await runNode({
		nodeType: new SyncLog(),
		parameters: { resource, operation, ...parameters },
		credentials: {},
		credentialTypes: [],
		items: toItems(rows),
		...(onError ? { onError } : {}),
	});
	const json = result.outputs.map((output) => output.map((item) => item.json));
	return { ...result, json };
}

const rows = [1, 2, 3].map((n) => auditRow(n));
const chain = async (parameters: IDataObject = {}, input: readonly object[] = rows) =>
	(await run('audit', 'chain', parameters, input)).json[0] ?? [];

const hashOf = (row: IDataObject | undefined) => asText(row?.hash);

describe('the node', () => {
	const { description } = new SyncLog();

	it('offers operations that exist, and no other is accepted', async () => {
		const { error } = await run('audit', 'nothing');
		expect(error?.message).toBe('"nothing" is not an operation of "audit"');
	});

	it('wants no credential and can be a tool', () => {
		expect(description.credentials).toBeUndefined();
		expect(description.usableAsTool).toBe(true);
	});
});

describe('Audit Row: Chain', () => {
	it('gives each item its hash, in order and paired', async () => {
		const { outputs } = await run('audit', 'chain', { previousHash: '' }, rows);
		const [first, second, third] = outputs[0] ?? [];
		expect(first?.json).toMatchObject({ ...rows[0], reason: null, previous_hash: '' });
		expect(second?.json.previous_hash).toBe(first?.json.hash);
		expect(third?.json.previous_hash).toBe(second?.json.hash);
		expect([first, second, third].map((item) => item?.pairedItem)).toEqual(
			[0, 1, 2].map((item) => ({ item })),
		);
	});

	it('goes on from where the flow was', async () => {
		const [first] = await chain({ previousHash: 'a'.repeat(64) });
		expect(first?.previous_hash).toBe('a'.repeat(64));
	});

	it('hands on nothing when nothing came in', async () => {
		expect(await chain({}, [{}])).toEqual([]);
	});

	it.each<[string, object[], IDataObject, string]>([
		['a row of no flow', [rows[0]!, { ...rows[1], flow: '' }], {}, 'Input item 1 has no "flow"'],
		['what is no hash', rows, { previousHash: 'abc' }, '"Previous Hash" can not be "abc"'],
	])('refuses %s', async (_what, input, parameters, message) => {
		const { error, outputs } = await run('audit', 'chain', parameters, input);
		expect(error?.message).toContain(message);
		expect(outputs.flat()).toEqual([]);
	});

	it('lets no row without hash through when it may continue on fail', async () => {
		const { outputs } = await run(
			'audit',
			'chain',
			{ previousHash: 'abc' },
			rows,
			'continueErrorOutput',
		);
		expect(outputs[0]).toEqual([]);
		expect(outputs[1]).toHaveLength(3);
		expect(outputs[1]?.[0]?.json.error).toContain('Previous Hash');
	});
});

describe('Audit Row: Verify', () => {
	it('says per flow that all is well, with the heads as rows, items or text', async () => {
		const written = await chain();
		const heads = [{ flow: 'sync-customers', audit_head: written[2]?.hash }];
		for (const given of [heads, JSON.stringify(heads), heads.map((json) => ({ json }))]) {
			const { json, hints } = await run(
				'audit',
				'verify',
				{ heads: given as IDataObject[], from: '{}' },
				written,
			);
			expect(json[0]).toEqual([
				{
					flow: 'sync-customers',
					rows: 3,
					verified: true,
					firstBroken: null,
					reason: '',
					actionToTake: '',
					forks: 0,
					unanchored: 0,
				},
			]);
			expect(hints[0]).toMatchObject({
				type: 'info',
				message: 'All 3 rows are as they were written',
			});
		}
	});

	it('names the row that was altered', async () => {
		const written = (await chain()).map((row, n) => ({ id: n + 1, ...row }));
		const altered = written.map((row, n) => (n === 1 ? { ...row, outcome: 'created' } : row));
		const { json, hints } = await run('audit', 'verify', {}, altered);
		expect(json[0]?.[0]).toMatchObject({
			verified: false,
			firstBroken: { id: 2, source_key: 'ln:ACME_TST:1300:C2' },
		});
		expect(hints[0]).toMatchObject({ type: 'danger' });
		expect(hints[0]?.message).toContain('ends not checked');
	});

	it('takes what retention said as "From"', async () => {
		const written = await chain();
		const now = '2027-02-15T00:00:00Z';
		const { json } = await run('audit', 'retention', { months: 13, options: { now } }, [
			...written,
			...(await chain({ previousHash: hashOf(written[2]) }, [
				auditRow(9, { at: '2026-06-01T00:00:00.000Z' }),
			])),
		]);
		expect(json[0]?.[0]).toMatchObject({
			before: '2026-01-15T00:00:00.000Z',
			rows: 3,
			newFrom: { 'sync-customers': written[2]?.hash },
		});
		const left = await chain({ previousHash: hashOf(written[2]) }, [auditRow(9)]);
		const from = json[0]?.[0]?.newFrom as IDataObject;
		for (const given of [from, JSON.stringify(from)])
			expect((await run('audit', 'verify', { from: given }, left)).json[0]?.[0]).toMatchObject({
				verified: true,
			});
		expect((await run('audit', 'verify', {}, left)).json[0]?.[0]).toMatchObject({
			verified: false,
		});
	});

	it.each([
		[{ heads: 'x' }, '"Heads" can not be "x"'],
		[{ heads: '[1]' }, '"Heads" can not be'],
		[{ from: '[]' }, '"From" can not be'],
	])('says what is wrong with %j', async (parameters, message) => {
		expect((await run('audit', 'verify', parameters, rows)).error?.message).toContain(message);
	});
});

describe('Audit Row: Export', () => {
	const textOf = (item: INodeExecutionData | undefined) =>
		Buffer.from(item?.binary?.data?.data ?? '', 'base64').toString('utf8');

	it('gives a file and its manifest, masked unless told otherwise', async () => {
		const mail = auditRow(1, { reason: 'mail anna@acme.example' });
		const { outputs } = await run(
			'audit',
			'export',
			{ format: 'csv', options: { now: NOW } },
			await chain({}, [mail]),
		);
		const [file, manifest] = outputs[0] ?? [];
		expect(file?.binary?.data).toMatchObject({
			fileName: 'cloudsuite-sync-audit_2026-01-01_masked.csv',
			mimeType: 'text/csv',
		});
		expect(textOf(file)).toContain('mail a***@a***.example');
		expect(textOf(file)).not.toContain('anna');
		expect(manifest?.binary?.data?.fileName).toBe(
			'cloudsuite-sync-audit_2026-01-01_masked.csv.manifest.json',
		);
		expect(JSON.parse(textOf(manifest))).toMatchObject({
			rows: 1,
			masked: true,
			generatedAt: '2026-11-27T10:00:00.000Z',
		});
		expect(outputs[0]?.map(({ json }) => json.kind)).toEqual(['export', 'manifest']);
	});

	it('as JSON, of a period, unmasked', async () => {
		const options = { periodStart: '2026-01-01T00:02:00Z', periodEnd: '2026-01-01T00:03:00Z' };
		const { outputs } = await run(
			'audit',
			'export',
			{ format: 'json', maskPersonalData: false, options },
			rows,
		);
		const file = JSON.parse(textOf(outputs[0]?.[0])) as { records: IDataObject[] };
		expect(file.records.map((row) => row.source_key)).toEqual(['ln:ACME_TST:1300:C2']);
	});

	it.each([
		[{ format: 'xml' }, '"Format" can not be "xml"'],
		[{ options: { periodStart: 'soon' } }, '"Period Start" can not be "soon"'],
	])('says what is wrong with %j', async (parameters, message) => {
		expect((await run('audit', 'export', parameters, rows)).error?.message).toContain(message);
	});
});

describe('Alert: Evaluate', () => {
	const evaluate = async (previousState: unknown, now: string, more: IDataObject = {}) =>
		(
			await run('alert', 'evaluate', {
				checkpoints: [{ flow: 'sync-customers', updated_at: NOW, counts: '{"updated":30}' }],
				audit: [],
				ledgerCounts: [{ flow: 'sync-customers', parked: 0, failing: 1 }],
				flows: { flow: [{ flow: 'sync-customers', cadenceMinutes: 15 }] },
				previousState: previousState as IDataObject,
				facts: { now, ...more },
			})
		).json[0] ?? [];

	it('gives changes, and last the state to store', async () => {
		const quiet = await evaluate('{}', NOW);
		expect(quiet).toEqual([
			expect.objectContaining({ open: [], evaluatedAt: '2026-11-27T10:00:00.000Z' }),
		]);
		const late = await evaluate(quiet.at(-1)?.newState, '2026-11-27T11:00:00Z');
		expect(late).toHaveLength(2);
		expect(late[0]).toMatchObject({
			alert: 'stale:sync-customers',
			state: 'raised',
			severity: 'critical',
			since: '2026-11-27T10:00:00.000Z',
		});
		expect(late[1]?.open).toEqual([expect.objectContaining({ alert: 'stale:sync-customers' })]);
		const again = await evaluate(JSON.stringify(late.at(-1)?.newState), '2026-11-27T11:05:00Z');
		expect(again).toHaveLength(1);
	});

	it('reads every fact that can be handed in', async () => {
		const first = await evaluate('', NOW, { sourceCounts: { 'sync-customers': 100 } });
		const trouble = await evaluate(first.at(-1)?.newState, NOW, {
			sourceCounts: '{"sync-customers": 10}',
			reconcile: [{ flow: 'sync-customers', source: 3, chargebee: 2, at: NOW }],
			runErrors: [
				{ flow: 'sync-customers', message: 'Customers could not be read: HTTP 401', at: NOW },
			],
			apiUse: { used: 95, limit: 100 },
			tableUse: { used: 200_000_000 },
		});
		expect(trouble.slice(0, -1).map((change) => change.alert)).toEqual([
			'source:sync-customers',
			'deviation:sync-customers',
			'authentication:sync-customers',
			'apiLimit',
			'tableSize',
		]);
	});

	it('estimates the size of the tables from their newest rows; a limit of 0 is none', async () => {
		const full = { rows: [{ id: 1000, reason: 'x'.repeat(900) }], bytes: 0, lastId: 0 };
		const told = async (limit: number) =>
			(await evaluate('', NOW, { tables: [full, { rows: [{}] }], tableUse: { limit } })).map(
				(change) => change.alert,
			);
		expect(await told(1_100_000)).toEqual(['tableSize', undefined]);
		expect(await told(11_000_000)).toEqual([undefined]);
		expect(await told(0)).toEqual([undefined]);
	});

	it('says what is wrong with a threshold', async () => {
		const { error } = await run('alert', 'evaluate', { thresholds: { errorSharePercent: 101 } });
		expect(error?.message).toBe('"Error Share (%)" can not be "101"');
	});
});

describe('Dashboard: Render', () => {
	it('gives one page of all rows, whether they come as rows, items or text', async () => {
		const { checkpoints, ledger, audit, alerts } = sampleFacts();
		const { json, error } = await run('dashboard', 'render', {
			checkpoints: JSON.stringify(checkpoints),
			ledger: ledger.map((row) => ({ json: row })) as unknown as IDataObject[],
			audit: audit as IDataObject[],
			alertState: JSON.stringify(alerts),
			flows: { flow: [{ flow: 'sync-customers', cadenceMinutes: 15, recordType: 'customer' }] },
			filter: '',
			csrfToken: 'tok',
			links: {
				n8nUrl: 'https://n8n.acme.example',
				chargebeeSite: 'https://acme-test.chargebee.com',
				actionPath: '/webhook/act',
				dashboardPath: '/webhook/see',
			},
			options: { now: NOW, timezone: 'Europe/Berlin', apiUse: '{"used":1,"limit":2,"minutes":15}' },
		});
		expect(error).toBeUndefined();
		expect(json[0]).toHaveLength(1);
		const page = asText(json[0]?.[0]?.html);
		for (const part of [
			'1 of 2 calls used in the last 15 minutes (50 %)',
			'<!doctype html>',
			'Needs attention',
			'action="/webhook/act"',
			'value="tok"',
			'acme-test.chargebee.com/admin-console/customers/',
			'As of 2026-11-27 11:00 GMT+1',
			'1 of 2 calls used',
		])
			expect(page).toContain(part);
	});

	it('gives a page even when there is nothing yet', async () => {
		const { json } = await run('dashboard', 'render');
		expect(json[0]?.[0]?.html).toContain('No run yet');
	});

	it('says what is wrong with a zone', async () => {
		const { error } = await run('dashboard', 'render', { options: { timezone: 'Mars/Base' } });
		expect(error?.message).toBe('"Timezone" can not be "Mars/Base"');
	});
});

describe('Ledger Row: Select for Replay', () => {
	const failed = (key: string, attempts: number) => ({
		source_key: key,
		outcome: 'rejected',
		reason: 'x',
		attempts,
		updated_at: '2026-11-26T00:00:00Z',
		first_failed_at: '2026-11-20T00:00:00Z',
		parked: false,
	});
	const ledger = [failed('a', 1), failed('b', 8), { source_key: 'c', outcome: 'updated' }];

	it('has two outputs: what to send again, and what to park', async () => {
		const { outputs, json, hints } = await run(
			'ledger',
			'select',
			{ which: 'failed', options: { now: NOW } },
			ledger,
		);
		expect(json.map((output) => output.map((row) => row.source_key))).toEqual([['a'], ['b']]);
		expect(json[1]?.[0]).toMatchObject({
			parked: true,
			reason: 'tried 8 times since 2026-11-20T00:00:00Z; last: x',
		});
		expect(outputs[1]?.[0]?.pairedItem).toEqual({ item: 1 });
		expect(hints[0]?.message).toBe('1 to replay, 1 to park, 0 not due yet');
	});

	it('sends no row anywhere but to the error output when it can not decide', async () => {
		const { outputs } = await run(
			'ledger',
			'select',
			{ which: 'all' },
			ledger,
			'continueErrorOutput',
		);
		expect(outputs.map((output) => output.length)).toEqual([0, 0, 3]);
	});

	it.each<[IDataObject, string[]]>([
		[{ which: 'keys', keys: 'c, b' }, ['b', 'c']],
		[{ which: 'keys', keys: ['a'] }, ['a']],
		[{ which: 'range', fromKey: 'b', toKey: 'c' }, ['b', 'c']],
		[{ which: 'outcomes', outcomes: ['conflict'] }, []],
		[{ which: 'parked' }, []],
	])('selects by %j', async (parameters, expected) => {
		const { json } = await run('ledger', 'select', parameters, ledger);
		expect(json[0]?.map((row) => row.source_key).sort()).toEqual(expected);
	});

	it.each<[IDataObject, string]>([
		[{ which: 'keys', keys: '' }, '"Keys" is empty'],
		[{ which: 'outcomes', outcomes: [] }, '"Outcomes" is empty'],
		[{ which: 'range' }, '"From Key" is empty'],
		[{ which: 'all' }, '"Which" can not be "all"'],
		[{ which: 'failed', maxAttempts: 0 }, '"Max Attempts" can not be "0"'],
	])('says what is missing in %j', async (parameters, message) => {
		expect((await run('ledger', 'select', parameters, ledger)).error?.message).toBe(message);
	});
});

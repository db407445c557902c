import fc from 'fast-check';
import type { AlertFacts } from '../../../nodes/SyncLog/alert/facts';
import { readCheckpoints } from '../../../nodes/SyncLog/alert/facts';
import { saysAuthFailed } from '../../../nodes/SyncLog/alert/authFailure';
import type { Rules } from '../../../nodes/SyncLog/alert/nextAlerts';
import { nextAlerts } from '../../../nodes/SyncLog/alert/nextAlerts';
import type { AlertState } from '../../../nodes/SyncLog/alert/state';
import { NO_STATE, readState } from '../../../nodes/SyncLog/alert/state';
import { inOneText } from '../../../nodes/shared/errors/nodeErrors';
import { say as sayOfChargebee } from '../../../nodes/Chargebee/errors/say';
import { say as sayOfCloudSuite } from '../../../nodes/CloudSuite/errors/say';

const NOW = Date.parse('2026-01-02T00:00:00Z');
const MINUTE = 60_000;
const RULES: Rules = {
	errorSharePercent: 20,
	minRecords: 20,
	shrinkPercent: 20,
	deviationPercent: 0,
	parkedRecords: 1,
	apiUsePercent: 90,
	tableUsePercent: 80,
	hold: 1,
};
const FLOW = 'sync-customers';
const map = <T>(value: T) => new Map([[FLOW, value]]);
const WELL: AlertFacts = {
	flows: [{ flow: FLOW, cadenceMinutes: 15 }],
	lastRuns: map(NOW),
	counts: map({ updated: 100 }),
	audit: [],
	ledger: new Map(),
	sourceCounts: map(300),
	reconcile: map({ source: 300, chargebee: 300, at: '2026-01-01' }),
	apiUse: { used: 1, limit: 100 },
	tableUse: { used: 1_000_000, limit: 200_000_000 },
};
const after = (facts: AlertFacts, state: AlertState = NO_STATE, now = NOW, rules = RULES) =>
	nextAlerts(state, facts, now, rules);
const told = ({ changes }: ReturnType<typeof nextAlerts>) =>
	changes.map(({ alert, state }) => `${alert} ${state}`);
const REFUSED = inOneText(
	sayOfChargebee('api_authentication_failed', {
		said: 'Sorry',
		where: '',
		code: 'api_authentication_failed',
		status: 401,
	}),
);
const row = (rest: Record<string, unknown>) => ({
	flow: FLOW,
	outcome: 'failed',
	at: '2026-01-01T23:00:00Z',
	...rest,
});
const refusedRow = row({ reason: REFUSED });

/** Every kind: facts in which it holds; in `WELL` none does. */
const TROUBLE: Array<[string, Partial<AlertFacts>]> = [
	[`stale:${FLOW}`, { lastRuns: map(NOW - 31 * MINUTE) }],
	[
		`errorShare:${FLOW}`,
		{ counts: map({ updated: 78, failed: 10, conflict: 6, invalid: 3, rejected: 3 }) },
	],
	[`source:${FLOW}`, { sourceCounts: map(200) }],
	[`deviation:${FLOW}`, { reconcile: map({ source: 300, chargebee: 299, at: '2026-01-01' }) }],
	[`parked:${FLOW}`, { ledger: map({ parked: 1, failing: 2 }) }],
	[`authentication:${FLOW}`, { audit: [refusedRow] }],
	['apiLimit', { apiUse: { used: 91, limit: 100 } }],
	['tableSize', { tableUse: { used: 161_000_000, limit: 200_000_000 } }],
];

/** The evidence that lets each kind recover. */
const RECOVERED: AlertFacts = {
	...WELL,
	audit: [refusedRow, row({ outcome: 'unchanged', reason: '', at: '2026-01-01T23:30:00Z' })],
};

describe('an alert', () => {
	const start = after(WELL);

	it('is not raised when all is well', () => {
		expect(start.changes).toEqual([]);
		expect(start.state.alerts).toEqual({});
	});

	it.each(TROUBLE)('%s is raised once and recovers once', (id, trouble) => {
		const facts = { ...WELL, ...trouble };
		const first = after(facts, start.state);
		expect(told(first)).toEqual([`${id} raised`]);
		const second = after(facts, first.state);
		expect(told(second)).toEqual([]);
		const third = after(RECOVERED, second.state);
		expect(told(third)).toEqual([`${id} recovered`]);
		expect(told(after(RECOVERED, third.state))).toEqual([]);
		expect(third.changes[0]?.since).toBe(first.changes[0]?.since);
	});

	it.each(TROUBLE)('%s says what it is and what to do, in words without gaps', (_id, trouble) => {
		const [change] = after({ ...WELL, ...trouble }, start.state).changes;
		expect(change?.title).not.toBe('');
		expect(change?.text).toMatch(/^[A-Za-z0-9].*\.$/);
		expect(change?.text).not.toMatch(/undefined|NaN|\{|\}/);
		expect(Date.parse(change?.since ?? '')).not.toBeNaN();
	});

	it.each(TROUBLE)('%s stays as it is while nothing is known about it', (id, trouble) => {
		const raised = after({ ...WELL, ...trouble }, start.state);
		const blind: AlertFacts = {
			flows: WELL.flows,
			lastRuns: WELL.lastRuns,
			counts: new Map(),
			audit: [],
		};
		const known = id.startsWith('stale') ? { ...blind, ...trouble } : blind;
		expect(told(after(known, raised.state))).toEqual([]);
		expect(told(after(RECOVERED, after(known, raised.state).state))).toEqual([`${id} recovered`]);
	});

	it('is told in the order of what matters: a flow that does not run comes first', () => {
		const all = Object.assign({}, WELL, ...TROUBLE.map(([, trouble]) => trouble)) as AlertFacts;
		expect(told(after(all, start.state))).toEqual(TROUBLE.map(([id]) => `${id} raised`));
	});

	it('survives being stored as JSON text', () => {
		const raised = after({ ...WELL, lastRuns: map(NOW - 31 * MINUTE) });
		expect(readState(JSON.stringify(raised.state))).toEqual(raised.state);
		expect(told(after(WELL, readState(JSON.stringify(raised.state))))).toEqual([
			`stale:${FLOW} recovered`,
		]);
	});

	it.each([
		null,
		'',
		'broken',
		7,
		[],
		{ alerts: { x: 1, y: { raised: 'yes' } }, sizes: { a: 'b' }, firstSeen: { a: 'b' } },
	])('begins anew with a state that can not be read: %j', (stored) => {
		expect(readState(stored)).toEqual(NO_STATE);
	});

	it('is closed, and said to be, when its flow is no longer watched', () => {
		const raised = after({ ...WELL, lastRuns: map(NOW - 31 * MINUTE) });
		const unwatched = after({ ...WELL, flows: [] }, raised.state);
		expect(told(unwatched)).toEqual([`stale:${FLOW} recovered`]);
		expect(unwatched.changes[0]?.text).toContain('no longer watched');
		expect(told(after({ ...WELL, flows: [] }, unwatched.state))).toEqual([]);
	});

	it('never is raised or recovers twice in a row, whatever happens, and all recover in the end', () => {
		const step = fc.record({
			trouble: fc.subarray(TROUBLE),
			watched: fc.boolean(),
			minutes: fc.integer({ min: 0, max: 5 }),
		});
		fc.assert(
			fc.property(
				fc.array(step, { maxLength: 20 }),
				fc.integer({ min: 1, max: 3 }),
				(steps, hold) => {
					const rules = { ...RULES, hold };
					const open = new Set<string>();
					let state = NO_STATE;
					let now = NOW;
					const evaluate = (facts: AlertFacts) => {
						const next = after(facts, readState(JSON.stringify(state)), now, rules);
						for (const { alert, state: word } of next.changes) {
							expect(open.has(alert)).toBe(word === 'recovered');
							if (word === 'raised') open.add(alert);
							else open.delete(alert);
						}
						const raised = Object.entries(next.state.alerts).filter(([, one]) => one.raised);
						expect(new Set(raised.map(([id]) => id))).toEqual(open);
						state = next.state;
					};
					for (const { trouble, watched, minutes } of steps) {
						now += minutes * MINUTE;
						const facts = Object.assign(
							{},
							WELL,
							{ lastRuns: map(now) },
							...trouble.map(([, one]) => one),
						) as AlertFacts;
						evaluate(watched ? facts : { ...facts, flows: [] });
					}
					for (let n = 0; n < hold; n++) evaluate({ ...RECOVERED, lastRuns: map(now) });
					expect(open.size).toBe(0);
				},
			),
		);
	});
});

describe('flapping', () => {
	const rules = { ...RULES, hold: 3 };
	const late = { ...WELL, lastRuns: map(NOW - 31 * MINUTE) };

	it('raises nothing until a state has held for so many evaluations', () => {
		let state = NO_STATE;
		const words = [late, late, WELL, late, late, late].map((facts, n) => {
			const next = after(facts, state, NOW + n, rules);
			state = next.state;
			return told(next);
		});
		expect(words).toEqual([[], [], [], [], [], [`stale:${FLOW} raised`]]);
	});

	it('recovers only after as many', () => {
		let { state } = after(
			late,
			after(late, after(late, NO_STATE, NOW, rules).state, NOW, rules).state,
			NOW,
			rules,
		);
		const words = [WELL, WELL, late, WELL, WELL, WELL].map((facts) => {
			const next = after(facts, state, NOW, rules);
			state = next.state;
			return told(next);
		});
		expect(words).toEqual([[], [], [], [], [], [`stale:${FLOW} recovered`]]);
	});
});

describe('a flow is late', () => {
	it.each([
		[30, []],
		[30.1, [`stale:${FLOW} raised`]],
	])('%d minutes after a run that comes every 15: %j', (minutes, expected) => {
		expect(told(after({ ...WELL, lastRuns: map(NOW - minutes * MINUTE) }))).toEqual(expected);
	});

	it('when it never ran, counted from when it was first watched', () => {
		const never = { ...WELL, lastRuns: new Map<string, number>() };
		const first = after(never);
		expect(told(first)).toEqual([]);
		expect(told(after(never, first.state, NOW + 30 * MINUTE))).toEqual([]);
		const later = after(never, first.state, NOW + 31 * MINUTE);
		expect(told(later)).toEqual([`stale:${FLOW} raised`]);
		expect(later.changes[0]?.text).toContain('never finished a run');
	});

	it.each<[string, Record<string, unknown>, number | undefined]>([
		[
			'when it ended, where the checkpoint has that',
			{ finished_at: '2026-01-01', updated_at: '2026-01-02' },
			Date.parse('2026-01-01'),
		],
		[
			'not while it is on its way for the first time',
			{ finished_at: '', updated_at: '2026-01-02' },
			undefined,
		],
		[
			'when the checkpoint was written, in tables without that column',
			{ updated_at: '2026-01-02' },
			Date.parse('2026-01-02'),
		],
	])('counted from the end of its last run: %s', (_what, columns, expected) => {
		const { lastRuns, counts } = readCheckpoints([
			{ flow: FLOW, counts: '{"updated":"3"}', ...columns },
		]);
		expect(lastRuns.get(FLOW)).toBe(expected);
		expect(counts.get(FLOW)).toEqual({ updated: 3 });
	});

	it('never without a cadence', () => {
		const flows = [{ flow: FLOW, cadenceMinutes: 0 }];
		expect(told(after({ ...WELL, flows, lastRuns: map(0) }))).toEqual([]);
	});
});

describe('the share of errors', () => {
	it.each<[string, Record<string, number>, boolean]>([
		['at the threshold', { updated: 80, failed: 20 }, false],
		['above it', { updated: 79, failed: 21 }, true],
		['of too few records', { failed: 19 }, false],
		['of just enough', { failed: 20 }, true],
		['skipped records, which wait', { skipped: 100 }, false],
		['no records', {}, false],
	])('%s', (_what, counts, raised) => {
		expect(told(after({ ...WELL, counts: map(counts) })).length > 0).toBe(raised);
	});
});

describe('the size of the source', () => {
	const at = (size: number, state: AlertState, more: Partial<AlertFacts> = {}) =>
		after({ ...WELL, sourceCounts: map(size), ...more }, state);

	it('is compared with what it was when all was well, not with the smaller one', () => {
		const small = at(200, at(300, NO_STATE).state);
		expect(told(small)).toEqual([`source:${FLOW} raised`]);
		expect(told(at(201, small.state))).toEqual([]);
		expect(told(at(240, small.state))).toEqual([`source:${FLOW} recovered`]);
	});

	it('may be empty from the start, not suddenly', () => {
		expect(told(at(0, at(0, NO_STATE).state))).toEqual([]);
		const [change] = at(0, at(3, NO_STATE).state).changes;
		expect(change).toMatchObject({ severity: 'critical', state: 'raised' });
		expect(change?.text).toContain('read no record');
	});

	it('is the new measure once somebody accepts it', () => {
		const small = at(200, at(300, NO_STATE).state);
		const accepted = at(200, small.state, { acceptedSizes: new Set([FLOW]) });
		expect(told(accepted)).toEqual([`source:${FLOW} recovered`]);
		expect(told(at(190, accepted.state))).toEqual([]);
		expect(told(at(150, accepted.state))).toEqual([`source:${FLOW} raised`]);
	});
});

describe('a refused log-in', () => {
	it.each<[string, string, boolean]>([
		['Chargebee’s code', REFUSED, true],
		[
			'writing that was stopped for it',
			inOneText(
				sayOfChargebee('writing_stopped', {
					reason: 'x',
					action: sayOfChargebee('api_authorization_failed', {
						said: '',
						where: '',
						code: '',
						status: 403,
					}).actionToTake,
				}),
			),
			true,
		],
		[
			'the gateway’s 401',
			inOneText(sayOfCloudSuite('gateway_401', { what: 'Customers', status: 401, said: '' })),
			true,
		],
		[
			'the gateway’s 403',
			inOneText(sayOfCloudSuite('gateway_403', { what: 'Customers', status: 403, said: '' })),
			true,
		],
		[
			'LN’s passing refusal',
			inOneText(sayOfCloudSuite('gateway_401_passing', { what: 'C', status: 401, said: '' })),
			false,
		],
		['a server in trouble', sayOfChargebee('answer_lost').reason, false],
		[
			'a missing record',
			sayOfChargebee('record_not_found', { name: 'customer', id: 'c' }).reason,
			false,
		],
		['no reason', '', false],
	])('%s: %#', (_what, reason, expected) => {
		expect(saysAuthFailed(reason)).toBe(expected);
	});

	it('is not forgotten for a failure of another kind, nor for what needs no log-in', () => {
		const others = ['failed', 'invalid', 'skipped'].map((outcome) =>
			row({ outcome, reason: 'other', at: '2026-01-01T23:59:00Z' }),
		);
		expect(told(after({ ...WELL, audit: [...others, refusedRow] }))).toEqual([
			`authentication:${FLOW} raised`,
		]);
	});

	it('counts when it came within a run, too: its rows have one time', () => {
		const accepted = row({ outcome: 'created', reason: '' });
		for (const audit of [
			[accepted, refusedRow],
			[refusedRow, accepted],
		])
			expect(told(after({ ...WELL, audit }))).toEqual([`authentication:${FLOW} raised`]);
	});

	it('of a stage concerns its flow', () => {
		const audit = [{ ...refusedRow, flow: `${FLOW}/prices` }];
		expect(told(after({ ...WELL, audit }))).toEqual([`authentication:${FLOW} raised`]);
	});

	describe('that ended a run before it wrote anything', () => {
		const later = (minutes: number) => new Date(NOW + minutes * MINUTE).toISOString();
		const runError = (minutes: number) => row({ reason: REFUSED, at: later(minutes) });
		const accepted = (minutes: number) =>
			row({ outcome: 'updated', reason: '', at: later(minutes) });
		const raised = after({ ...WELL, audit: [runError(0)] });
		const recovered = [`authentication:${FLOW} recovered`];

		it.each([
			['nothing is known of it', { audit: [] }],
			['only older rows are there', { audit: [accepted(-60)], lastRuns: map(NOW) }],
			['the last run that ended is older', { audit: [accepted(-60)], lastRuns: map(NOW - 1) }],
			[
				'a run has ended whose writes were refused',
				{ audit: [], lastRuns: map(NOW + MINUTE), counts: map({ failed: 3 }) },
			],
		])('stands while %s', (_what, facts) => {
			const next = after({ ...WELL, ...facts }, raised.state);
			expect(told(next)).toEqual([]);
			expect(next.state.alerts).toEqual(raised.state.alerts);
		});

		it('is over when a record was accepted since', () => {
			const audit = [accepted(-60), accepted(15)];
			expect(told(after({ ...WELL, audit }, raised.state))).toEqual(recovered);
		});

		it.each([
			['older rows', [accepted(-60)]],
			['no rows, because others have filled the recent ones', []],
		])('is over when a run has ended since, though it had nothing to write: %s', (_what, audit) => {
			const facts = { ...WELL, audit, lastRuns: map(NOW + 15 * MINUTE) };
			expect(told(after(facts, raised.state))).toEqual(recovered);
		});

		it('is not over for what was accepted before the refusal that came last', () => {
			const again = after({ ...WELL, audit: [accepted(15), runError(16)] }, raised.state);
			expect(told(again)).toEqual([]);
			const looked = after({ ...WELL, audit: [accepted(15)] }, again.state);
			expect(told(looked)).toEqual([]);
			const kept = readState(JSON.stringify(looked.state));
			expect(told(after({ ...WELL, audit: [accepted(30)] }, kept))).toEqual(recovered);
		});
	});

	// only the message of an execution's error reaches the error workflow, not what to do about it
	it.each(
		[sayOfChargebee, sayOfCloudSuite].flatMap(({ catalogue }) =>
			Object.entries(catalogue)
				.filter(([, entry]) => entry.class === 'auth')
				.map(([code, { message }]): [string, string] => [code, message]),
		),
	)('is recognised by its message alone: %s', (code, message) => {
		// these share their message with failures of other kinds; or repeat another message
		const ambiguous = [
			'fsm_no_data_context',
			'csi_no_privilege',
			'csi_not_licensed',
			'login_paused',
		];
		const shown = message.replaceAll('{status}', code.endsWith('401') ? '401' : '403');
		expect([code, saysAuthFailed(shown)]).toEqual([code, !ambiguous.includes(code)]);
	});
});

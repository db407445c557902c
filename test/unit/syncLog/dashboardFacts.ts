import type { AlertState } from '../../../nodes/SyncLog/alert/state';
import type { DashboardFacts } from '../../../nodes/SyncLog/dashboard/model';
import type { Row } from '../../../nodes/SyncLog/tables';
import { auditRow } from './rows';

export const NOW = Date.parse('2026-11-27T10:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const iso = (time: number) => new Date(time).toISOString();

export const LINKS = {
	n8nUrl: 'https://n8n.acme.example',
	chargebeeSite: 'acme-test',
	actionUrl: '/webhook/cloudsuite-action',
	dashboardUrl: '/webhook/cloudsuite-dashboard',
};

export const ledgerRow = (number: number, rest: Row = {}): Row => ({
	source_key: `ln:ACME_TST:1300:C${String(number).padStart(6, '0')}`,
	flow: 'sync-customers',
	chargebee_id: `ln-1300-C${String(number).padStart(6, '0')}`,
	outcome: 'updated',
	reason: '',
	attempts: 1,
	first_failed_at: '',
	parked: false,
	updated_at: iso(NOW - number * MINUTE),
	...rest,
});

const open = (number: number, outcome: string, reason: string, rest: Row = {}) =>
	ledgerRow(number, {
		outcome,
		reason,
		first_failed_at: iso(NOW - number * 3 * 60 * MINUTE),
		...rest,
	});

/** Two weeks of a company with some trouble in it. */
export function sampleFacts(rest: Partial<DashboardFacts> = {}): DashboardFacts {
	const ledger = [
		open(
			17,
			'conflict',
			'2 Chargebee customers match ln:ACME_TST:1300:C000017 by email: AzyHand1, AzyHand2. Decide which one is right: enter ln:ACME_TST:1300:C000017 in its field "CloudSuite ID", or remove the others in Chargebee.',
			{ chargebee_id: '', attempts: 5 },
		),
		open(
			21,
			'invalid',
			'ln:ACME_TST:1300:C000021: email "billing(at)kessler.example" is not an e-mail address. Correct it in CloudSuite.',
			{ attempts: 3 },
		),
		open(
			22,
			'rejected',
			'Chargebee: The VAT number is invalid (vat_number) [invalid_request, HTTP 400]',
			{ attempts: 2 },
		),
		open(
			23,
			'failed',
			'Chargebee gave no good answer to this write, several times in a row: the connection was cut, or the site is in trouble.',
			{ attempts: 2 },
		),
		open(
			24,
			'skipped',
			'ln:ACME_TST:1300:A-100-EUR waits: its item ln-1300-A-100 is not in Chargebee.',
			{
				flow: 'sync-items/prices',
				source_key: 'ln:ACME_TST:1300:A-100-EUR',
				chargebee_id: 'ln-1300-A-100-EUR',
			},
		),
		open(
			25,
			'failed',
			'tried 8 times since 2026-11-24T07:00:00Z; last: Chargebee: The currency is not enabled (currency_code) [invalid_request, HTTP 400]',
			{ parked: true, attempts: 8 },
		),
		...Array.from({ length: 20 }, (_, n) => ledgerRow(100 + n)),
	];
	const mix = [
		'unchanged',
		'unchanged',
		'unchanged',
		'updated',
		'updated',
		'created',
		'linked',
		'conflict',
		'failed',
		'skipped',
	];
	const audit = Array.from({ length: 14 }, (_, day) =>
		Array.from({ length: 30 + ((day * 37) % 90) }, (__, n) =>
			auditRow(n, {
				outcome: mix[(n * 7 + day) % mix.length],
				at: iso(NOW - day * DAY - n * MINUTE),
				source_key: `ln:ACME_TST:1300:C${String(n).padStart(6, '0')}`,
				execution_url: `https://n8n.acme.example/workflow/1/executions/${day * 100 + n}`,
			}),
		),
	).flat();
	return {
		checkpoints: [
			{
				flow: 'sync-customers',
				updated_at: iso(NOW - 7 * MINUTE),
				counts: '{"created":2,"updated":12,"unchanged":284,"conflict":1,"invalid":1,"failed":1}',
			},
			{
				flow: 'sync-items',
				updated_at: iso(NOW - 95 * MINUTE),
				counts: '{"updated":3,"skipped":1}',
			},
		],
		ledger,
		audit,
		alerts: alertState(),
		flows: [
			{ flow: 'sync-customers', cadenceMinutes: 15, recordType: '' },
			{ flow: 'sync-items', cadenceMinutes: 15, recordType: 'other' },
			{ flow: 'reconcile', cadenceMinutes: 1440, recordType: '' },
		],
		filter: '',
		apiUse: { used: 61_250, limit: 100_000 },
		now: NOW,
		zone: 'Europe/Berlin',
		...rest,
	};
}

export function alertState(): AlertState {
	return {
		alerts: {
			'stale:sync-items': {
				kind: 'stale',
				flow: 'sync-items',
				raised: true,
				severity: 'critical',
				title: 'sync-items does not run',
				text: 'sync-items has finished no run since 2026-11-27 08:25 UTC, though one is due every 15 minutes. Open the workflow in n8n: is it active, and what does its last execution say?',
				since: '2026-11-27T08:25:00.000Z',
				streak: 0,
			},
		},
		firstSeen: {},
		sizes: {},
	};
}

export const WELL: Partial<DashboardFacts> = {
	alerts: { alerts: {}, firstSeen: {}, sizes: {} },
	ledger: [ledgerRow(1)],
	checkpoints: [
		{ flow: 'sync-customers', updated_at: iso(NOW - 7 * MINUTE), counts: '{"updated":12}' },
	],
	flows: [{ flow: 'sync-customers', cadenceMinutes: 15, recordType: '' }],
};

export const NEW: Partial<DashboardFacts> = {
	alerts: { alerts: {}, firstSeen: {}, sizes: {} },
	ledger: [],
	audit: [],
	checkpoints: [],
	flows: [],
};

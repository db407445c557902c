import { CUSTOMER_MATCHING, mapCustomers } from './flows/customers';
import { chargebee, cloudSuite, enrich, everyDayAt, item, splitOut } from './nodes';
import { writeSection } from './parts/customerWrite';
import { findingsSection, toRepair } from './parts/findings';
import { isLeftAlone, OF_FLOW, whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { scheduledOrByHand } from './parts/start';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Compare all customers of CloudSuite and Chargebee

### How it works
Every night all customers of a company are read from CloudSuite, and all from Chargebee, and compared by the CloudSuite key: which are in one of them only, which differ and in what field, which are there twice. The result is a list of findings, a **CSV file**, and the counts. It finds what no schedule sees: hand edits in Chargebee, records without a date of change, a ledger that is wrong.

Differences are **only reported**. Switch on *repair* in **Settings** and those that Create or Update can settle are sent: customers that differ, and customers Chargebee does not have. What is in Chargebee only, twice or in conflict is for a person, always.

### Setup
1. Choose your credentials in **Get all customers**, **Compare** and **Create or update in Chargebee**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get all customers**.
3. Run it by hand and look at **Findings**, then activate it.`;

const SUMMARY = `(() => { const rows = $('Compare').all().map(row => row.json).filter(row => row.finding); const counts = rows.reduce((sum, row) => ({ ...sum, [row.finding]: (sum[row.finding] ?? 0) + 1 }), {}); const inBoth = rows.length - (counts.onlyInChargebee ?? 0); return { flow: ${setting('flow')}, source: inBoth, chargebee: inBoth - (counts.onlyInCloudSuite ?? 0) + (counts.onlyInChargebee ?? 0), at: $now.toUTC().toISO(), counts }; })()`;

/** What a person ignored, or what was refused too often, is left alone until it changes. */
const TO_REPAIR = `(() => { const keys = new Set($('To repair').all().map(row => row.json.sourceKey)); const leftAlone = new Map($('What is known').all().map(row => row.json.known).filter(row => ${isLeftAlone('row')}).map(row => [row.source_key, row.source_hash])); return { records: $('Get all customers').all().map(row => row.json).filter(record => keys.has(record.key) && leftAlone.get(record.key) !== record.sourceHash) }; })()`;

export function reconcile(storage: Storage): Template {
	const template = new Template(
		'Compare all customers of Infor CloudSuite and Chargebee',
		OVERVIEW,
	);
	const { start, tables } = scheduledOrByHand(template, storage, {
		text: 'At night, or by hand.',
		schedule: ['Every night', everyDayAt(2)],
		settings: {
			...{ company: '1300', flow: 'sync-customers', auditFlow: 'reconcile-customers' },
			...{ repair: false, maxAttempts: 20 },
		},
	});

	const compare = new Section(
		'3 Compare',
		'Both sides whole. The mapping is that of the sync: what it would write is what is compared.',
	);
	const all = compare.add(
		'Get all customers',
		cloudSuite(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
		),
	);
	const map = compare.add('Mapped', mapCustomers());
	const findings = compare.add(
		'Compare',
		chargebee(
			{
				...CUSTOMER_MATCHING,
				operation: 'reconcile',
				reconcileOutput: 'findings',
				options: { includeAgreeing: true },
			},
			{ alwaysOutputData: true },
		),
	);
	template.chain(tables.last, all, map, findings);

	const report = findingsSection(template, storage, {
		text: 'The counts are kept for **Alerts** and the dashboard; the file is for a spreadsheet.',
		found: findings,
		name: 'reconcile-customers',
		summary: SUMMARY,
	});

	const repair = new Section(
		'5 Repair',
		'Only when switched on in Settings, and only what Create or Update can settle.',
	);
	const can = repair.add('To repair', toRepair());
	const head = repair.add('Last audit row', lastAuditRow(storage));
	const ledger = repair.add(
		'Read ledger',
		storage.read(LEDGER, {
			where: [OF_FLOW],
		}),
	);
	const known = repair.add('What is known', whatIsKnown());
	repair.row();
	repair.gap();
	const keys = repair.add('Keys to repair', item(TO_REPAIR, { executeOnce: true }));
	const each = repair.add('Each customer', splitOut('records'));
	const joined = repair.add('With what is known', enrich('key'));
	template.chain(report.differing, can, head, ledger, known);
	template.chain(known, keys, each, joined);
	template.connect(known, joined, { input: 1 });

	const write = writeSection(
		template,
		joined,
		'6 Map and write',
		'Keep the mapping equal to the one under **Compare**.',
	);
	const log = logSection(template, storage, write.outcomes, { title: '7 Log', ...ownChain() });
	template.line(start, tables.section);
	template.line(compare, report.section);
	template.line(repair);
	template.line(write.section, log.section);
	return template;
}

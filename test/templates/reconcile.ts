import { CUSTOMER_MATCHING, mapCustomers } from './flows/customers';
import { chargebee, cloudSuite, enrich, everyDayAt, matching, onlyIf } from './nodes';
import { writeSection } from './parts/customerWrite';
import { findingsSection, REPAIR, repairNodes } from './parts/findings';
import { byPrefix, isLeftAlone, keyPrefixes, OF_FLOW, whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { scheduledOrByHand } from './parts/start';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Compare all customers of CloudSuite and Chargebee

### How it works
Every night all customers of a company are read from CloudSuite, and all from Chargebee, and compared by the CloudSuite key: which are in one of them only, which differ and in what field, which are there twice. The result is a list of findings, a **CSV file**, and the counts. It finds what no schedule sees: hand edits in Chargebee, records without a date of change, a ledger that is wrong.

Differences are **only reported**. Switch on *repair* in **Settings** and those that Create or Update can settle are sent: customers that differ, and customers Chargebee does not have, 1,000 at most (*repairAtMost*; the next night takes the rest). What is in Chargebee only, twice or in conflict is for a person, always.

### Setup
1. Choose your credentials in **Get all customers**, **Compare** and **Create or update in Chargebee**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get all customers**.
3. Run it by hand and look at **Findings**, then activate it.`;

/** What a person ignored, or what was refused too often, is left alone until it changes. */
const MAY_BE_SENT = `!$json.known || !${isLeftAlone('$json.known')} || $json.known.source_hash !== $json.sourceHash`;

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
			...{ ...REPAIR, maxAttempts: 20 },
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
				options: { includeSummary: true },
			},
			{ alwaysOutputData: true },
		),
	);
	template.chain(tables.last, all, map, findings);

	const report = findingsSection(template, storage, {
		text: 'The counts are kept for **Alerts** and the dashboard; the file is for a spreadsheet.',
		found: findings,
		name: 'reconcile-customers',
		compared: [findings],
		whose: findings,
	});

	const repair = new Section(
		'5 Repair',
		'Only when switched on in Settings, and only what Create or Update can settle.',
	);
	const can = repairNodes(template, repair, report.differing);
	const head = repair.add('Last audit row', lastAuditRow(storage));
	const prefixes = repair.add(
		'Prefixes to repair',
		keyPrefixes("$('To repair').all().map(row => row.json.sourceKey)"),
	);
	const ledger = repair.add('Read ledger', storage.read(LEDGER, byPrefix(OF_FLOW)));
	const known = repair.add('What is known', whatIsKnown());
	repair.row();
	repair.gap();
	const each = repair.add('Customers to repair', matching('key', 'sourceKey'));
	const joined = repair.add('With what is known', enrich('key'));
	const may = repair.add('Not left alone', onlyIf(MAY_BE_SENT));
	template.chain(can, head, prefixes, ledger, known);
	template.chain(all, each, joined, may);
	template.connect(can, each, { input: 1 });
	template.connect(known, joined, { input: 1 });

	const write = writeSection(
		template,
		may,
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

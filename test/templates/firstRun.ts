import { CUSTOMER_MATCHING, mapCustomers } from './flows/customers';
import {
	append,
	byHand,
	chargebee,
	cloudSuite,
	countBy,
	csvFile,
	enrich,
	fields,
	fileForm,
	item,
	onlyIf,
	readCsv,
	splitOut,
} from './nodes';
import { whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { tablesSection } from './parts/tables';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Review the first sync of customers, then decide

### How it works
**Preview**: all customers of a company are read, and for each it is worked out what a sync would do in Chargebee: create it, link it to a customer that is there already, nothing, or leave it to a person. **Nothing is written.** The result is a CSV file with one line per customer: every field that would change, and for conflicts the customers in question and what tells them apart.

**Decide**: fill in the columns *decision* and *decision_id* where you want something else: **link** (to the Chargebee customer named), **create** (although something matches), **ignore**. Leave them empty to let the match decide. Save the file as CSV and upload it in the form: these customers are written as decided, with ledger and audit.

### Setup
1. Choose your credentials in **Get all customers**, **Preview in Chargebee**, **Get those** and **Write as decided**.
2. Enter your company in **Settings** and in **Settings of the review**.
3. Run it by hand and download the file from **CSV file**.
4. Decide, activate the workflow, and upload the file in the form of **Upload the reviewed file**.
5. Then activate **Sync customers**.`;

export function firstRun(storage: Storage): Template {
	const template = new Template('Review the first sync of customers to Chargebee', OVERVIEW);
	const read = new Section(
		'1 Read and map',
		'All customers of the company, mapped as the sync does.',
	);
	const manual = read.add('When clicking Execute', byHand());
	const settings = read.add('Settings', fields({ company: '1300' }, { once: true }));
	const all = read.add(
		'Get all customers',
		cloudSuite(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
		),
	);
	const map = read.add('Map to Chargebee', mapCustomers());
	const look = new Section('2 Preview', '**Preview Only** is on: reads, and writes nothing.');
	const preview = look.add(
		'Preview in Chargebee',
		chargebee(
			{
				...CUSTOMER_MATCHING,
				operation: 'upsert',
				preview: true,
				previewOutput: 'csv',
				options: {},
			},
			{},
		),
	);
	const result = new Section('3 Result', 'The file to review, and how many of each.');
	const file = result.add('CSV file', csvFile('review-customers.csv'));
	result.row();
	const counts = result.add('Counts per outcome', countBy('cloudSuiteKey', 'outcome'));
	template.chain(manual, settings, all, map, preview, file);
	template.connect(preview, counts);

	const upload = new Section('4 The reviewed file', 'Comes back by a form of n8n’s own.');
	const form = upload.add(
		'Upload the reviewed file',
		fileForm(
			'Reviewed customers',
			'The CSV file of the preview, with your decisions in the columns decision and decision_id.',
			'File',
		),
	);
	const review = upload.add(
		'Settings of the review',
		fields(
			{ company: '1300', flow: 'sync-customers', auditFlow: 'first-run', maxAttempts: 20 },
			{ keepOthers: true, once: true },
		),
	);
	const lines = upload.add('Lines of the file', readCsv('File'));
	const decided = upload.add(
		'Decisions',
		item(
			"{ key: $json.cloudSuiteKey, decision: String($json.decision ?? '').trim().toLowerCase(), decision_id: String($json.decision_id ?? '').trim(), inFile: true }",
		),
	);
	template.chain(form, review, lines, decided);
	const tables = tablesSection(template, storage, '5 Tables');
	template.connect(decided, tables.first);

	const again = new Section('6 Read those again', 'As CloudSuite has them now.');
	const head = again.add('Last audit row', lastAuditRow(storage, 'Settings of the review'));
	const ledger = again.add(
		'Read ledger',
		storage.read(LEDGER, {
			where: [
				{ column: 'flow', is: 'eq', value: "={{ $('Settings of the review').first().json.flow }}" },
			],
		}),
	);
	const known = again.add('What is known', whatIsKnown());
	const those = again.add(
		'Get those',
		cloudSuite(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
			'Settings of the review',
		),
	);
	const joined = again.add('With the decision', enrich('key'));
	const inFile = again.add('In the file', onlyIf('Boolean($json.inFile)'));
	again.row();
	for (let place = 0; place < 3; place += 1) again.gap();
	const decisions = again.add(
		'All decisions',
		item("{ rows: $('Decisions').all().map(row => row.json) }", { executeOnce: true }),
	);
	const each = again.add('Each decision', splitOut('rows'));
	template.chain(tables.last, head, ledger, known, those, joined);
	template.chain(those, decisions, each);
	template.connect(each, joined, { input: 1 });

	const write = new Section(
		'7 Map and write',
		'As decided. A customer that is not in the file is left alone.',
	);
	const chosen = write.add('Mapped', mapCustomers());
	const withDecision = write.add(
		'Decided',
		item(
			"{ ...$json, decision: $('With the decision').item.json.decision, decision_id: $('With the decision').item.json.decision_id }",
		),
	);
	const upsert = write.add(
		'Write as decided',
		chargebee({
			...CUSTOMER_MATCHING,
			operation: 'upsert',
			preview: false,
			options: {
				decision: '={{ $json.decision }}',
				decisionId: '={{ $json.decision_id }}',
			},
		}),
	);
	const outcomesOf = write.add('All outcomes', append(2));
	const outcomes = write.add('Outcomes', item('$json.details ?? $json'));
	template.chain(joined, inFile, chosen, withDecision, upsert, outcomesOf, outcomes);
	template.connect(upsert, outcomesOf, { output: 1, input: 1 });

	const log = logSection(
		template,
		storage,
		{ outcomes, known },
		{ title: '8 Log', ...ownChain('Settings of the review') },
	);
	template.line(read, look, result);
	template.line(upload, tables.section);
	template.line(again, write);
	template.line(log.section);
	return template;
}

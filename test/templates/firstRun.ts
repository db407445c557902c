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
	isTrue,
	item,
	onlyIf,
	readCsv,
	splitOut,
	stopWith,
} from './nodes';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { outcomeWithPayload } from './parts/payload';
import { tablesSection } from './parts/tables';
import type { Storage } from './storage/storage';
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

/** The ledger keeps a decision that could not be carried out yet: the next sync tries it again, and nothing else. */
const decidedOutcome = (record: string) =>
	`(() => { const outcome = ${outcomeWithPayload(record)}; const { decision, decision_id } = $('Decisions').all().find(row => row.json.key === outcome.sourceKey)?.json ?? {}; return { ...outcome, decision, decision_id }; })()`;

/** The reading that has the column of the keys; it must have one in each line. */
const READABLE =
	"(() => { const rows = ['With commas', 'With semicolons'].map(name => $(name).all().map(row => row.json)).find(lines => lines.some(line => line.cloudSuiteKey)) ?? []; return { rows, isOurs: rows.length > 0 && rows.every(line => String(line.cloudSuiteKey ?? '').trim() !== '') }; })()";

const UNKNOWN =
	"$('Decisions').all().map(row => row.json.key).filter(key => !new Set($('Get those').all().map(row => row.json.key)).has(key))";

const NOT_OUR_FILE =
	'In the uploaded file a line has no cloudSuiteKey, so nothing was written. Upload the CSV file of the preview with its first line, and with commas or semicolons between the columns.';

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
	const commas = upload.add('With commas', readCsv('File', ','));
	const both = upload.add('Both readings', append(2));
	const readable = upload.add('The one that fits', item(READABLE, { executeOnce: true }));
	const isOurs = upload.add('Our file?', isTrue('$json.isOurs'));
	const lines = upload.add('Lines of the file', splitOut('rows'));
	const decided = upload.add(
		'Decisions',
		item(
			"{ key: String($json.cloudSuiteKey).trim(), decision: String($json.decision ?? '').trim().toLowerCase(), decision_id: String($json.decision_id ?? '').trim(), inFile: true }",
		),
	);
	upload.row();
	upload.gap();
	upload.gap();
	// as Excel writes CSV where the comma is the decimal sign
	const semicolons = upload.add('With semicolons', readCsv('File', ';'));
	upload.gap();
	upload.gap();
	const refused = upload.add('Not the file of the preview', stopWith(NOT_OUR_FILE));
	template.chain(form, review, commas, both, readable, isOurs, lines, decided);
	template.connect(review, semicolons);
	template.connect(semicolons, both, { input: 1 });
	template.connect(isOurs, refused, { output: 1 });
	const tables = tablesSection(template, storage, '5 Tables');
	template.connect(decided, tables.first);

	const again = new Section('6 Read those again', 'As CloudSuite has them now.');
	const head = again.add('Last audit row', lastAuditRow(storage, 'Settings of the review'));
	const those = again.add(
		'Get those',
		cloudSuite(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
			'Settings of the review',
		),
	);
	const joined = again.add('With the decision', enrich('key'));
	const inFile = again.add(
		'In the file',
		onlyIf('Boolean($json.inFile)', { alwaysOutputData: true }),
	);
	const any = again.add('Any to write?', isTrue('Boolean($json.key)'));
	again.row();
	again.gap();
	again.gap();
	const decisions = again.add(
		'All decisions',
		item("{ rows: $('Decisions').all().map(row => row.json) }", { executeOnce: true }),
	);
	const each = again.add('Each decision', splitOut('rows'));
	template.chain(tables.last, head, those, joined);
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
	const outcomes = write.add('Outcomes', item(decidedOutcome(`$('${any}').item.json`)));
	template.chain(joined, inFile, any, chosen, withDecision, upsert, outcomesOf, outcomes);
	template.connect(upsert, outcomesOf, { output: 1, input: 1 });

	const log = logSection(template, storage, outcomes, {
		title: '8 Log',
		...ownChain('Settings of the review'),
	});
	template.line(read, look, result);
	template.line(upload, tables.section);
	const missing = new Section('9 Not found', 'Lines of the file that CloudSuite does not have.');
	const unknown = missing.add(
		'Not in CloudSuite',
		item(`{ keys: ${UNKNOWN} }`, { executeOnce: true }),
	);
	const anyMissing = missing.add('Any missing?', onlyIf('$json.keys.length > 0'));
	const tell = missing.add(
		'Name them',
		stopWith(
			"={{ 'CloudSuite has no customer of this company for ' + $json.keys.length + ' line(s) of the file: ' + $json.keys.slice(0, 20).join(', ') + '. All others were written. Correct these keys, or take the lines out, and upload the file again.' }}",
		),
	);
	// the others are written first
	template.chain(log.last, unknown, anyMissing, tell);
	template.connect(any, unknown, { output: 1 });
	template.line(again, write);
	template.line(log.section);
	template.line(missing);
	return template;
}

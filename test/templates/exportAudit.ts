import { byHand, everyDayAt, fields, isTrue, item, syncLog } from './nodes';
import { headsOf, memory, remember, remembered } from './parts/state';
import { tablesSection } from './parts/tables';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { AUDIT, CHECKPOINTS } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Export the audit trail, verify it, and keep it small

### How it works
By hand: all audit rows of a period become a **CSV** and a **JSON** file, with names, addresses, e-mail addresses, phones and VAT numbers masked unless you say otherwise, and with the hashes that chain the rows. Before that the chain is **verified**: a row that was altered, removed or slipped in is named.

Every night: rows older than thirteen months are removed. What the chain begins with afterwards is remembered, so that the rest can still be verified.

### Setup
1. Enter the period in **Settings** (dates like 2026-01-31; nothing for all), and whether to mask.
2. Run it by hand and download the files from **CSV file** and **JSON file**; look at **Verify**.
3. Activate it for the nightly clean-up. Thirteen months are set in **What is due**.`;

export function exportAudit(storage: Storage): Template {
	const template = new Template(
		'Export and verify the audit trail of the sync to Chargebee',
		OVERVIEW,
		// of a night, all audit rows would be kept once more, and nobody looks at them; exports are by hand
		{ saveDataSuccessExecution: 'none', saveManualExecutions: true },
	);
	const start = new Section('1 Export', 'By hand, for a period.');
	const manual = start.add('When clicking Execute', byHand());
	const settings = start.add(
		'Settings',
		fields({ from: '', until: '', mask: true, purpose: 'export' }, { once: true }),
	);
	start.row();
	const schedule = start.add('Every night', everyDayAt(3));
	const keeping = start.add('Keep it small', fields({ purpose: 'retention' }, { once: true }));
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(manual, settings, tables.first);
	template.chain(schedule, keeping, tables.first);

	const read = new Section('3 Read', 'All rows: the chain is verified as a whole.');
	const checkpoints = read.add('Read checkpoints', storage.read(CHECKPOINTS, {}));
	const audit = read.add('Read audit', storage.read(AUDIT, {}));
	const which = read.add('Export?', isTrue("$('Settings').isExecuted"));
	template.chain(tables.last, checkpoints, audit, which);

	const files = new Section('4 Verify and export', 'What is masked is masked in the files alone.');
	const verify = files.add(
		'Verify',
		syncLog({
			resource: 'audit',
			operation: 'verify',
			heads: `={{ ${headsOf('Read checkpoints')} }}`,
			from: `={{ ${remembered('Read checkpoints', 'audit-retention')} }}`,
		}),
	);
	files.row();
	const options = {
		periodStart: `={{ ${setting('from')} }}`,
		periodEnd: `={{ ${setting('until')} }}`,
	};
	const toFile = (format: string) =>
		syncLog({
			resource: 'audit',
			operation: 'export',
			format,
			maskPersonalData: `={{ ${setting('mask')} }}`,
			options,
		});
	const csv = files.add('CSV file', toFile('csv'));
	const json = files.add('JSON file', toFile('json'));
	template.connect(which, verify);
	template.connect(which, csv);
	template.connect(which, json);

	const keep = new Section('5 Keep it small', 'Only the audit: the ledger is kept for ever.');
	const due = keep.add(
		'What is due',
		syncLog({
			resource: 'audit',
			operation: 'retention',
			months: 13,
			from: `={{ ${remembered('Read checkpoints', 'audit-retention')} }}`,
			options: {},
		}),
	);
	const size = keep.add('Size row', memory('audit-size', 'JSON.stringify($json.kept)'));
	const measured = keep.add('Remember the size', remember(storage));
	const any = keep.add('Anything due?', isTrue("$('What is due').first().json.rows > 0"));
	const row = keep.add(
		'State row',
		memory('audit-retention', "JSON.stringify($('What is due').first().json.newFrom)"),
	);
	const remembering = keep.add('Remember', remember(storage));
	const remove = keep.add(
		'Remove old rows',
		storage.remove(AUDIT, [
			{ column: 'at', is: 'lt', value: "={{ $('What is due').first().json.before }}" },
		]),
	);
	const said = keep.add(
		'What was done',
		item(
			"{ removed: $('What is due').first().json.rows, before: $('What is due').first().json.before }",
			{ executeOnce: true },
		),
	);
	template.connect(which, due, { output: 1 });
	// remembered first: rows that are gone and not remembered would look like tampering
	template.chain(due, size, measured, any, row, remembering, remove, said);

	template.line(start, tables.section);
	template.line(read, files);
	template.line(keep);
	return template;
}

import {
	byHand,
	cloudSuite,
	enrich,
	everyMinutes,
	fields,
	isTrue,
	item,
	onlyIf,
	splitOut,
	syncLog,
} from './nodes';
import { writeSection } from './parts/customerWrite';
import { whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { tablesSection } from './parts/tables';
import { setting } from './parts/words';
import type { Condition, Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Retry customers that Chargebee did not accept

### How it works
Once an hour, or by hand, the workflow takes the rows of the ledger that are not accepted and sends those records again **as CloudSuite has them now**. Between two tries of a record it waits longer each time, up to a day; after eight it is **parked** with the reason, and stays so until it changes in CloudSuite or somebody un-parks it. A record that passes resolves its own ledger row.

**Sync customers** sends open records by every run as well; this workflow is for trying less often than that, for one record or a few, and for parked ones. To send exactly what was sent before, retry the slice's execution in n8n's list of executions.

### Setup
1. Choose your credentials in **Get them again** and **Create or update in Chargebee**.
2. Enter your company in **Settings**. What to retry is there, too: *which* is failed, outcomes, keys, range or parked; *keys*, *fromKey* and *toKey* name records.
3. Run it by hand and look at **How many** first, or activate it.`;

/** Rows of the flow that Chargebee has not accepted. */
export const openRows = (flow: string): Condition[] => [
	{ column: 'flow', is: 'eq', value: `={{ ${flow} }}` },
	...['created', 'updated', 'linked', 'unchanged'].map((value): Condition => ({
		column: 'outcome',
		is: 'neq',
		value,
	})),
];

export function retryFailed(storage: Storage): Template {
	const template = new Template('Retry customers that Chargebee did not accept', OVERVIEW);
	const start = new Section('1 Start', 'By schedule or by hand.');
	const schedule = start.add('Every hour', everyMinutes(60));
	const settings = start.add(
		'Settings',
		fields(
			{
				company: '1300',
				flow: 'sync-customers',
				auditFlow: 'retry-failed',
				...{ which: 'failed', keys: '', fromKey: '', toKey: '' },
				...{ maxAttempts: 8, waitMinutes: 15 },
			},
			{ once: true },
		),
	);
	start.row();
	const manual = start.add('When clicking Execute', byHand());
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(schedule, settings, tables.first);
	template.connect(manual, settings);

	const choose = new Section(
		'3 Choose',
		'**How many** shows the count before anything is sent. Records that were tried too often are parked.',
	);
	const open = choose.add(
		'Read open records',
		storage.read(LEDGER, { where: openRows(setting('flow')) }),
	);
	const any = choose.add('Any open?', isTrue('Boolean($json.source_key)'));
	const select = choose.add(
		'Select for replay',
		syncLog({
			resource: 'ledger',
			operation: 'select',
			which: `={{ ${setting('which')} }}`,
			keys: `={{ ${setting('keys')} }}`,
			fromKey: `={{ ${setting('fromKey')} }}`,
			toKey: `={{ ${setting('toKey')} }}`,
			maxAttempts: `={{ ${setting('maxAttempts')} }}`,
			backoffMinutes: `={{ ${setting('waitMinutes')} }}`,
			options: {},
		}),
	);
	const known = choose.add('What is known', whatIsKnown());
	const count = choose.add(
		'How many',
		item(
			"{ records: $('What is known').all().length, ids: $('What is known').all().map(row => row.json.key.split(':').slice(3).join(':')).join(',') }",
			{
				executeOnce: true,
			},
		),
	);
	choose.row();
	choose.gap();
	choose.gap();
	choose.gap();
	const parked = choose.add(
		'Parked',
		item('{ source_key: $json.source_key, flow: $json.flow, parked: true, reason: $json.reason }'),
	);
	const park = choose.add('Park', storage.upsert(LEDGER, ['source_key', 'flow']));
	template.chain(tables.last, open, any, select, known, count);
	template.connect(select, parked, { output: 1 });
	template.connect(parked, park);

	const read = new Section('4 Read again', 'As CloudSuite has them now.');
	const head = read.add('Last audit row', lastAuditRow(storage));
	const again = read.add(
		'Get them again',
		cloudSuite(
			{
				resource: 'customer',
				operation: 'getAll',
				returnAll: true,
				filters: { ids: "={{ $('How many').first().json.ids }}", role: 'any' },
			},
			{ executeOnce: true },
		),
	);
	const rows = read.add(
		'Rows of the ledger',
		item("{ rows: $('What is known').all().map(row => row.json) }", { executeOnce: true }),
	);
	const each = read.add('Each row', splitOut('rows'));
	const joined = read.add('With what is known', enrich('key'));
	// another company may have a customer of the same number
	const asked = read.add('Asked for', onlyIf('Boolean($json.known)'));
	template.chain(count, head, again, joined, asked);
	template.chain(again, rows, each);
	template.connect(each, joined, { input: 1 });

	const write = writeSection(
		template,
		'5 Map and write',
		'Keep the mapping equal to the one of **Sync customers**.',
	);
	template.connect(asked, write.first);
	const log = logSection(template, storage, write.outcomes, { title: '6 Log', ...ownChain() });
	template.line(start, tables.section);
	template.line(choose, read);
	template.line(write.section, log.section);
	return template;
}

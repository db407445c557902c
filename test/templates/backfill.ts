import {
	append,
	byHand,
	cloudSuite,
	enrich,
	fields,
	isTrue,
	item,
	splitOut,
	stopWith,
	whenCalled,
} from './nodes';
import { writeNodes } from './parts/customerWrite';
import { byPrefix, keyPrefixes, OF_FLOW, whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { SLICES } from './parts/start';
import { tablesSection } from './parts/tables';
import { NOW, setting } from './parts/words';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Send some customers to Chargebee, or leave old ones out

### How it works
By hand, before or after going live. It reads the customers named under *ids* in **Settings**, or all of the company, and

- sends those that changed between *from* and *until* (dates like 2026-01-31; nothing for no limit), whatever the ledger says of them;
- leaves out those that last changed before *ignoreBefore*: they are **ignored** in the ledger, the sync passes over them until they change in CloudSuite, and they are not sent.

Chargebee sends no e-mails and calls no webhooks for what is written here, unless *silent* is switched off. **How many** says what would be sent and left out; nothing is written before *go* is switched on.

Customers without a date of change are in no range: **How many** counts them. LN has dates for customers only where your tenant added such a column.

### Setup
1. Choose your credentials in **Get customers** and **Create or update in Chargebee**.
2. Fill in **Settings**; for another product than LN, choose it in **Get customers**.
3. Run it, look at **How many**, then switch on *go* and run it again.`;

const date = (name: string) => `DateTime.fromISO(String(${setting(name)})).toMillis()`;
const CHANGED = 'DateTime.fromISO($json.modifiedAt).toMillis()';
const HAS_RANGE = `(${setting('from')} || ${setting('until')})`;
const IS_OLD = `(${setting('ignoreBefore')} && $json.modifiedAt && ${CHANGED} < ${date('ignoreBefore')})`;
const IS_IN_RANGE = `(!${HAS_RANGE} || ($json.modifiedAt && (!${setting('from')} || ${CHANGED} >= ${date('from')}) && (!${setting('until')} || ${CHANGED} <= ${date('until')})))`;
const PART = `${IS_OLD} ? 'leftOut' : ${IS_IN_RANGE} ? 'sent' : $json.modifiedAt ? 'outOfRange' : 'withoutDate'`;

const WRONG_DATES = `['from', 'until', 'ignoreBefore'].filter(name => $json[name] && !DateTime.fromISO(String($json[name])).isValid)`;

export function backfill(storage: Storage): Template {
	const template = new Template(
		'Send some customers to Chargebee, or leave old ones out',
		OVERVIEW,
	);
	const start = new Section('1 Start', 'By hand, or called by a workflow of yours.');
	const manual = start.add('When clicking Execute', byHand());
	const settings = start.add(
		'Settings',
		fields(
			{
				...{ company: '1300', flow: 'sync-customers', auditFlow: 'backfill' },
				...{ ids: '', from: '', until: '', ignoreBefore: '', silent: true, go: false },
				maxAttempts: SLICES.maxAttempts,
			},
			{ once: true },
		),
	);
	const areDates = start.add('Dates?', isTrue(`${WRONG_DATES}.length === 0`));
	start.row();
	// without a trigger n8n does not publish a workflow
	const called = start.add('When another workflow calls it', whenCalled());
	start.gap();
	const wrong = start.add(
		'No dates',
		stopWith(
			`={{ 'In Settings these are no dates: ' + ${WRONG_DATES}.join(', ') + '. Write them like 2026-01-31. Nothing was read or written.' }}`,
		),
	);
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(manual, settings, areDates, tables.first);
	template.connect(called, settings);
	template.connect(areDates, wrong, { output: 1 });

	const read = new Section('3 Choose', '**How many** shows what would be done before it is done.');
	const all = read.add(
		'Get customers',
		cloudSuite(
			{
				resource: 'customer',
				operation: 'getAll',
				returnAll: true,
				filters: { ids: `={{ ${setting('ids')} }}` },
			},
			{ executeOnce: true },
		),
	);
	const parted = read.add('Sorted', item(`{ ...$json, part: ${PART} }`));
	const count = read.add(
		'How many',
		item(
			`{ read: $('Sorted').all().length, ...['sent', 'leftOut', 'outOfRange', 'withoutDate'].reduce((counts, part) => ({ ...counts, [part]: $('Sorted').all().filter(row => row.json.part === part).length }), {}), go: ${setting('go')} }`,
			{ executeOnce: true },
		),
	);
	const go = read.add('Go?', isTrue('$json.go'));
	template.chain(tables.last, all, parted, count, go);

	const leave = new Section('4 Leave out', 'In the ledger alone; until they change in CloudSuite.');
	const oldOnes = leave.add(
		'Old ones',
		item(
			"{ records: $('Sorted').all().map(row => row.json).filter(row => row.part === 'leftOut') }",
			{ executeOnce: true },
		),
	);
	const anyOld = leave.add('Any old ones?', isTrue('$json.records.length > 0'));
	const eachOld = leave.add('Each old one', splitOut('records'));
	const ignored = leave.add(
		'Ignored',
		fields(
			{
				source_key: '={{ $json.key }}',
				flow: `={{ ${setting('flow')} }}`,
				source_hash: '={{ $json.sourceHash }}',
				outcome: 'ignored',
				parked: true,
				reason: `={{ 'Last changed before ' + ${setting('ignoreBefore')} + ': left out until it changes in CloudSuite.' }}`,
				updated_at: NOW,
			},
			{ types: { parked: 'boolean' } },
		),
	);
	const keep = leave.add('Ignore in the ledger', storage.upsert(LEDGER, ['source_key', 'flow']));
	const then = leave.add('Then the others', append(2));
	template.chain(go, oldOnes, anyOld, eachOld, ignored, keep, then);
	template.connect(anyOld, then, { output: 1, input: 1 });

	const send = new Section('5 Send', 'Mapped as in **Sync customers**; Chargebee tells nobody.');
	const chosen = send.add(
		'To send',
		item("{ records: $('Sorted').all().map(row => row.json).filter(row => row.part === 'sent') }", {
			executeOnce: true,
		}),
	);
	const any = send.add('Any to send?', isTrue('$json.records.length > 0'));
	const head = send.add('Last audit row', lastAuditRow(storage));
	const prefixes = send.add(
		'Prefixes of those',
		keyPrefixes("$('To send').first().json.records.map(record => record.key)"),
	);
	const ledger = send.add('Read ledger', storage.read(LEDGER, byPrefix(OF_FLOW)));
	const known = send.add('What is known', whatIsKnown());
	send.row();
	send.gap();
	send.gap();
	const each = send.add('Each record', splitOut('records'));
	const joined = send.add('With what is known', enrich('key'));
	const outcomes = writeNodes(template, joined, send, {
		suppress: `={{ ${setting('silent')} ? ['emails', 'webhooks', 'actions'] : [] }}`,
	});
	template.chain(then, chosen, any, head, prefixes, ledger, known);
	template.chain(any, each, joined);
	template.connect(known, joined, { input: 1 });

	const log = logSection(template, storage, outcomes, { title: '6 Log', ...ownChain() });
	template.line(start, tables.section);
	template.line(read, leave);
	template.line(send);
	template.line(log.section);
	return template;
}

import { cloudSuiteTrigger, enrich, fields, item, splitOut } from './nodes';
import { writeSection } from './parts/customerWrite';
import { OF_FLOW, whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { SLICES } from './parts/start';
import { tablesSection } from './parts/tables';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## When a customer changes in CloudSuite, update Chargebee

### How it works
Every 5 minutes the trigger asks Infor CloudSuite which customers are new or changed, and starts the workflow with them. Each one is looked up in Chargebee first - by the CloudSuite key, then VAT number, then e-mail - and created, linked or updated only where something differs. Nothing is ever written to CloudSuite and nothing is deleted.

A change may be delivered twice; the second time nothing is written. n8n moves on before this workflow has run: what an execution did not get into Chargebee does not come again by itself. So keep **Sync customers** beside it, once a night is enough: both share the ledger, and it sends whatever is missing.

### Setup
1. Choose your credentials in **When a customer changes** and **Create or update in Chargebee**.
2. Enter your company in the trigger, and choose the product.
3. Activate the workflow. From then on changes arrive; what was there before is for **Sync customers**.`;

export function onCustomerChanged(storage: Storage): Template {
	const template = new Template(
		'When a customer changes in CloudSuite, update Chargebee',
		OVERVIEW,
	);

	const start = new Section('1 Start', 'Asks for changes; only these start the workflow.');
	const trigger = start.add(
		'When a customer changes',
		cloudSuiteTrigger({
			pollTimes: { item: [{ mode: 'everyX', value: 5, unit: 'minutes' }] },
			resource: 'customer',
			startFrom: 'now',
			maxRecords: 500,
			company: { __rl: true, mode: 'id', value: '1300' },
			filters: {},
			options: {},
		}),
	);
	const settings = start.add(
		'Settings',
		fields(
			{
				flow: 'sync-customers',
				auditFlow: 'on-customer-changed',
				maxAttempts: SLICES.maxAttempts,
			},
			{ once: true },
		),
	);
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(trigger, settings, tables.first);

	const read = new Section(
		'3 What is known',
		'The ledger says which Chargebee customer a record belongs to: one search less.',
	);
	const head = read.add('Last audit row', lastAuditRow(storage));
	const changed = read.add(
		'Changed customers',
		item("{ customers: $('When a customer changes').all().map(row => row.json) }", {
			executeOnce: true,
		}),
	);
	const each = read.add('One item each', splitOut('customers'));
	const ledger = read.add(
		'Read ledger',
		storage.read(LEDGER, {
			where: [{ column: 'source_key', is: 'eq', value: '={{ $json.key }}' }, OF_FLOW],
			each: true,
		}),
	);
	const known = read.add('What is known', whatIsKnown());
	const joined = read.add('With what is known', enrich('key'));
	template.chain(tables.last, head, changed, each, ledger, known);
	template.connect(each, joined);
	template.connect(known, joined, { input: 1 });

	const write = writeSection(
		template,
		joined,
		'4 Map and write',
		'Keep the mapping equal to the one of **Sync customers**. Conflicts and bad values leave by the error output, with the reason and what to do.',
	);
	const log = logSection(template, storage, write.outcomes, { title: '5 Log', ...ownChain() });
	template.line(start, tables.section);
	template.line(read, write.section);
	template.line(log.section);
	return template;
}

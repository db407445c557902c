import { enrich, isTrue, onlyIf, splitOut } from './nodes';
import { writeSection } from './parts/customerWrite';
import { byPrefix, IS_DUE, keyPrefixes, OF_FLOW, whatIsKnown } from './parts/known';
import { logSection } from './parts/log';
import { checkpointSection } from './parts/run';
import { KEYS, slicedSync } from './parts/slice';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Template } from './workflow';

const OVERVIEW = `## Sync customers from Infor CloudSuite (LN) to Chargebee

### How it works
Every 15 minutes a run goes through all customers of a company (LN keeps no date of change for them), slice by slice, and passes on those that are new, changed, or not yet accepted by Chargebee. Each one is looked up in Chargebee first - by the CloudSuite key, then VAT number, then e-mail - and created, linked or updated only where something differs. Nothing is ever written to CloudSuite and nothing is deleted.

Every record gets one row in the **audit** table per run and one row in the **ledger**. A record that failed is sent again by the next run by itself. A run that was interrupted is continued by the next one.

### Setup
1. Choose your credentials in **Get slice** and **Create or update in Chargebee**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get slice**.
3. First time? Run **Review the first sync** before: it shows what would happen and writes nothing.
4. Activate the workflow.`;

export function syncCustomers(storage: Storage): Template {
	const template = new Template('Sync customers from Infor CloudSuite to Chargebee', OVERVIEW);

	const { read, slice, any } = slicedSync(template, storage, {
		flow: 'sync-customers',
		resource: 'customer',
		text: 'Only records go on that are new, changed, or not accepted yet. Nothing changed: straight to the checkpoint.',
	});
	const prefixes = read.add('Prefixes of the slice', keyPrefixes(KEYS));
	const ledger = read.add('Read ledger', storage.read(LEDGER, byPrefix(OF_FLOW)));
	const known = read.add('What is known', whatIsKnown());
	read.row();
	for (let place = 0; place < 3; place += 1) read.gap();
	const records = read.add('Records', splitOut('records'));
	const joined = read.add('With what is known', enrich('key'));
	const due = read.add('New, changed or open', onlyIf(IS_DUE, { alwaysOutputData: true }));
	const isDue = read.add('Anything to do?', isTrue('Boolean($json.key)'));
	template.chain(any, prefixes, ledger, known);
	template.chain(any, records, joined, due, isDue);
	template.connect(known, joined, { input: 1 });

	const write = writeSection(
		template,
		isDue,
		'6 Map and write',
		'Change the mapping here, field by field. Conflicts and bad values leave by the error output, with the reason and what to do.',
	);

	const log = logSection(template, storage, write.outcomes, {
		title: '7 Log',
		ledgerFlow: setting('flow'),
		ledgerOf: OF_FLOW,
		auditFlow: setting('flow'),
		runId: "$('Run').first().json.runId",
		head: "$('Run').first().json.auditHead",
		maxAttempts: setting('maxAttempts'),
	});
	const checkpoint = checkpointSection(template, storage, '8 Checkpoint', slice);
	template.connect(log.last, checkpoint.first);
	template.connect(any, checkpoint.first, { output: 1 });
	template.connect(isDue, checkpoint.first, { output: 1 });

	template.line(read, write.section);
	template.line(log.section, checkpoint.section);
	return template;
}

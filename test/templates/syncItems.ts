import { enrich, isTrue, item, onlyIf, splitOut } from './nodes';
import { itemStages, knownOfItems, OF_STAGES } from './parts/itemStages';
import { IS_DUE } from './parts/known';
import { logSection } from './parts/log';
import { checkpointSection } from './parts/run';
import { KEYS, slicedSync } from './parts/slice';
import { ACCEPTED, setting } from './parts/words';
import type { Storage } from './storage/storage';
import { Template } from './workflow';

const OVERVIEW = `## Sync items from Infor CloudSuite (LN) to Chargebee

### How it works
Every 15 minutes a run goes through the items of a company with their sales data, slice by slice, and passes on those that are new, changed, or not yet accepted by Chargebee. They are written in the order Chargebee needs: one item family per item group, then the items, then their prices. Each record is looked up first and created, linked or updated only where something differs. Nothing is ever written to CloudSuite and nothing is deleted.

A record whose family or item could not be written waits: its outcome is *skipped*, with the reason, and a later run writes it. Names stay unique by the item number, because descriptions repeat. Items without a sales price get none.

Every record gets one row in the **audit** table per run and one row in the **ledger**.

### Setup
1. Choose your credentials in **Get slice**, **Item families**, **Items** and **Item prices**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get slice**.
3. Say in **Items** what new items are: charges, plans or addons.
4. First time? Switch on **Preview Only** in the three nodes, run it by hand and look.
5. Activate the workflow.`;

/** An item is due as well while its family or price, which came with the same values, is not accepted. */
const KNOWN_ITEMS = `{ rows: (() => { const rows = $('What is known').all().map(row => row.json.known).filter(row => row.source_key); const open = new Set(rows.filter(row => !${ACCEPTED}.includes(row.outcome) && String(row.parked) !== 'true').map(row => row.source_hash)); return rows.filter(row => row.flow === ${setting('flow')} + '/items').map(row => ({ key: row.source_key, known: { ...row, outcome: open.has(row.source_hash) ? 'open' : row.outcome } })); })() }`;

export function syncItems(storage: Storage): Template {
	const template = new Template('Sync items from Infor CloudSuite to Chargebee', OVERVIEW);
	const { read, slice, any } = slicedSync(template, storage, {
		flow: 'sync-items',
		resource: 'item',
		text: 'Only items go on that are new, changed, or not accepted yet; an item also while its family or price is not.',
	});
	const known = knownOfItems(template, storage, read, any, KEYS);
	read.row();
	read.gap();
	read.gap();
	const records = read.add('Records', splitOut('records'));
	const knownItems = read.add('Known items', item(KNOWN_ITEMS, { executeOnce: true }));
	const eachKnown = read.add('Each known item', splitOut('rows'));
	const joined = read.add('With what is known', enrich('key'));
	const due = read.add('New, changed or open', onlyIf(IS_DUE, { alwaysOutputData: true }));
	const isDue = read.add('Anything to do?', isTrue('Boolean($json.key)'));
	template.chain(known, knownItems, eachKnown);
	template.chain(any, records, joined, due, isDue);
	template.connect(eachKnown, joined, { input: 1 });

	const { lines, outcomes } = itemStages(template, isDue, 6);
	const log = logSection(template, storage, outcomes, {
		title: '10 Log',
		ledgerFlow: '$json.flow',
		ledgerOf: OF_STAGES,
		auditFlow: '$json.flow',
		runId: "$('Run').first().json.runId",
		head: "$('Run').first().json.auditHead",
		maxAttempts: setting('maxAttempts'),
	});
	const checkpoint = checkpointSection(template, storage, '11 Checkpoint', slice);
	template.connect(log.last, checkpoint.first);
	template.connect(any, checkpoint.first, { output: 1 });
	template.connect(isDue, checkpoint.first, { output: 1 });

	template.line(read);
	for (const line of lines) template.line(...line);
	template.line(log.section, checkpoint.section);
	return template;
}

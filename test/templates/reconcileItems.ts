import { compareFamilies, compareItems, comparePrices } from './flows/items';
import {
	append,
	cloudSuite,
	enrich,
	everyDayAt,
	item,
	matching,
	oneOfEach,
	onlyIf,
	waitFor,
} from './nodes';
import { findingsSection, REPAIR, repairNodes } from './parts/findings';
import { byPrefix, isLeftAlone, keyPrefixes } from './parts/known';
import { scheduledOrByHand } from './parts/start';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Compare all items of CloudSuite and Chargebee

### How it works
Every night all items of a company are read from CloudSuite, and all item families, items and prices from Chargebee, and compared by the CloudSuite key: which are in one of them only, which differ and in what field, which are there twice. The result is a list of findings, a **CSV file**, and the counts.

Differences are **only reported**. Switch on *repair* in **Settings** and the items that differ, or that Chargebee does not have, are marked in the ledger, 1,000 at most (*repairAtMost*): the next run of **Sync items** sends them, with family and price. What is in Chargebee only, twice or in conflict is for a person, always; ignored and parked records are left alone.

### Setup
1. Choose your credentials in **Get all items** and in the three nodes that compare.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get all items**.
3. Keep **Compare items** and **Compare prices** equal to **Items** and **Item prices** of **Sync items**.
4. Run it by hand and look at **Findings**, then activate it.`;

export function reconcileItems(storage: Storage): Template {
	const template = new Template('Compare all items of Infor CloudSuite and Chargebee', OVERVIEW);
	const { start, tables } = scheduledOrByHand(template, storage, {
		text: 'At night, or by hand.',
		schedule: ['Every night', everyDayAt(3)],
		settings: { company: '1300', flow: 'sync-items', ...REPAIR },
	});

	const compare = new Section(
		'3 Compare',
		'Both sides whole, in the order of the sync: families, items, prices. What the sync would write is what is compared.',
	);
	const all = compare.add(
		'Get all items',
		cloudSuite(
			{ resource: 'item', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
		),
	);
	const groups = compare.add('One per item group', oneOfEach('company, group'));
	const families = compare.add('Compare families', compareFamilies());
	const ofFamilies = compare.add('Findings of families', item("{ ...$json, stage: 'families' }"));
	const ids = compare.add(
		'Family IDs',
		item(
			"{ group: ($json.sourceKey ?? '').split(':group-')[1] ?? '', familyId: $json.chargebeeId }",
		),
	);
	compare.row();
	compare.gap();
	const withFamily = compare.add('Items with their family', enrich('group'));
	const items = compare.add('Compare items', compareItems());
	const ofItems = compare.add('Findings of items', item("{ ...$json, stage: 'items' }"));
	compare.row();
	compare.gap();
	const after = compare.add('Prices, after the items', waitFor());
	const priced = compare.add('With a price', onlyIf('Boolean($json.price)'));
	const prices = compare.add('Compare prices', comparePrices());
	const ofPrices = compare.add('Findings of prices', item("{ ...$json, stage: 'prices' }"));
	const found = compare.add('All findings', append(3));
	template.chain(tables.last, all, groups, families, ofFamilies, ids);
	template.connect(all, withFamily);
	template.connect(ids, withFamily, { input: 1 });
	template.chain(withFamily, items, ofItems);
	template.connect(all, after);
	template.connect(ofItems, after, { input: 1 });
	template.chain(after, priced, prices, ofPrices);
	template.connect(ofFamilies, found);
	template.connect(ofItems, found, { input: 1 });
	template.connect(ofPrices, found, { input: 2 });

	const report = findingsSection(template, storage, {
		text: 'The counts are kept for **Alerts**; the file is for a spreadsheet.',
		found,
		name: 'reconcile-items',
		columns: "stage: $json.stage ?? '', ",
		compared: [families, items, prices],
		whose: items,
	});

	const repair = new Section(
		'5 Repair',
		'Only when switched on in Settings: marked in the ledger, and sent by the next run of **Sync items**, with family and price.',
	);
	const can = repairNodes(template, repair, report.differing);
	const prefixes = repair.add(
		'Prefixes of the keys',
		keyPrefixes("$('To repair').all().map(row => row.json.record.key)"),
	);
	const ledger = repair.add(
		'Read ledger',
		storage.read(
			LEDGER,
			byPrefix({ column: 'flow', is: 'eq', value: `={{ ${setting('flow')} }}/items` }),
		),
	);
	const theirs = repair.add('Rows of these', matching('source_key', 'record.key'));
	const chosen = repair.add('Rows to mark', onlyIf(`!${isLeftAlone('$json')}`));
	const mark = repair.add(
		'As if changed',
		item("{ source_key: $json.source_key, flow: $json.flow, source_hash: '' }"),
	);
	const marked = repair.add('Mark in the ledger', storage.upsert(LEDGER, ['source_key', 'flow']));
	template.chain(can, prefixes, ledger, theirs, chosen, mark, marked);
	template.connect(can, theirs, { input: 1 });

	template.line(start, tables.section);
	template.line(compare);
	template.line(report.section);
	template.line(repair);
	return template;
}

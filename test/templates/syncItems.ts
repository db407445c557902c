import { upsertFamilies, upsertItems, upsertPrices } from './flows/items';
import { append, enrich, isTrue, item, oneOfEach, onlyIf, splitOut, waitFor } from './nodes';
import { byPrefix, IS_DUE, keyPrefixes, whatIsKnown } from './parts/known';
import { logSection } from './parts/log';
import { checkpointSection } from './parts/run';
import { KEYS, slicedSync } from './parts/slice';
import { ACCEPTED, setting } from './parts/words';
import type { Condition, Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

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

/** Rows of this flow's stages, and of no other flow whose name begins alike. */
const OF_STAGES: Condition = {
	column: 'flow',
	is: 'startsWith',
	value: `={{ ${setting('flow')} }}/`,
};

const ofFlow = (flow: string) =>
	item(`{ ...($json.details ?? $json), flow: ${setting('flow')} + '/${flow}' }`);

export function syncItems(storage: Storage): Template {
	const template = new Template('Sync items from Infor CloudSuite to Chargebee', OVERVIEW);
	const { read, slice, any } = slicedSync(template, storage, {
		flow: 'sync-items',
		resource: 'item',
		text: 'Only items go on that are new, changed, or not accepted yet; an item also while its family or price is not.',
	});
	const families = read.add(
		'Read ledger of families',
		storage.read(LEDGER, {
			where: [{ column: 'flow', is: 'eq', value: `={{ ${setting('flow')} }}/families` }],
		}),
	);
	// the keys of prices begin with those of their items
	const prefixes = read.add('Prefixes of the slice', keyPrefixes(KEYS));
	const ledger = read.add('Read ledger', storage.read(LEDGER, byPrefix(OF_STAGES)));
	const both = read.add('Both', append(2));
	const known = read.add('What is known', whatIsKnown());
	read.row();
	read.gap();
	read.gap();
	const records = read.add('Records', splitOut('records'));
	const knownItems = read.add('Known items', item(KNOWN_ITEMS, { executeOnce: true }));
	const eachKnown = read.add('Each known item', splitOut('rows'));
	const joined = read.add('With what is known', enrich('key'));
	const due = read.add('New, changed or open', onlyIf(IS_DUE, { alwaysOutputData: true }));
	const isDue = read.add('Anything to do?', isTrue('Boolean($json.key)'));
	template.chain(any, families, both, known, knownItems, eachKnown);
	template.chain(any, prefixes, ledger);
	template.connect(ledger, both, { input: 1 });
	template.chain(any, records, joined, due, isDue);
	template.connect(eachKnown, joined, { input: 1 });

	const groups = new Section(
		'6 Item families',
		'One per item group. A family that was entered in Chargebee by hand keeps its ID, which goes along to its items.',
	);
	const oneGroup = groups.add('One per item group', oneOfEach('company, group'));
	const writeFamilies = groups.add('Item families', upsertFamilies());
	const familyOutcomes = groups.add('Family outcomes', append(2));
	const familyRows = groups.add('Families', ofFlow('families'));
	const familyIds = groups.add(
		'Family IDs',
		item("{ group: $json.sourceKey.split(':group-')[1], familyId: $json.chargebeeId }"),
	);
	template.chain(isDue, oneGroup, writeFamilies, familyOutcomes, familyRows, familyIds);
	template.connect(writeFamilies, familyOutcomes, { output: 1, input: 1 });

	const items = new Section('7 Items', 'After their families.');
	const withFamily = items.add('Items with their family', enrich('group'));
	const writeItems = items.add('Items', upsertItems());
	const itemOutcomes = items.add('Item outcomes', append(2));
	const itemRows = items.add('Catalog items', ofFlow('items'));
	template.connect(isDue, withFamily);
	template.connect(familyIds, withFamily, { input: 1 });
	template.chain(withFamily, writeItems, itemOutcomes, itemRows);
	template.connect(writeItems, itemOutcomes, { output: 1, input: 1 });

	const prices = new Section(
		'8 Item prices',
		'After their items. Amounts as in CloudSuite: 12.50 EUR, 120 JPY.',
	);
	const afterItems = prices.add('Prices, after their items', waitFor());
	const priced = prices.add('With a price', onlyIf('Boolean($json.price)'));
	const writePrices = prices.add('Item prices', upsertPrices());
	const priceOutcomes = prices.add('Price outcomes', append(2));
	const priceRows = prices.add('Prices', ofFlow('prices'));
	template.connect(isDue, afterItems);
	template.connect(itemRows, afterItems, { input: 1 });
	template.chain(afterItems, priced, writePrices, priceOutcomes, priceRows);
	template.connect(writePrices, priceOutcomes, { output: 1, input: 1 });

	const all = new Section('9 All outcomes', 'Of the three stages.');
	const outcomes = all.add('Outcomes', append(3));
	template.connect(familyRows, outcomes);
	template.connect(itemRows, outcomes, { input: 1 });
	template.connect(priceRows, outcomes, { input: 2 });

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
	template.line(groups, items);
	template.line(prices, all);
	template.line(log.section, checkpoint.section);
	return template;
}

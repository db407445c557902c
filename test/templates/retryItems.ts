import { item, splitOut } from './nodes';
import { itemStages, knownOfItems, OF_STAGES } from './parts/itemStages';
import { logSection, ownChain } from './parts/log';
import { BY_HAND, chosenRecords, sendableRecords } from './parts/retry';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Retry items that Chargebee did not accept

### How it works
Once an hour, or by hand, the workflow takes the rows of the ledger that are not accepted - item families, items and prices - and sends the items they belong to again, with family and price, **as CloudSuite has them now**. Families go first, then items, then prices; what hangs on a refused record waits. Between two tries it waits longer each time, up to a day; after eight a record is **parked** with the reason, until it changes in CloudSuite or somebody un-parks it. A record that passes resolves its own ledger row.

With *data* set to **stored**, the values that were sent are sent again, and CloudSuite is not asked. **Not sent** names what could not be sent, and why.

**Sync items** sends open records by every run as well; this workflow is for trying less often, for one item or a few, and for parked ones.

### Setup
1. Choose your credentials in **Get them again**, **Item families**, **Items** and **Item prices**.
2. Enter your company in **Settings**. What to retry is there, too: *which* is failed, outcomes, keys, range or parked; *keys*, *fromKey* and *toKey* name items, families or prices; *data* is fresh or stored.
3. Keep **Items** and **Item prices** equal to those of **Sync items**.
4. Run it by hand and look at **How many** first, or activate it.`;

/**
 * The item a row hangs on. Items have its key; what was sent says it of families and prices; the key of a price has the
 * currency behind it. A family's key alone names no item.
 */
const WITH_ITEM =
	"{ ...$json, record_key: $json.flow.endsWith('/items') ? $json.source_key : $json.payload ? JSON.parse($json.payload).key : $json.flow.endsWith('/prices') ? $json.source_key.replace(/-[^-]*$/, '') : '' }";

/** Only what was sent says for certain which item a price or family came from. */
const NO_LONGER =
	"{ rows: $('Settings').first().json.data === 'stored' ? [] : (() => { const written = new Set($('Outcomes by record').all().map(row => row.json.ledgerKey)); const sent = new Set($('To send').first().json.records.map(record => record.key)); return $('Chosen rows').all().map(row => row.json).filter(row => row.known.payload && !row.known.flow.endsWith('/families') && sent.has(row.key) && !written.has(row.ledgerKey)).map(row => ({ source_key: row.known.source_key, flow: row.known.flow, outcome: 'ignored', parked: true, payload: '', reason: 'CloudSuite no longer has it: its item has another currency or no price now. What is in Chargebee is left alone.' })); })() }";

export function retryItems(storage: Storage): Template {
	const template = new Template('Retry items that Chargebee did not accept', OVERVIEW);
	const { sort, records } = chosenRecords(template, storage, {
		flow: 'sync-items',
		auditFlow: 'retry-failed-items',
		resource: 'item',
		filters: {},
		rows: OF_STAGES,
		recordOf: item(WITH_ITEM),
	});
	const known = knownOfItems(
		template,
		storage,
		sort,
		records,
		"$('Records').first().json.records.map(record => record.key)",
	);
	sort.row();
	const each = sendableRecords(
		template,
		sort,
		known,
		'What is known',
		`${setting('flow')} + '/items'`,
	);
	const { lines, outcomes } = itemStages(template, each, 6);
	const log = logSection(template, storage, outcomes, {
		title: '10 Log',
		...ownChain(),
		ledgerFlow: '$json.flow',
		ledgerOf: OF_STAGES,
		newTries: BY_HAND,
	});
	const gone = new Section(
		'11 No longer there',
		'A price in another currency has another key: the row of the old one is closed.',
	);
	const list = gone.add('Without an outcome', item(NO_LONGER, { executeOnce: true }));
	const row = gone.add('Each of them', splitOut('rows'));
	const closed = gone.add('Close in the ledger', storage.upsert(LEDGER, ['source_key', 'flow']));
	template.chain(log.last, list, row, closed);
	for (const line of lines) template.line(...line);
	template.line(log.section, gone);
	return template;
}

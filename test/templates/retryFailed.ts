import { writeSection } from './parts/customerWrite';
import { OF_FLOW } from './parts/known';
import { logSection, ownChain } from './parts/log';
import { BY_HAND, chosenRecords, sendableRecords } from './parts/retry';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { Template } from './workflow';

const OVERVIEW = `## Retry customers that Chargebee did not accept

### How it works
Once an hour, or by hand, the workflow takes the rows of the ledger that are not accepted and sends those records again **as CloudSuite has them now**. Between two tries of a record it waits longer each time, up to a day; after eight it is **parked** with the reason, and stays so until it changes in CloudSuite or somebody un-parks it. A record that passes resolves its own ledger row.

With *data* set to **stored**, the values that were sent are sent again, and CloudSuite is not asked: for an outage of Infor, or to repeat exactly what failed. **Not sent** names what could not be sent, and why.

**Sync customers** sends open records by every run as well; this workflow is for trying less often than that, for one record or a few, and for parked ones.

### Setup
1. Choose your credentials in **Get them again** and **Create or update in Chargebee**.
2. Enter your company in **Settings**. What to retry is there, too: *which* is failed, outcomes, keys, range or parked; *keys*, *fromKey* and *toKey* name records; *data* is fresh or stored.
3. Run it by hand and look at **How many** first, or activate it.`;

export function retryFailed(storage: Storage): Template {
	const template = new Template('Retry customers that Chargebee did not accept', OVERVIEW);
	const { sort, records } = chosenRecords(template, storage, {
		flow: 'sync-customers',
		auditFlow: 'retry-failed',
		resource: 'customer',
		filters: { role: 'any' },
		rows: OF_FLOW,
	});
	const each = sendableRecords(template, sort, records, 'Chosen rows', setting('flow'));
	const write = writeSection(
		template,
		each,
		'6 Map and write',
		'Keep the mapping equal to the one of **Sync customers**.',
	);
	const log = logSection(template, storage, write.outcomes, {
		title: '7 Log',
		...ownChain(),
		newTries: BY_HAND,
	});
	template.line(write.section, log.section);
	return template;
}

import { cloudSuite, everyMinutes, isTrue, item, nothing, splitOut, syncLog } from '../nodes';
import type { Condition, Storage } from '../storage/storage';
import { LEDGER } from '../storage/tables';
import type { NodeSpec, Template } from '../workflow';
import { Section } from '../workflow';
import { isLeftAlone, outcomeIsNot } from './known';
import { lastAuditRow } from './log';
import { scheduledOrByHand } from './start';
import { ACCEPTED_OUTCOMES, setting } from './words';

interface Retried {
	flow: string;
	auditFlow: string;
	resource: 'customer' | 'item';
	/** Of the reading, besides the ids. */
	filters: Record<string, string>;
	/** The rows of the ledger in question. */
	rows: Condition;
	/** Says of each row which record it hangs on, where that is not told by its key alone; "" when it can't be told. */
	recordOf?: NodeSpec;
}

/** Somebody named the records: they go at once, and start anew where they were given up. */
export const BY_HAND = `['keys', 'range', 'parked'].includes(${setting('which')})`;

const IS_STORED = `${setting('data')} === 'stored'`;
const CHOSEN = "$('Chosen rows').all().map(row => row.json)";

/** The id of a source record, from its key. */
const ID = "key.split(':').slice(3).join(':')";

/**
 * All of a retry but what becomes of the records: start, tables, the choice with its count, and the records, as
 * CloudSuite has them now or as they were sent.
 * @returns the section that sorts the records, to be gone on with, and the node that has them as the list `records`
 */
export function chosenRecords(
	template: Template,
	storage: Storage,
	{ flow, auditFlow, resource, filters, rows, recordOf }: Retried,
): { sort: Section; records: string } {
	const { start, tables } = scheduledOrByHand(template, storage, {
		text: 'By schedule or by hand.',
		schedule: ['Every hour', everyMinutes(60)],
		settings: {
			...{ company: '1300', flow, auditFlow },
			...{ which: 'failed', keys: '', fromKey: '', toKey: '', data: 'fresh' },
			...{ maxAttempts: 8, waitMinutes: 15 },
		},
	});

	const choose = new Section(
		'3 Choose',
		'**How many** shows the count before anything is sent. Records that were tried too often are parked.',
	);
	const open = choose.add(
		'Read open records',
		storage.read(LEDGER, { where: [rows, ...outcomeIsNot(ACCEPTED_OUTCOMES)] }),
	);
	const any = choose.add('Any open?', isTrue('Boolean($json.source_key)'));
	const named = recordOf ? [choose.add('With their record', recordOf)] : [];
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
	const chosen = choose.add(
		'Chosen rows',
		item(
			"{ key: $json.record_key ?? $json.source_key, ledgerKey: $json.flow + ' ' + $json.source_key, known: $json }",
		),
	);
	const count = choose.add(
		'How many',
		item(
			`{ records: ${CHOSEN}.length, data: ${setting('data')}, ids: [...new Set(${CHOSEN}.map(row => row.key).filter(key => key !== ''))].map(key => ${ID}) }`,
			{ executeOnce: true },
		),
	);
	choose.row();
	for (let place = 0; place < 3 + named.length; place += 1) choose.gap();
	const parked = choose.add(
		'Parked',
		item('{ source_key: $json.source_key, flow: $json.flow, parked: true, reason: $json.reason }'),
	);
	const park = choose.add('Park', storage.upsert(LEDGER, ['source_key', 'flow']));
	template.chain(tables.last, open, any, ...named, select, chosen, count);
	template.connect(select, parked, { output: 1 });
	template.connect(parked, park);

	const read = new Section(
		'4 Read again',
		'As CloudSuite has them now; or, with *data* set to stored, as they were sent, and CloudSuite is not asked.',
	);
	const head = read.add('Last audit row', lastAuditRow(storage));
	const isStored = read.add('Stored data?', isTrue(IS_STORED));
	const sent = read.add(
		'What was sent',
		item(
			`{ records: ${CHOSEN}.filter(row => row.known.payload).map(row => JSON.parse(row.known.payload)) }`,
			{ executeOnce: true },
		),
	);
	read.gap();
	const records = read.add('Records', nothing());
	read.row();
	read.gap();
	const canAsk = read.add('Any to ask for?', isTrue("$('How many').first().json.ids.length > 0"));
	const again = read.add(
		'Get them again',
		cloudSuite(
			{
				resource,
				operation: 'getAll',
				returnAll: true,
				filters: { ids: "={{ $('How many').first().json.ids }}", ...filters },
			},
			{ executeOnce: true, alwaysOutputData: true },
		),
	);
	const now = read.add(
		'As they are now',
		item(
			"{ records: $('Get them again').isExecuted ? $('Get them again').all().map(row => row.json).filter(record => record.key) : [] }",
			{ executeOnce: true },
		),
	);
	template.chain(count, head, isStored, sent, records);
	template.connect(isStored, canAsk, { output: 1 });
	template.chain(canAsk, again, now, records);
	template.connect(canAsk, now, { output: 1 });
	template.line(start, tables.section);
	template.line(choose);
	const sort = new Section(
		'5 What is sent',
		'**Not sent** names the records for which nothing can be sent, with the reason.',
	);
	template.line(read, sort);
	return { sort, records };
}

const REASONS = {
	noPayload:
		'No stored data: it failed before data were kept, or its table lacks the column payload. Retry it with fresh data.',
	outdated: 'Newer values were sent since it failed. Retry it with fresh data.',
	leftAlone: 'The record it belongs to is parked or ignored: retry that one by its key.',
	unknown: 'Its key does not tell its item. The next run of the sync sends it with its items.',
	gone: 'CloudSuite gives no such record for the company in Settings.',
};

/**
 * Sorts the records: what is sent, one item each, and the rows for which nothing is, with the reason.
 * @param after the node behind which all is known
 * @param known the node with what the ledger has, as {@link whatIsKnown} gives it
 * @param flow the flow of the records' own rows, an expression
 * @returns the node with the records
 */
export function sendableRecords(
	template: Template,
	sort: Section,
	after: string,
	known: string,
	flow: string,
): string {
	const sorted = sort.add(
		'To send',
		item(
			`(() => { const chosen = ${CHOSEN}; const named = new Set(chosen.map(row => row.ledgerKey)); const keys = new Set(chosen.map(row => row.key)); const known = new Map($('${known}').all().map(row => [row.json.ledgerKey, row.json.known])); const found = $('Records').first().json.records; const rowOf = record => known.get(${flow} + ' ' + record.key); const isLeftAlone = record => { const row = rowOf(record); return Boolean(row) && !named.has(${flow} + ' ' + record.key) && ${isLeftAlone('row')}; }; const isOutdated = record => { const hash = rowOf(record)?.source_hash; return ${IS_STORED} && Boolean(hash) && hash !== record.sourceHash; }; const sent = Object.fromEntries(found.filter(record => keys.has(record.key) && !isLeftAlone(record) && !isOutdated(record)).map(record => [record.key, { ...record, known: rowOf(record) }])); const why = row => { const record = found.find(one => one.key === row.key); return record ? (isLeftAlone(record) ? 'leftAlone' : 'outdated') : ${IS_STORED} ? 'noPayload' : row.key === '' ? 'unknown' : 'gone'; }; return { records: Object.values(sent), notSent: chosen.filter(row => !sent[row.key]).map(row => ({ source_key: row.known.source_key, flow: row.known.flow, outcome: row.known.outcome, why: (${JSON.stringify(REASONS)})[why(row)] })) }; })()`,
			{ executeOnce: true },
		),
	);
	const each = sort.add('Each record', splitOut('records'));
	sort.row();
	sort.gap();
	const notSent = sort.add('Not sent', splitOut('notSent'));
	template.chain(after, sorted, each);
	template.connect(sorted, notSent);
	return each;
}

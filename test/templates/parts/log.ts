import { append, enrich, fields, isTrue, item, itemOf, syncLog, waitFor } from '../nodes';
import type { Condition, Storage } from '../storage/storage';
import { AUDIT, LEDGER } from '../storage/tables';
import type { NodeSpec, Template } from '../workflow';
import { Section } from '../workflow';
import { byPrefix, keyPrefixes, whatIsKnown } from './known';
import { chainHead, remember } from './state';
import { ACCEPTED, EXECUTION_URL } from './words';

export interface LogWords {
	title: string;
	/** The flow of a record in the ledger: an expression on an outcome, e.g. `'sync-customers'`. */
	ledgerFlow: string;
	/** Finds the ledger's rows of these flows. */
	ledgerOf: Condition;
	/** The flow whose chain of audit rows these continue. */
	auditFlow: string;
	/** The run these belong to. */
	runId: string;
	/** The hash of the flow's last audit row so far. */
	head: string;
	/** Failed attempts after which a record is parked. */
	maxAttempts: string;
	/** Somebody has looked at what is sent: what was given up gets its tries anew. */
	newTries?: string;
	/** The chain has no checkpoint of its own: where it ends is remembered, or its end could be cut off unnoticed. */
	rememberHead?: boolean;
}

/** A workflow that is no flow's only writer continues a chain of audit rows of its own. @param settings its settings node */
export function ownChain(settings = 'Settings'): Omit<LogWords, 'title'> {
	const of = (name: string) => `$('${settings}').first().json.${name}`;
	return {
		ledgerFlow: of('flow'),
		ledgerOf: { column: 'flow', is: 'eq', value: `={{ ${of('flow')} }}` },
		rememberHead: true,
		auditFlow: of('auditFlow'),
		runId: "$workflow.id + '-' + $execution.id",
		head: "($('Last audit row').first().json.hash ?? '')",
		maxAttempts: of('maxAttempts'),
	};
}

/** What that chain has come to, as the node "Last audit row". */
export const lastAuditRow = (storage: Storage, settings = 'Settings'): NodeSpec =>
	storage.read(AUDIT, {
		where: [{ column: 'flow', is: 'eq', value: `={{ $('${settings}').first().json.auditFlow }}` }],
		latest: 1,
	});

const IS_ACCEPTED = `${ACCEPTED}.includes($json.outcome)`;
/** A person decided to leave it out: it is left alone until it changes. */
const IS_IGNORED = "$json.code === 'ignored_by_decision'";
const IS_PARKED = "['true', '1'].includes(String($json.known?.parked))";
/** Of what hangs on something else, or met an outage, nobody has to take care. */
const COUNTS = "['conflict', 'invalid', 'rejected'].includes($json.outcome)";
/** Refusals of the same values; others are a new beginning. */
const attempts = ({ newTries = 'false', maxAttempts }: LogWords) =>
	`(${IS_ACCEPTED} ? 0 : ($json.known?.source_hash === $json.sourceHash && $json.known?.first_failed_at && !(${newTries} && (${IS_PARKED} || Number($json.known.attempts) >= ${maxAttempts})) ? Number($json.known.attempts) : 0) + (${COUNTS} ? 1 : 0))`;
/** Once parked, a record stays so until it passes, changes, or somebody un-parks it: workflows may allow more tries or fewer. */
const parked = (words: LogWords) =>
	`${IS_IGNORED} || (${COUNTS} && (${attempts(words)} >= ${words.maxAttempts} || (${IS_PARKED} && $json.known?.source_hash === $json.sourceHash && !(${words.newTries ?? 'false'}))))`;
/** What a person decided stands until it is carried out, or left out as decided. */
const decision = (column: 'decision' | 'decision_id') =>
	`${IS_ACCEPTED} || ${IS_IGNORED} ? '' : ($json.${column} || $json.known?.${column} || '')`;
const REASON = "[$json.reason, $json.actionToTake].filter(Boolean).join(' ')";

/** A table that an older version made lacks columns, and n8n refuses rows with fields it has no column for. */
const OF_THE_TABLE =
	"(({ isKnown, ...row }) => { const columns = $('Columns there').first().json.columns?.map(column => column.name); return columns ? Object.fromEntries(Object.entries(row).filter(([name]) => columns.includes(name))) : row; })($json)";

/**
 * Logs outcomes: first the audit rows, chained by their hashes, then the ledger.
 * @param outcomes node whose items are outcomes
 * @returns the section and the node behind which all is written
 */
export function logSection(
	template: Template,
	storage: Storage,
	outcomes: string,
	words: LogWords,
): { section: Section; last: string } {
	const section = new Section(
		words.title,
		'One audit row per record and run, chained by hashes, so that a row that was altered shows. Then the latest outcome of each record in the ledger. A record that failed too often is parked until its values change or somebody un-parks it.',
	);
	const named = section.add(
		'Outcomes by record',
		fields(
			{ ledgerKey: `={{ ${words.ledgerFlow} + ' ' + $json.sourceKey }}` },
			{ keepOthers: true },
		),
	);
	const audit = section.add(
		'Audit row',
		itemOf({
			run_id: words.runId,
			flow: words.auditFlow,
			source_key: '$json.sourceKey',
			chargebee_id: "$json.chargebeeId ?? ''",
			outcome: "$json.preview ? 'preview' : $json.outcome",
			matched_by: "$json.matchedBy ?? ''",
			changes: 'JSON.stringify($json.changes)',
			reason: REASON,
			attempts: '$json.attempts',
			calls: '$json.calls ?? $json.attempts',
			at: '$json.startedAt',
			execution_url: EXECUTION_URL,
		}),
	);
	const chain = section.add(
		'Chain audit rows',
		syncLog({ resource: 'audit', operation: 'chain', previousHash: `={{ ${words.head} }}` }),
	);
	const write = section.add('Write audit', storage.insert(AUDIT));
	const heading = words.rememberHead
		? headNode(template, section, storage, words.auditFlow)
		: write;
	const written = section.add('Then the ledger', waitFor());
	section.row();
	const there = section.add('Columns there', storage.create(LEDGER));
	// read anew, not as it was before the writes: another workflow may have added rows meanwhile
	const prefixes = section.add(
		'Prefixes of the keys',
		keyPrefixes("$('Outcomes by record').all().map(row => row.json.sourceKey)"),
	);
	const rows = section.add('Read ledger now', storage.read(LEDGER, byPrefix(words.ledgerOf)));
	const now = section.add('Ledger now', whatIsKnown());
	const joined = section.add('With the ledger', enrich('ledgerKey'));
	const row = section.add(
		'Ledger row',
		itemOf({
			source_key: '$json.sourceKey',
			flow: words.ledgerFlow,
			chargebee_id: "$json.chargebeeId ?? $json.known?.chargebee_id ?? ''",
			source_hash: "$json.sourceHash ?? ''",
			fingerprint: "$json.fingerprint ?? ''",
			outcome: `$json.preview ? 'preview' : ${IS_IGNORED} ? 'ignored' : $json.outcome`,
			reason: REASON,
			attempts: attempts(words),
			first_failed_at: `${IS_ACCEPTED} ? '' : ($json.known?.first_failed_at || $json.startedAt)`,
			parked: parked(words),
			source_modified_at: "''",
			updated_at: '$json.startedAt',
			decision: decision('decision'),
			decision_id: decision('decision_id'),
			payload: `${IS_ACCEPTED} || ${IS_IGNORED} || $json.preview ? '' : ($json.payload ?? '')`,
			isKnown: 'Boolean($json.known)',
		}),
	);
	const isKnown = section.add('In the ledger?', isTrue('$json.isKnown'));
	const columns = section.add('Columns of the ledger', item(OF_THE_TABLE));
	const update = section.add('Update ledger', storage.upsert(LEDGER, ['source_key', 'flow']));
	section.row();
	for (let place = 0; place < 6; place += 1) section.gap();
	const added = section.add('Columns of new rows', item(OF_THE_TABLE));
	const insert = section.add('Add to ledger', storage.insert(LEDGER));
	const last = section.add('Logged', append(2));
	template.chain(outcomes, named, audit, chain, write);
	template.connect(named, written);
	template.connect(heading, written, { input: 1 });
	template.connect(written, joined);
	template.chain(written, there, prefixes, rows, now);
	template.connect(now, joined, { input: 1 });
	template.chain(joined, row, isKnown, columns, update, last);
	template.connect(isKnown, added, { output: 1 });
	template.connect(added, insert);
	template.connect(insert, last, { input: 1 });
	return { section, last };
}

function headNode(
	template: Template,
	section: Section,
	storage: Storage,
	auditFlow: string,
): string {
	const head = section.add(
		'Head of the chain',
		chainHead(auditFlow, "$('Chain audit rows').last().json.hash"),
	);
	const keep = section.add('Remember the head', remember(storage));
	template.chain('Write audit', head, keep);
	return keep;
}

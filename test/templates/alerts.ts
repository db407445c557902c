import {
	append,
	byMail,
	byWebhook,
	everyMinutes,
	fields,
	item,
	onError,
	onlyIf,
	syncLog,
} from './nodes';
import { LATELY, callsLately } from './parts/calls';
import { comparisons, flowsOf, memory, remember, remembered } from './parts/state';
import { tablesSection } from './parts/tables';
import { setting, sliceFailed } from './parts/words';
import type { Storage } from './storage/storage';
import { AUDIT, CHECKPOINTS, LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Tell somebody when the sync needs attention

### How it works
Every 15 minutes the workflow looks at the sync's own tables, in this order: a flow that did not finish a run for twice its cadence, too large a share of records refused, a source that shrank, counts that differ between both sides, parked records, a refused log-in, the limit of calls, tables that are nearly full. Each of these is told **once** when it begins and **once** when it is over.

It is also the place for crashed executions: choose it as **Error workflow** in the settings of the sync workflows, and a run that fails is told at once.

### Setup
1. Enter addresses in **Settings**, and choose an SMTP credential in **Send e-mail**. For Slack or Teams enter the address of an incoming webhook in **Settings**, activate that node and deactivate the other.
2. Enter your flows and how often they run in **Evaluate**, and the limits of your Chargebee plan and of n8n's tables in **Settings**.
3. In the settings of each sync workflow choose this one as error workflow.
4. Activate the workflow.`;

const TEXT = "$json.text + '\\n\\nSince ' + $json.since.slice(0, 16).replace('T', ' ') + ' UTC'";
const SUBJECT =
	"($json.state === 'recovered' ? 'Well again: ' : $json.severity === 'critical' ? 'Critical: ' : 'Warning: ') + $json.title";

const FAILURE = `${setting('execution')}.error?.message ?? 'no reason given'`;
/** A run that goes slice by slice names its flow; of others only the workflow is known. */
const FAILED_FLOW = `(${flowsOf('Read checkpoints')}.map(row => row.flow).find(flow => (${FAILURE}).startsWith('${sliceFailed("' + flow + '")}')) ?? ${setting('workflow')}.name)`;

const rowsOf = (node: string) => `$('${node}').all().map(row => row.json)`;

export function alerts(storage: Storage): Template {
	const template = new Template(
		'Tell somebody when the sync to Chargebee needs attention',
		OVERVIEW,
	);
	const start = new Section('1 Start', 'By schedule, and when an execution has failed.');
	const schedule = start.add('Every 15 minutes', everyMinutes(15));
	const settings = start.add(
		'Settings',
		fields(
			{
				mailFrom: 'n8n@example.com',
				mailTo: 'finance-it@example.com',
				slackWebhook: '',
				teamsWebhook: '',
				...{ chargebeeCallsPerMinute: 150, tableLimitMB: storage.limitMB },
			},
			{ keepOthers: true, once: true },
		),
	);
	start.row();
	const failed = start.add('When an execution failed', onError());
	const whole = start.add('Not a slice', onlyIf("$json.execution?.mode !== 'integrated'"));
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(schedule, settings, tables.first);
	// the run a slice belongs to fails with it, and names the flow
	template.chain(failed, whole, settings);

	const look = new Section('3 Look', 'What alerts are made of.');
	const checkpoints = look.add('Read checkpoints', storage.read(CHECKPOINTS, {}));
	const parked = look.add(
		'Read parked records',
		storage.read(LEDGER, { where: [{ column: 'parked', is: 'isTrue' }] }),
	);
	const audit = look.add('Read recent audit', storage.read(AUDIT, { latest: 500 }));
	const lately = look.add(
		'Read the last minutes',
		storage.read(AUDIT, {
			where: [{ column: 'at', is: 'gte', value: `={{ ${LATELY} }}` }],
			latest: 20_000,
		}),
	);
	const newest = look.add('Read newest ledger rows', storage.read(LEDGER, { latest: 100 }));
	const evaluate = look.add(
		'Evaluate',
		syncLog(
			{
				resource: 'alert',
				operation: 'evaluate',
				checkpoints: `={{ ${flowsOf('Read checkpoints')} }}`,
				audit: `={{ ${rowsOf('Read recent audit')} }}`,
				ledgerCounts:
					"={{ Object.entries($('Read parked records').all().map(row => row.json).filter(row => row.source_key).reduce((counts, row) => ({ ...counts, [row.flow]: (counts[row.flow] ?? 0) + 1 }), {})).map(([flow, parked]) => ({ flow, parked, failing: 0 })) }}",
				flows: {
					flow: [
						{ flow: 'sync-customers', cadenceMinutes: 15 },
						{ flow: 'sync-items', cadenceMinutes: 15 },
					],
				},
				previousState: `={{ ${remembered('Read checkpoints', 'alerts')} }}`,
				// requests are paced at 95 %, and those of a slice that is at work are not in the audit yet
				thresholds: { apiUsePercent: 60 },
				facts: {
					sourceCounts: `={{ Object.fromEntries(${flowsOf('Read checkpoints')}.filter(row => row.source_count !== null && row.source_count !== undefined && row.source_count !== '').map(row => [row.flow, row.source_count])) }}`,
					runErrors: `={{ ${setting('execution')}?.id ? [{ flow: ${FAILED_FLOW}, message: ${FAILURE}, at: $now.toUTC().toISO() }] : [] }}`,
					apiUse: `={{ ${callsLately('Read the last minutes', setting('chargebeeCallsPerMinute'))} }}`,
					tables: `={{ [{ rows: ${rowsOf('Read recent audit')}, ...JSON.parse(${remembered('Read checkpoints', 'audit-size')}) }, { rows: $('Read newest ledger rows').all().map(row => (({ payload, ...rest }) => rest)(row.json)) }] }}`,
					tableUse: `={{ { limit: ${setting('tableLimitMB')} * 1024 * 1024 } }}`,
					reconcile: `={{ ${comparisons('Read checkpoints')} }}`,
				},
			},
			{ executeOnce: true },
		),
	);
	template.chain(tables.last, checkpoints, parked, audit, lately, newest, evaluate);

	const keep = new Section('4 Remember', 'What was told, so that it is told once.');
	const last = keep.add('New state', onlyIf('Boolean($json.newState)'));
	const row = keep.add('State row', memory('alerts', 'JSON.stringify($json.newState)'));
	const remembering = keep.add('Remember', remember(storage));
	template.chain(evaluate, last, row, remembering);

	const tell = new Section(
		'5 Tell',
		'One node per channel: the active one is used. A failed execution is told as it happened.',
	);
	const changed = tell.add('What changed', onlyIf('Boolean($json.alert)'));
	const all = tell.add('To tell', append(2));
	const mail = tell.add('Send e-mail', byMail(SUBJECT, TEXT));
	const slack = tell.add(
		'Post to Slack',
		byWebhook(setting('slackWebhook'), `JSON.stringify({ text: ${SUBJECT} + '\\n' + ${TEXT} })`, {
			disabled: true,
		}),
	);
	const teams = tell.add(
		'Post to Teams',
		byWebhook(
			setting('teamsWebhook'),
			`JSON.stringify({ type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: { type: 'AdaptiveCard', version: '1.4', body: [{ type: 'TextBlock', weight: 'Bolder', text: ${SUBJECT}, wrap: true }, { type: 'TextBlock', text: ${TEXT}, wrap: true }] } }] })`,
			{ disabled: true },
		),
	);
	tell.row();
	const isFailure = tell.add(
		'A failed execution?',
		onlyIf(`Boolean(${setting('execution')}?.id)`, { executeOnce: true }),
	);
	const failure = tell.add(
		'The failure',
		item(
			`{ alert: 'execution', state: 'raised', severity: 'critical', title: 'An execution of "' + ${setting('workflow')}.name + '" failed', text: (${FAILURE}) + '\\n' + (${setting('execution')}.url ?? ''), since: $now.toUTC().toISO() }`,
			{ executeOnce: true },
		),
	);
	template.chain(evaluate, changed, all, mail);
	template.connect(all, slack);
	template.connect(all, teams);
	template.chain(evaluate, isFailure, failure);
	template.connect(failure, all, { input: 1 });

	template.line(start, tables.section);
	template.line(look, keep);
	template.line(tell);
	return template;
}

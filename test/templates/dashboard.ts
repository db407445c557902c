import {
	cloudSuite,
	enrich,
	fields,
	isTrue,
	item,
	onlyIf,
	redirectTo,
	respondWithPage,
	splitOut,
	syncLog,
	webhook,
} from './nodes';
import { callsLately } from './parts/calls';
import { writeSection } from './parts/customerWrite';
import { OF_FLOW, outcomeIsNot, whatIsKnown } from './parts/known';
import { lastAuditRow, logSection, ownChain } from './parts/log';
import { comparisons, flowsOf, remembered } from './parts/state';
import { ACCEPTED_OUTCOMES, setting } from './parts/words';
import type { Storage } from './storage/storage';
import { AUDIT, CHECKPOINTS, LEDGER } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## A page that shows how the sync is doing

### How it works
The workflow serves a web page from n8n: the last runs and whether each flow is on time, the records that need somebody with the reason and what to do, what the last comparison of both sides found, fourteen days as a chart, the calls used. It needs a name and a password, loads nothing from elsewhere, and works on a phone.

Its buttons work: **Replay** sends a customer again as CloudSuite has it now, **Ignore** takes a record off the list until it changes in CloudSuite, **Un-park** lets the schedule try it again. Replayed records of other flows are sent by their next run.

### Setup
1. Make a *Basic Auth* credential with a name and a password of your own, and choose it in **Page** and **Button**.
2. Choose your credentials in **Get them again** and **Create or update in Chargebee**.
3. Enter your Chargebee site and the limit of your plan in **Site**, your company in **Settings**, and your flows in **Make the page**.
4. Activate the workflow and open the address that **Page** shows.`;

const PATH = 'cloudsuite-dashboard';
/** Known to who has seen the page, and to nobody else: a button of another site's page is refused. */
const TOKEN = "($workflow.id + ' cloudsuite-dashboard').hash('sha256')";
const PRESSED = "$('Button').first().json.body";

export function dashboard(storage: Storage): Template {
	const template = new Template('Show how the sync to Chargebee is doing', OVERVIEW);
	const page = new Section('1 The page', 'Made anew whenever somebody opens it.');
	const open = page.add('Page', webhook('GET', PATH));
	const pageSettings = page.add(
		'Site',
		fields({ chargebeeSite: 'acme-test', chargebeeCallsPerMinute: 150 }, { keepOthers: true }),
	);
	const checkpoints = page.add('Read checkpoints', storage.read(CHECKPOINTS, {}));
	const ledger = page.add(
		'Read open records',
		storage.read(LEDGER, {
			where: outcomeIsNot([...ACCEPTED_OUTCOMES, 'ignored']),
		}),
	);
	const audit = page.add(
		'Read recent audit',
		storage.read(AUDIT, {
			where: [
				{
					column: 'at',
					is: 'gte',
					value: '={{ $now.minus({ days: 14 }).startOf("day").toUTC().toISO() }}',
				},
			],
			latest: 5000,
		}),
	);
	const make = page.add(
		'Make the page',
		syncLog(
			{
				resource: 'dashboard',
				operation: 'render',
				checkpoints: `={{ ${flowsOf('Read checkpoints')} }}`,
				ledger:
					"={{ $('Read open records').all().map(row => row.json).filter(row => row.source_key) }}",
				audit:
					"={{ $('Read recent audit').all().map(row => row.json).filter(row => row.source_key) }}",
				alertState: `={{ ${remembered('Read checkpoints', 'alerts')} }}`,
				flows: {
					flow: [
						{ flow: 'sync-customers', cadenceMinutes: 15, recordType: 'customer' },
						{ flow: 'sync-items', cadenceMinutes: 15, recordType: 'other' },
					],
				},
				filter: "={{ $('Page').first().json.query.record ?? '' }}",
				csrfToken: `={{ ${TOKEN} }}`,
				links: {
					actionPath: `/webhook/${PATH}`,
					dashboardPath: `/webhook/${PATH}`,
					chargebeeSite: "={{ $('Site').first().json.chargebeeSite }}",
				},
				options: {
					apiUse: `={{ ${callsLately('Read recent audit', "$('Site').first().json.chargebeeCallsPerMinute")} }}`,
					comparisons: `={{ ${comparisons('Read checkpoints')} }}`,
				},
			},
			{ executeOnce: true },
		),
	);
	const show = page.add('Show it', respondWithPage('$json.html'));
	template.chain(open, pageSettings, checkpoints, ledger, audit, make, show);

	const button = new Section(
		'2 A button',
		'Only the page itself may press it: its token is compared.',
	);
	const pressed = button.add('Button', webhook('POST', PATH));
	const settings = button.add(
		'Settings',
		fields(
			{
				company: '1300',
				flow: 'sync-customers',
				auditFlow: 'dashboard',
				maxAttempts: 20,
			},
			{ once: true },
		),
	);
	const allowed = button.add('From our page?', isTrue(`${PRESSED}.token === ${TOKEN}`));
	const each = button.add(
		'Records named',
		item(`{ records: JSON.parse(${PRESSED}.records || '[]'), action: ${PRESSED}.action }`),
	);
	const rows = button.add('Each record', splitOut('records'));
	button.row();
	button.gap();
	button.gap();
	button.gap();
	const refused = button.add(
		'Refuse',
		respondWithPage(
			'\'<!doctype html><html lang="en"><title>Not allowed</title><p>This button was not pressed on the page. Open the page again and press it there.</p></html>\'',
		),
	);
	template.chain(pressed, settings, allowed, each, rows);
	template.connect(allowed, refused, { output: 1 });

	const mark = new Section(
		'3 Mark',
		'Ignored records are left alone until they change; the others are open again.',
	);
	const what = mark.add(
		'Marked',
		item(
			`{ source_key: $json.source_key, flow: $json.flow, ...({ ignore: { outcome: 'ignored', parked: true, reason: 'Ignored by a person on the dashboard; it is sent again when it changes in CloudSuite.' }, unpark: { parked: false, attempts: 0 } })[${PRESSED}.action] ?? { parked: false, attempts: 0, outcome: 'failed' } }`,
		),
	);
	const update = mark.add('Mark in the ledger', storage.upsert(LEDGER, ['source_key', 'flow']));
	const marked = mark.add(
		'All marked',
		item('{ action: ' + PRESSED + '.action }', { executeOnce: true }),
	);
	const isReplay = mark.add(
		'Replay customers?',
		isTrue(
			`${PRESSED}.action === 'replay' && JSON.parse(${PRESSED}.records || '[]').some(record => record.flow === ${setting('flow')})`,
		),
	);
	mark.row();
	mark.gap();
	mark.gap();
	mark.gap();
	mark.gap();
	const done = mark.add('Back to the page', redirectTo(`'/webhook/${PATH}'`));
	template.chain(rows, what, update, marked, isReplay);
	template.connect(isReplay, done, { output: 1 });

	const read = new Section('4 Read again', 'As CloudSuite has them now.');
	const head = read.add('Last audit row', lastAuditRow(storage));
	const again = read.add(
		'Get them again',
		cloudSuite(
			{
				resource: 'customer',
				operation: 'getAll',
				returnAll: true,
				filters: {
					ids: `={{ JSON.parse(${PRESSED}.records || '[]').filter(record => record.flow === ${setting('flow')}).map(record => record.source_key.split(':').slice(3).join(':')).join(',') }}`,
					role: 'any',
				},
			},
			{ executeOnce: true, alwaysOutputData: true },
		),
	);
	// another company may have a customer of the same number
	const asked = read.add(
		'Asked for',
		onlyIf(
			`JSON.parse(${PRESSED}.records || '[]').some(record => record.source_key === $json.key)`,
			{ alwaysOutputData: true },
		),
	);
	const found = read.add('Still there?', isTrue('Boolean($json.key)'));
	const one = read.add(
		'Read ledger',
		storage.read(LEDGER, {
			where: [{ column: 'source_key', is: 'eq', value: '={{ $json.key }}' }, OF_FLOW],
			each: true,
		}),
	);
	const known = read.add('What is known', whatIsKnown());
	const joined = read.add('With what is known', enrich('key'));
	template.connect(isReplay, head);
	template.chain(head, again, asked, found, one, known);
	template.connect(found, joined);
	template.connect(known, joined, { input: 1 });
	template.connect(found, done, { output: 1 });

	const write = writeSection(
		template,
		joined,
		'5 Map and write',
		'Keep the mapping equal to the one of **Sync customers**.',
	);
	const log = logSection(template, storage, write.outcomes, { title: '6 Log', ...ownChain() });
	const end = new Section('7 Done', 'The page shows what became of them.');
	const once = end.add('Once', onlyIf('true', { executeOnce: true }));
	const back = end.add(
		'Show the records',
		redirectTo(
			`'/webhook/${PATH}' + (JSON.parse(${PRESSED}.records || '[]').length === 1 ? '?record=' + encodeURIComponent(JSON.parse(${PRESSED}.records)[0].source_key) : '')`,
		),
	);
	template.chain(log.last, once, back);

	template.line(page);
	template.line(button, mark);
	template.line(read, write.section);
	template.line(log.section, end);
	return template;
}

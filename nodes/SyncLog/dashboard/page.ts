import { columnText } from '../tables';
import { plainTime } from '../time';
import { banner, stateOf } from './banner';
import { chart } from './chart';
import { comparisonTable } from './comparisonTable';
import type { Html } from './html';
import { Html as Made, link, markup } from './html';
import type { Dashboard, DashboardFacts } from './model';
import { buildDashboard, DAYS } from './model';
import type { ListSettings } from './recordList';
import { recordList } from './recordList';
import { runTable } from './runTable';
import { STYLE } from './style';
import { count, figure, nameOfOutcome } from './words';

/** The whole page: no script, nothing from elsewhere, everything from the tables escaped. */
export function renderDashboard(
	facts: DashboardFacts,
	settings: Pick<ListSettings, 'links' | 'token'>,
): string {
	const dashboard = buildDashboard(facts);
	const { filter, flows, zone, now } = facts;
	const { n8nUrl, dashboardUrl } = settings.links;
	const list = recordList(dashboard, { ...settings, filter, flows, zone });
	const page = markup`<!doctype html><html lang="en"><head><meta charset="utf-8">
		<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="referrer" content="no-referrer">
		<title>CloudSuite to Chargebee: ${stateOf(dashboard).title}</title><style>${new Made(STYLE)}</style></head>
		<body><a class="skip" href="#records">Skip to the records that need somebody</a>
		<header class="top"><h1>CloudSuite to Chargebee</h1>
		<p>As of ${plainTime(now, zone)}${n8nUrl && markup` · ${link(n8nUrl, 'open n8n')}`}</p></header>
		<main>${banner(dashboard)}
		${section('runs', 'Last runs', LEADS.runs, runTable(dashboard.runs, facts))}
		${section('records', 'Records that need somebody', summary(dashboard), markup`${search(filter, dashboardUrl)}${list}`)}
		${filter.trim() !== '' && section('history', `What happened to “${filter}”`, LEADS.history, history(dashboard, zone))}
		${facts.comparisons && section('sides', 'Both sides compared', LEADS.sides, comparisonTable(facts.comparisons, { ...settings, flows, zone, now }))}
		${section('days', `The last ${DAYS} days`, LEADS.days, chart(dashboard.days, zone))}
		${section('calls', 'Calls to Chargebee', LEADS.calls, calls(dashboard))}</main>
		<footer><p>Made by the CloudSuite Sync Log node from the sync’s own tables.
		 Nothing here is changed but by the buttons.</p></footer></body></html>`;
	return page.text;
}

const LEADS = {
	runs: 'When each flow last ran to its end, and what became of the records it sent.',
	history: 'The newest first, from the audit rows handed to this page.',
	sides:
		'What the last full comparison of CloudSuite and Chargebee found, also what no run sees: edits by hand, and records of one side only.',
	days: 'How many records went through per day, by what became of them.',
	calls: 'Every plan allows so many calls; the sync keeps below the limit by itself.',
};

function section(id: string, heading: string, lead: string, content: Html): Html {
	return markup`<section id="${id}" aria-labelledby="${id}-heading" tabindex="-1">
		<h2 id="${id}-heading">${heading}</h2><p class="lead">${lead}</p>${content}</section>`;
}

function summary({ waiting, parked }: Dashboard): string {
	if (waiting === 0) return 'None at the moment.';
	const given = parked > 0 ? `, ${figure(parked)} of them parked after several tries` : '';
	return `${count(waiting, 'record was', 'records were')} not accepted${given}.`;
}

function search(filter: string, action: string): Html {
	const target = action !== '' && markup` action="${action}"`;
	return markup`<form method="get" role="search" class="search"${target}>
		<label for="record">Find a record by number, Chargebee ID or reason</label>
		<input id="record" name="record" type="search" value="${filter}" autocomplete="off"><button>Search</button>
		${filter.trim() !== '' && markup`<a href="${action || '?'}">Show all</a>`}</form>`;
}

function history({ history: rows }: Dashboard, zone: string): Html {
	if (rows.length === 0)
		return markup`<p class="empty">Nothing in the audit rows of this page.</p>`;
	const head = ['When', 'Record', 'Outcome', 'Reason'].map(
		(name) => markup`<th scope="col">${name}</th>`,
	);
	const body = rows.map((row) => {
		const at = Date.parse(columnText(row.at));
		const when = Number.isNaN(at) ? columnText(row.at) : plainTime(at, zone);
		const outcome = nameOfOutcome(columnText(row.outcome));
		return markup`<tr><td>${when}</td><th scope="row">${columnText(row.source_key)}</th>
			<td>${link(columnText(row.execution_url), outcome)}</td><td>${columnText(row.reason)}</td></tr>`;
	});
	return markup`<div class="scroll" role="region" aria-label="History" tabindex="0">
		<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function calls({ calls: { today, used, limit, minutes } }: Dashboard): Html {
	const written = markup`<p>${count(today, 'call')} for the records of the last 24 hours,
		 as far as the audit rows of this page tell.</p>`;
	if (used === undefined || limit === undefined || limit <= 0) return written;
	const share = Math.round((used / limit) * 100);
	const span = minutes === undefined ? '' : ` in the last ${minutes} minutes`;
	return markup`<p><label for="use">${figure(used)} of ${figure(limit)} calls used${span} (${share} %)</label></p>
		<meter id="use" min="0" max="${limit}" high="${limit * 0.9}" value="${Math.min(used, limit)}">${share} %</meter>${written}`;
}

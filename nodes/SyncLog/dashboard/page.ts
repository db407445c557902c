import { plainTime } from '../time';
import { columnText } from '../tables';
import { chart } from './chart';
import type { Html } from './html';
import { html, Html as Made, link } from './html';
import type { Dashboard, DashboardFacts, Run } from './model';
import { buildDashboard, DAYS } from './model';
import type { ListSettings } from './recordList';
import { recordList } from './recordList';
import { STYLE } from './style';
import { ago, count, figure, nameOfOutcome, span } from './words';

/** The whole page: no script, nothing from elsewhere, everything from the tables escaped. */
export function renderDashboard(
	facts: DashboardFacts,
	settings: Pick<ListSettings, 'links' | 'token'>,
): string {
	const dashboard = buildDashboard(facts);
	const { filter, flows, zone, now } = facts;
	const list = recordList(dashboard, { ...settings, filter, flows, zone });
	const page = html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width,initial-scale=1" />
				<meta name="referrer" content="no-referrer" />
				<title>CloudSuite to Chargebee: ${bannerOf(dashboard).title}</title>
				<style>
					${new Made(STYLE)}
				</style>
			</head>
			<body>
				<a class="skip" href="#records">Skip to the records that need somebody</a>
				<header class="top">
					<h1>CloudSuite to Chargebee</h1>
					<p>
						As of
						${plainTime(now, zone)}${settings.links.n8nUrl && html` · ${link(settings.links.n8nUrl, 'open n8n')}`}
					</p>
				</header>
				<main>
					${banner(dashboard)}
					${section('runs', 'Last runs', 'When each flow last ran to its end, and what became of the records it sent.', runTable(dashboard.runs, facts))}
					${section('records', 'Records that need somebody', summary(dashboard), html`${search(filter, settings.links.dashboardUrl)}${list}`)}
					${filter.trim() !== '' && section('history', `What happened to “${filter}”`, 'The newest first, from the audit rows handed to this page.', history(dashboard, zone))}
					${section('days', `The last ${DAYS} days`, 'How many records went through per day, by what became of them.', chart(dashboard.days, zone))}
					${section('calls', 'Calls to Chargebee', 'Every plan allows so many calls; the sync keeps below the limit by itself.', calls(dashboard))}
				</main>
				<footer>
					<p>
						Made by the CloudSuite Sync Log node from the sync’s own tables. Nothing here is changed
						but by the buttons.
					</p>
				</footer>
			</body>
		</html>`;
	return page.text;
}

function section(id: string, heading: string, lead: string, content: Html): Html {
	return html`<section id="${id}" aria-labelledby="${id}-heading" tabindex="-1">
		<h2 id="${id}-heading">${heading}</h2>
		<p class="lead">${lead}</p>
		${content}
	</section>`;
}

interface Banner {
	kind: 'well' | 'attention' | 'critical' | 'new';
	title: string;
	text: string;
}

function bannerOf({ alerts, runs, waiting }: Dashboard): Banner {
	const late = runs.filter((run) => run.late);
	if (alerts.length > 0 || late.length > 0) {
		const lateWords =
			late.length > 0 ? `${late.map(({ flow }) => flow).join(', ')} should have run by now. ` : '';
		const critical = late.length > 0 || alerts.some(({ severity }) => severity === 'critical');
		const kind = critical ? 'critical' : 'attention';
		return {
			kind,
			title: 'Needs attention',
			text: `${lateWords}${alerts.length > 0 ? `${count(alerts.length, 'alert is', 'alerts are')} open:` : ''}`,
		};
	}
	if (runs.every(({ finishedAt }) => finishedAt === undefined))
		return {
			kind: 'new',
			title: 'No run yet',
			text: 'No flow has finished a run. Activate a sync workflow in n8n, or run it once by hand; then this page fills.',
		};
	if (waiting > 0)
		return {
			kind: 'attention',
			title: 'Running, and some records need somebody',
			text: `The flows run as they should. ${count(waiting, 'record')} could not be accepted and ${waiting === 1 ? 'is' : 'are'} listed below.`,
		};
	return {
		kind: 'well',
		title: 'All is well',
		text: 'The flows run as they should, and no record waits for anybody.',
	};
}

function banner(dashboard: Dashboard): Html {
	const { kind, title, text } = bannerOf(dashboard);
	const alerts = dashboard.alerts.map(
		(alert) => html`<li><strong>${alert.title}.</strong> ${alert.text}</li>`,
	);
	return html`<section class="banner ${kind}" aria-labelledby="state">
		<h2 id="state">${title}</h2>
		<p>${text}</p>
		${
			alerts.length > 0 &&
			html`<ul>
				${alerts}
			</ul>`
		}
	</section>`;
}

function runTable(runs: readonly Run[], { now, zone }: DashboardFacts): Html {
	if (runs.length === 0)
		return html`<p class="empty">
			No flow is known yet. A flow appears here after its first run, or when it is named in the Sync
			Log node.
		</p>`;
	return html`<div class="scroll" role="region" aria-label="Last runs" tabindex="0">
		<table>
			<thead>
				<tr>
					<th scope="col">Flow</th>
					<th scope="col">Last finished run</th>
					<th scope="col">On time?</th>
					<th scope="col">What became of the records</th>
				</tr>
			</thead>
			<tbody>
				${runs.map(
					(run) =>
						html`<tr>
							<th scope="row">${run.flow}</th>
							<td>
								${run.finishedAt === undefined ? 'never' : html`${ago(run.finishedAt, now)}<br /><small>${plainTime(run.finishedAt, zone)}</small>`}
							</td>
							<td>${lag(run)}</td>
							<td>${outcomes(run)}</td>
						</tr>`,
				)}
			</tbody>
		</table>
	</div>`;
}

function lag({ finishedAt, cadence, late }: Run): Html {
	if (cadence === 0) return html`no schedule given`;
	const due = html`<small>due every ${span(cadence)}</small>`;
	if (finishedAt === undefined) return html`<strong>not run yet</strong><br />${due}`;
	return html`${late ? html`<strong class="late">late</strong>` : 'yes'}<br />${due}`;
}

function outcomes({ counts, finishedAt }: Run): string {
	const parts = Object.entries(counts)
		.filter(([, number]) => number > 0)
		.map(([outcome, number]) => `${figure(number)} ${nameOfOutcome(outcome).toLowerCase()}`);
	if (parts.length > 0) return parts.join(', ');
	return finishedAt === undefined ? '' : 'nothing had changed';
}

function summary({ waiting, parked }: Dashboard): string {
	if (waiting === 0) return 'None at the moment.';
	return `${count(waiting, 'record was', 'records were')} not accepted${parked > 0 ? `, ${figure(parked)} of them parked after several tries` : ''}.`;
}

function search(filter: string, action: string): Html {
	return html`<form
		method="get"
		role="search"
		class="search"
		${action !== '' && html` action="${action}"`}
	>
		<label for="record">Find a record by number, Chargebee ID or reason</label
		><input id="record" name="record" type="search" value="${filter}" autocomplete="off" /><button>
			Search</button
		>${filter.trim() !== '' && html`<a href="${action || '?'}">Show all</a>`}
	</form>`;
}

function history({ history: rows }: Dashboard, zone: string): Html {
	if (rows.length === 0) return html`<p class="empty">Nothing in the audit rows of this page.</p>`;
	return html`<div class="scroll" role="region" aria-label="History" tabindex="0">
		<table>
			<thead>
				<tr>
					<th scope="col">When</th>
					<th scope="col">Record</th>
					<th scope="col">Outcome</th>
					<th scope="col">Reason</th>
				</tr>
			</thead>
			<tbody>
				${rows.map((row) => {
					const at = Date.parse(columnText(row.at));
					return html`<tr>
						<td>${Number.isNaN(at) ? columnText(row.at) : plainTime(at, zone)}</td>
						<th scope="row">${columnText(row.source_key)}</th>
						<td>${link(columnText(row.execution_url), nameOfOutcome(columnText(row.outcome)))}</td>
						<td>${columnText(row.reason)}</td>
					</tr>`;
				})}
			</tbody>
		</table>
	</div>`;
}

function calls({ calls: { today, used, limit } }: Dashboard): Html {
	const written = html`<p>
		${count(today, 'call')} for the records of the last 24 hours, as far as the audit rows of this
		page tell.
	</p>`;
	if (used === undefined || limit === undefined || limit <= 0) return written;
	const share = Math.round((used / limit) * 100);
	return html`<p>
			<label for="use">${figure(used)} of ${figure(limit)} calls used (${share} %)</label>
		</p>
		<meter id="use" min="0" max="${limit}" high="${limit * 0.9}" value="${Math.min(used, limit)}">
			${share} %</meter
		>${written}`;
}

import type { Html } from './html';
import { markup } from './html';
import type { Dashboard } from './model';
import { count } from './words';

export interface State {
	kind: 'well' | 'attention' | 'critical' | 'new';
	title: string;
	text: string;
}

/** How it stands, in a title and a sentence. */
export function stateOf({ alerts, runs, waiting }: Dashboard): State {
	const late = runs.filter((run) => run.late).map(({ flow }) => flow);
	if (alerts.length > 0 || late.length > 0) {
		const critical = late.length > 0 || alerts.some(({ severity }) => severity === 'critical');
		const sentences = [
			...(late.length > 0 ? [`${late.join(', ')} should have run by now.`] : []),
			...(alerts.length > 0 ? [`${count(alerts.length, 'alert is', 'alerts are')} open:`] : []),
		];
		const kind = critical ? 'critical' : 'attention';
		return { kind, title: 'Needs attention', text: sentences.join(' ') };
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
			text: `The flows run as they should. ${count(waiting, 'record was', 'records were')} not accepted; see below.`,
		};
	return {
		kind: 'well',
		title: 'All is well',
		text: 'The flows run as they should, and no record waits for anybody.',
	};
}

export function banner(dashboard: Dashboard): Html {
	const { kind, title, text } = stateOf(dashboard);
	const alerts = dashboard.alerts.map(
		(alert) => markup`<li><strong>${alert.title}.</strong> ${alert.text}</li>`,
	);
	return markup`<section class="banner ${kind}" aria-labelledby="state"><h2 id="state">${title}</h2>
		<p>${text}</p>${alerts.length > 0 && markup`<ul>${alerts}</ul>`}</section>`;
}

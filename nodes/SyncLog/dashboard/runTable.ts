import { plainTime } from '../time';
import type { Html } from './html';
import { markup } from './html';
import type { DashboardFacts, Run } from './model';
import { stackedTable } from './stackedTable';
import { ago, figure, nameOfOutcome, span } from './words';

const COLUMNS = ['Flow', 'Last finished run', 'On time', 'What became of the records'] as const;

/** When each flow last ran, and whether it should have run again. */
export function runTable(runs: readonly Run[], { now, zone }: DashboardFacts): Html {
	if (runs.length === 0)
		return markup`<p class="empty">No flow is known yet. A flow appears here after its first run,
			 or when it is named in the Sync Log node.</p>`;
	return stackedTable(
		COLUMNS,
		runs.map((run) => runRow(run, now, zone)),
	);
}

function runRow(run: Run, now: number, zone: string): Array<string | Html> {
	const { flow, finishedAt } = run;
	const finished =
		finishedAt === undefined
			? 'never'
			: markup`${ago(finishedAt, now)} <small>${plainTime(finishedAt, zone)}</small>`;
	return [flow, finished, lag(run), outcomes(run)];
}

function lag({ finishedAt, cadence, late }: Run): Html {
	if (cadence === 0) return markup`no schedule given`;
	const due = markup`<small>due every ${span(cadence)}</small>`;
	if (finishedAt === undefined) return markup`<strong>not run yet</strong> ${due}`;
	return markup`${late ? markup`<strong class="late">late</strong>` : 'yes'} ${due}`;
}

function outcomes({ counts, finishedAt }: Run): string {
	const parts = Object.entries(counts)
		.filter(([, number]) => number > 0)
		.map(([outcome, number]) => `${figure(number)} ${nameOfOutcome(outcome).toLowerCase()}`);
	if (parts.length > 0) return parts.join(', ');
	return finishedAt === undefined ? '–' : 'nothing had changed';
}

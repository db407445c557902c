import { columnText } from '../tables';
import { plainTime } from '../time';
import type { Comparison } from './comparison';
import type { Html } from './html';
import { link, markup } from './html';
import { chargebeeUrl } from './links';
import type { ListSettings } from './recordList';
import { stackedTable } from './stackedTable';
import { count, figure, FINDING_WORDS, NOT_LINKED } from './words';

type Settings = Pick<ListSettings, 'links' | 'flows' | 'zone'> & { now: number };

const COLUMNS = ['Flow', 'Compared', 'Records of CloudSuite', 'What was found'] as const;
/** They run every night. */
const LATE = 48 * 60 * 60_000;

/** What the last comparisons of both sides found, in numbers and record by record. */
export function comparisonTable(comparisons: readonly Comparison[], settings: Settings): Html {
	if (comparisons.length === 0)
		return markup`<p class="empty">Nothing was compared yet. The workflows that compare all customers and all items
			 do it every night, or when they are run by hand.</p>`;
	const rows = comparisons.map((comparison) => [
		comparison.flow,
		when(comparison.at, settings),
		figure(comparison.compared),
		found(comparison),
	]);
	return markup`${stackedTable(COLUMNS, rows)}${comparisons.map((one) => differences(one, settings))}`;
}

function when(at: string, { now, zone }: Settings): Html {
	const time = Date.parse(at);
	if (Number.isNaN(time)) return markup`${at}`;
	const late = now - time > LATE && markup` <strong class="late">not since</strong>`;
	return markup`${plainTime(time, zone)}${late}`;
}

function found({ counts }: Comparison): string {
	const parts = Object.entries(FINDING_WORDS)
		.filter(([kind]) => (counts[kind] ?? 0) > 0)
		.map(
			([kind, { name }]) =>
				`${figure(counts[kind] ?? 0)} ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
		);
	return parts.join(', ') || 'nothing to compare';
}

/** Below this many the list is open: nobody has to ask for it. */
const OPEN = 10;
const DIFFERENCES = ['Record', 'What', 'In Chargebee', 'Difference or reason', 'What to do'];

function differences({ flow, findings, differing }: Comparison, settings: Settings): Html | false {
	if (differing === 0) return false;
	const rows = findings.map((row) => {
		const [id, name] = [columnText(row.chargebeeId), columnText(row.name)];
		const about = [columnText(row.stage), name].filter((text) => text !== '').join(': ');
		const key = columnText(row.cloudSuiteKey) || id;
		const kind = columnText(row.finding);
		const words = columnText(row.code) === 'not_linked_yet' ? NOT_LINKED : FINDING_WORDS[kind];
		const { toDo = '', says = 'reason' } = words ?? {};
		return [
			markup`${key}${about !== '' && markup` <small>${about}</small>`}`,
			words?.name ?? kind,
			id && link(chargebeeUrl(settings.links, settings.flows, flow, id), id),
			columnText(row[says]) || columnText(row.reason),
			toDo || columnText(row.actionToTake),
		];
	});
	const title = `${count(differing, 'record does', 'records do')} not agree in ${flow}`;
	if (rows.length === 0)
		return markup`<p>${title}. They are listed here after the next comparison.</p>`;
	const more =
		differing > rows.length &&
		`The first ${figure(rows.length)} are listed; all are in the file of the comparison.`;
	return markup`<details${differing <= OPEN && markup` open`}><summary>${title}</summary>
		${more && markup`<p>${more}</p>`}${stackedTable(DIFFERENCES, rows)}</details>`;
}

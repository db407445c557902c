import { columnText } from '../tables';
import { plainTime } from '../time';
import type { Comparison } from './comparison';
import type { Html } from './html';
import { link, markup } from './html';
import { chargebeeUrl } from './links';
import type { ListSettings } from './recordList';
import { stackedTable } from './stackedTable';
import { count, figure, FINDING_WORDS, nameOfFinding } from './words';

type Settings = Pick<ListSettings, 'links' | 'flows' | 'zone'>;

const COLUMNS = ['Flow', 'Compared', 'In CloudSuite', 'What was found'] as const;

/** What the last comparisons of both sides found, in numbers and record by record. */
export function comparisonTable(comparisons: readonly Comparison[], settings: Settings): Html {
	if (comparisons.length === 0)
		return markup`<p class="empty">Nothing was compared yet. The workflows that compare all customers and all items
			 do it every night, or when they are run by hand.</p>`;
	const rows = comparisons.map((comparison) => {
		const time = Date.parse(comparison.at);
		const cells = [
			Number.isNaN(time) ? comparison.at : plainTime(time, settings.zone),
			figure(comparison.source),
			found(comparison),
		];
		return [comparison.flow, ...cells];
	});
	return markup`${stackedTable(COLUMNS, rows)}${comparisons.map((one) => differences(one, settings))}`;
}

function found({ counts }: Comparison): string {
	const parts = Object.keys(FINDING_WORDS)
		.filter((kind) => (counts[kind] ?? 0) > 0)
		.map((kind) => {
			const name = nameOfFinding(kind);
			return `${figure(counts[kind] ?? 0)} ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
		});
	return parts.join(', ') || 'nothing to compare';
}

/** Below this many the list is open: nobody has to ask for it. */
const OPEN = 10;
const DIFFERENCES = ['Record', 'What', 'In Chargebee', 'Difference or reason', 'What to do'];

function differences({ flow, findings, differing }: Comparison, settings: Settings): Html | false {
	if (differing === 0) return false;
	const rows = findings.map((row) => {
		const [id, name] = [columnText(row.chargebeeId), columnText(row.name)];
		const key = columnText(row.cloudSuiteKey) || id;
		const kind = columnText(row.finding);
		const { toDo = '', says = 'reason' } = FINDING_WORDS[kind] ?? {};
		return [
			markup`${key}${name !== '' && markup` <small>${name}</small>`}`,
			nameOfFinding(kind),
			id && link(chargebeeUrl(settings.links, settings.flows, flow, id), id),
			columnText(row[says]) || columnText(row.reason),
			toDo || columnText(row.actionToTake),
		];
	});
	const title = `${count(differing, 'record does', 'records do')} not agree in ${flow}`;
	const more =
		differing > rows.length &&
		`The first ${figure(rows.length)} are listed; all are in the file of the comparison.`;
	return markup`<details${differing <= OPEN && markup` open`}><summary>${title}</summary>
		${more && markup`<p>${more}</p>`}${rows.length > 0 && stackedTable(DIFFERENCES, rows)}</details>`;
}

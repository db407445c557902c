import { FINDINGS } from '../../../nodes/Chargebee/reconcile/finding';
import { atMost, csvFile, item, onlyIf } from '../nodes';
import type { Storage } from '../storage/storage';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { memory, remember } from './state';
import { setting } from './words';

/** On the dashboard; all are in the file. */
const SHOWN = 50;
/** What the file says when there is nothing to say. */
const NONE = 'all agree';

interface Report {
	text: string;
	/** The node whose items are findings. */
	found: string;
	/** The comparison: of the file, and of what is remembered. */
	name: string;
	/** Further columns of the file, as members of an object. */
	columns?: string;
	/** The nodes that compare, each with its summary first. */
	compared: readonly string[];
	/** The one of them whose records are the flow's. */
	whose: string;
}

/**
 * What is remembered of a comparison, from the counts of its nodes: going through all findings in an expression takes
 * minutes when there are many.
 */
const summaryOf = ({ compared, whose }: Report): string =>
	`(() => { const of = node => node.isExecuted ? node.first().json : {}; const all = [${compared.map((name) => `of($('${name}'))`).join(', ')}]; const sum = name => all.reduce((total, one) => total + (one[name] ?? 0), 0); const counts = Object.fromEntries(${JSON.stringify(FINDINGS)}.map(kind => [kind, sum(kind)]).filter(([, count]) => count > 0)); const { inCloudSuite = 0, onlyInCloudSuite = 0, onlyInChargebee = 0 } = of($('${whose}')); return { flow: ${setting('flow')}, source: inCloudSuite, chargebee: inCloudSuite - onlyInCloudSuite + onlyInChargebee, at: $now.toUTC().toISO(), compared: sum('inCloudSuite'), counts, findings: $('First of them').all().map(row => row.json).filter(row => row.finding !== '${NONE}') }; })()`;

/** What a comparison found, as rows, as a file and in counts. @returns the section and the node with what does not agree */
export function findingsSection(
	template: Template,
	storage: Storage,
	report: Report,
): { section: Section; differing: string } {
	const { text, found, name, columns = '' } = report;
	const section = new Section('4 Report', text);
	const differing = section.add(
		'Findings',
		onlyIf("Boolean($json.finding) && $json.finding !== 'agrees'", { alwaysOutputData: true }),
	);
	const lines = section.add(
		'Lines of the file',
		item(
			`{ finding: $json.finding ?? '${NONE}', ${columns}cloudSuiteKey: $json.sourceKey ?? '', chargebeeId: $json.chargebeeId ?? '', name: $json.name ?? '', code: $json.code ?? '', changes: ($json.changes ?? []).map(change => \`\${change.field}: \${change.from ?? '(empty)'} -> \${change.to ?? '(empty)'}\`).join('; '), reason: $json.reason ?? '', actionToTake: $json.actionToTake ?? '' }`,
		),
	);
	const file = section.add('CSV file', csvFile(`${name}.csv`));
	section.row();
	const some = section.add('First of them', atMost(SHOWN));
	const counts = section.add('Summary', item(summaryOf(report), { executeOnce: true }));
	const row = section.add('State row', memory(name, 'JSON.stringify($json)'));
	const remembering = section.add('Remember', remember(storage));
	template.chain(found, differing, lines, file);
	template.chain(lines, some, counts, row, remembering);
	return { section, differing };
}

/**
 * Chooses what Create or Update can settle, when repairing is switched on, and not too many at once: joining them takes
 * n8n the longer the more there are, and a wrong mapping shall not reach everything in one night.
 */
export function repairNodes(template: Template, section: Section, differing: string): string {
	const can = section.add(
		'Can be repaired',
		onlyIf(
			`${setting('repair')} === true && ['differs', 'onlyInCloudSuite'].includes($json.finding)`,
		),
	);
	const chosen = section.add('To repair', atMost(`={{ ${setting('repairAtMost')} }}`));
	template.chain(differing, can, chosen);
	return chosen;
}

export const REPAIR = { repair: false, repairAtMost: 1000 };

import type { CatalogueEntry, ErrorClass, Retried } from '../../nodes/shared/errors/types';
import type { Group } from './errorGroups';
import { ERROR_GROUPS } from './errorGroups';

const CLASSES: Record<ErrorClass, string> = {
	invalid: 'a value or a setting of the workflow is wrong; it was not sent',
	rejected: 'the other system refused the values of this record',
	conflict: 'two sides contradict each other, a person decides',
	throttled: 'the other system asked to wait',
	outage: 'network or server trouble that passes',
	auth: 'a key, log-in or permission was refused: nothing else would work either',
	configuration: 'credential, site or tenant are not set up as the sync needs it',
};

const RETRIED: Record<Retried, string> = {
	byItself: 'by itself, within the run; what still fails then is for the next run',
	nextRun: 'by the next run, nothing has to be changed',
	never: 'no, something has to be changed first',
};

/** `docs/errors.md`, in the form Prettier leaves alone. */
export function errorPage(): string {
	const head = [
		'# Error catalogue',
		'Every message of the nodes, with what it means and what to do. The page is made from the code (`npm run docs:errors`); a word in braces stands for a value. Messages never hold keys, passwords or tokens.',
		'**Class** says who has to act:',
		Object.entries(CLASSES)
			.map(([name, text]) => `- \`${name}\`: ${text}`)
			.join('\n'),
		'**Retried** says whether doing the same again can help. A record that was not accepted is also sent again by every later run that gets it, so nothing is lost while somebody corrects it.',
		'## Contents',
		ERROR_GROUPS.map(contents).join('\n'),
	];
	return `${[...head, ...ERROR_GROUPS.flatMap(chapter)].join('\n\n')}\n`;
}

/** The address of an entry on the page, as GitHub makes it from its heading. */
export function anchor(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');
}

function contents({ title, catalogue }: Group): string {
	const codes = Object.keys(catalogue).map((code) => `[\`${code}\`](#${anchor(code)})`);
	return `- [${title}](#${anchor(title)}): ${codes.join(', ')}`;
}

function chapter({ title, intro, catalogue }: Group): string[] {
	const entries = Object.entries(catalogue);
	const messages = new Set(entries.map(([, { message }]) => message));
	const [shared] = messages.size === 1 && entries.length > 1 ? messages : [];
	return [
		`## ${title}`,
		intro,
		...(shared ? [`All read: \`${shared}\``] : []),
		...entries.flatMap(([code, entry]) => section(code, entry, shared === undefined)),
	];
}

function section(code: string, entry: CatalogueEntry, withMessage: boolean): string[] {
	return [
		`### \`${code}\``,
		...(withMessage ? [`\`${entry.message}\``] : []),
		entry.meaning,
		[
			`- What to do: ${actionOf(entry)}`,
			`- Class: \`${entry.class}\``,
			`- Retried: ${RETRIED[entry.retried]}`,
		].join('\n'),
	];
}

function actionOf({ action }: CatalogueEntry): string {
	// such an entry only puts another failure into its place
	if (action === '{action}') return 'what is said of the failure it names.';
	return action.replace(/\{(\w+)\}/g, '`{$1}`');
}

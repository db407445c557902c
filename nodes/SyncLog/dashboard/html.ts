/** Text that is HTML already. Everything else is escaped where it is put into a page. */
export class Html {
	constructor(readonly text: string) {}
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

/** A piece of a page: what stands between the literals is escaped, in texts and in quoted attributes alike. */
export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Html {
	return new Html(
		literals.reduce((text, literal, index) => `${text}${shown(parts[index - 1])}${literal}`),
	);
}

function shown(part: Part): string {
	if (part instanceof Html) return part.text;
	if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
	return part ? part.map(shown).join('') : '';
}

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A link to elsewhere, or only the words: an address from a table may be anything. */
export function link(url: string | undefined, words: Part, label?: string): Html {
	const safe = webAddress(url);
	if (safe === undefined) return html`${words}`;
	return html`<a
		href="${safe}"
		rel="noopener noreferrer"
		${label === undefined ? '' : html` aria-label="${label}"`}
		>${words}</a
	>`;
}

/** An http(s) address, or `undefined`. */
export function webAddress(url: string | undefined): string | undefined {
	if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined;
	return new URL(url).href;
}

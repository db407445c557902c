export interface PageContent {
	title: string;
	lead: string;
	/** Key figures: label and number. */
	figures: ReadonlyArray<readonly [label: string, value: number | string]>;
	sections: ReadonlyArray<{ heading: string; note: string; html: string }>;
}

export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A table; cells are HTML, headings are text. */
export function table(headings: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const head = headings.map((heading) => `<th scope="col">${escapeHtml(heading)}</th>`).join('');
	const body = rows
		.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
		.join('');
	return `<div class="scroll"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** One plain page without scripts or anything from elsewhere. */
export function layout({ title, lead, figures, sections }: PageContent): string {
	const numbers = figures
		.map(
			([label, value]) =>
				`<div><dd>${escapeHtml(typeof value === 'number' ? value.toLocaleString('en-US') : value)}</dd><dt>${escapeHtml(label)}</dt></div>`,
		)
		.join('');
	const parts = sections
		.map(
			({ heading, note, html }) =>
				`<section><h2>${escapeHtml(heading)}</h2><p>${escapeHtml(note)}</p>${html}</section>`,
		)
		.join('');
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p></header><main><dl>${numbers}</dl>${parts}</main></body></html>`;
}

const STYLE = `
:root{color-scheme:light dark;--ink:#1d2733;--soft:#5a6b7d;--line:#d9e0e7;--back:#f5f7f9;--card:#fff;--accent:#24405f}
@media(prefers-color-scheme:dark){:root{--ink:#e7edf3;--soft:#9fb0c1;--line:#33414f;--back:#141a20;--card:#1c242c;--accent:#8db7e2}}
*{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header,main{max-width:1400px;margin:0 auto;padding:1rem 1.5rem}header{padding-top:2rem}
h1{margin:0;font-size:1.6rem;color:var(--accent)}h2{margin:0;font-size:1.15rem}p{margin:.2rem 0 .8rem;color:var(--soft)}
dl{display:flex;flex-wrap:wrap;gap:.8rem;margin:0 0 1.5rem}dl div{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:.6rem 1rem;min-width:9rem}
dd{margin:0;font-size:1.5rem;font-weight:600}dt{color:var(--soft);font-size:.85rem}
section{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:1rem 1.2rem;margin-bottom:1.2rem}
.scroll{overflow:auto;max-height:34rem}table{border-collapse:collapse;width:100%;font-size:.88rem}
th,td{text-align:left;padding:.35rem .8rem .35rem 0;border-bottom:1px solid var(--line);white-space:nowrap}
th{position:sticky;top:0;background:var(--card);color:var(--soft);font-weight:600}s{color:var(--soft)}
`;

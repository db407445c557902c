import type { Html } from './html';
import { markup } from './html';

/**
 * A table that a narrow screen shows as blocks; the roles keep it a table for those who listen.
 * @param rows cells in the order of the columns; the first names the row
 */
export function stackedTable(
	columns: readonly string[],
	rows: ReadonlyArray<ReadonlyArray<string | Html>>,
): Html {
	const head = columns.map((name) => markup`<th scope="col" role="columnheader">${name}</th>`);
	const body = rows.map(([first, ...cells]) => {
		const others = cells.map(
			(content, index) =>
				markup`<td role="cell" data-label="${columns[index + 1]}">${content}</td>`,
		);
		return markup`<tr role="row"><th scope="row" role="rowheader">${first}</th>${others}</tr>`;
	});
	return markup`<table class="stack" role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead>
		<tbody role="rowgroup">${body}</tbody></table>`;
}

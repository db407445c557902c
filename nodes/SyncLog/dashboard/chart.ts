import { DateTime } from 'luxon';
import type { Html } from './html';
import { markup } from './html';
import type { Day } from './model';
import { DAYS } from './model';
import { figure, GROUPS } from './words';

/** Units of the drawing: 10 per day, 100 high; it is stretched to the width of the page, so it holds no text. */
const [SLOT, BAR, HEIGHT] = [10, 7, 100];
/** A bar of one record among thousands must still be seen. */
const LEAST = 1.5;

/** Records per day by outcome, as bars and, for those who read rather than look, as a table. */
export function chart(days: readonly Day[], zone: string): Html {
	const most = Math.max(...days.map(total));
	if (most === 0)
		return markup`<p class="empty">No record went through in the last ${DAYS} days.
			 Once a flow runs, each day gets a bar here.</p>`;
	const keys = GROUPS.map(
		({ id, name }) => markup`<li><span class="swatch ${id}"></span>${name}</li>`,
	);
	const bars = days.map((day, index) => bar(day, index * SLOT + (SLOT - BAR) / 2, most));
	const label = `Records per day by outcome, ${days[0]?.date} to ${days.at(-1)?.date}; the table below has the numbers`;
	return markup`<ul class="legend">${keys}</ul>
		<div class="chart"><span class="scale">${figure(most)}</span>
		<svg role="img" aria-label="${label}" viewBox="0 0 ${DAYS * SLOT} ${HEIGHT}" preserveAspectRatio="none">${bars}</svg>
		<div class="days" aria-hidden="true">${days.map((day) => markup`<span>${dayName(day, zone)}</span>`)}</div></div>
		<details><summary>The numbers as a table</summary>${table(days)}</details>`;
}

function table(days: readonly Day[]): Html {
	const head = GROUPS.map(({ name }) => markup`<th scope="col" class="number">${name}</th>`);
	const rows = [...days].reverse().map((day) => {
		const cells = GROUPS.map(({ id }) => markup`<td class="number">${figure(day.groups[id])}</td>`);
		return markup`<tr><th scope="row">${day.date}</th>${cells}</tr>`;
	});
	return markup`<div class="scroll" role="region" aria-label="Records per day" tabindex="0"><table>
		<thead><tr><th scope="col">Day</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

function bar(day: Day, x: number, most: number): Html[] {
	const heights = GROUPS.map(({ id }) =>
		day.groups[id] === 0 ? 0 : Math.max((day.groups[id] / most) * HEIGHT, LEAST),
	);
	const sum = heights.reduce((all, height) => all + height, 0);
	const fit = Math.min(1, HEIGHT / (sum || 1));
	let top = HEIGHT;
	return GROUPS.flatMap(({ id }, index) => {
		const height = (heights[index] ?? 0) * fit;
		if (height === 0) return [];
		top -= height;
		const [y, high] = [Math.max(top, 0).toFixed(2), height.toFixed(2)];
		return [markup`<rect class="${id}" x="${x}" y="${y}" width="${BAR}" height="${high}"/>`];
	});
}

function dayName({ start }: Day, zone: string): string {
	return DateTime.fromMillis(start, { zone, locale: 'en' }).toFormat('d LLL');
}

function total({ groups }: Day): number {
	return GROUPS.reduce((sum, { id }) => sum + groups[id], 0);
}

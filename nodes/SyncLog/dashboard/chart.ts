import { DateTime } from 'luxon';
import type { Day } from './model';
import { DAYS } from './model';
import type { Html } from './html';
import { html } from './html';
import { figure, GROUPS } from './words';

/** Units of the drawing: 10 per day, 100 high; it is stretched to the width of the page, so it holds no text. */
const [SLOT, BAR, HEIGHT] = [10, 7, 100];
/** A bar of one record among thousands must still be seen. */
const LEAST = 1.5;

/** Records per day by outcome, as bars and, for those who read rather than look, as a table. */
export function chart(days: readonly Day[], zone: string): Html {
	const most = Math.max(...days.map(total));
	if (most === 0)
		return html`<p class="empty">
			No record went through in the last ${DAYS} days. Once a flow runs, each day gets a bar here.
		</p>`;
	const bars = days.map((day, index) => bar(day, index * SLOT + (SLOT - BAR) / 2, most));
	return html`<ul class="legend">
			${GROUPS.map(({ id, name }) => html`<li><span class="swatch ${id}"></span>${name}</li>`)}
		</ul>
		<div class="chart">
			<span class="scale">${figure(most)}</span
			><svg
				role="img"
				aria-label="Records per day by outcome, ${days[0]?.date} to ${days.at(-1)?.date}; the table below has the numbers"
				viewBox="0 0 ${DAYS * SLOT} ${HEIGHT}"
				preserveAspectRatio="none"
			>
				${bars}
			</svg>
			<div class="days" aria-hidden="true">
				${days.map((day) => html`<span>${label(day, zone)}</span>`)}
			</div>
		</div>
		<details>
			<summary>The numbers as a table</summary>
			<div class="scroll" role="region" aria-label="Records per day" tabindex="0">
				<table>
					<thead>
						<tr>
							<th scope="col">Day</th>
							${GROUPS.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
						</tr>
					</thead>
					<tbody>
						${[...days].reverse().map(
							(day) =>
								html`<tr>
									<th scope="row">${day.date}</th>
									${GROUPS.map(({ id }) => html`<td class="number">${figure(day.groups[id])}</td>`)}
								</tr>`,
						)}
					</tbody>
				</table>
			</div>
		</details>`;
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
		return [
			html`<rect
				class="${id}"
				x="${x}"
				y="${top.toFixed(2)}"
				width="${BAR}"
				height="${height.toFixed(2)}"
			/>`,
		];
	});
}

function label({ start }: Day, zone: string): string {
	return DateTime.fromMillis(start, { zone, locale: 'en' }).toFormat('d LLL');
}

function total({ groups }: Day): number {
	return GROUPS.reduce((sum, { id }) => sum + groups[id], 0);
}

import { plainTime } from '../time';
import type { Html } from './html';
import { html, link } from './html';
import type { Links } from './links';
import { chargebeeUrl } from './links';
import type { Dashboard, ShownFlow, ShownRecord } from './model';
import { count, nameOfOutcome, OUTCOME_WORDS, PARKED_WORDS } from './words';

/** More on one page nobody reads; the filter finds the rest. */
export const MOST_SHOWN = 100;

export interface ListSettings {
	links: Links;
	/** Sent back with every button, so that the workflow knows the request comes from this page. */
	token: string;
	flows: readonly ShownFlow[];
	filter: string;
	zone: string;
}

/** The records that need somebody, with what can be done about each. */
export function recordList({ records, waiting }: Dashboard, settings: ListSettings): Html {
	if (waiting === 0)
		return html`<p class="empty">
			Nothing to do: every record that went through was accepted. When one is not, it is listed here
			with the reason and what to do.
		</p>`;
	if (records.length === 0)
		return html`<p class="empty">
			None of the ${count(waiting, 'record')} in trouble contains “${settings.filter}”.
		</p>`;
	const shown = records.slice(0, MOST_SHOWN);
	const more = records.length - shown.length;
	return html`${replayAll(shown, settings)}
		<ol class="records">
			${shown.map((record) => card(record, settings))}
		</ol>
		${more > 0 && html`<p>${count(more, 'more record is', 'more records are')} not shown: search above to find them.</p>`}`;
}

function card(record: ShownRecord, settings: ListSettings): Html {
	const { key, flow, outcome, parked, reason, attempts, since } = record;
	const toDo = parked ? PARKED_WORDS.toDo : (OUTCOME_WORDS[outcome]?.toDo ?? '');
	const time = Date.parse(since);
	return html`<li>
		<article>
			<header>
				<h3>${key}</h3>
				${parked && html`<span class="badge parked">${PARKED_WORDS.name}</span>`}<span
					class="badge ${badgeClass(outcome)}"
					>${nameOfOutcome(outcome)}</span
				>
			</header>
			<p>${reason || 'No reason was given.'}</p>
			${toDo && html`<p class="todo"><strong>What to do:</strong> ${toDo}</p>`}
			<p class="facts">
				${flow}${attempts > 0 && html` · ${count(attempts, 'attempt')}`}${!Number.isNaN(time) && html` · since ${plainTime(time, settings.zone)}`}${outbound(record, settings)}
			</p>
			${forms(record, settings)}
		</article>
	</li>`;
}

function outbound({ key, flow, chargebeeId, executionUrl }: ShownRecord, settings: ListSettings) {
	const inChargebee = chargebeeUrl(settings.links, settings.flows, flow, chargebeeId);
	return html`${executionUrl && html` · ${link(executionUrl, 'last execution', `Last execution of ${key}`)}`}${chargebeeId && html` · Chargebee: ${link(inChargebee, chargebeeId)}`}`;
}

function forms(record: ShownRecord, settings: ListSettings): Html {
	if (settings.links.actionUrl === '') return html``;
	const buttons = record.parked
		? [button('replay', 'Replay', record.key), button('unpark', 'Un-park', record.key)]
		: [button('replay', 'Replay', record.key), button('ignore', 'Ignore', record.key)];
	return html`<form method="post" action="${settings.links.actionUrl}">
		${hidden([record], settings)}${buttons}
	</form>`;
}

function replayAll(records: readonly ShownRecord[], settings: ListSettings): Html {
	if (settings.links.actionUrl === '') return html``;
	return html`<form method="post" action="${settings.links.actionUrl}" class="all">
		${hidden(records, settings)}<button name="action" value="replay">
			Replay all ${count(records.length, 'listed record')}</button
		><span
			>Replay sends a record again as CloudSuite has it now. Ignore takes it off this list until it
			changes. Un-park lets the schedule try it again.</span
		>
	</form>`;
}

function button(action: string, words: string, key: string): Html {
	return html`<button name="action" value="${action}" aria-label="${words} ${key}">
		${words}
	</button>`;
}

function hidden(records: readonly ShownRecord[], { token }: ListSettings): Html {
	const named = records.map(({ flow, key }) => ({ flow, source_key: key }));
	return html`<input type="hidden" name="token" value="${token}" /><input
			type="hidden"
			name="records"
			value="${JSON.stringify(named)}"
		/>`;
}

/** A class of the style sheet: an unknown outcome has none of its own. */
function badgeClass(outcome: string): string {
	return Object.hasOwn(OUTCOME_WORDS, outcome) ? outcome : 'other';
}

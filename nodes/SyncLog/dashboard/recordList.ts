import { plainTime } from '../time';
import type { Html } from './html';
import { link, markup, NOTHING } from './html';
import type { Links } from './links';
import { chargebeeUrl } from './links';
import type { Dashboard, ShownFlow, ShownRecord } from './model';
import { count, figure, nameOfOutcome, OUTCOME_WORDS, PARKED_WORDS } from './words';

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
		return markup`<p class="empty">Nothing to do: every record that went through was accepted.
			 When one is not, it is listed here with the reason and what to do.</p>`;
	if (records.length === 0)
		return markup`<p class="empty">None of the ${count(waiting, 'record')} in trouble contains “${settings.filter}”.</p>`;
	const shown = records.slice(0, MOST_SHOWN);
	const more = count(records.length - shown.length, 'more record is', 'more records are');
	const cards = shown.map((record) => card(record, settings));
	return markup`${replayAll(shown, settings)}<ol class="records">${cards}</ol>
		${records.length > shown.length && markup`<p>${more} not shown: search above to find them.</p>`}`;
}

function card(record: ShownRecord, settings: ListSettings): Html {
	const { key, outcome, parked, reason } = record;
	const toDo = parked ? PARKED_WORDS.toDo : (OUTCOME_WORDS[outcome]?.toDo ?? '');
	const given = parked && markup`<span class="badge parked">${PARKED_WORDS.name}</span>`;
	return markup`<li><article><header><h3>${key}</h3>${given}
		<span class="badge ${badgeClass(outcome)}">${nameOfOutcome(outcome)}</span></header>
		<p>${reason || 'No reason was given.'}</p>
		${toDo && markup`<p class="todo"><strong>What to do:</strong> ${toDo}</p>`}
		${facts(record, settings)}${forms(record, settings)}</article></li>`;
}

function facts(record: ShownRecord, { links, flows, zone }: ListSettings): Html {
	const { key, flow, attempts, since, chargebeeId: id, executionUrl } = record;
	const time = Date.parse(since);
	const inChargebee = chargebeeUrl(links, flows, flow, id);
	return markup`<p class="facts">${flow}
		${attempts > 0 && markup` · ${count(attempts, 'attempt')}`}
		${!Number.isNaN(time) && markup` · since ${plainTime(time, zone)}`}
		${executionUrl && markup` · ${link(executionUrl, 'last execution', `Last execution of ${key}`)}`}
		${id && markup` · Chargebee: ${link(inChargebee, id)}`}</p>`;
}

function forms(record: ShownRecord, settings: ListSettings): Html {
	if (settings.links.actionUrl === '') return NOTHING;
	const other = record.parked ? (['unpark', 'Un-park'] as const) : (['ignore', 'Ignore'] as const);
	const buttons = [['replay', 'Replay'] as const, other].map(
		([action, words]) =>
			markup`<button name="action" value="${action}" aria-label="${words} ${record.key}">${words}</button>`,
	);
	return markup`<form method="post" action="${settings.links.actionUrl}">${hidden([record], settings)}${buttons}</form>`;
}

function replayAll(records: readonly ShownRecord[], settings: ListSettings): Html {
	if (settings.links.actionUrl === '') return NOTHING;
	return markup`<form method="post" action="${settings.links.actionUrl}" class="all">${hidden(records, settings)}
		<button name="action" value="replay">Replay all listed (${figure(records.length)})</button>
		<span>Replay sends a record again as CloudSuite has it now. Ignore takes it off this list until it changes.
		 Un-park lets the schedule try it again.</span></form>`;
}

function hidden(records: readonly ShownRecord[], { token }: ListSettings): Html {
	const named = records.map(({ flow, key }) => ({ flow, source_key: key }));
	return markup`<input type="hidden" name="token" value="${token}">
		<input type="hidden" name="records" value="${JSON.stringify(named)}">`;
}

/** A class of the style sheet: an unknown outcome has none of its own. */
function badgeClass(outcome: string): string {
	return Object.hasOwn(OUTCOME_WORDS, outcome) ? outcome : 'other';
}

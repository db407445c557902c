import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { InforState } from '../state';
import { LnError } from './error';
import type { EntitySet } from './model/types';
import { parseFilter } from './query/filter';
import { parseKey } from './query/key';
import { parseOrder } from './query/order';
import { cutPage, pageSizeOf } from './query/paging';
import { parseProjection, project } from './query/projection';
import { queryOptions } from './query/queryOptions';
import type { View } from './query/view';
import { codeOf, visibleRows } from './query/view';
import { json, serviceUrl } from './respond';

/** Answers `<Set>` with a page of rows or `<Set>(<key>)` with one row. */
export function answerRows(
	state: InforState,
	view: View,
	resource: string,
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer {
	const [, setName = '', key] = /^([^(]+)(?:\((.*)\))?$/s.exec(decoded(resource)) ?? [];
	const set = view.service.sets.find(({ name }) => name === setName);
	if (!set) throw new LnError(404, `Entity set ${setName} does not exist`);
	notes.set = setName;
	const options = queryOptions(request.query);
	const projection = parseProjection(options.$select, options.$expand, set, view);
	const context = `${serviceUrl(state, view.service.name)}/$metadata#${setName}`;
	if (key !== undefined) {
		const row = findByKey(set, key, view);
		const body = { '@odata.context': `${context}/$entity`, ...project(row, projection, view) };
		return json(JSON.stringify(body));
	}

	const matches =
		options.$filter === undefined ? () => true : parseFilter(options.$filter, set, view);
	const found = visibleRows(set, view)
		.filter(matches)
		.sort(parseOrder(options.$orderby, set, view));
	const skip = count(options.$skip, '$skip') ?? 0;
	const top = count(options.$top, '$top') ?? Infinity;
	const pageSize = pageSizeOf(request.headers.prefer, state.behaviour);
	const window = found.slice(skip, skip + top);
	const page = cutPage(window, options.$skiptoken, pageSize, state.behaviour.pages);
	notes.rows = page.rows.length;
	notes.pageSize = pageSize;
	notes.more = page.skipToken !== undefined;
	return json(
		JSON.stringify({
			'@odata.context': context,
			...(options.$count === 'true' ? { '@odata.count': found.length } : {}),
			value: page.rows.map((row) => project(row, projection, view)),
			...(page.skipToken === undefined
				? {}
				: { '@odata.nextLink': nextLink(state, request, page.skipToken) }),
		}),
	);
}

/** Keys are compared byte for byte: a blank more or less is another key. */
function findByKey(
	set: EntitySet,
	text: string,
	view: View,
): ReturnType<typeof visibleRows>[number] {
	const key = parseKey(text, set);
	const row = visibleRows(set, view).find((candidate) =>
		set.key.every((column) => codeOf(candidate, column) === key[column]),
	);
	if (row) return row;
	const named = Object.values(key).join(', ');
	throw new LnError(404, 'Record not found', `'${named}' cannot be read from table ${set.name}`);
}

/** The request's own query with the token for the next page; headers are not repeated in it. */
function nextLink(state: InforState, { path, query }: SandboxRequest, token: string): string {
	const kept = query.split('&').filter((part) => part !== '' && !/^(\$|%24)skiptoken=/i.test(part));
	const target =
		state.behaviour.nextLink === 'absolute' ? `${state.url}${path}` : path.split('/').pop();
	return `${target}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}

function count(value: string | undefined, name: string): number | undefined {
	if (value === undefined) return undefined;
	if (!/^\d+$/.test(value)) throw new LnError(400, `Invalid ${name} '${value}'`);
	return Number(value);
}

function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		throw new LnError(400, `Malformed percent-encoding in '${text}'`);
	}
}

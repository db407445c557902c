import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { FsmData } from './data';
import { FsmException, NO_DATA_CONTEXT, exceptionAnswer } from './exception';
import { answerList } from './list';

/**
 * Answers what is behind `FSM/fsm/soap`: lists of a class and the list of classes, reading only.
 * https://docs.infor.com/lmrk/2025.x/en-us/lmrkolh/lmrkwsrg/suj1541471703776.html (overview); addresses as in
 * https://github.com/clipham/infor-cloudsuite-mcp (at 14b7d6c, resources/reference.py)
 */
export function answerFsm(
	data: FsmData,
	path: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer | undefined {
	if (request.method !== 'GET') {
		notes.write = true;
		return { status: 405, body: { error: 'Method Not Allowed' } };
	}
	try {
		if (!data.behaviour.hasDataContext) throw new FsmException(NO_DATA_CONTEXT);
		const [first, name, kind, list, ...deeper] = path.map(decodeURIComponent);
		if (first !== 'classes') return undefined;
		if (name === undefined) return { status: 200, body: classesBody(data) };
		if (kind !== 'lists' || list === undefined || deeper.length > 0) return undefined;
		const content = data.classes[name];
		if (!content) throw new FsmException(`Business class ${name} does not exist`);
		if (list !== '_generic' && !data.lists.includes(list))
			throw new FsmException(`${name} has no list ${list}`);
		const parameters = parametersOf(request.query);
		const { body, rows } = answerList(data, name, content, { list, parameters });
		Object.assign(notes, { class: name, rows });
		return { status: 200, headers: JSON_TYPE, body: JSON.stringify(body) };
	} catch (error) {
		if (error instanceof FsmException) return exceptionAnswer(error.message, data.behaviour);
		throw error;
	}
}

const JSON_TYPE = { 'content-type': 'application/json;charset=utf-8' };

/** Percent-decoded only: a `+` stays a plus, as published clients of FSM have found. */
function parametersOf(query: string): Record<string, string> {
	const pairs = query.split('&').filter((pair) => pair !== '');
	return Object.fromEntries(
		pairs.map((pair) => {
			const at = pair.indexOf('=');
			return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
		}),
	);
}

/** `classes?_links=true`. What it answers is not published, so the sandbox has several forms. */
function classesBody({ classes, behaviour }: FsmData): unknown {
	const names = Object.keys(classes);
	if (behaviour.classesShape === 'names') return names;
	if (behaviour.classesShape === 'records')
		return [{ _count: names.length }, ...names.map((name) => ({ _fields: { Name: name } }))];
	return [
		{
			_links: names.map((name) => ({ rel: 'class', href: `../classes/${name}?_links=true` })),
		},
	];
}

import { LnError } from '../error';

const OPTIONS = new Set([
	'$select',
	'$expand',
	'$filter',
	'$orderby',
	'$top',
	'$skip',
	'$count',
	'$skiptoken',
	'$format',
]);

/**
 * The system query options of a raw query. Options LN was never seen to answer ($search, $apply, delta) are refused;
 * `+` is read as a blank, as LN does for clients that build queries like forms.
 */
export function queryOptions(query: string): Record<string, string> {
	const options: Record<string, string> = {};
	for (const [name, value] of new URLSearchParams(query)) {
		if (!name.startsWith('$')) continue;
		if (!OPTIONS.has(name)) throw new LnError(400, `Query option ${name} is not supported`);
		if (name in options) throw new LnError(400, `Query option ${name} is given twice`);
		options[name] = value;
	}
	return options;
}

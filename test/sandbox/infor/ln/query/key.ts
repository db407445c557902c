import { LnError } from '../error';
import type { Column, EntitySet } from '../model/types';

export type Key = Record<string, string>;

const PART =
	/^\s*(?:(\w+)\s*=\s*)?(?:'((?:[^']|'')*)'|(-?\d+|\d{4}-\d{2}-\d{2}T[\d:.]+Z))\s*(?:,|$)/s;

/**
 * Reads what stands between the parentheses of `Set(...)`: `'v'` for a single key, `A='v',B=10` for any.
 * Texts are taken byte for byte, blanks included; a quote inside is doubled.
 */
export function parseKey(text: string, set: EntitySet): Key {
	const key: Key = {};
	let rest = text;
	while (rest.trim() !== '') {
		const match = PART.exec(rest);
		if (!match) throw new LnError(400, `Invalid key '${text}' for ${set.name}`);
		const [whole, name, quoted, bare] = match;
		const column = set.columns.find(({ name: known }) => known === (name ?? set.key[0]));
		if (!column || !set.key.includes(column.name) || isQuoted(column) !== (quoted !== undefined)) {
			throw new LnError(400, `Invalid key '${text}' for ${set.name}`);
		}
		key[column.name] = quoted === undefined ? (bare ?? '') : quoted.replaceAll("''", "'");
		rest = rest.slice(whole.length);
	}
	if (Object.keys(key).length !== set.key.length) {
		throw new LnError(400, `Key of ${set.name} needs ${set.key.join(', ')}`);
	}
	return key;
}

function isQuoted({ kind }: Column): boolean {
	return kind === 'code' || kind === 'text';
}

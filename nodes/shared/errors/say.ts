import type { Catalogue, CatalogueEntry, Said, Say, SayFunction } from './types';

/**
 * The voice of a catalogue: `say('gone', { name: 'customer', ... })`. A code it does not have, a value that is missing
 * and one that the text has no place for do not compile.
 */
export function sayFrom<C extends Catalogue>(catalogue: C): Say<C> {
	const entries: Catalogue = catalogue;
	const say: SayFunction<C> = (code, ...[values]) =>
		fillIn(code, entries[code] as CatalogueEntry, values ?? {});
	return Object.assign(say, { catalogue: entries });
}

function fillIn(
	code: string,
	entry: CatalogueEntry,
	values: Readonly<Record<string, string | number>>,
): Said {
	// in one pass: a value that looks like a placeholder stays as it is
	const filled = (template: string) =>
		template.replace(/\{(\w+)\}/g, (_placeholder, name: string) => String(values[name]));
	return {
		code,
		class: entry.class,
		reason: filled(entry.message),
		actionToTake: filled(entry.action),
	};
}

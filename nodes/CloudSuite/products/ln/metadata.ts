import { asText } from '../../../shared/text';
import { objectOf, parseJson, withoutMark } from '../../../shared/json';

/** Which columns each entity set of a service has, with their types, as this tenant publishes it. */
export type ServiceColumns = ReadonlyMap<string, ReadonlyMap<string, string>>;

type Member = Record<string, unknown>;

/**
 * Reads LN's `$metadata`: CSDL JSON, but not by the book. Type names end in `_`, there is no top-level `$EntityContainer`,
 * capability notes repeat one key (JSON keeps the last, which is no loss here), bindings point to sets that don't exist.
 * So only what is needed is looked at: entity sets and the properties of their type.
 * @returns `undefined` when the text is no metadata at all
 */
export function readMetadata(text: string): ServiceColumns | undefined {
	const document = objectOf(parseJson(withoutMark(text)));
	if (!document) return undefined;
	const types = new Map<string, Member>();
	const sets: Array<[name: string, type: string]> = [];
	for (const [namespace, content] of Object.entries(document)) {
		for (const [name, member] of Object.entries(asMember(content))) {
			const { $Kind: kind } = asMember(member);
			if (kind === 'EntityType') types.set(`${namespace}.${name}`, asMember(member));
			if (kind === 'EntityContainer') sets.push(...entitySets(asMember(member)));
		}
	}
	return sets.length === 0
		? undefined
		: new Map(sets.map(([name, type]) => [name, columnsOf(types.get(type) ?? {})]));
}

function entitySets(container: Member): Array<[string, string]> {
	return Object.entries(container)
		.map(([name, set]): [string, unknown] => [name, asMember(set).$Type])
		.filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function columnsOf(type: Member): Map<string, string> {
	const columns = Object.entries(type).filter(([name, member]) => {
		const { $Kind: kind, $Type: valueType } = asMember(member);
		return (
			!name.startsWith('$') &&
			!name.includes('@') &&
			valueType !== undefined &&
			kind !== 'NavigationProperty'
		);
	});
	return new Map(columns.map(([name, member]) => [name, typeOf(asMember(member))]));
}

/** e.g. `Edm.String`, `Collection(Edm.String)`. */
function typeOf({ $Type: type, $Collection: isMany }: Member): string {
	return isMany === true ? `Collection(${asText(type)})` : asText(type);
}

function asMember(value: unknown): Member {
	return objectOf(value) ?? {};
}

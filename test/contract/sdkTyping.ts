/** As much of the SDK's zod schemas as is needed to read a form by them. */
export interface Schema {
	safeParse(value: unknown): {
		error?: { issues: Array<{ path: PropertyKey[]; message: string }> };
	};
	/** Members of an object. */
	shape?: Record<string, Schema>;
	/** `innerType` of an optional or a default, `element` of an array. */
	def: { type: string; innerType?: Schema; element?: Schema };
}

/** Members that are one JSON text inside a form: `jsonKeys` of the SDK's operations for customers and the catalog. */
export const JSON_MEMBERS = ['meta_data', 'exemption_details', 'metadata'];

/** Gives the texts of a form the types the SDK's callers use, where the schema asks for them and the text allows it. */
export function typed(value: unknown, schema: Schema | undefined, name = ''): unknown {
	const expected = plain(schema);
	if (Array.isArray(value)) return value.map((one) => typed(one, expected?.def.element));
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([member, one]) => [
				member,
				typed(one, expected?.shape?.[member], member),
			]),
		);
	}
	if (typeof value !== 'string' || value === '') return value;
	if (JSON_MEMBERS.includes(name)) return parsed(value);
	switch (expected?.def.type) {
		case 'number':
			return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
		case 'boolean':
			return value === 'true' || value === 'false' ? value === 'true' : value;
		default:
			return value;
	}
}

/** A blank value clears a field, which the SDK has no type for. */
export function withoutBlanks(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutBlanks);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([, one]) => one !== '')
			.map(([member, one]) => [member, withoutBlanks(one)]),
	);
}

/** Names the schema does not have, written as in a form; objects without known members (JSON) may hold anything. */
export function unknownNames(value: unknown, schema: Schema, prefix = ''): string[] {
	const { shape = {} } = plain(schema) ?? {};
	const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
	if (!isObject || Object.keys(shape).length === 0) return [];
	return Object.entries(value).flatMap(([name, one]) => {
		const path = prefix ? `${prefix}[${name}]` : name;
		if (!prefix && name.startsWith('cf_')) return [];
		const member = Object.hasOwn(shape, name) ? shape[name] : undefined;
		return member ? unknownNames(one, member, path) : [path];
	});
}

/** The schema of a member of a member, e.g. of `status[in]`. */
export function partOf(schema: Schema, member: string, part: string): Schema | undefined {
	return plain(plain(plain(schema)?.shape?.[member])?.shape?.[part]);
}

/** All names a schema knows, written as in a form: `limit`, `email[is]`, `relationship[parent_id][is]`. */
export function namesOf(schema: Schema, prefix = ''): string[] {
	const { shape = {} } = plain(schema) ?? {};
	const members = Object.entries(shape);
	if (members.length === 0) return prefix ? [prefix] : [];
	return members.flatMap(([name, member]) => namesOf(member, prefix ? `${prefix}[${name}]` : name));
}

/** Without the wrappers that make it optional. */
function plain(schema: Schema | undefined): Schema | undefined {
	return schema?.def.innerType ? plain(schema.def.innerType) : schema;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

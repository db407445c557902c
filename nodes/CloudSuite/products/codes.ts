export type CodeKind = 'country' | 'currency' | 'language' | 'unit';

/** A code the user maps by hand. */
export interface CodeMapping {
	kind: CodeKind;
	from: string;
	to: string;
}

/** Pairs of a product's own code and the ISO code, by kind. */
export type CodeTables = Partial<
	Record<CodeKind, Iterable<readonly [from: string | null, to: string | null]>>
>;

/**
 * A product's own codes to ISO codes: the user's table first, then what the tenant's own code tables say, else the code as it is.
 * A country code of CloudSuite is not necessarily an ISO code, though most companies use them alike.
 */
export class CodeMap {
	private readonly maps: Record<CodeKind, Map<string, string>> = {
		country: new Map(),
		currency: new Map(),
		language: new Map(),
		unit: new Map(),
	};

	constructor(tables: CodeTables, own: readonly CodeMapping[]) {
		for (const kind of ['country', 'currency', 'language', 'unit'] as const)
			for (const [from, to] of tables[kind] ?? []) this.set(kind, from, to);
		for (const { kind, from, to } of own) this.set(kind, from, to);
	}

	iso(kind: CodeKind, code: string | null): string | null {
		if (code === null) return null;
		return this.maps[kind].get(code.toUpperCase()) ?? code;
	}

	private set(kind: CodeKind, from: string | null, to: string | null): void {
		if (from && to) this.maps[kind].set(from.trim().toUpperCase(), to.trim());
	}
}

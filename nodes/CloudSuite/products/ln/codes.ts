import type { LnRow } from './session';
import { textOf } from './values';

export type CodeKind = 'country' | 'currency' | 'language';

/** A code the user maps by hand. */
export interface CodeMapping {
	kind: CodeKind;
	from: string;
	to: string;
}

/**
 * LN's own codes to ISO codes: the user's table first, then what the tenant's own code tables say, else the code as it is.
 * An LN country code is not necessarily an ISO code, though most companies use them alike.
 */
export class CodeMap {
	private readonly maps: Record<CodeKind, Map<string, string>> = {
		country: new Map(),
		currency: new Map(),
		language: new Map(),
	};

	constructor(
		tables: Record<CodeKind, { rows: readonly LnRow[]; key: string; iso: string }>,
		own: readonly CodeMapping[],
	) {
		for (const kind of ['country', 'currency', 'language'] as const) {
			const { rows, key, iso } = tables[kind];
			for (const row of rows) this.set(kind, textOf(row[key]), textOf(row[iso]));
		}
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

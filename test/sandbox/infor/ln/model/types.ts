import type { LnCompanyData, LnRow } from '../data';

export type PrimitiveKind =
	'code' | 'text' | 'long' | 'date' | 'byte' | 'int16' | 'int32' | 'single' | 'double' | 'stream';

export interface Column {
	name: string;
	/** `enum` and `enumList` name their type in `enumName`. */
	kind: PrimitiveKind | 'enum' | 'enumList';
	enumName?: string;
	nullable: boolean;
	/** As LN writes it into `$DefaultValue`, always a text. */
	defaultValue?: string;
}

export interface Navigation {
	name: string;
	/** Entity set it leads to. */
	target: string;
	many: boolean;
	/** Which column of the target equals which column of this row; `null` asks for an empty code. */
	by: Record<string, string | null>;
	/** What `$NavigationPropertyBinding` says, where that is not the target: LN's own slips. */
	binding?: string;
}

export interface EntitySet {
	name: string;
	type: string;
	key: string[];
	columns: Column[];
	navigations: Navigation[];
	/** Modelled for reading only, or also for insert, update and delete. */
	writable: boolean;
	inServiceDocument: boolean;
	rows(company: LnCompanyData): LnRow[];
}

export interface LnService {
	/** e.g. `tcapi.comBusinessPartner`; also the namespace of its types. */
	name: string;
	/** Enum members with their numbers. */
	enums: Record<string, Record<string, number>>;
	sets: EntitySet[];
}

const ZERO: Record<string, string> = {
	date: '0',
	byte: '0',
	int16: '0',
	int32: '0',
	single: '0.000000',
	double: '0.000000',
};
const PRIMITIVES: ReadonlySet<string> = new Set([
	...Object.keys(ZERO),
	'code',
	'text',
	'long',
	'stream',
]);

/**
 * Reads a table of columns: `Name:kind`, `!` when it is never null, `=default` where LN names one that is not zero.
 * `code` is a text LN keeps without multi-byte characters, `long` a LN text, `stream` no value but an address of one, `yn` LN's yes/no, any other word an enum.
 */
export function columns(table: string): Column[] {
	return table
		.trim()
		.split(/\s+/)
		.filter((entry) => entry !== '')
		.map((entry) => {
			const [declaration = '', ownDefault] = entry.split('=');
			const nullable = !declaration.endsWith('!');
			const [name = '', word = ''] = declaration.replace('!', '').split(':');
			if (PRIMITIVES.has(word)) {
				const defaultValue = ownDefault ?? ZERO[word];
				return {
					name,
					kind: word as PrimitiveKind,
					nullable,
					...(defaultValue === undefined || ownDefault === 'none' ? {} : { defaultValue }),
				};
			}
			const list = word.startsWith('list.');
			const enumName = word.replace('list.', '').replace(/^yn$/, 'AnswerOnQuestionYn');
			return {
				name,
				kind: list ? 'enumList' : 'enum',
				enumName,
				nullable,
				defaultValue: ownDefault ?? 'No',
			};
		});
}

/** A navigation to at most one row. */
export function one(
	name: string,
	target: string,
	by: Navigation['by'],
	binding?: string,
): Navigation {
	return { name, target, by, many: false, ...(binding ? { binding } : {}) };
}

/** A navigation to any number of rows. */
export function many(name: string, target: string, by: Navigation['by']): Navigation {
	return { name, target, by, many: true };
}

/** A read-only set that is not listed in the service document: code tables and other references. */
export function reference(
	name: string,
	type: string,
	key: string,
	table: string,
	rows: EntitySet['rows'] = () => [],
): EntitySet {
	return {
		name,
		type,
		key: [key],
		columns: columns(table),
		navigations: [],
		writable: false,
		inServiceDocument: false,
		rows,
	};
}

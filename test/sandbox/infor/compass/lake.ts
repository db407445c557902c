import type { StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';
import type { Clock } from '../../shared/clock';
import type { CompassBehaviour, LakeRow, LakeValue } from './data';
import { COMPASS_BEHAVIOUR } from './data';
import { HIDDEN, SqlRefusal, translated, viewOf } from './sql';

/** A table as a product has published it. */
export interface TableDefinition {
	name: string;
	columns: readonly string[];
	key: readonly string[];
	/** The column that marks deleted rows, and how it writes that. */
	deleted: { column: string; yes: LakeValue; no: LakeValue };
}

/** A static result. */
export interface LakeResult {
	columns: string[];
	rows: LakeRow[];
}

interface Table extends TableDefinition {
	current: Map<string, LakeRow>;
	variations: number;
	insert: StatementSync;
}

/**
 * A Data Lake: each change of a record arrives as a further variation of it. Under it is SQLite, which knows all the SQL
 * that is needed; what is Compass's own is translated (`sql.ts`).
 */
export class Lake {
	behaviour: CompassBehaviour = structuredClone(COMPASS_BEHAVIOUR);
	private readonly tables = new Map<string, Table>();
	private readonly database = new DatabaseSync(':memory:');

	constructor(private readonly clock: Clock) {
		this.database.exec('CREATE TABLE __clock (now INTEGER); INSERT INTO __clock VALUES (0)');
		this.database.exec('PRAGMA case_sensitive_like = ON');
	}

	/** Publishes a table; one of that name goes with all its rows. */
	define(definition: TableDefinition): void {
		const { name, columns, key, deleted } = definition;
		const own = [...columns, HIDDEN.arrival, HIDDEN.variation, '__key', '__visible'].map(quoted);
		const table = quoted(`${name}__all`);
		const visible = `__visible <= (SELECT now FROM __clock)`;
		this.database.exec(`
			DROP VIEW IF EXISTS ${quoted(name)};
			DROP VIEW IF EXISTS ${quoted(viewOf.highest(name))};
			DROP VIEW IF EXISTS ${quoted(viewOf.visible(name))};
			DROP TABLE IF EXISTS ${table};
			CREATE TABLE ${table} (${own.join(', ')});
			CREATE INDEX ${quoted(`${name}__byKey`)} ON ${table} (${key.map(quoted).join(', ')});
			CREATE INDEX ${quoted(`${name}__byVariation`)} ON ${table} (__key, __variation);
			CREATE VIEW ${quoted(viewOf.visible(name))} AS SELECT * FROM ${table} WHERE ${visible};
			CREATE VIEW ${quoted(viewOf.highest(name))} AS SELECT * FROM ${table} AS r WHERE ${visible}
				AND __variation = (SELECT max(__variation) FROM ${table} WHERE __key = r.__key AND ${visible});
			CREATE VIEW ${quoted(name)} AS SELECT * FROM ${quoted(viewOf.highest(name))}
				WHERE ${quoted(deleted.column)} IN (${literal(deleted.no)});
		`);
		this.tables.set(name.toLowerCase(), {
			...definition,
			current: new Map(),
			variations: 0,
			insert: this.database.prepare(
				`INSERT INTO ${table} VALUES (${own.map(() => '?').join(', ')})`,
			),
		});
	}

	/** A new or changed record arrives, now unless said otherwise; columns not named keep their value. */
	put(name: string, row: LakeRow, at = this.clock.now()): void {
		const table = this.table(name);
		const { column, no } = table.deleted;
		const key = keyOf(table, row);
		const blank = Object.fromEntries(table.columns.map((one) => [one, null]));
		this.arrive(table, { ...blank, [column]: no, ...table.current.get(key), ...row }, at);
	}

	/** A record is deleted: that arrives like any change. */
	remove(name: string, row: LakeRow, at = this.clock.now()): void {
		const { column, yes } = this.table(name).deleted;
		this.put(name, { ...row, [column]: yes }, at);
	}

	/** The records as they stand, deleted ones included. */
	rows(name: string): LakeRow[] {
		return [...this.table(name).current.values()];
	}

	/** Runs a statement. @throws SqlRefusal as Compass would word it */
	query(sql: string): LakeResult {
		const statement = translated(sql);
		const hidden = this.behaviour.unpublished.find((name) =>
			new RegExp(`\\b${name}\\b`, 'i').test(sql),
		);
		if (hidden !== undefined) throw unknownName(hidden);
		this.database.prepare('UPDATE __clock SET now = ?').run(this.clock.now());
		try {
			const prepared = this.database.prepare(statement);
			prepared.setReadBigInts(true);
			const columns = prepared.columns().filter(({ name }) => !name.startsWith('__'));
			const flags = new Set(
				columns.filter(({ column, table }) => this.isFlag(table, column)).map(({ name }) => name),
			);
			const rows = prepared.all() as Array<Record<string, string | number | bigint | null>>;
			const names = columns.map(({ name }) => name);
			return { columns: names, rows: rows.map((row) => rowOf(row, names, flags)) };
		} catch (error) {
			throw refusalOf(error as Error);
		}
	}

	close(): void {
		this.database.close();
	}

	private arrive(table: Table, row: LakeRow, at: number): void {
		const key = keyOf(table, row);
		table.variations += 1;
		table.current.set(key, row);
		const own = table.columns.map((column) => stored(row[column] ?? null));
		const visible = at + this.behaviour.lagMs;
		const all = [...own, new Date(at).toISOString(), table.variations, key, visible];
		table.insert.run(...all);
	}

	private isFlag(name: string | null, column: string | null): boolean {
		const table = this.tables.get((name ?? '').toLowerCase().replace(/__all$/, ''));
		return table?.deleted.column === column && typeof table?.deleted.yes === 'boolean';
	}

	private table(name: string): Table {
		const table = this.tables.get(name.toLowerCase());
		if (!table) throw new Error(`The sandbox's Data Lake has no table ${name}`);
		return table;
	}
}

function rowOf(
	row: Readonly<Record<string, string | number | bigint | null>>,
	columns: readonly string[],
	flags: ReadonlySet<string>,
): LakeRow {
	return Object.fromEntries(
		columns.map((column) => {
			const value = row[column] ?? null;
			return [column, flags.has(column) && value !== null ? value === 1n : value];
		}),
	);
}

function keyOf({ key }: Table, row: LakeRow): string {
	return JSON.stringify(key.map((column) => String(row[column])));
}

function stored(value: LakeValue): string | number | bigint | null {
	if (typeof value === 'boolean') return BigInt(value);
	// as a number it would become one with decimals
	return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

function literal(value: LakeValue): string {
	const plain = stored(value);
	return typeof plain === 'string' ? `'${plain}'` : String(plain);
}

function quoted(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

function unknownName(name: string): SqlRefusal {
	return new SqlRefusal(
		`Invalid property name references: '${name}'. The property does not exist or you do not have appropriate permissions.`,
	);
}

function refusalOf(error: Error): SqlRefusal {
	const [, name] = /no such (?:table|column): (\S+)/.exec(error.message) ?? [];
	if (name !== undefined) return unknownName(name.replace(/__\w+$/, ''));
	return error instanceof SqlRefusal ? error : new SqlRefusal(`Syntax error: ${error.message}`);
}

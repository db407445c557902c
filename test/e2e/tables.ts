import type { N8nClient } from '../host/n8nClient';
import type { PostgresServer } from '../host/postgresServer';

type Row = Record<string, unknown>;

/** The tables of the sync as somebody has them who looks at them, or changes them by hand. */
export interface Tables {
	/** All rows in the order they came; none when there is no such table. */
	rows: (table: string) => Promise<Row[]>;
	changeRow: (table: string, id: unknown, values: Row) => Promise<void>;
	deleteRow: (table: string, id: unknown) => Promise<void>;
	deleteTable: (table: string) => Promise<void>;
}

/** @param n8n another one after each start */
export const dataTables = (n8n: () => N8nClient): Tables => ({
	rows: async (table) => await n8n().rows(table),
	changeRow: async (table, id, values) => await n8n().changeRow(table, id, values),
	deleteRow: async (table, id) => await n8n().deleteRow(table, id),
	deleteTable: async (table) => await n8n().deleteTable(table),
});

export const postgresTables = ({ query }: PostgresServer): Tables => ({
	rows: async (table) => {
		const [found] = await query('SELECT to_regclass($1) AS name', [table]);
		return found?.name === null ? [] : await query(`SELECT * FROM ${table} ORDER BY id`);
	},
	changeRow: async (table, id, values) => {
		const names = Object.keys(values);
		const changes = names.map((name, at) => `${name} = $${String(at + 2)}`).join(', ');
		await query(`UPDATE ${table} SET ${changes} WHERE id = $1`, [id, ...Object.values(values)]);
	},
	deleteRow: async (table, id) => {
		await query(`DELETE FROM ${table} WHERE id = $1`, [id]);
	},
	deleteTable: async (table) => {
		await query(`DROP TABLE IF EXISTS ${table}`);
	},
});

import { runInNewContext } from 'node:vm';
import type { PostgresServer } from '../../host/postgresServer';
import { startPostgres } from '../../host/postgresServer';
import { postgres } from '../../templates/storage/postgres';
import { createTable, insertOrUpdateRow, insertRow, makeTable } from '../../templates/storage/sql';
import type { NodeSpec } from '../../templates/workflow';
import { AUDIT, CHECKPOINTS, COLUMNS, LEDGER } from '../../templates/storage/tables';

const TABLES = [LEDGER, AUDIT, CHECKPOINTS];

let server: PostgresServer;

beforeAll(async () => {
	server = await startPostgres();
});
afterAll(() => server?.stop());
beforeEach(async () => {
	for (const table of TABLES) await server.query(`DROP TABLE IF EXISTS ${table}`);
});

const columnsOf = async (table: string) =>
	(
		await server.query(
			'SELECT column_name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position',
			[table],
		)
	).map(({ column_name: name }) => name);

const add = async (table: (typeof TABLES)[number], row: Record<string, unknown>) =>
	await server.query(insertRow(table), [JSON.stringify(row)]);

const set = async (row: Record<string, unknown>) =>
	await server.query(insertOrUpdateRow(LEDGER, ['source_key', 'flow']), [JSON.stringify(row)]);

describe('a table', () => {
	it.each(TABLES)(
		'%s is made when it is missing, and left as it is when it is there',
		async (table) => {
			await server.query(makeTable(table));
			await add(table, { flow: 'sync-customers' });
			await server.query(makeTable(table));
			expect(await columnsOf(table)).toEqual(['id', ...Object.keys(COLUMNS[table])]);
			expect(await server.query(`SELECT flow FROM ${table}`)).toEqual([{ flow: 'sync-customers' }]);
		},
	);

	it.each(TABLES)(
		'%s made by an older version gets the columns it lacks, and keeps its rows',
		async (table) => {
			await server.query(makeTable(table));
			await add(table, { flow: 'sync-customers' });
			const last = Object.keys(COLUMNS[table]).at(-1) ?? '';
			await server.query(`ALTER TABLE ${table} DROP COLUMN ${last}`);
			await server.query(makeTable(table));
			expect(await columnsOf(table)).toEqual(['id', ...Object.keys(COLUMNS[table])]);
			expect(await server.query(`SELECT flow, ${last} FROM ${table}`)).toEqual([
				{ flow: 'sync-customers', [last]: null },
			]);
		},
	);

	it('that an administrator made is used by a role that may not make any', async () => {
		await server.query(createTable(LEDGER));
		await server.query('CREATE ROLE reader');
		try {
			await server.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${LEDGER} TO reader`);
			await server.query('SET ROLE reader');
			await expect(server.query(`CREATE TABLE IF NOT EXISTS ${LEDGER} ()`)).rejects.toThrow(
				/permission denied/,
			);
			expect(await server.query(makeTable(LEDGER))).toMatchObject([
				{ columns: expect.any(Array) as unknown },
			]);
		} finally {
			await server.query('RESET ROLE');
			await server.query('DROP OWNED BY reader');
			await server.query('DROP ROLE reader');
		}
	});
});

describe('a row', () => {
	beforeEach(async () => {
		for (const table of TABLES) await server.query(makeTable(table));
	});

	it('takes the fields that are columns, and passes over others', async () => {
		await add(LEDGER, { source_key: 'k', flow: 'f', attempts: 2, parked: true, other: { a: 1 } });
		expect(await server.query(`SELECT * FROM ${LEDGER}`)).toMatchObject([
			{ source_key: 'k', flow: 'f', attempts: 2, parked: true, outcome: null },
		]);
	});

	it('of the ledger is there once for each flow and key, and keeps what is not said anew', async () => {
		await set({ source_key: 'k', flow: 'f', outcome: 'created', chargebee_id: 'c', attempts: 3 });
		await set({ source_key: 'k', flow: 'g', outcome: 'created' });
		await set({ source_key: 'k', flow: 'f', outcome: 'updated', attempts: 0, reason: '' });
		expect(
			await server.query(
				`SELECT flow, outcome, chargebee_id, attempts, reason FROM ${LEDGER} ORDER BY flow`,
			),
		).toEqual([
			{ flow: 'f', outcome: 'updated', chargebee_id: 'c', attempts: 0, reason: '' },
			{ flow: 'g', outcome: 'created', chargebee_id: null, attempts: null, reason: null },
		]);
	});

	it('sorts as JavaScript does, whatever language the database has', async () => {
		const keys = ['a', 'B', 'ä', 'A-1', 'A1', '_', 'Z'];
		for (const key of keys) await add(LEDGER, { source_key: key, flow: 'f' });
		const sorted = await server.query(`SELECT source_key FROM ${LEDGER} ORDER BY source_key`);
		expect(sorted.map(({ source_key: key }) => key)).toEqual([...keys].sort());
	});
});

/** The parameters of a node, as n8n makes them of an item. */
function parametersOf({ parameters }: NodeSpec, json: Record<string, unknown>): unknown[] {
	const { queryReplacement = '' } = parameters.options as { queryReplacement?: string };
	const code = queryReplacement.replace(/^=\{\{|\}\}$/g, '');
	const evaluate = runInNewContext(`($json, $workflow) => ${code}`) as (
		...values: object[]
	) => unknown[];
	return evaluate(json, { id: 'w' });
}

describe('the nodes', () => {
	it('hand values over as parameters, never as part of a statement', () => {
		const node = postgres.update(
			CHECKPOINTS,
			[
				{ column: 'flow', is: 'eq', value: '={{ $json.flow }}' },
				{ column: 'lease_until', is: 'lte', value: 'now' },
			],
			{ lease_until: '', run_id: '={{ $workflow.id }}-{{ $json.run }}' },
		);
		expect(node.parameters.query).toBe(
			[
				`UPDATE ${CHECKPOINTS} SET`,
				'  lease_until = $1,',
				'  run_id = $2',
				'WHERE flow = $3',
				'  AND lease_until <= $4',
				'RETURNING *',
			].join('\n'),
		);
		expect(parametersOf(node, { flow: "o'clock", run: 7 })).toEqual(['', 'w-7', "o'clock", 'now']);
	});

	it('write what text in PostgreSQL can not hold as the character for the unknown', async () => {
		await server.query(makeTable(AUDIT));
		const node = postgres.insert(AUDIT);
		const row = { flow: 'f', reason: `half \uD83D, zero \u0000, whole \u{1F600}, \\u0000` };
		await server.query(String(node.parameters.query), parametersOf(node, row));
		expect(await server.query(`SELECT reason FROM ${AUDIT}`)).toEqual([
			{ reason: 'half \uFFFD, zero \uFFFD, whole \u{1F600}, \\u0000' },
		]);
	});

	it('leave the lease of another run alone when both begin with an empty table', async () => {
		await server.query(makeTable(CHECKPOINTS));
		const node = postgres.insert(CHECKPOINTS);
		for (const lease of ['2026-11-01T00:00:00.000Z', ''])
			await server.query(
				String(node.parameters.query),
				parametersOf(node, { flow: 'f', lease_until: lease }),
			);
		expect(await server.query(`SELECT lease_until FROM ${CHECKPOINTS}`)).toEqual([
			{ lease_until: '2026-11-01T00:00:00.000Z' },
		]);
	});

	it('find keys by how they begin, signs of patterns included', async () => {
		await server.query(makeTable(LEDGER));
		for (const key of ['ln:A_B:1', 'ln:AxB:1', 'ln:A%B:1'])
			await add(LEDGER, { source_key: key, flow: 'f' });
		const node = postgres.read(LEDGER, {
			where: [{ column: 'source_key', is: 'startsWith', value: '={{ $json.prefix }}' }],
			each: true,
		});
		const found = async (prefix: string) =>
			(await server.query(String(node.parameters.query), parametersOf(node, { prefix }))).map(
				({ source_key: key }) => key,
			);
		expect(await found('ln:A_')).toEqual(['ln:A_B:1']);
		expect(await found('ln:A%')).toEqual(['ln:A%B:1']);
	});
});

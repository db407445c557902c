import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { tablesSql, templateFiles } from '../../templates';

const TABLES_SQL = join('postgres', 'tables.sql');
const FOLDER = join(__dirname, '..', '..', '..', 'workflows');

function filesBelow(folder: string): string[] {
	return readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		return statSync(path).isDirectory() ? filesBelow(path) : [relative(FOLDER, path)];
	});
}

describe('the templates in workflows/', () => {
	it.each([...templateFiles()])(
		'%s is what its source says (npm run templates)',
		(file, content) => {
			expect(JSON.parse(readFileSync(join(FOLDER, file), 'utf8'))).toEqual(content);
		},
	);

	it('have the statements for PostgreSQL beside them, from the same source', () => {
		expect(readFileSync(join(FOLDER, TABLES_SQL), 'utf8')).toBe(tablesSql());
	});

	it('all come from a source', () => {
		expect(filesBelow(FOLDER).sort()).toEqual([...templateFiles().keys(), TABLES_SQL].sort());
	});

	it('have names of their own, with PostgreSQL and without', () => {
		const names = [...templateFiles().values()].map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	it('use Data Tables or PostgreSQL, as their folder says, and never both', () => {
		for (const [file, { nodes }] of templateFiles()) {
			const tables = ['dataTable', 'postgres'].filter((type) =>
				nodes.some((node) => node.type === `n8n-nodes-base.${type}`),
			);
			const expected = file.startsWith('postgres/') ? ['postgres'] : ['dataTable'];
			expect([file, tables]).toEqual([file, file === 'billing-by-customer.json' ? [] : expected]);
		}
	});
});

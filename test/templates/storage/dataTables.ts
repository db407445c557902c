import type { NodeSpec } from '../workflow';
import type { Condition, Storage } from './storage';
import type { TableName } from './tables';
import { COLUMNS } from './tables';

const node = (
	parameters: Record<string, unknown>,
	settings?: Record<string, unknown>,
): NodeSpec => ({
	type: 'n8n-nodes-base.dataTable',
	typeVersion: 1.1,
	parameters,
	...(settings ? { settings } : {}),
});

const byName = (table: string) => ({
	// ids differ from one n8n to the next
	dataTableId: { __rl: true, mode: 'name', value: table },
});

const AUTO = { mappingMode: 'autoMapInputData', value: null };

function filters(where: readonly Condition[]): Record<string, unknown> {
	if (where.length === 0) return {};
	return {
		matchType: 'allConditions',
		filters: {
			conditions: where.map(({ column, is, value }) => ({
				keyName: column,
				...(is === 'startsWith'
					? { condition: 'like', keyValue: `${value ?? ''}%` }
					: { condition: is, ...(value === undefined ? {} : { keyValue: value }) }),
			})),
		},
	};
}

const create = (table: TableName, tableName: string): NodeSpec =>
	node(
		{
			resource: 'table',
			operation: 'create',
			tableName,
			columns: {
				column: Object.entries(COLUMNS[table]).map(([name, type]) => ({ name, type })),
			},
			options: { createIfNotExists: true },
		},
		{ executeOnce: true },
	);

const insert = (name: string): NodeSpec =>
	node({
		resource: 'row',
		operation: 'insert',
		...byName(name),
		columns: AUTO,
		options: { optimizeBulk: true },
	});

/** n8n's own Data Tables: nothing to set up. */
export const dataTables: Storage = {
	folder: '',
	suffix: '',
	setup: '',
	// https://docs.n8n.io/data/data-tables/
	limitMB: 200,
	create: (table) => create(table, table),
	read: (table, { where = [], latest, each = false }) =>
		node(
			{
				resource: 'row',
				operation: 'get',
				...byName(table),
				...filters(where),
				...(latest === undefined
					? { returnAll: true }
					: {
							...{ returnAll: false, limit: latest },
							...{ orderBy: true, orderByColumn: 'id', orderByDirection: 'DESC' },
						}),
			},
			{ ...(each ? {} : { executeOnce: true }), alwaysOutputData: true },
		),
	insert: (table) => insert(table),
	upsert: (table, columns) =>
		node({
			resource: 'row',
			operation: 'upsert',
			...byName(table),
			...filters(columns.map((column) => ({ column, is: 'eq', value: `={{ $json.${column} }}` }))),
			columns: AUTO,
			options: {},
		}),
	update: (table, where, values) =>
		node(
			{
				resource: 'row',
				operation: 'update',
				...byName(table),
				...filters(where),
				columns: {
					mappingMode: 'defineBelow',
					value: values,
					matchingColumns: [],
					schema: Object.keys(values).map((name) => ({
						...{ id: name, displayName: name, type: COLUMNS[table][name] ?? 'string' },
						...{ required: false, defaultMatch: false, display: true, canBeUsedToMatch: true },
					})),
				},
				options: {},
			},
			{ executeOnce: true, alwaysOutputData: true },
		),
	remove: (table, where) =>
		node(
			{
				resource: 'row',
				operation: 'deleteRows',
				...byName(table),
				...filters(where),
				options: {},
			},
			{ executeOnce: true, alwaysOutputData: true },
		),
	rebuild: {
		make: (table, name) => create(table, name),
		clear: (name) =>
			node({ resource: 'table', operation: 'clear', ...byName(name) }, { executeOnce: true }),
		insertInto: (name) => insert(name),
		rename: (name, to) =>
			node(
				{ resource: 'table', operation: 'update', ...byName(name), newName: `={{ ${to} }}` },
				{ executeOnce: true },
			),
	},
};

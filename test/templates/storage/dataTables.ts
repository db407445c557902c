import type { NodeSpec } from '../workflow';
import type { Condition, Storage } from './storage';
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

/** @param table its name, or an expression for it */
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

/** n8n's own Data Tables: nothing to set up. */
export const dataTables: Storage = {
	folder: '',
	suffix: '',
	setup: '',
	// https://docs.n8n.io/data/data-tables/
	limitMB: 200,
	create: (table) =>
		node(
			{
				resource: 'table',
				operation: 'create',
				tableName: table,
				columns: {
					column: Object.entries(COLUMNS[table]).map(([name, type]) => ({ name, type })),
				},
				options: { createIfNotExists: true },
			},
			{ executeOnce: true },
		),
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
	insert: (table) =>
		node({
			resource: 'row',
			operation: 'insert',
			...byName(table),
			columns: AUTO,
			options: { optimizeBulk: true },
		}),
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
		rename: (table, to) =>
			node(
				{ resource: 'table', operation: 'update', ...byName(table), newName: `={{ ${to} }}` },
				{ executeOnce: true },
			),
		rowsOf: (name) =>
			node(
				{ resource: 'row', operation: 'get', ...byName(`={{ ${name} }}`), returnAll: true },
				{ executeOnce: true, alwaysOutputData: true },
			),
	},
};

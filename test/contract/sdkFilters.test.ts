import { resourceAt } from '../sandbox/chargebee/resources';
import { listSchema } from './sdkSchemas';
import { namesOf } from './sdkTyping';

/** Parameters that are no filters. */
const OTHERS = ['limit', 'offset', 'include_deleted'];

describe('the list of', () => {
	it.each([
		'customers',
		'item_families',
		'items',
		'item_prices',
		'invoices',
		'credit_notes',
		'transactions',
	])('%s has the filters, operators and orders of the SDK', (path) => {
		const list = resourceAt(path)?.list;
		const schema = listSchema(path);
		const names = schema ? namesOf(schema).filter((name) => !OTHERS.includes(name)) : [];
		const filters = Object.entries(list?.filters ?? {}).flatMap(([field, operators]) =>
			Object.keys(operators).map((operator) => (operator ? `${field}[${operator}]` : field)),
		);
		const sorting = list?.sortable.length ? ['sort_by[asc]', 'sort_by[desc]'] : [];
		expect([...filters, ...sorting].sort()).toEqual(names.sort());
		expect(filters.length).toBeGreaterThan(10);
	});

	it.each(['customers', 'items', 'item_prices', 'invoices', 'credit_notes', 'transactions'])(
		'%s can be sorted by what the SDK sorts by',
		(path) => {
			const takes = (field: string) =>
				listSchema(path)?.safeParse({ sort_by: { asc: field } }).error === undefined;
			const fields = ['created_at', 'updated_at', 'date', 'name', 'id', 'total', 'status'];
			const sortable = resourceAt(path)?.list.sortable ?? [];
			expect([...sortable].sort()).toEqual(fields.filter(takes).sort());
		},
	);

	it.each(['customers', 'invoices', 'credit_notes', 'transactions', 'items', 'item_prices'])(
		'%s tells of deleted ones the way the SDK asks for them',
		(path) => {
			const schema = listSchema(path);
			const byParameter = schema ? namesOf(schema).includes('include_deleted') : undefined;
			expect(resourceAt(path)?.list.deletedBy).toBe(byParameter ? 'parameter' : 'status');
		},
	);
});

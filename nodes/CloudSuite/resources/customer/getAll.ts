import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { systemClock } from '../../../shared/http/clock';
import { isChanged } from '../../changes';
import type { CustomerFilter } from '../../products/ln/customerFilter';
import { readCustomers } from '../../products/ln/readCustomers';
import { forEachItem } from '../../../shared/forEachItem';
import { returnAllFields } from '../../../shared/listFields';
import { LnSessions } from '../ln/lnSessions';
import { onlyChangedFields, readKnownRecords, withKnown } from '../onlyChanged';

const show = { resource: ['customer'], operation: ['getAll'] };

export const getAllDescription: INodeProperties[] = [
	...returnAllFields(show),
	...onlyChangedFields(
		show,
		'Whether to return only customers that are new, changed or not yet accepted by Chargebee. LN business partners carry no modification date, so all are read and compared with the known records.',
	),
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		displayOptions: { show },
		options: [
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: [
					{ name: 'Any', value: 'any' },
					{ name: 'Customer', value: 'customer', description: 'Also those that are supplier too' },
					{ name: 'Supplier', value: 'supplier', description: 'Also those that are customer too' },
				],
				default: 'customer',
				description: 'Customers only, unless this says otherwise',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'multiOptions',
				options: [
					{ name: 'Active', value: 'active' },
					{ name: 'Inactive', value: 'inactive' },
					{ name: 'Prospect', value: 'prospect' },
				],
				default: [],
				description: 'All, unless this says otherwise',
			},
		],
	},
];

/** Reads customers, for each input item; with "Only Changed" just those Chargebee does not have yet. */
export async function getAllCustomers(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const startedAt = systemClock.now();
	const sessions = new LnSessions(this);
	let [read, passedOn] = [0, 0];
	const output = await forEachItem(this, async (item) => {
		const { session, options, tenant } = await sessions.of(item);
		const filters = this.getNodeParameter('filters', item, {}) as Partial<CustomerFilter>;
		const limit =
			this.getNodeParameter('returnAll', item, false) === true
				? Number.POSITIVE_INFINITY
				: Number(this.getNodeParameter('limit', item, 50));
		const known = readKnownRecords(this, item);
		const customers = await readCustomers(session, {
			...options,
			tenant,
			now: startedAt,
			// with known records the limit counts what is passed on, so that the rest gets its turn in the next run
			limit: known ? Number.POSITIVE_INFINITY : limit,
			filter: { status: filters.status ?? [], role: filters.role ?? 'customer' },
		});
		const wanted = known
			? customers.filter((customer) => isChanged(customer, known)).slice(0, limit)
			: customers;
		read += customers.length;
		passedOn += wanted.length;
		return wanted.map((customer) => withKnown(customer, known));
	});
	const seconds = Math.round((systemClock.now() - startedAt) / 1000);
	sessions.report(`${count(read)} customers read, ${count(passedOn)} passed on`, seconds);
	return [output];
}

function count(value: number): string {
	return value.toLocaleString('en-US');
}

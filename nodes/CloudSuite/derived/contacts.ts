import { formatSourceKey } from '../../shared/source/sourceKey';
import type { SourceContactRecord } from '../../shared/source/sourceContactRecord';
import { withContactHash } from '../../shared/source/sourceContactRecord';
import type { SourceCustomer } from '../../shared/source/sourceCustomer';
import { countByListing } from '../products/countByListing';
import type { ListReader, ProductSession } from '../products/product';

/** The contacts of customers as records of their own, read with the customers: no product keeps them apart from these. */
export function contactReader({ customers }: ProductSession): ListReader<SourceContactRecord> {
	const list: ListReader<SourceContactRecord>['list'] = async (query) => {
		// the limit is of contacts; a customer may have none, so it says nothing about customers
		const { records, undated } = await customers.list({
			...query,
			limit: Number.POSITIVE_INFINITY,
		});
		return { records: records.flatMap(contactsOf).slice(0, query.limit), undated };
	};
	return {
		list,
		count: (query) => countByListing(list, query),
	};
}

function contactsOf(customer: SourceCustomer): SourceContactRecord[] {
	const { product, tenant, company, id: customerId, key: customerKey, name } = customer;
	return customer.contacts.map((contact) =>
		withContactHash(
			{
				key: formatSourceKey({ product, tenant, company, id: `${customerId}/${contact.id}` }),
				product,
				tenant,
				company,
				...contact,
				customerKey,
				customerId,
				customerName: name,
			},
			customer.raw,
		),
	);
}

import type { IDataObject } from 'n8n-workflow';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import type { Change, ChangeFeed, MasterQuery } from '../product';
import { changedCustomers } from './changedCustomers';
import type { Joined } from './customerFilter';
import { OVERLAP_MS } from './itemChanges';
import { raw } from './joinCustomers';
import type { ReadOptions } from './readCustomers';
import { checkCustomers } from './readCustomers';
import type { LnSession } from './session';

/**
 * Changed customers, for a tenant that has added a date of change to its business partners. A customer is several rows,
 * and any of them may be the one that changed: so the whole of it is what is compared.
 */
export function customerChanges(
	session: LnSession,
	options: ReadOptions,
): ChangeFeed<SourceCustomer> {
	return {
		overlap: OVERLAP_MS,
		resumes: true,
		async *read(query: MasterQuery, after?: string) {
			await checkCustomers(session, query);
			const pages = changedCustomers(session, query, options, { after, inSlices: true });
			for await (const { customers, last } of pages)
				yield customers.length > 0 || last === '' ? customers.map(changeOf) : { passed: last };
		},
		complete: (changes) =>
			Promise.resolve(changes.map(({ row }) => row as unknown as SourceCustomer)),
	};
}

function changeOf({ record, rows }: Joined): Change {
	return {
		key: record.key,
		modifiedAt: record.modifiedAt === null ? undefined : Date.parse(record.modifiedAt),
		version: record.sourceHash,
		row: record as unknown as IDataObject,
		position: raw(rows.partner.BusinessPartner),
	};
}

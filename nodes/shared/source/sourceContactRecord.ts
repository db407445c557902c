import type { SourceContact } from './sourceCustomer';
import { withHash } from './withHash';

/** A contact as a record of its own, with the customer it belongs to. `null` means "the source has none". */
export interface SourceContactRecord extends SourceContact {
	/** `{product}:{tenant}:{company}:{customer id}/{contact id}` */
	key: string;
	product: string;
	tenant: string;
	company: string;
	customerKey: string;
	customerId: string;
	customerName: string;
	sourceHash: string;
	raw: Record<string, unknown> | null;
}

export const withContactHash = withHash<SourceContactRecord>;

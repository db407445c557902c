import type { ReadSpec } from '../../../../nodes/Chargebee/reads/readSpec';
import { creditNoteReads } from '../../../../nodes/Chargebee/resources/creditNote/reads';
import { customerReads } from '../../../../nodes/Chargebee/resources/customer/reads';
import { invoiceReads } from '../../../../nodes/Chargebee/resources/invoice/reads';
import { itemReads } from '../../../../nodes/Chargebee/resources/item/reads';
import { itemFamilyReads } from '../../../../nodes/Chargebee/resources/itemFamily/reads';
import { itemPriceReads } from '../../../../nodes/Chargebee/resources/itemPrice/reads';
import { transactionReads } from '../../../../nodes/Chargebee/resources/transaction/reads';
import type { ResourcePath } from '../../../sandbox/chargebee';

/** Every resource that is read by a list with filters. */
export const SPECS: ReadSpec[] = [
	...[customerReads, itemFamilyReads, itemReads, itemPriceReads],
	...[invoiceReads, creditNoteReads, transactionReads],
];

export const pathOf = ({ path }: ReadSpec) => path.slice(1) as ResourcePath;

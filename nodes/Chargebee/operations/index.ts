import type { Operation } from '../reads/readSpec';
import { getMany } from '../reads/getMany';
import { getOne } from '../reads/getOne';
import { getAllContacts } from '../resources/contact/getAll';
import { creditNoteReads } from '../resources/creditNote/reads';
import { summariseBilling } from '../resources/customer/billingSummary';
import { getCustomers } from '../resources/customer/get';
import { customerReads } from '../resources/customer/reads';
import { customerUpsert, upsertCustomers } from '../resources/customer/upsert';
import { invoiceReads } from '../resources/invoice/reads';
import { itemReads } from '../resources/item/reads';
import { itemFamilyReads } from '../resources/itemFamily/reads';
import { itemPriceReads } from '../resources/itemPrice/reads';
import { transactionReads } from '../resources/transaction/reads';
import { upsertContacts } from '../resources/contact/upsert';
import { itemUpsert, upsertItems } from '../resources/item/upsert';
import { itemFamilyUpsert, upsertItemFamilies } from '../resources/itemFamily/upsert';
import { itemPriceUpsert, upsertItemPrices } from '../resources/itemPrice/upsert';
import { sendRequests } from '../resources/api/request';
import { customerSpec } from '../resources/customer/spec';
import { itemSpec } from '../resources/item/spec';
import { itemFamilySpec } from '../resources/itemFamily/spec';
import { itemPriceSpec } from '../resources/itemPrice/spec';
import { reconcileOperation } from './reconcile/execute';
import { removeOperation } from './remove';

/** What the node can do, by resource and operation. Invoices, credit notes and transactions can only be read. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
	'api:request': sendRequests,
	'contact:upsert': upsertContacts,
	'contact:getAll': getAllContacts,
	'creditNote:get': getOne(creditNoteReads),
	'creditNote:getAll': getMany(creditNoteReads),
	'customer:billingSummary': summariseBilling,
	'customer:reconcile': reconcileOperation(customerUpsert),
	'customer:upsert': upsertCustomers,
	'customer:delete': removeOperation(customerSpec, { catalog: false }),
	'customer:get': getCustomers,
	'customer:getAll': getMany(customerReads),
	'invoice:get': getOne(invoiceReads),
	'invoice:getAll': getMany(invoiceReads),
	'item:reconcile': reconcileOperation(itemUpsert),
	'item:upsert': upsertItems,
	'item:delete': removeOperation(itemSpec, { catalog: true }),
	'item:get': getOne(itemReads),
	'item:getAll': getMany(itemReads),
	'itemFamily:reconcile': reconcileOperation(itemFamilyUpsert),
	'itemFamily:upsert': upsertItemFamilies,
	'itemFamily:delete': removeOperation(itemFamilySpec, { catalog: true }),
	'itemFamily:get': getOne(itemFamilyReads),
	'itemFamily:getAll': getMany(itemFamilyReads),
	'itemPrice:reconcile': reconcileOperation(itemPriceUpsert),
	'itemPrice:upsert': upsertItemPrices,
	'itemPrice:delete': removeOperation(itemPriceSpec, { catalog: true }),
	'itemPrice:get': getOne(itemPriceReads),
	'itemPrice:getAll': getMany(itemPriceReads),
	'transaction:get': getOne(transactionReads),
	'transaction:getAll': getMany(transactionReads),
};

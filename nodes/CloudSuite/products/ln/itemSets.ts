import type { LnSet } from './sets';

/**
 * The LN entity sets that make up an item. Items carry a date of change, which may be empty; sales data carry none.
 * Names as in a tenant's published `$metadata` (github.com/ssmilind94/InforCE-MCP, tests/fixtures/metadata).
 */
export const ITEMS: LnSet = {
	service: 'tcapi.ibdItem',
	set: 'Items',
	key: 'Item',
	order: ['Item'],
	needed: ['Item', 'Description'],
	wanted: ['ItemType', 'ItemGroup', 'InventoryUnit', 'EANCode', 'CreationDate'],
};

export const ITEMS_SALES: LnSet = {
	service: 'tdapi.isaItemSales',
	set: 'ItemsSales',
	key: 'Item',
	order: ['Item'],
	needed: ['Item'],
	wanted: [
		'SalesUnit',
		'SalesPriceUnit',
		'SalesCurrency',
		'SalesPrice',
		'LastSalesPriceTransactionDate',
		'TaxCode',
	],
	optional: 'part',
};

import type { IDataObject } from 'n8n-workflow';

/** The CloudSuite key of an item's family: its item group, unless the item names another one. */
export const FAMILY_KEY =
	'={{ $json.familyKey ?? [$json.product, $json.tenant, $json.company, "group-" + ($json.group ?? "none")].join(":") }}';

/** Whether an item is one straight from the Infor CloudSuite node, not mapped yet. */
export function isSourceItem(json: IDataObject): boolean {
	return ['product', 'tenant', 'sourceHash', 'group', 'priceUnit'].every((name) => name in json);
}

/** Fields a step added on the way, under Chargebee's names. */
export function addedFields(json: IDataObject): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([name]) => !SOURCE_FIELDS.has(name)));
}

const SOURCE_FIELDS: ReadonlySet<string> = new Set([
	...[
		'key',
		'product',
		'tenant',
		'company',
		'id',
		'name',
		'description',
		'status',
		'type',
		'group',
	],
	...['unit', 'currency', 'price', 'priceUnit', 'effectiveFrom', 'effectiveTo', 'taxCode'],
	...['accountingCode', 'createdAt', 'modifiedAt', 'sourceHash', 'raw', 'known'],
	...['familyKey', 'itemKey', 'priceKey'],
]);

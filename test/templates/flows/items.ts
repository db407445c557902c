import { chargebee } from '../nodes';
import { setting } from '../parts/words';
import type { NodeSpec } from '../workflow';

const AUTO = { mappingMode: 'autoMapInputData', value: null };
const BY_NAME = { key: [{ field: 'name' }] };

/** The item group of an item, as the key of its family. */
export const FAMILY_KEY =
	'[$json.product, $json.tenant, $json.company, "group-" + ($json.group ?? "none")].join(":")';

/** The Chargebee id the ledger has for a record of a flow. */
const known = (flow: string, key: string) =>
	`={{ $('What is known').all().find(row => row.json.ledgerKey === ${setting('flow')} + '/${flow} ' + ${key})?.json.known.chargebee_id ?? '' }}`;

export const upsertFamilies = (): NodeSpec =>
	chargebee({
		resource: 'itemFamily',
		operation: 'upsert',
		sourceKey: `={{ $json.familyKey ?? ${FAMILY_KEY} }}`,
		namePolicy: 'asIs',
		columns: AUTO,
		matchKeys: BY_NAME,
		preview: false,
		options: { knownChargebeeId: known('families', FAMILY_KEY) },
	});

export const upsertItems = (): NodeSpec =>
	chargebee({
		resource: 'item',
		operation: 'upsert',
		sourceKey: '={{ $json.key }}',
		parentBy: "={{ $json.familyId ? 'id' : 'key' }}",
		parentKey: `={{ $json.familyKey ?? ${FAMILY_KEY} }}`,
		parentId: "={{ $json.familyId ?? '' }}",
		itemType: 'charge',
		namePolicy: 'numberAndName',
		columns: AUTO,
		matchKeys: BY_NAME,
		preview: false,
		options: { knownChargebeeId: known('items', '$json.key'), whenInactive: 'putAside' },
	});

const PRICE_KEY = '($json.key + "-" + $json.currency)';

export const upsertPrices = (): NodeSpec =>
	chargebee({
		resource: 'itemPrice',
		operation: 'upsert',
		sourceKey: `={{ $json.priceKey ?? ${PRICE_KEY} }}`,
		parentBy: 'key',
		parentKey: '={{ $json.itemKey ?? $json.key }}',
		amounts: 'major',
		pricingModel: 'per_unit',
		period: 1,
		periodUnit: 'month',
		namePolicy: 'numberAndName',
		columns: AUTO,
		matchKeys: BY_NAME,
		preview: false,
		options: { knownChargebeeId: known('prices', PRICE_KEY), whenInactive: 'putAside' },
	});

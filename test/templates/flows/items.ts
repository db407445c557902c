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

/** What records of each stage are recognised by; the same for writing and comparing. */
const FAMILY = {
	resource: 'itemFamily',
	sourceKey: `={{ $json.familyKey ?? ${FAMILY_KEY} }}`,
	namePolicy: 'asIs',
	columns: AUTO,
	matchKeys: BY_NAME,
};

const ITEM = {
	resource: 'item',
	sourceKey: '={{ $json.key }}',
	parentBy: "={{ $json.familyId ? 'id' : 'key' }}",
	parentKey: `={{ $json.familyKey ?? ${FAMILY_KEY} }}`,
	parentId: "={{ $json.familyId ?? '' }}",
	itemType: 'charge',
	namePolicy: 'numberAndName',
	columns: AUTO,
	matchKeys: BY_NAME,
};

const PRICE_KEY = '($json.key + "-" + $json.currency)';

const PRICE = {
	resource: 'itemPrice',
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
};

const upsert = (stage: Record<string, unknown>, options: Record<string, unknown>): NodeSpec =>
	chargebee({ ...stage, operation: 'upsert', preview: false, options });

export const upsertFamilies = (): NodeSpec =>
	upsert(FAMILY, { knownChargebeeId: known('families', FAMILY_KEY) });

export const upsertItems = (): NodeSpec =>
	upsert(ITEM, { knownChargebeeId: known('items', '$json.key'), whenInactive: 'putAside' });

export const upsertPrices = (): NodeSpec =>
	upsert(PRICE, { knownChargebeeId: known('prices', PRICE_KEY), whenInactive: 'putAside' });

const compare = (stage: Record<string, unknown>, options: Record<string, unknown>): NodeSpec =>
	chargebee(
		{
			...stage,
			operation: 'reconcile',
			reconcileOutput: 'findings',
			options: { ...options, includeSummary: true },
		},
		{ alwaysOutputData: true },
	);

/** All of them: items are told which is theirs. */
export const compareFamilies = (): NodeSpec => compare(FAMILY, { includeAgreeing: true });
export const compareItems = (): NodeSpec => compare(ITEM, { whenInactive: 'putAside' });
export const comparePrices = (): NodeSpec => compare(PRICE, { whenInactive: 'putAside' });

import { upsertFamilies, upsertItems, upsertPrices } from '../flows/items';
import { append, enrich, item, oneOfEach, onlyIf, waitFor } from '../nodes';
import type { Condition, Storage } from '../storage/storage';
import { LEDGER } from '../storage/tables';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { byPrefix, keyPrefixes, whatIsKnown } from './known';
import { outcomeWithPayload } from './payload';
import { setting } from './words';

/** Rows of this flow's stages, and of no other flow whose name begins alike. */
export const OF_STAGES: Condition = {
	column: 'flow',
	is: 'startsWith',
	value: `={{ ${setting('flow')} }}/`,
};

const ofFlow = (flow: string) =>
	item(`{ ...${outcomeWithPayload('$json')}, flow: ${setting('flow')} + '/${flow}' }`);

/**
 * Reads what the ledger has of items, their prices and all families.
 * @param from the node behind which it is read
 * @param keys an expression for the keys of the items
 * @returns the node with the rows
 */
export function knownOfItems(
	template: Template,
	storage: Storage,
	read: Section,
	from: string,
	keys: string,
): string {
	const families = read.add(
		'Read ledger of families',
		storage.read(LEDGER, {
			where: [{ column: 'flow', is: 'eq', value: `={{ ${setting('flow')} }}/families` }],
		}),
	);
	// the keys of prices begin with those of their items
	const prefixes = read.add('Prefixes of the slice', keyPrefixes(keys));
	const ledger = read.add('Read ledger', storage.read(LEDGER, byPrefix(OF_STAGES)));
	const both = read.add('Both', append(2));
	const known = read.add('What is known', whatIsKnown());
	template.chain(from, families, both, known);
	template.chain(from, prefixes, ledger);
	template.connect(ledger, both, { input: 1 });
	return known;
}

/**
 * Writes items in the order Chargebee needs: families, items, prices.
 * @param from the node with the items
 * @param number of the first section
 * @returns the lines of sections, and the node with the outcomes of all stages
 */
export function itemStages(
	template: Template,
	from: string,
	number: number,
): { lines: Section[][]; outcomes: string } {
	const groups = new Section(
		`${number} Item families`,
		'One per item group. A family that was entered in Chargebee by hand keeps its ID, which goes along to its items.',
	);
	const oneGroup = groups.add('One per item group', oneOfEach('company, group'));
	const writeFamilies = groups.add('Item families', upsertFamilies());
	const familyOutcomes = groups.add('Family outcomes', append(2));
	const familyRows = groups.add('Families', ofFlow('families'));
	const familyIds = groups.add(
		'Family IDs',
		item("{ group: $json.sourceKey.split(':group-')[1], familyId: $json.chargebeeId }"),
	);
	template.chain(from, oneGroup, writeFamilies, familyOutcomes, familyRows, familyIds);
	template.connect(writeFamilies, familyOutcomes, { output: 1, input: 1 });

	const items = new Section(`${number + 1} Items`, 'After their families.');
	const withFamily = items.add('Items with their family', enrich('group'));
	const writeItems = items.add('Items', upsertItems());
	const itemOutcomes = items.add('Item outcomes', append(2));
	const itemRows = items.add('Catalog items', ofFlow('items'));
	template.connect(from, withFamily);
	template.connect(familyIds, withFamily, { input: 1 });
	template.chain(withFamily, writeItems, itemOutcomes, itemRows);
	template.connect(writeItems, itemOutcomes, { output: 1, input: 1 });

	const prices = new Section(
		`${number + 2} Item prices`,
		'After their items. Amounts as in CloudSuite: 12.50 EUR, 120 JPY.',
	);
	const afterItems = prices.add('Prices, after their items', waitFor());
	const priced = prices.add('With a price', onlyIf('Boolean($json.price)'));
	const writePrices = prices.add('Item prices', upsertPrices());
	const priceOutcomes = prices.add('Price outcomes', append(2));
	const priceRows = prices.add('Prices', ofFlow('prices'));
	template.connect(from, afterItems);
	template.connect(itemRows, afterItems, { input: 1 });
	template.chain(afterItems, priced, writePrices, priceOutcomes, priceRows);
	template.connect(writePrices, priceOutcomes, { output: 1, input: 1 });

	const all = new Section(`${number + 3} All outcomes`, 'Of the three stages.');
	const outcomes = all.add('Outcomes', append(3));
	template.connect(familyRows, outcomes);
	template.connect(itemRows, outcomes, { input: 1 });
	template.connect(priceRows, outcomes, { input: 2 });
	return {
		lines: [
			[groups, items],
			[prices, all],
		],
		outcomes,
	};
}

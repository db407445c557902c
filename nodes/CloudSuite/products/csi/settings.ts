import { IANAZone } from 'luxon';
import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText, commaList } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions, rowsOf } from '../optionFields';
import type { World } from '../product';
import { CUSTOMERS, ITEMS, PRICES } from './entities';

export interface CsiOptions extends SharedOptions {
	/** Configurations, as the tenant names them. */
	companies: string[];
	csiPath: string;
	/** Most rows of one call. */
	pageSize: number;
	paging: 'key' | 'bookmark';
	customersIdo: string;
	itemsIdo: string;
	pricesIdo: string;
	/** Properties that this release does not have. */
	leftOut: string[];
	/** Characters of a customer number, where CSI does not tell. */
	numberLength: number;
	/** IANA name: the clock of CSI's server. */
	zone: string;
	readPrices: boolean;
	/** Whether quantity breaks are prices, too. */
	readBreaks: boolean;
	/** Which of an item's prices is its price, in CSI's code; empty: the first. */
	priceCurrency: string;
	/** Our status by what CSI has in place of one: `hold` and `hidden`. */
	customerStatus: Record<string, string>;
	/** Our status by `Stat`. */
	itemStatus: Record<string, string>;
}

/** Customers have no status: a credit hold, and whether they are shown in lists to choose from, come nearest to one. */
const CUSTOMER_STATUS: Record<string, string> = { hold: 'doubtful', hidden: 'inactive' };

/** Active, slow moving, obsolete. */
const ITEM_STATUS: Record<string, string> = { A: 'active', S: 'active', O: 'inactive' };

/** The CSI settings, checked. */
export function readCsiOptions(world: World): CsiOptions {
	const companies = companiesOf(world);
	const fail = (said: ReturnType<typeof say>) => operationError(world.node, said, world.item);
	// the parts of a key are separated by colons, and a header has one line
	const wrong = companies.find((company) => /[:\p{Cc}]/u.test(company));
	if (wrong !== undefined) throw fail(say('csi_configuration_wrong', { company: wrong }));
	const options = objectOf(world.parameter('options', {})) ?? {};
	const text = (name: string, fallback = '') => asText(options[name]).trim() || fallback;
	const zone = text('timeZone', world.timezone);
	if (!IANAZone.isValidZone(zone)) throw fail(say('csi_zone_wrong', { zone }));
	return {
		companies,
		csiPath: pathOr(options.csiPath, 'CSI/IDORequestService/ido'),
		pageSize: positiveOr(options.pageSize, 1000),
		paging: options.paging === 'bookmark' ? 'bookmark' : 'key',
		customersIdo: text('customersIdo', CUSTOMERS.ido),
		itemsIdo: text('itemsIdo', ITEMS.ido),
		pricesIdo: text('pricesIdo', PRICES.ido),
		leftOut: commaList(text('leftOut')),
		numberLength: positiveOr(options.numberLength, 7),
		zone,
		readPrices: options.readPrices !== false,
		readBreaks: options.readBreaks !== false,
		priceCurrency: text('priceCurrency'),
		customerStatus: { ...CUSTOMER_STATUS, ...statusesOf(options, 'customer') },
		itemStatus: { ...ITEM_STATUS, ...statusesOf(options, 'item') },
		...readSharedOptions(options),
	};
}

/** Customers by `hold` or `hidden` in small letters; items by the letter CSI has. */
function statusesOf(options: Record<string, unknown>, of: string): Record<string, string> {
	const pairs = (rowsOf(options.statusValues, 'status') ?? [])
		.filter(({ resource }) => resource === of)
		.map(({ from, to }) => [asText(from).trim(), asText(to)] as const)
		.map(([from, to]) => [of === 'customer' ? from.toLowerCase() : from.toUpperCase(), to]);
	return Object.fromEntries(pairs) as Record<string, string>;
}

import { IANAZone } from 'luxon';
import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText, commaList } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions, rowsOf } from '../optionFields';
import type { World } from '../product';

/** A price list, by what its key has beside the customer. */
export interface PriceList {
	/** PRRF */
	name: string;
	/** CUCD; empty: every currency the list is in. */
	currency: string;
	/** FVDT, `YYYYMMDD`; empty: every one. */
	validFrom: string;
}

export interface M3Options extends SharedOptions {
	/** As M3 writes them, e.g. `130`. */
	companies: string[];
	/** Empty: none is named. */
	division: string;
	m3Path: string;
	optionStyle: 'query' | 'matrix';
	/** Most rows of one call. */
	maxRecords: number;
	/** Transactions of one bulk call. */
	bulkSize: number;
	/** `lanc`, of descriptions and messages; empty: the service account's. */
	language: string;
	customerRead: 'exportmi' | 'crs610';
	/** Whether lists of items are compared with the number EXPORTMI counts. */
	compareCount: boolean;
	/** Empty: one is found. */
	separator: string;
	/** Columns of OCUSMA, without the prefix, that this release does not have. */
	leftOut: string[];
	/** The column of OCUSMA with the customer's language; empty: none is read. */
	languageColumn: string;
	creditLimitField: string;
	/** The first item number there can be. */
	firstItem: string;
	/** IANA name: where M3's days begin and end. */
	zone: string;
	/** Empty: the price of the item master. */
	priceLists: PriceList[];
	/** Our status by M3's. */
	customerStatus: Record<string, string>;
	itemStatus: Record<string, string>;
}

/** Of CRS610; Infor publishes no list of them. */
const CUSTOMER_STATUS: Record<string, string> = { 10: 'prospect', 20: 'active', 90: 'inactive' };

/** https://docs.infor.com/m3udi/latest/en-us/m3beud/manexechs/okj1567540475599.html: an item may be sold from 20 on, to 50. */
const ITEM_STATUS: Record<string, string> = {
	'00': 'prospect',
	'05': 'prospect',
	10: 'prospect',
	15: 'prospect',
	20: 'active',
	30: 'active',
	50: 'active',
	80: 'inactive',
	90: 'inactive',
	99: 'inactive',
};

/** The M3 settings, checked. */
export function readM3Options(world: World): M3Options {
	const companies = companiesOf(world);
	const fail = (said: ReturnType<typeof say>) => operationError(world.node, said, world.item);
	const wrong = companies.find((company) => !/^\d{1,3}$/.test(company));
	if (wrong !== undefined) throw fail(say('m3_company_wrong', { company: wrong }));
	const options = objectOf(world.parameter('options', {})) ?? {};
	const text = (name: string, fallback = '') => asText(options[name]).trim() || fallback;
	const zone = text('timeZone', world.timezone);
	if (!IANAZone.isValidZone(zone)) throw fail(say('m3_zone_wrong', { zone }));
	const priceLists = priceListsOf(options);
	const date = priceLists.find(({ validFrom }) => !/^(\d{8})?$/.test(validFrom));
	if (date) throw fail(say('m3_valid_from_wrong', { list: date.name, value: date.validFrom }));
	return {
		// 030 and 30 are the same company; the key must not depend on how it was typed
		companies: [...new Set(companies.map((company) => String(Number(company))))],
		division: text('division'),
		m3Path: pathOr(options.m3Path, 'M3/m3api-rest/v2'),
		optionStyle: options.optionStyle === 'matrix' ? 'matrix' : 'query',
		// fewer than M3 gives anyway would look like the end of every list
		maxRecords: Math.max(100, positiveOr(options.maxRecords, 1000)),
		bulkSize: positiveOr(options.bulkSize, 50),
		language: text('language'),
		customerRead: options.customerRead === 'crs610' ? 'crs610' : 'exportmi',
		compareCount: options.compareCount !== false,
		separator: text('separator'),
		leftOut: namesOf(text('leftOut')),
		languageColumn: text('languageColumn')
			.toUpperCase()
			.replace(/^OK(?=..)/, ''),
		creditLimitField: text('creditLimitField', 'CRL2'),
		firstItem: text('firstItem', '!'),
		zone,
		priceLists,
		customerStatus: { ...CUSTOMER_STATUS, ...statusesOf(options, 'customer') },
		itemStatus: { ...ITEM_STATUS, ...statusesOf(options, 'item') },
		...readSharedOptions(options),
	};
}

function namesOf(text: string): string[] {
	return commaList(text.toUpperCase()).map((name) => name.replace(/^OK(?=....)/, ''));
}

function priceListsOf(options: Record<string, unknown>): PriceList[] {
	if (options.priceSource !== 'priceLists') return [];
	return (rowsOf(options.priceLists, 'priceList') ?? [])
		.map(({ name, currency, validFrom }) => ({
			name: asText(name).trim(),
			currency: asText(currency).trim(),
			validFrom: asText(validFrom).replace(/-/g, '').trim(),
		}))
		.filter(({ name }) => name !== '');
}

function statusesOf(options: Record<string, unknown>, of: string): Record<string, string> {
	const pairs = (rowsOf(options.statusValues, 'status') ?? [])
		.filter(({ resource }) => resource === of)
		.map(({ from, to }) => [asText(from).trim(), asText(to)]);
	return Object.fromEntries(pairs) as Record<string, string>;
}

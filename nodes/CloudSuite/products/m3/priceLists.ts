import type { SourceItem } from '../../../shared/source/sourceItem';
import type { SourceItemPrice } from '../../../shared/source/sourceItemPrice';
import { withPriceHash } from '../../../shared/source/sourceItemPrice';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { countByListing } from '../countByListing';
import type { ListReader, MasterReader } from '../product';
import { wantedItems } from '../wantedItems';
import { textOf } from '../values';
import type { M3Row } from './answer';
import { isoDay } from './dates';
import { keyOf } from './itemRows';
import { keyPages } from './keyPages';
import type { NormaliseContext } from './normalise';
import { identityOf } from './normalise';
import { unitPrice } from './prices';
import type { M3Session } from './session';
import type { PriceList } from './settings';

const HEADERS = { program: 'OIS017MI', transaction: 'LstPriceList' };
const PRICES = { program: 'OIS017MI', transaction: 'LstBasePrice' };
const COLUMNS = [
	...[
		'PRRF',
		'CUCD',
		'CUNO',
		'FVDT',
		'LVDT',
		'ITNO',
		'SAPR',
		'SACD',
		'SPUN',
		'OBV1',
		'OBV2',
		'OBV3',
	],
];

/** One version of a price list: its whole key. */
interface Version {
	PRRF: string;
	CUCD: string;
	FVDT: string;
}

/**
 * The base prices of price lists (OIS017MI): several per item, by list, currency and first day. Lists of single customers
 * are left out. They have no date of change.
 */
export function priceListReader(
	session: M3Session,
	lists: readonly PriceList[],
	items: MasterReader<SourceItem>,
	context: NormaliseContext,
): ListReader<SourceItemPrice> {
	const list: ListReader<SourceItemPrice>['list'] = async (query) => {
		if (query.modifiedSince !== undefined)
			throw operationError(session.node, say('m3_price_no_date'));
		const wanted = await wantedItems(items, query);
		const prices = new Map<string, SourceItemPrice>();
		for (const version of await versionsOf(session, lists)) {
			for await (const page of pricesOf(session, version)) {
				const some = page.filter((row) => wanted?.has(keyOf(row)) ?? true);
				for (const price of some.map((row) => priceOf(row, version, context)))
					if (price && prices.size < query.limit) prices.set(price.key, price);
				if (prices.size >= query.limit) break;
			}
			if (prices.size >= query.limit) break;
		}
		return { records: [...prices.values()], undated: 0 };
	};
	return {
		list,
		count: (query) => countByListing(list, query),
	};
}

/**
 * What currency and first day are not given is looked up. What is asked for is sorted out here: LstPriceList is said to pass
 * over its input fields.
 */
async function versionsOf(session: M3Session, lists: readonly PriceList[]): Promise<Version[]> {
	const versions: Version[] = [];
	let headers: M3Row[] | undefined;
	for (const { name, currency, validFrom } of lists) {
		if (currency !== '' && validFrom !== '') {
			versions.push({ PRRF: name, CUCD: currency, FVDT: validFrom });
			continue;
		}
		headers ??= await session.rows({ ...HEADERS, input: {}, most: 0 });
		const own = headers.filter(
			(row) =>
				textOf(row.PRRF) === name &&
				textOf(row.CUNO) === null &&
				(currency === '' || textOf(row.CUCD) === currency) &&
				(validFrom === '' || textOf(row.FVDT) === validFrom),
		);
		if (own.length === 0)
			throw operationError(
				session.node,
				say('m3_price_list_missing', { list: name, company: session.company }),
			);
		versions.push(
			...own.map((row) => ({
				PRRF: name,
				CUCD: textOf(row.CUCD) ?? '',
				FVDT: textOf(row.FVDT) ?? '',
			})),
		);
	}
	return versions;
}

function pricesOf(session: M3Session, version: Version): AsyncIterable<M3Row[]> {
	const { PRRF: list, CUCD: currency, FVDT: from } = version;
	return keyPages(session.node, {
		what: `${session.nameOf(PRICES)}, price list ${list} ${currency} ${from}`,
		most: session.options.maxRecords,
		// an item has several prices if the list tells apart more than items
		keyOf: (row) => partsOf(row).join('\t'),
		startOf: (key) => key.split('\t')[0] ?? '',
		page: async (key) => {
			const rows = await session.rows({
				...PRICES,
				input: { ...version, ITNO: key ?? '' },
				columns: COLUMNS,
			});
			// a start key is no filter: rows of the next list may follow
			return rows.filter((row) =>
				Object.entries(version).every(
					([column, value]) => (textOf(row[column]) ?? value) === value,
				),
			);
		},
	});
}

function partsOf(row: M3Row): string[] {
	const values = [row.OBV1, row.OBV2, row.OBV3].map(textOf).filter((value) => value !== null);
	return [keyOf(row), ...values];
}

function priceOf(
	row: M3Row,
	{ PRRF: list, CUCD: currency, FVDT: from }: Version,
	context: NormaliseContext,
): SourceItemPrice | undefined {
	const price = unitPrice(row.SAPR, row.SACD);
	if (price === null || textOf(row.CUNO) !== null) return undefined;
	const item = identityOf(keyOf(row), context);
	const [, ...values] = partsOf(row);
	const id = [item.id, list, currency, from, ...values].join('/');
	return withPriceHash(
		{
			...identityOf(id, context),
			itemKey: item.key,
			itemId: item.id,
			itemName: null,
			currency: context.codes.iso('currency', currency),
			price,
			priceUnit: context.codes.iso('unit', textOf(row.SPUN)),
			priceList: list,
			fromQuantity: null,
			effectiveFrom: isoDay(from, context.zone),
			effectiveTo: isoDay(row.LVDT, context.zone),
			modifiedAt: null,
		},
		context.includeRaw ? { price: row } : null,
	);
}

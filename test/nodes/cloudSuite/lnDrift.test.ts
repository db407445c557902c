import { ITEMS, ITEMS_SALES } from '../../../nodes/CloudSuite/products/ln/itemSets';
import { CODE_SETS } from '../../../nodes/CloudSuite/products/ln/readCodes';
import type { LnSet } from '../../../nodes/CloudSuite/products/ln/sets';
import { BUSINESS_PARTNERS, CUSTOMER_PARTS } from '../../../nodes/CloudSuite/products/ln/sets';
import { readerOf } from './records';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const { readCustomers, readItems, failureOf } = readerOf({ product: 'ln', company: '1300' });
const BP = 'tcapi.comBusinessPartner';

const OF_CUSTOMERS = [BUSINESS_PARTNERS, ...CUSTOMER_PARTS, ...CODE_SETS];
const OF_ITEMS = [ITEMS, ITEMS_SALES, ...CODE_SETS];
const named = (sets: readonly LnSet[], resource: string) =>
	sets.map((set) => [`${set.service}/${set.set}`, resource, set] as const);
const EVERY_SET = [...named(OF_CUSTOMERS, 'customer'), ...named(OF_ITEMS, 'item')];
const hintsOf = async (bench: Bench, parameters = {}) =>
	(await bench.run(parameters)).hints.map(({ message }) => message);

describe.each(EVERY_SET)('%s, read for a %s', (path, resource, set) => {
	it('with any of its columns in another type is refused by name before anything is read', async () => {
		for (const column of [...set.needed, ...set.wanted]) {
			const bench = await startBench({
				behaviour: { retypedColumns: { [path]: `${column}:stream` } },
			});
			const { message } = await failureOf(bench, { resource });
			expect(message).toMatch(
				new RegExp(
					`^${path} of this tenant has ${column} as Edm.Stream, where a \\w+ was expected$`,
				),
			);
			expect(bench.newCalls().every((call) => call.path.endsWith('$metadata'))).toBe(true);
			await stopBenches();
		}
	});

	it('without a column it needs is refused by name before anything is read, or left out with a hint', async () => {
		for (const column of set.needed) {
			const bench = await startBench({ behaviour: { missingColumns: [`${set.set}.${column}`] } });
			const { error, hints } = await bench.run({ resource });
			const isPassedOver = !bench.newCalls().every((call) => call.path.endsWith('$metadata'));
			const lacking = `${path} of this tenant has no ${column}`;
			expect([error?.message, isPassedOver]).toEqual(
				set.optional ? [undefined, true] : [lacking, false],
			);
			const left = set.optional ? [`${lacking}: what it holds is left empty.`] : [];
			expect(hints.map(({ message }) => message)).toEqual(expect.arrayContaining(left));
			await stopBenches();
		}
	});

	it('without another column is read, and a hint names what is left empty', async () => {
		// a key always has its columns
		const column = set.wanted.find((name) => !set.order.includes(name));
		if (column === undefined) return;
		const bench = await startBench({ behaviour: { missingColumns: [`${set.set}.${column}`] } });
		expect(await hintsOf(bench, { resource })).toContain(
			`${path} of this tenant has no ${column}: what they hold is left empty.`,
		);
	});
});

describe('a date of change', () => {
	it.each(['text', 'int32', 'stream'])('of items that has become %s is refused', async (kind) => {
		const bench = await startBench({
			behaviour: { retypedColumns: { 'tcapi.ibdItem/Items': `LastModificationDate:${kind}` } },
		});
		const { message } = await failureOf(bench, { resource: 'item' });
		expect(message).toContain('has LastModificationDate as Edm.');
		expect(message).toContain('where a date with a time was expected');
	});
});

describe('filters by a column the tenant lacks', () => {
	it.each([
		['customer', { status: ['active'] }, 'BusinessPartners', 'BusinessPartnerStatus', BP],
		['item', { groups: 'BOLTS' }, 'Items', 'ItemGroup', 'tcapi.ibdItem'],
	])('%s %j: it is named', async (resource, filters, set, column, service) => {
		const bench = await startBench({ behaviour: { missingColumns: [`${set}.${column}`] } });
		for (const operation of ['getAll', 'count']) {
			const { message } = await failureOf(bench, { resource, filters, operation });
			expect(message).toBe(`${service}/${set} of this tenant has no ${column}`);
		}
	});
});

describe('columns nobody knew', () => {
	const behaviour = {
		addedColumns: {
			[`${BP}/BusinessPartners`]: 'Floor:int16 Photo:stream',
			'tcapi.comContact/Contacts': 'Nickname:text',
			'tcapi.ibdItem/Items': 'Colour:text',
			'tdapi.isaItemSales/ItemsSales': 'Margin:double',
			[`${BP}/Currencies`]: 'Symbol:text',
		},
	};

	it('come with the raw rows, and a hint names them', async () => {
		const bench = await startBench({ behaviour });
		const options = { includeRaw: true };
		for (const row of bench.sandbox.data.businessPartners) row.Floor = 7;
		const [customer] = await readCustomers(bench, { options });
		expect(customer?.raw).toMatchObject({ [`${BP}/BusinessPartners`]: { Floor: 7 } });
		expect(customer?.raw?.[`${BP}/BusinessPartners`]).not.toHaveProperty('Photo');
		const [item] = await readItems(bench, { options });
		expect(item?.raw?.['tcapi.ibdItem/Items']).toHaveProperty('Colour');
		expect(item?.raw?.['tdapi.isaItemSales/ItemsSales']).toHaveProperty('Margin');

		const hints = await hintsOf(bench, { options });
		expect(hints).toContain(
			`${BP}/BusinessPartners of this tenant has columns this package does not know: Floor. They are in the raw rows.`,
		);
		expect(hints).toContain(
			'tcapi.comContact/Contacts of this tenant has columns this package does not know: Nickname. They are in the raw rows.',
		);
		// code tables are no part of a record
		expect(hints.join()).not.toContain('Symbol');
	});

	it('change nothing else, and neither key nor hash', async () => {
		const expected = await readCustomers(await startBench());
		const bench = await startBench({ behaviour });
		const raw = await readCustomers(bench, { options: { includeRaw: true } });
		expect(raw.map((one) => ({ ...one, raw: null }))).toEqual(expected);
	});

	it('are neither asked for nor spoken of without raw rows', async () => {
		const bench = await startBench({ behaviour });
		expect((await hintsOf(bench)).join()).not.toContain('does not know');
		const queries = bench.newCalls().map(({ query }) => query);
		expect(queries.join()).not.toMatch(/Floor|Nickname/);
	});
});

import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { readQuery } from '../../resources/query';
import type { InforClient } from '../../transport/client';
import { CodeMap } from '../codes';
import { canonicalCompany } from '../ln/normalise';
import { normaliseCustomer, normaliseItem } from '../mapped/normalise';
import type { NormaliseContext } from '../mapped/normalise';
import type { MappedRow } from '../mapped/row';
import { CUSTOMER_TARGETS, ITEM_TARGETS } from '../mapped/targets';
import type { Master } from '../matching';
import type { Prepared, Product, ProductSession, World } from '../product';
import { readCountries } from './codeTables';
import { checkCompany, readCompanies } from './companies';
import { whyNotAsked } from './filters';
import { LakeJobs } from './jobs';
import { PARTNERS } from './lnCustomer';
import { countCustomers, customersPlan } from './lnCustomers';
import { countItems, ITEMS, itemsPlan } from './lnItems';
import type { OwnTable } from './ownTable';
import { countOwn, ownPlan } from './ownTable';
import { lakeReader } from './reader';
import type { LakeOptions } from './settings';
import { checkTable, placeOf, readLakeOptions } from './settings';
import { LakeTables } from './tables';

/** Infor Data Fabric: tables any product publishes into the Data Lake, by Compass SQL. https://developer.infor.com/tutorials/external-access-to-data-lake-apis */
export const dataFabric: Product = {
	id: 'dataFabric',
	name: 'Data Fabric',
	prepare: (world: World): Prepared => {
		const options = readLakeOptions(world);
		const isItem = ['item', 'itemPrice'].includes(asText(world.parameter('resource', '')));
		return {
			identity: JSON.stringify({ ...options, statusValues: [...options.statusValues] }),
			open: (client) => {
				if (options.companies.length === 0)
					throw operationError(world.node, say('compass_company_missing'), world.item);
				checkFilters(world, options, isItem);
				if (options.tables === 'own') checkTable(world, isItem ? options.item : options.customer);
				return openAll(client, world, options);
			},
			companies: (client) =>
				readCompanies(
					new LakeJobs(client, world.node, options),
					options,
					isItem ? options.item : options.customer,
				),
			request: { path: options.compassPath, headers: {} },
		};
	},
};

/** No filter is passed over: what can not be asked of the tables is refused before they are. */
function checkFilters(world: World, options: LakeOptions, isItem: boolean): void {
	const { role } = objectOf(world.parameter('filters', {})) ?? {};
	const { status, groups } = readQuery(world);
	const chosen = { role: role === undefined ? undefined : asText(role), status, groups };
	const said = whyNotAsked(chosen, options, isItem, ITEMS.name);
	if (said) throw operationError(world.node, said, world.item);
}

/** One object of the Data Lake holds all companies: what was found out about a table holds for all of them. */
function openAll(client: InforClient, world: World, options: LakeOptions): ProductSession[] {
	const jobs = new LakeJobs(client, world.node, options);
	const tables = new LakeTables(jobs, world.node, options.language);
	const isLn = options.tables === 'ln';
	// 0100 and 100 are the same company of LN
	const companies = isLn ? options.companies.map(canonicalCompany) : options.companies;
	return [...new Set(companies)].map((company) => {
		const place: Place = { client, world, options, jobs, tables, company };
		return isLn ? lnSession(place) : ownSession(place);
	});
}

interface Place {
	client: InforClient;
	world: World;
	options: LakeOptions;
	jobs: LakeJobs;
	tables: LakeTables;
	company: string;
}

function lnSession({ client, world, options, jobs, tables, company }: Place): ProductSession {
	const { node, now } = world;
	const { codeMappings, includeRaw } = options;
	const base = { node, now, tenant: client.tenant, company, includeRaw };
	// currencies, languages and units: no table with their ISO codes is documented in public
	const customerCodes = async () =>
		new CodeMap({ country: await readCountries(jobs, company) }, codeMappings);
	return {
		company,
		hints: jobs.hints,
		customers: lakeReader({
			jobs,
			node,
			what: placeOf(PARTNERS.name, company),
			plan: once(() => customersPlan(tables, base, customerCodes)),
			counting: (query) => countCustomers(company, query),
		}),
		items: lakeReader({
			jobs,
			node,
			what: placeOf(ITEMS.name, company),
			plan: once(() => itemsPlan(tables, { ...base, codes: new CodeMap({}, codeMappings) })),
			counting: (query) => countItems(company, query),
		}),
	};
}

function ownSession({ client, world, options, jobs, tables, company }: Place): ProductSession {
	const { node } = world;
	const reader = <T extends Master>(
		{ settings, label, targets }: Pick<OwnTable<T>, 'settings' | 'label' | 'targets'>,
		normalise: (row: MappedRow, context: NormaliseContext) => T,
	) => {
		const context: NormaliseContext = {
			product: options.keyProduct,
			tenant: client.tenant,
			company,
			// no code tables are known: what the user maps by hand, else the code as it is
			codes: new CodeMap({}, options.codeMappings),
			statusValues: options.statusValues,
			rawName: options.includeRaw ? settings.name : undefined,
		};
		const own = { node, company, label, settings, targets, options };
		const [table, column] = [settings.name, options.companyColumn];
		const tenant = `${client.base} ${options.compassPath}`;
		return lakeReader({
			jobs,
			node,
			what: placeOf(settings.name, company),
			plan: once(() => ownPlan(tables, { ...own, normalise: (row) => normalise(row, context) })),
			counting: (query) => countOwn(own, query),
			checkCompany: async () => {
				await checkCompany(jobs, node, { tenant, table, column, company });
			},
		});
	};
	return {
		company,
		hints: jobs.hints,
		customers: reader(
			{ settings: options.customer, label: 'Customer', targets: CUSTOMER_TARGETS },
			normaliseCustomer,
		),
		items: reader({ settings: options.item, label: 'Item', targets: ITEM_TARGETS }, normaliseItem),
	};
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
	let made: Promise<T> | undefined;
	return () => (made ??= make());
}

import { asText } from '../../../shared/text';
import type { InforClient } from '../../transport/client';
import type { Choices, Prepared, World } from '../product';
import { isDateType } from './dateColumns';
import { ITEMS } from './itemSets';
import { keptMetadata } from './metadataStore';
import { NAMED_SETS } from './places';
import { LnSession } from './session';
import type { LnOptions } from './settings';
import { COMPARING_ALL } from './settings';
import { BUSINESS_PARTNERS } from './sets';

/**
 * LN has no catalogue of its services: which there are is found out by asking for the metadata of each
 * (github.com/ssmilind94/InforCE-MCP, discover_ln.py). Beside those that are read, further names seen in public.
 */
const FURTHER_SERVICES = [
	'tdapi.purPurchaseOrder',
	'tdapi.slsSalesContract',
	'tdapi.slsSalesOrder',
] as const;

/** From when to when a partner is valid, which is no date of change. */
const VALIDITY: ReadonlySet<string> = new Set(['StartDate', 'EndDate']);

/** What can be picked from the tenant. */
export function listsOf(world: World, options: LnOptions): NonNullable<Prepared['lists']> {
	const sessionOf = (client: InforClient) => {
		const company = options.companies[0] ?? '';
		return new LnSession(client, world.node, { ...options, company }, keptMetadata);
	};
	const entitySets = (client: InforClient, typed: string) =>
		readEntitySets(sessionOf(client), options, typed);
	const isItem = ['item', 'itemPrice'].includes(asText(world.parameter('resource', '')));
	return {
		entitySets,
		paths: entitySets,
		dateColumns: (client) => readDateColumns(sessionOf(client), isItem),
	};
}

/** The entity sets of the services known, those named in the options, and the one that is being typed. */
async function readEntitySets(
	session: LnSession,
	{ places }: Pick<LnOptions, 'places'>,
	typed: string,
): Promise<Choices> {
	const [, typedService] = /^\s*([A-Za-z]\w*(?:\.\w+)+)/.exec(typed) ?? [];
	const services = new Set([
		...NAMED_SETS.map(([, { service }]) => service),
		...FURTHER_SERVICES,
		...Object.values(places).map(({ service }) => service),
		...(typedService === undefined ? [] : [typedService]),
	]);
	const paths: string[] = [];
	for (const service of services) {
		const sets = await session.tenant.ofService(service);
		paths.push(...[...(sets?.keys() ?? [])].map((set) => `${service}/${set}`));
	}
	return paths.sort().map((path) => ({ name: path, value: path }));
}

/** The columns that may hold the date of change. */
async function readDateColumns(session: LnSession, isItem: boolean): Promise<Choices> {
	const types = await session.tenant.typesOf(isItem ? ITEMS : BUSINESS_PARTNERS);
	const columns = [...(types ?? [])]
		.filter(([name, type]) => isDateType(type) && !VALIDITY.has(name))
		.map(([name]) => ({ name, value: name }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
	return isItem ? columns : [{ name: '(Comparing All)', value: COMPARING_ALL }, ...columns];
}

import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import type { Prepared, Product, ProductSession, World } from '../product';
import { readCompanies } from './companies';
import { customerChanges } from './customerChanges';
import { itemChanges } from './itemChanges';
import { listsOf } from './lists';
import { keptMetadata } from './metadataStore';
import { canonicalCompany } from './normalise';
import { countCustomers, readCustomer, readCustomers } from './readCustomers';
import { countItems, readItem, readItems } from './readItems';
import { sliceCustomers } from './sliceCustomers';
import { LnSession } from './session';
import type { LnOptions } from './settings';
import { readLnOptions } from './settings';

/** Infor LN through its OData REST APIs. https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/default.html */
export const ln: Product = {
	id: 'ln',
	name: 'LN',
	prepare: (world: World): Prepared => {
		const options = readLnOptions(world);
		return {
			identity: JSON.stringify(options),
			open: (client) => {
				if (options.companies.length === 0)
					throw operationError(world.node, say('company_missing'), world.item);
				return options.companies.map((company) => open(client, world, company, options));
			},
			companies: (client) =>
				readCompanies(new LnSession(client, world.node, { ...options, company: '' }, keptMetadata)),
			lists: listsOf(world, options),
			request: {
				path: `${options.lnPath}/odata`,
				headers: {
					...(options.companies[0] ? { 'x-infor-lncompany': options.companies[0] } : {}),
					'content-language': options.language,
				},
			},
		};
	},
};

function open(
	client: InforClient,
	{ node, now }: World,
	company: string,
	settings: LnOptions,
): ProductSession {
	const session = new LnSession(client, node, { ...settings, company }, keptMetadata);
	const { codeMappings, includeRaw } = settings;
	const options = { tenant: client.tenant, company, now, codeMappings, includeRaw };
	return {
		company: canonicalCompany(company),
		hints: session.hints,
		customers: {
			get: (id) => readCustomer(session, id, options),
			list: (query) => readCustomers(session, query, options),
			count: (query) => countCustomers(session, query, options),
			slice: (query, after) => sliceCustomers(session, query, after, options),
			// neither business partners nor their roles, addresses and contacts carry a date of change, unless a tenant adds it
			changes: settings.changedBy.customers === '' ? 'scan' : customerChanges(session, options),
		},
		items: {
			get: (id) => readItem(session, id, options),
			list: (query) => readItems(session, query, options),
			count: (query) => countItems(session, query, options),
			changes: itemChanges(session, options),
		},
	};
}

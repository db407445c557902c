import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { CodeMap } from '../codes';
import type { Prepared, Product, ProductSession, World } from '../product';
import { readCompanies } from './companies';
import { exportedCustomers, listedCustomers } from './customerRows';
import { ItemRows } from './itemRows';
import type { NormaliseContext } from './normalise';
import { priceListReader } from './priceLists';
import { customerReader } from './readCustomers';
import { itemReader } from './readItems';
import { M3Session } from './session';
import type { M3Options } from './settings';
import { readM3Options } from './settings';

/** Infor M3 through the REST service of its programs (MI), version 2. https://github.com/infor-cloud/m3-h5-sdk */
export const m3: Product = {
	id: 'm3',
	name: 'M3',
	prepare: (world: World): Prepared => {
		const options = readM3Options(world);
		return {
			identity: JSON.stringify(options),
			open: (client) => {
				if (options.companies.length === 0)
					throw operationError(world.node, say('m3_company_missing'), world.item);
				return options.companies.map((company) => open(client, world, company, options));
			},
			companies: (client) => readCompanies(new M3Session(client, world.node, '', options)),
			request: { path: `${options.m3Path}/execute`, headers: {} },
		};
	},
};

function open(
	client: InforClient,
	{ node }: World,
	company: string,
	options: M3Options,
): ProductSession {
	const session = new M3Session(client, node, company, options);
	const context: NormaliseContext = {
		...options,
		tenant: client.tenant,
		company,
		// which ISO code a code of CRS045 or CRS055 stands for, no transaction known to us tells
		codes: new CodeMap({}, options.codeMappings),
	};
	const way = options.customerRead;
	const rows = (way === 'exportmi' ? exportedCustomers : listedCustomers)(session, options);
	const items = itemReader(new ItemRows(session, options), context);
	const { priceLists } = options;
	return {
		company,
		hints: session.hints,
		customers: customerReader(rows, context, way),
		items,
		...(priceLists.length > 0
			? { itemPrices: priceListReader(session, priceLists, items, context) }
			: {}),
	};
}

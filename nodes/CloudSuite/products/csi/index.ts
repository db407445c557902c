import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { CodeMap } from '../codes';
import { companyChoice } from '../companyField';
import type { Prepared, Product, ProductSession, World } from '../product';
import { countryNames } from './countryNames';
import { CUSTOMERS, ITEMS, PRICES } from './entities';
import { ItemPriceRows } from './itemPriceRows';
import { itemPriceReader } from './itemPrices';
import { ItemRows } from './itemRows';
import { customerReader } from './readCustomers';
import { itemReader } from './readItems';
import { CsiSession, configurationHeader } from './session';
import type { CsiOptions } from './settings';
import { readCsiOptions } from './settings';

/**
 * Infor CloudSuite Industrial (SyteLine) through the IDO request service of Mongoose, version 2.
 * https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 */
export const csi: Product = {
	id: 'csi',
	name: 'CSI',
	prepare: (world: World): Prepared => {
		const options = readCsiOptions(world);
		const [first] = options.companies;
		return {
			identity: JSON.stringify(options),
			open: (client) => {
				if (first === undefined)
					throw operationError(world.node, say('csi_configuration_missing'), world.item);
				return options.companies.map((company) => open(client, world, company, options));
			},
			companies: async (client) =>
				(await new CsiSession(client, world.node, '', options).configurations()).map((name) =>
					companyChoice(name, null),
				),
			request: {
				path: options.csiPath,
				headers: first === undefined ? {} : configurationHeader(first),
			},
		};
	},
};

function open(
	client: InforClient,
	{ node, now }: World,
	company: string,
	options: CsiOptions,
): ProductSession {
	const session = new CsiSession(client, node, company, options);
	const context = {
		...options,
		tenant: client.tenant,
		site: session,
		now,
		codes: new CodeMap({ country: countryNames() }, options.codeMappings),
	};
	const prices = { ...PRICES, ido: options.pricesIdo };
	const itemsWith = (itemPrices: ItemPriceRows | undefined) =>
		itemReader(
			new ItemRows(
				session,
				{ ...ITEMS, ido: options.itemsIdo },
				{ ...context, prices: itemPrices },
			),
		);
	return {
		company,
		hints: session.hints,
		customers: customerReader(session, { ...CUSTOMERS, ido: options.customersIdo }, context),
		items: itemsWith(
			options.readPrices ? new ItemPriceRows(session, prices, options.zone) : undefined,
		),
		itemPrices: itemPriceReader(session, prices, itemsWith(undefined), context),
	};
}

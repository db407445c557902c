import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { CodeMap } from '../codes';
import type { Prepared, Product, ProductSession, World } from '../product';
import { checkFields } from './check';
import { ClassSession } from './classSession';
import { readCompanies, searchClasses } from './discover';
import { FsmLists } from './lists';
import type { NormaliseContext } from '../mapped/normalise';
import { normaliseCustomer, normaliseItem } from '../mapped/normalise';
import { classReader } from './reader';
import type { ClassSettings, FsmOptions } from './settings';
import { checkClass, readFsmOptions } from './settings';
import type { CheckedClass } from './spec';
import type { Targets } from '../mapped/targets';
import { CUSTOMER_TARGETS, ITEM_TARGETS } from '../mapped/targets';

/**
 * Infor Financials & Supply Management through the REST web services of Landmark: any business class, by the fields the
 * user maps. https://docs.infor.com/lmrk/2025.x/en-us/lmrkolh/lmrkwsrg/suj1541471703776.html
 */
export const fsm: Product = {
	id: 'fsm',
	name: 'Financials',
	prepare: (world: World): Prepared => {
		const options = readFsmOptions(world);
		const isItem = ['item', 'itemPrice'].includes(asText(world.parameter('resource', '')));
		return {
			identity: JSON.stringify({ ...options, statusValues: [...options.statusValues] }),
			open: (client) => {
				if (options.companies.length === 0)
					throw operationError(world.node, say('fsm_company_missing'), world.item);
				checkClass(world, isItem ? options.item : options.customer);
				return openAll(client, world, options);
			},
			companies: (client) =>
				readCompanies(
					new FsmLists(client, world.node, options),
					options,
					isItem ? options.item : options.customer,
				),
			lists: {
				classes: (client) => searchClasses(client, world),
				paths: async (client) =>
					(await searchClasses(client, world)).map(({ name }) => {
						// the list every class has
						const path = `classes/${name}/lists/_generic`;
						return { name: path, value: path };
					}),
			},
			request: { path: options.fsmPath, headers: {} },
		};
	},
};

/** The companies are in the same lists: what was found out about these holds for all of them. */
function openAll(client: InforClient, world: World, options: FsmOptions): ProductSession[] {
	const lists = new FsmLists(client, world.node, options);
	const checked = (settings: ClassSettings, targets: Targets) => {
		const { companyField } = options;
		let asked: Promise<CheckedClass> | undefined;
		return () =>
			(asked ??= checkFields(lists, world.node, { ...settings, companyField, targets }, options));
	};
	const customer = checked(options.customer, CUSTOMER_TARGETS);
	const item = checked(options.item, ITEM_TARGETS);
	return options.companies.map((company) => {
		const context = (name: string): NormaliseContext => ({
			product: 'fsm',
			tenant: client.tenant,
			company,
			// no code tables are known: what the user maps by hand, else the code as it is
			codes: new CodeMap({}, options.codeMappings),
			statusValues: options.statusValues,
			rawName: options.includeRaw ? name : undefined,
		});
		const [ofCustomer, ofItem] = [context(options.customer.name), context(options.item.name)];
		const where = { lists, node: world.node, company, options };
		return {
			company,
			hints: lists.hints,
			customers: classReader(
				new ClassSession({ ...where, name: options.customer.name, check: customer }, (row) =>
					normaliseCustomer(row, ofCustomer),
				),
				world.now,
			),
			items: classReader(
				new ClassSession({ ...where, name: options.item.name, check: item }, (row) =>
					normaliseItem(row, ofItem),
				),
				world.now,
			),
		};
	});
}

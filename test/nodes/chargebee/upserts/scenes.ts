import type { IDataObject } from 'n8n-workflow';
import type { StartOptions } from '../setup';
import type { Resource } from './support';
import { CATALOG, FAMILY, key, OF_CHARGE, OF_FAMILY } from './support';

/** A resource whose records can be in many situations at once. */
export interface Scene {
	resource: Resource;
	world: (seeds: IDataObject[]) => StartOptions;
	/** The nth input item; what is wished decides about its values. */
	item: (n: number, wish: number) => IDataObject;
	/** What Chargebee has of it. */
	states: Record<string, (n: number) => IDataObject[]>;
	policies: Record<string, string[]>;
	parameters: IDataObject;
}

const POLICIES = {
	whenAbsent: ['create', 'skip'],
	whenFound: ['link', 'conflict'],
	whenConfirmed: ['update', 'leave'],
	whenGone: ['conflict', 'restore'],
	whenInactive: ['ignore', 'putAside'],
	search: ['complete', 'keys'],
};

/** Situations by a record as the sync would have made it, and the same as entered by hand. */
function states(
	ours: (n: number) => IDataObject,
	byHand: (n: number) => IDataObject,
	metadata?: string,
): Scene['states'] {
	const owned = (n: number, of = n) =>
		metadata ? { ...ours(n), [metadata]: { cloudsuite: key(`R${of}`), others: 1 } } : ours(n);
	return {
		absent: () => [],
		confirmed: (n) => [owned(n)],
		unmarked: (n) => [ours(n)],
		found: (n) => [{ ...byHand(n), id: `hand${n}` }],
		deleted: (n) => [{ ...owned(n), deleted: true, status: 'deleted' }],
		...(metadata
			? {
					claimed: (n) => [
						{ ...byHand(n), id: `hand${n}`, [metadata]: { cloudsuite: key(`X${n}`) } },
					],
					stolen: (n) => [owned(n, 90 + n)],
					moved: (n) => [{ ...owned(n), id: `moved${n}` }],
				}
			: {}),
	};
}

const ambiguous = (byHand: (n: number) => IDataObject): Scene['states'] => ({
	ambiguous: (n) => [
		{ ...byHand(n), id: `one${n}` },
		{ ...byHand(n), id: `two${n}` },
	],
});
const archived = (ours: (n: number) => IDataObject): Scene['states'] => ({
	archived: (n) => [{ ...ours(n), status: 'archived' }],
});

const customer = (n: number) => ({
	id: `ln-1300-R${n}`,
	company: `Company ${n}`,
	email: `ap${n}@x.test`,
});
const contact = (n: number) => ({
	id: `ln-1300-R${n}`,
	first_name: `N${n}`,
	email: `ap${n}@x.test`,
	object: 'contact',
});
const family = (n: number) => ({ id: `ln-1300-R${n}`, name: `Family ${n}`, status: 'active' });
const item = (n: number) => ({
	...{ id: `ln-1300-R${n}`, name: `R${n} - Bolt`, type: 'charge', item_family_id: 'fam' },
	...{ status: 'active', description: 'Old' },
});
const price = (n: number) => ({
	...{ id: `ln-1300-R${n}`, name: `R${n} - Bolt`, item_id: 'charge', currency_code: 'EUR' },
	...{ pricing_model: 'per_unit', price: 100, status: 'active' },
});
const status = (wish: number) => (wish === 3 ? 'inactive' : 'active');

/** What a person decided about the nth record: mostly nothing, or how the id begins of what it is to be linked to. */
export const DECIDED = [
	'',
	'',
	'',
	'create',
	'ignore',
	'hand',
	'one',
	'moved',
	'ln-1300-R',
] as const;

export function decision(n: number, decided: (typeof DECIDED)[number]): IDataObject {
	if (decided === '' || decided === 'create' || decided === 'ignore') return { decision: decided };
	return { decision: 'link', decision_id: `${decided}${n}` };
}

export const SCENES: Scene[] = [
	{
		resource: 'customer',
		world: (customers) => ({ customers }),
		item: (n, wish) => ({
			...{ key: key(`R${n}`), company: `Company ${n}${wish === 1 ? ' AB' : ''}` },
			...{
				email: wish === 2 ? 'nobody' : `AP${n}@x.test`,
				billing_address_city: 'Oslo',
				status: status(wish),
			},
			parent: n > 3 ? key(`R${n - 3}`) : '',
		}),
		states: { ...states(customer, customer, 'meta_data'), ...ambiguous(customer) },
		policies: POLICIES,
		parameters: { parentBy: 'key', parentKey: '={{ $json.parent }}' },
	},
	{
		resource: 'contact',
		world: (contacts) => ({
			customers: [{ id: 'cust', contacts: contacts.filter(({ deleted }) => !deleted) }],
		}),
		item: (n, wish) => ({
			...{ key: key(`R${n}`), first_name: `N${n}${wish === 1 ? ' Maria' : ''}` },
			...{ email: wish === 2 ? 'nobody' : `ap${n}@x.test`, status: status(wish) },
		}),
		states: { ...states(contact, contact), ...ambiguous(contact) },
		policies: POLICIES,
		parameters: { parentBy: 'id', parentId: 'cust' },
	},
	{
		resource: 'itemFamily',
		world: (itemFamilies) => ({ itemFamilies }),
		item: (n, wish) => ({
			...{ familyKey: key(`R${n}`), name: wish === 2 ? 'x'.repeat(51) : `Family ${n}` },
			...(wish === 1 ? { description: 'New' } : {}),
		}),
		states: states(family, family),
		policies: { ...POLICIES, whenInactive: ['ignore'] },
		parameters: {},
	},
	{
		resource: 'item',
		world: (items) => ({ itemFamilies: [FAMILY], items }),
		item: (n, wish) => ({
			...{
				key: key(`R${n}`),
				name: 'Bolt',
				description: wish === 1 ? 'New' : 'Old',
				status: status(wish),
			},
			...(wish === 2 ? { type: 'plan' } : {}),
		}),
		states: { ...states(item, item, 'metadata'), ...archived(item) },
		policies: POLICIES,
		parameters: OF_FAMILY,
	},
	{
		resource: 'itemPrice',
		world: (itemPrices) => ({ ...CATALOG, itemPrices }),
		item: (n, wish) => ({
			...{
				priceKey: key(`R${n}`),
				name: 'Bolt',
				price: wish === 1 ? '2' : '1',
				status: status(wish),
			},
			currency_code: wish === 2 ? 'USD' : 'EUR',
		}),
		states: { ...states(price, price, 'metadata'), ...archived(price) },
		policies: { ...POLICIES, whenFrozen: ['conflict', 'successor', 'try'] },
		parameters: OF_CHARGE,
	},
];

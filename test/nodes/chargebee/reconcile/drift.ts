import type { IDataObject } from 'n8n-workflow';
import type { FindingKind } from '../../../../nodes/Chargebee/reconcile/finding';
import type { ResourcePath } from '../../../sandbox/chargebee';
import type { Bench, StartOptions } from '../setup';
import { CHARGE, FAMILY, key, OF_CHARGE, OF_FAMILY } from '../upserts/support';

/** A resource whose records can drift apart. */
export interface Side {
	resource: 'customer' | 'item' | 'itemPrice';
	path: ResourcePath;
	world: StartOptions;
	parameters: IDataObject;
	metadata: 'meta_data' | 'metadata';
	/** The nth source record. */
	item: (n: number) => IDataObject;
	/** A mapped field: changed on either side it is a difference. */
	field: string;
	/** A field nobody maps. */
	unmapped: string;
	/** A value Chargebee would refuse. */
	invalid: IDataObject;
	/** What a copy by hand can't share with the record, as names are unique in the catalog. */
	copied: (n: number) => IDataObject;
	/** The nth record as somebody entered it in Chargebee. */
	byHand: (n: number) => IDataObject;
	/** What is found of a record that was deleted in Chargebee. */
	deleted: FindingKind;
	/** Calls beside the pages of the list. */
	overhead: number;
}

export const idOf = (n: number) => `ln-1300-R${n}`;

export const SIDES: Side[] = [
	{
		resource: 'customer',
		path: 'customers',
		world: {},
		parameters: {},
		metadata: 'meta_data',
		item: (n) => ({ key: key(`R${n}`), company: `Company ${n}`, email: `ap${n}@x.test` }),
		field: 'company',
		unmapped: 'phone',
		invalid: { email: 'nobody' },
		copied: () => ({}),
		byHand: (n) => ({ company: `By hand ${n}`, email: `AP${n}@x.test` }),
		deleted: 'conflict',
		// custom fields
		overhead: 1,
	},
	{
		resource: 'item',
		path: 'items',
		world: { itemFamilies: [FAMILY] },
		parameters: OF_FAMILY,
		metadata: 'metadata',
		item: (n) => ({ key: key(`R${n}`), name: 'Bolt', description: `Bolt ${n}` }),
		field: 'description',
		unmapped: 'external_name',
		invalid: { type: 'gadget' },
		copied: (n) => ({ name: `Copy ${n}` }),
		byHand: (n) => ({ name: `r${n} - bolt`, type: 'charge', item_family_id: 'fam' }),
		// id and name are free again
		deleted: 'onlyInCloudSuite',
		// configurations, custom fields of three kinds of items, families
		overhead: 5,
	},
	{
		resource: 'itemPrice',
		path: 'item_prices',
		world: { itemFamilies: [FAMILY], items: [CHARGE] },
		parameters: OF_CHARGE,
		metadata: 'metadata',
		item: (n) => ({
			...{ priceKey: key(`R${n}`), name: 'Bolt', price: '1', currency_code: 'EUR' },
			description: `Bolt ${n}`,
		}),
		field: 'description',
		unmapped: 'external_name',
		invalid: { currency_code: 'EURO' },
		copied: (n) => ({ name: `Copy ${n}` }),
		byHand: (n) => ({
			...{ name: `r${n} - bolt`, item_id: 'charge', currency_code: 'EUR', price: 100 },
			pricing_model: 'per_unit',
		}),
		deleted: 'onlyInCloudSuite',
		// configurations, custom fields of three kinds of prices, items
		overhead: 5,
	},
];

/** What happens to the nth record; what is returned is left of it in CloudSuite, and what has to be found. */
type Fate = (
	side: Side,
	bench: Bench,
	n: number,
) => { source?: IDataObject; found: Array<[kind: FindingKind, id?: string]> };

const edit = ({ path }: Side, { sandbox }: Bench, n: number, members: IDataObject) =>
	sandbox.updateRecord(path, idOf(n), members);
const copy = ({ path, copied }: Side, { sandbox }: Bench, n: number) => {
	const { id: _id, ...record } = sandbox.record(path, idOf(n)) ?? {};
	sandbox.addRecord(path, { ...record, ...copied(n), id: `copy${n}` });
};

/** Fates of records that were sent before. */
export const SENT: Record<string, Fate> = {
	'left alone': ({ item }, _bench, n) => ({ source: item(n), found: [['agrees', idOf(n)]] }),
	'edited by hand': (side, bench, n) => {
		edit(side, bench, n, { [side.field]: 'Edited' });
		return { source: side.item(n), found: [['differs', idOf(n)]] };
	},
	'edited where nothing is mapped': (side, bench, n) => {
		edit(side, bench, n, { [side.unmapped]: 'Edited' });
		return { source: side.item(n), found: [['agrees', idOf(n)]] };
	},
	'changed in CloudSuite': (side, _bench, n) => ({
		source: { ...side.item(n), [side.field]: 'Changed' },
		found: [['differs', idOf(n)]],
	}),
	'made invalid in CloudSuite': (side, _bench, n) => ({
		source: { ...side.item(n), ...side.invalid },
		found: [['invalid']],
	}),
	'deleted in Chargebee': (side, { sandbox }, n) => {
		sandbox.removeRecord(side.path, idOf(n));
		const id = side.deleted === 'conflict' ? idOf(n) : undefined;
		return { source: side.item(n), found: [id ? [side.deleted, id] : [side.deleted]] };
	},
	'stripped of its key': (side, bench, n) => {
		edit(side, bench, n, { [side.metadata]: {} });
		return { source: side.item(n), found: [['differs', idOf(n)]] };
	},
	copied: (side, bench, n) => {
		copy(side, bench, n);
		return { source: side.item(n), found: [['duplicate']] };
	},
	'gone from CloudSuite': (_side, _bench, n) => ({ found: [['onlyInChargebee', idOf(n)]] }),
	'gone from CloudSuite, and copied': (side, bench, n) => {
		copy(side, bench, n);
		return { found: [['duplicate']] };
	},
	'gone from both': ({ path }, { sandbox }, n) => {
		sandbox.removeRecord(path, idOf(n));
		return { found: [] };
	},
};

/** Fates of records that never were. */
export const UNSENT: Record<string, Fate> = {
	'not sent yet': ({ item }, _bench, n) => ({ source: item(n), found: [['onlyInCloudSuite']] }),
	'entered by hand': (side, { sandbox }, n) => {
		sandbox.addRecord(side.path, { ...side.byHand(n), id: `hand${n}` });
		return { source: side.item(n), found: [['differs', `hand${n}`]] };
	},
	'of another company': ({ path, byHand, metadata }, { sandbox }, n) => {
		sandbox.addRecord(path, {
			...{ ...byHand(n), id: `other${n}` },
			[metadata]: { cloudsuite: `ln:ACME_TST:1400:R${n}` },
		});
		return { found: [] };
	},
	'of Chargebee alone': ({ path, byHand }, { sandbox }, n) => {
		sandbox.addRecord(path, { ...byHand(n), id: `own${n}` });
		return { found: [] };
	},
};

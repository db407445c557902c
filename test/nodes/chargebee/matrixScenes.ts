import type { IDataObject } from 'n8n-workflow';
import type { StartOptions } from './setup';

export type Situation =
	| 'absent'
	| 'confirmed, same'
	| 'confirmed, differs'
	| 'found'
	| 'claimed'
	| 'ambiguous'
	| 'gone'
	| 'twin'
	| 'invalid';

/** A resource, and how each situation is made of it. */
export interface Case {
	resource: string;
	path: string;
	item: IDataObject;
	/** Other values of the same record. */
	changed: IDataObject;
	invalid: IDataObject;
	/** What it hangs on. */
	world: StartOptions;
	/** The record as the sync itself would have made it. */
	ours: IDataObject;
	/** The same, entered by hand. */
	byHand: IDataObject;
	seed: (records: IDataObject[]) => StartOptions;
	reference?: 'meta_data' | 'metadata';
	/** How the record is put out of use in Chargebee. */
	gone: IDataObject;
	parameters?: IDataObject;
}

const KEY = 'ln:ACME_TST:1300:X1';
const OTHER = 'ln:ACME_TST:1300:X2';
const family = { id: 'fam', name: 'Family', status: 'active' };
const plan = { id: 'plan', name: 'A plan', type: 'plan', item_family_id: 'fam', status: 'active' };

export const CASES: Case[] = [
	{
		resource: 'customer',
		path: 'customers',
		item: { key: KEY, company: 'Öhlund', email: 'ap@ohlund.test' },
		changed: { company: 'Öhlund AB' },
		invalid: { email: 'nobody' },
		world: {},
		ours: { id: 'ln-1300-X1', company: 'Öhlund', email: 'ap@ohlund.test' },
		byHand: { company: 'Öhlund', email: 'AP@ohlund.test' },
		seed: (customers) => ({ customers }),
		reference: 'meta_data',
		gone: { deleted: true },
	},
	{
		resource: 'contact',
		path: 'customers',
		item: { key: KEY, first_name: 'Ada', email: 'ada@ohlund.test' },
		changed: { first_name: 'Ada Maria' },
		invalid: { email: 'nobody' },
		world: {},
		ours: { id: 'ln-1300-X1', first_name: 'Ada', email: 'ada@ohlund.test', object: 'contact' },
		byHand: { first_name: 'Ada', email: 'Ada@ohlund.test', object: 'contact' },
		seed: (contacts) => ({ customers: [{ id: 'cust', contacts }] }),
		gone: { deleted: true },
		parameters: { parentBy: 'id', parentId: 'cust' },
	},
	{
		resource: 'itemFamily',
		path: 'item_families',
		item: { familyKey: KEY, name: 'Bolts', description: 'All bolts' },
		changed: { description: 'Bolts of steel' },
		invalid: { name: 'x'.repeat(51) },
		world: {},
		ours: { id: 'ln-1300-X1', name: 'Bolts', description: 'All bolts', status: 'active' },
		byHand: { name: 'Bolts', description: 'All bolts', status: 'active' },
		seed: (itemFamilies) => ({ itemFamilies }),
		gone: { status: 'deleted', deleted: true },
	},
	{
		resource: 'item',
		path: 'items',
		item: { key: KEY, name: 'Bolt', type: 'charge', description: 'Steel' },
		changed: { description: 'Brass' },
		invalid: { type: 'gadget' },
		world: { itemFamilies: [family] },
		ours: {
			id: 'ln-1300-X1',
			name: 'X1 - Bolt',
			type: 'charge',
			item_family_id: 'fam',
			description: 'Steel',
			status: 'active',
		},
		byHand: {
			name: 'X1 - bolt',
			type: 'charge',
			item_family_id: 'fam',
			description: 'Steel',
			status: 'active',
		},
		seed: (items) => ({ items, itemFamilies: [family] }),
		reference: 'metadata',
		gone: { status: 'archived' },
		parameters: { parentBy: 'id', parentId: 'fam' },
	},
	{
		resource: 'itemPrice',
		path: 'item_prices',
		item: { priceKey: KEY, name: 'Bolt', currency_code: 'EUR', price: '12.50' },
		changed: { price: '13' },
		invalid: { currency_code: 'EURO' },
		world: { itemFamilies: [family], items: [plan] },
		ours: {
			...{
				id: 'ln-1300-X1',
				name: 'X1 - Bolt',
				item_id: 'plan',
				currency_code: 'EUR',
				price: 1250,
			},
			...{ pricing_model: 'per_unit', period: 1, period_unit: 'month', status: 'active' },
		},
		byHand: {
			...{
				name: 'x1 - Bolt',
				item_id: 'plan',
				currency_code: 'EUR',
				price: 1250,
				status: 'active',
			},
			...{ pricing_model: 'per_unit', period: 1, period_unit: 'month' },
		},
		seed: (itemPrices) => ({ itemPrices, itemFamilies: [family], items: [plan] }),
		reference: 'metadata',
		gone: { status: 'archived' },
		parameters: { parentBy: 'id', parentId: 'plan' },
	},
];

/** What is in Chargebee, and what comes from CloudSuite; `undefined` where a resource can't be in that situation. */
export function scene(
	one: Case,
	situation: Situation,
): { records: IDataObject[]; items: IDataObject[] } | undefined {
	const { item, ours, byHand, changed, reference, gone } = one;
	const stamped = (record: IDataObject, key: string) =>
		reference ? { ...record, [reference]: { cloudsuite: key } } : record;
	const unique = one.resource.startsWith('item');
	const plain = [item];
	switch (situation) {
		case 'absent':
			return { records: [], items: plain };
		case 'confirmed, same':
			return { records: [stamped(ours, KEY)], items: plain };
		case 'confirmed, differs':
			return { records: [stamped(ours, KEY)], items: [{ ...item, ...changed }] };
		case 'found':
			return { records: [{ ...byHand, id: 'hand1' }], items: plain };
		case 'claimed':
			return reference
				? { records: [stamped({ ...byHand, id: 'hand1' }, OTHER)], items: plain }
				: undefined;
		case 'ambiguous':
			// names are unique in the catalog, so there two records can only carry the same key
			if (unique && !reference) return undefined;
			return {
				records: unique
					? [
							stamped({ ...ours, id: 'hand1', name: 'One' }, KEY),
							stamped({ ...ours, id: 'hand2', name: 'Two' }, KEY),
						]
					: [
							{ ...byHand, id: 'hand1' },
							{ ...byHand, id: 'hand2' },
						],
				items: plain,
			};
		case 'gone':
			if (one.resource === 'contact') return undefined;
			return { records: [{ ...stamped(ours, KEY), ...gone }], items: plain };
		case 'twin':
			return { records: [], items: [item, { ...item }] };
		case 'invalid':
			return { records: [], items: [{ ...item, ...one.invalid }] };
	}
}

type Row = [
	Situation,
	IDataObject,
	string | Record<string, string>,
	number | Record<string, number>,
];

const TO_HAND1 = { decision: 'link', decisionId: 'hand1' };
const FIRST_LINK: Row[2] = { default: 'linked', contact: 'unchanged', itemFamily: 'unchanged' };
const LINKED_BY_DECISION: Row[] = [
	['found', TO_HAND1, FIRST_LINK, { default: 1, contact: 0, itemFamily: 0 }],
	[
		'found',
		{ ...TO_HAND1, whenFound: 'conflict' },
		FIRST_LINK,
		{ default: 1, contact: 0, itemFamily: 0 },
	],
	// items with one name can't be, so there both carry the key, and the chosen one is as good as linked
	[
		'ambiguous',
		TO_HAND1,
		{ customer: 'linked', contact: 'unchanged', default: 'updated' },
		{ contact: 0, default: 1 },
	],
];

/** Situation and policy -> outcome of the (last) record, and how many writes it takes by resource. */
export const TABLE: Row[] = [
	['absent', {}, 'created', 1],
	['absent', { whenAbsent: 'skip' }, 'skipped', 0],
	['confirmed, same', {}, 'unchanged', 0],
	['confirmed, same', { whenConfirmed: 'leave' }, 'unchanged', 0],
	['confirmed, differs', {}, 'updated', 1],
	['confirmed, differs', { whenConfirmed: 'leave' }, 'unchanged', 0],
	[
		'confirmed, differs',
		{ whenAbsent: 'skip', whenFound: 'conflict', whenGone: 'restore' },
		'updated',
		1,
	],
	// families without a custom field, and contacts, have no place for the CloudSuite key: found again each time
	[
		'found',
		{},
		{ default: 'linked', contact: 'unchanged', itemFamily: 'unchanged' },
		{ default: 1, contact: 0, itemFamily: 0 },
	],
	['found', { whenFound: 'conflict' }, 'conflict', 0],
	[
		'found',
		{ whenAbsent: 'skip' },
		{ default: 'linked', contact: 'unchanged', itemFamily: 'unchanged' },
		{ default: 1, contact: 0, itemFamily: 0 },
	],
	['claimed', {}, 'conflict', 0],
	['claimed', { whenFound: 'link', whenGone: 'restore' }, 'conflict', 0],
	['ambiguous', {}, 'conflict', 0],
	['ambiguous', { whenFound: 'link', whenGone: 'restore' }, 'conflict', 0],
	// id and name of a deleted family may be used again, so it is as good as none
	['gone', {}, { default: 'conflict', itemFamily: 'created' }, { default: 0, itemFamily: 1 }],
	[
		'gone',
		{ whenGone: 'restore' },
		{ default: 'updated', customer: 'created', itemFamily: 'created' },
		1,
	],
	['twin', {}, 'conflict', 1],
	// what a person decided stands for the match keys, and for what is set for all records
	...LINKED_BY_DECISION,
	['confirmed, differs', { decision: 'link', decisionId: 'ln-1300-X1' }, 'updated', 1],
	['confirmed, differs', { decision: 'create' }, 'updated', 1],
	['absent', { decision: 'create', whenAbsent: 'skip' }, 'created', 1],
	['absent', { decision: 'link', decisionId: 'hand9' }, 'conflict', 0],
	['absent', { decision: ' Ignore ' }, 'skipped', 0],
	['absent', { decision: 'maybe' }, 'invalid', 0],
	['absent', { decision: 'link' }, 'invalid', 0],
	['absent', { decision: 'create', decisionId: 'hand1' }, 'invalid', 0],
	['absent', { decisionId: 'hand1' }, 'invalid', 0],
	// the name of the family is the very same, and Chargebee takes each once
	[
		'found',
		{ decision: 'create' },
		{ default: 'created', itemFamily: 'conflict' },
		{ default: 1, itemFamily: 0 },
	],
	['found', { decision: 'ignore' }, 'skipped', 0],
	['claimed', { decision: 'create' }, 'created', 1],
	['claimed', { decision: 'link', decisionId: 'hand1' }, 'conflict', 0],
	['ambiguous', { decision: 'ignore' }, 'skipped', 0],
	[
		'gone',
		{ decision: 'create' },
		{ default: 'conflict', itemFamily: 'created' },
		{ default: 0, itemFamily: 1 },
	],
	['gone', { decision: 'link', decisionId: 'ln-1300-X1' }, 'conflict', 0],
	[
		'gone',
		{ decision: 'link', decisionId: 'ln-1300-X1', whenGone: 'restore' },
		{ default: 'updated', customer: 'conflict', itemFamily: 'conflict' },
		{ default: 1, customer: 0, itemFamily: 0 },
	],
	['invalid', { decision: 'ignore' }, 'skipped', 0],
	['invalid', { decision: 'create' }, 'invalid', 0],
	['invalid', {}, 'invalid', 0],
	['invalid', { whenAbsent: 'skip' }, 'invalid', 0],
];

export const pick = <T>(of: T | Record<string, T>, resource: string): T =>
	typeof of === 'object' && of !== null
		? (((of as Record<string, T>)[resource] ?? (of as Record<string, T>).default) as T)
		: of;

import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { rowsOf } from '../optionFields';
import { ITEMS, ITEMS_SALES } from './itemSets';
import type { LnSet } from './sets';
import {
	ADDRESSES,
	BUSINESS_PARTNERS,
	COMPANIES,
	CONTACTS,
	COUNTRIES,
	CURRENCIES,
	INVOICE_TO,
	LANGUAGES,
	PAY_BY,
	SOLD_TO,
	TAX_NUMBERS,
} from './sets';

/** Where an entity set is. */
export interface Place {
	service: string;
	set: string;
}

/** Sets a tenant may have elsewhere, by the place they have by default: own services are made with LN's REST API modeler. */
export type Places = Readonly<Record<string, Place>>;

/** What people call the sets; in the order of names. */
export const NAMED_SETS: ReadonlyArray<readonly [name: string, set: LnSet]> = [
	['Addresses', ADDRESSES],
	['Business Partners', BUSINESS_PARTNERS],
	['Companies', COMPANIES],
	['Contacts', CONTACTS],
	['Countries', COUNTRIES],
	['Currencies', CURRENCIES],
	['Invoice-To Roles', INVOICE_TO],
	['Item Sales Data', ITEMS_SALES],
	['Items', ITEMS],
	['Languages', LANGUAGES],
	['Pay-by Roles', PAY_BY],
	['Sold-To Roles', SOLD_TO],
	['Tax Numbers', TAX_NUMBERS],
];

/** e.g. `tcapi.ibdItem/Items`: the place a set has by default, which names it whatever place it has. */
export function pathOf({ service, set }: Place): string {
	return `${service}/${set}`;
}

/** What people call a set. */
export function nameOf(set: Place): string {
	const [name] = NAMED_SETS.find(([, one]) => pathOf(one) === pathOf(set)) ?? [];
	return name ?? pathOf(set);
}

/**
 * The option "Entity Sets", read. A place is typed as service and set, `tx.acmeCustomer/Customers`, or only the one of
 * the two that differs.
 * @throws NodeOperationError for what can be no place
 */
export function readPlaces(node: INode, option: unknown, item?: number): Places {
	const places: Record<string, Place> = {};
	for (const row of rowsOf(option, 'set') ?? []) {
		const standard = NAMED_SETS.find(([, set]) => pathOf(set) === asText(row.of))?.[1];
		const typed = asText(objectOf(row.place)?.value ?? row.place).trim();
		if (!standard || typed === '') continue;
		const place = placeOf(typed, standard);
		if (!place) {
			const said = say('ln_place_wrong', { of: nameOf(standard), place: typed });
			throw operationError(node, said, item);
		}
		places[pathOf(standard)] = place;
	}
	return places;
}

/** Names go into addresses: nothing but names of services and sets is taken. Services alone have a dot. */
export function placeOf(typed: string, standard: Place): Place | undefined {
	const [, service, set] = /^(?:([A-Za-z]\w*(?:\.\w+)+)\/?)?([A-Za-z]\w*)?$/.exec(typed) ?? [];
	// "a.b" is a service, as the set needs a slash before it
	const isRunTogether = service !== undefined && set !== undefined && !typed.includes('/');
	if ((service === undefined && set === undefined) || isRunTogether) return undefined;
	return { service: service ?? standard.service, set: set ?? standard.set };
}

import type { Said } from '../../../shared/errors/types';
import { say } from '../../errors/say';
import type { LakeOptions, TableSettings } from './settings';

/** Filters as they were chosen; `role` only when somebody chose one. */
export interface ChosenFilters {
	role: string | undefined;
	status: readonly string[];
	groups: readonly string[];
}

/** Why filters can not be asked of the tables that are read; nothing when they can. */
export function whyNotAsked(
	{ role, status, groups }: ChosenFilters,
	options: Pick<LakeOptions, 'tables' | 'customer' | 'item'>,
	isItem: boolean,
	lnItems: string,
): Said | undefined {
	const isOwn = options.tables === 'own';
	const own = isItem ? options.item : options.customer;
	if (!isItem && role !== undefined && role !== 'any') {
		if (isOwn) return say('compass_role_own', { table: own.name });
		// their tables are not among those that are read here
		if (['soldTo', 'invoiceTo', 'payBy'].includes(role)) return say('compass_role_unknown');
	}
	const table = isOwn ? own.name : lnItems;
	if (status.length > 0 && (isOwn ? !isMapped(own, 'status') : isItem))
		return noColumn('Status', table, 'status');
	if (isItem && groups.length > 0 && isOwn && !isMapped(own, 'group'))
		return noColumn('Item Groups', table, 'item group');
	return undefined;
}

/** A filter nothing can be compared with. */
export function noColumn(filter: string, table: string, what: string): Said {
	return say('compass_filter_no_column', { filter, table, what });
}

function isMapped({ mapping }: TableSettings, wanted: string): boolean {
	return mapping.some(({ target }) => target === wanted);
}

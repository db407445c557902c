import { fingerprint } from '../../../shared/canonicalJson';
import {
	CATALOG_ID_LENGTH,
	deterministicId,
	parseSourceKey,
} from '../../../shared/source/sourceKey';
import { asText, beginning } from '../../../shared/text';
import type { Policies, Values, Wanted } from '../../upsert/types';
import { ITEM_PRICE_FIELDS, NAME_LENGTH } from './fields';

const FROZEN = ITEM_PRICE_FIELDS.filter(({ frozen }) => frozen).map(({ id }) => id);
const HASH_LENGTH = 8;

/**
 * The price that follows a used one: its id is made of what can't change, so the same wish finds the same price again,
 * whatever was tried before.
 */
export function followedBy(wanted: Wanted, { whenFrozen }: Policies): Wanted {
	const followers = deterministicId(`${wanted.sourceKey}~`, CATALOG_ID_LENGTH - HASH_LENGTH);
	const { values } = wanted;
	const frozen = Object.fromEntries(
		FROZEN.filter((field) => (values[field] ?? null) !== null).map((field) => [
			field,
			values[field] ?? null,
		]),
	);
	if (whenFrozen !== 'successor' || Object.keys(frozen).length === 0)
		return { ...wanted, followers };
	return {
		...wanted,
		followers,
		successorId: `${followers}${fingerprint(frozen).slice(0, HASH_LENGTH)}`,
		successorName: successorName(wanted, frozen),
	};
}

/** What is too long loses the end of the description, never the number, wherever the name policy put it. */
function successorName({ values, sourceKey }: Wanted, frozen: Values): string {
	const name = asText(values.name);
	const number = ` (${parseSourceKey(sourceKey)?.id ?? ''})`;
	const ending = name.endsWith(number) ? number : '';
	const end = `${ending} (${Object.values(frozen).map(String).join(' ')})`;
	const start = name.slice(0, name.length - ending.length);
	return `${beginning(start, NAME_LENGTH - end.length).trimEnd()}${end}`;
}

/** Up to so many records, their other rows are asked for by key; beyond, whole sets take fewer calls. */
const FEW = 60;
/** When a limit cut the list, nobody knows how long the whole sets are: up to so many, by key is the safe choice. */
const FEW_OF_MANY = 1_000;

/**
 * How what belongs to records is asked for: by their keys, as whole sets, or, of records that follow each other in the order
 * of keys, from the first to the last.
 */
export type Join = 'byKey' | 'byRange' | 'whole';

export function joinFor(rows: readonly unknown[], isCut: boolean): Join {
	return isFew(rows, isCut) ? 'byKey' : 'whole';
}

/** Whether what belongs to these records is better asked for by key than read as a whole. */
export function isFew({ length }: readonly unknown[], isCut: boolean): boolean {
	return length <= (isCut ? FEW_OF_MANY : FEW);
}

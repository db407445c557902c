import type { LnRow } from '../data';
import { LnError } from '../error';
import type { EntitySet } from '../model/types';
import type { View } from './view';
import { wireValue } from './view';

export type Order = (a: LnRow, b: LnRow) => number;

/** Reads `$orderby`; the key decides where it leaves rows equal, and alone when there is none. */
export function parseOrder(orderby: string | undefined, set: EntitySet, view: View): Order {
	const wished = (orderby ?? '').split(',').filter((part) => part.trim() !== '');
	const steps = [...wished, ...set.key].map((part) => orderStep(part.trim(), set, view));
	return (a, b) => {
		for (const step of steps) {
			const order = step(a, b);
			if (order !== 0) return order;
		}
		return 0;
	};
}

function orderStep(part: string, set: EntitySet, view: View): Order {
	const [name = '', direction = 'asc', ...rest] = part.split(/\s+/);
	const column = set.columns.find((candidate) => candidate.name === name);
	if (!column || rest.length > 0 || !/^(asc|desc)$/.test(direction)) {
		throw new LnError(400, 'Invalid $orderby', `Invalid $orderby '${part}'`);
	}
	const sign = direction === 'desc' ? -1 : 1;
	return (a, b) => {
		const [left, right] = [wireValue(a, column, view) ?? '', wireValue(b, column, view) ?? ''];
		return left === right ? 0 : left < right ? -sign : sign;
	};
}

import { operationError } from '../../shared/errors/nodeErrors';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { World } from '../products/product';
import { readTime } from '../resources/query';

/** Where a trigger that has no cursor yet begins. */
export type Start = { from: 'now' } | { from: 'everything' } | { from: 'date'; at: number };

export function readStart(world: World): Start {
	const from = asText(world.parameter('startFrom', 'now'));
	if (from !== 'date') return { from: from === 'everything' ? 'everything' : 'now' };
	const at = readTime(world, world.parameter('startDate', ''), 'Start Date');
	if (at === undefined) throw operationError(world.node, say('start_date_missing'));
	return { from, at };
}

/** The setting as the cursor remembers it. */
export function startText(start: Start): string {
	return start.from === 'date' ? `date ${start.at}` : start.from;
}

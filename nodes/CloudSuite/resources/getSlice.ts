import type { IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { positiveOr } from '../products/optionFields';
import type { MasterQuery, ProductSession, Slice } from '../products/product';
import { sliceByFeed } from '../products/sliceByFeed';
import { sliceByListing } from '../products/sliceByListing';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import type { Hashable, Kind } from './kinds';
import { readQuery } from './query';
import { placeBehind, readPlace } from './slicePlace';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

const SIZE = 500;

export function sliceFields(show: Show): INodeProperties[] {
	return [
		{
			displayName: 'After',
			name: 'after',
			type: 'string',
			default: '',
			description: 'The "next" of the slice before; nothing for the first one',
			displayOptions: { show },
		},
		{
			displayName: 'Slice Size',
			name: 'sliceSize',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: SIZE,
			description: 'How many records at most',
			displayOptions: { show },
		},
	];
}

/** As the product reads slices best. */
async function sliceOf(
	kind: Kind,
	session: ProductSession,
	query: MasterQuery,
	after: string | undefined,
): Promise<Slice<Hashable>> {
	const reader = kind.reader(session);
	if (reader.slice && query.ids.length === 0) return await reader.slice(query, after);
	const { changes } = kind.id === 'item' ? session.items : session.customers;
	const feed = typeof changes === 'function' ? await changes() : changes;
	if (feed !== 'scan' && feed.resumes && query.ids.length === 0)
		return await sliceByFeed<Hashable>(feed, query, after);
	return await sliceByListing((all) => reader.list(all), query, after);
}

/**
 * "Get Slice": the next part of all records as one item per input item, with the place where the one after it begins.
 * However many records there are, an execution holds one slice.
 */
export async function getSlice(
	context: IExecuteFunctions,
	kind: Kind,
): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(context, now);
	let read = 0;
	const output = await forEachItem(context, async (item) => {
		const { world, product, sessions: opened } = await sessions.of(item);
		const companies = opened.map(({ company }) => company);
		const after = asText(world.parameter('after', ''));
		const place = readPlace(after, companies);
		const session = opened.find(({ company }) => company === place?.company);
		if (!place || !session) {
			const named = { many: kind.many, companies: companies.join(', '), after };
			throw operationError(world.node, say('slice_place_unknown', named), item);
		}
		const size = positiveOr(world.parameter('sliceSize', SIZE), SIZE);
		const query = { ...readQuery(world), limit: size };
		const { records, next } = await sliceOf(kind, session, query, place.after);
		if (next !== null && next === place.after) {
			const { company } = place;
			const named = { many: kind.many, company, after: next, product: product.name };
			throw operationError(world.node, say('slice_stuck', named), item);
		}
		read += records.length;
		const behind = placeBehind(place, next, companies);
		const slice = { company: place.company, count: records.length, next: behind };
		return [{ ...slice, isLast: behind === null, records: records }];
	});
	sessions.report(`${count(read)} ${kind.many} read`, secondsSince(now));
	return [output];
}

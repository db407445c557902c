import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { systemClock } from '../../shared/http/clock';
import { say } from '../errors/say';
import { positiveOr } from '../products/optionFields';
import type { MasterReader, ProductSession, World } from '../products/product';
import type { Hashable, Kind } from '../resources/kinds';
import { KINDS } from '../resources/kinds';
import { readQuery } from '../resources/query';
import { prepare, worldOfNode } from '../run/world';
import { InforClient } from '../transport/client';
import type { Stored } from './cursor';
import { readStored } from './cursor';
import { readStart, startText } from './start';
import type { Stream } from './stream';
import { nextOf } from './stream';
import { tell } from './tell';

/** Records a test event shows. */
const SAMPLE = 5;
/** What is left is for completing the slice, and for n8n. */
const PART_OF_BUDGET = 0.75;

/**
 * One poll: what is new of each company, up to the limit; the rest comes with the next polls. The cursors move when all
 * of it was read, and only as far as what is handed over: a poll that fails changes nothing, one that runs at the same
 * time as another delivers the same again.
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	const world = worldOfNode(context, systemClock.now());
	const { product, prepared } = prepare(world);
	const client = await InforClient.open(context);
	const kind = world.parameter('resource', 'customer') === 'item' ? KINDS.item : KINDS.customer;
	const start = readStart(world);
	// n8n gives up on a poll after its budget, and with it on all that was read
	const deadline = world.now + context.getPollBudgetMs() * PART_OF_BUDGET;
	const most = positiveOr(world.parameter('maxRecords', 500), 500);
	const sessions = prepared.open(client);
	const streams = sessions.map((session): Stream => ({
		world,
		product: product.name,
		company: session.company,
		kind,
		reader: readerOf(session, kind.id === 'item'),
		query: { ...readQuery(world), ids: [], limit: Number.POSITIVE_INFINITY },
		start,
		overlap: positiveOr(world.parameter('overlapMinutes', 0), 0) * 60_000,
		most,
		hasTime: () => systemClock.now() < deadline,
	}));
	if (context.getMode() === 'manual') return await sample(world, kind, streams);

	const staticData = context.getWorkflowStaticData('node');
	const stored = readStored(staticData);
	const [records, next] = [[] as Hashable[], new Map<string, Stored>()];
	for (const stream of streams) {
		const name = [product.id, client.tenant, stream.company, kind.id].join(':');
		const before = stored.get(name);
		const isSameStart = before?.start === startText(start);
		if (records.length >= most) {
			if (before && isSameStart) next.set(name, before);
			continue;
		}
		const delivery = await nextOf(
			{ ...stream, most: most - records.length },
			isSameStart ? before?.cursor : undefined,
		);
		records.push(...delivery.records);
		next.set(name, { start: startText(start), cursor: delivery.cursor });
	}
	staticData.streams = Object.fromEntries(next);
	tell(
		context,
		sessions.flatMap(({ hints }) => hints),
	);
	return records.length > 0 ? [records.map(asItem)] : null;
}

/** A few records as they are, for building a workflow; no cursor moves. */
async function sample(
	{ node }: World,
	{ many }: Kind,
	streams: readonly Stream[],
): Promise<INodeExecutionData[][]> {
	for (const { reader, query } of streams) {
		const { records } = await reader.list({ ...query, limit: SAMPLE });
		if (records.length > 0) return [records.map(asItem)];
	}
	const company = streams.map((stream) => stream.company).join(', ');
	throw operationError(node, say('nothing_to_show', { company, many }));
}

function readerOf({ customers, items }: ProductSession, isItem: boolean): MasterReader<Hashable> {
	return isItem ? items : customers;
}

function asItem(record: Hashable): INodeExecutionData {
	return { json: record as unknown as IDataObject };
}

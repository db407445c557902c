import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { isChanged } from '../changes';
import { say } from '../errors/say';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import type { Hashable, Kind } from './kinds';
import { readKnownRecords, withKnown } from './onlyChanged';
import { readQuery } from './query';

/**
 * "Get Many": records for each input item, company by company; with "Only Changed" just those Chargebee does not have yet.
 */
export async function getMany(
	context: IExecuteFunctions,
	kind: Kind,
): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(context, now);
	let [all, passedOn, undated] = [0, 0, 0];
	const examples: string[] = [];
	const output = await forEachItem(context, async (item) => {
		const opened = await sessions.of(item);
		const { world } = opened;
		const most =
			world.parameter('returnAll', false) === true
				? Number.POSITIVE_INFINITY
				: Number(world.parameter('limit', 50));
		const known = readKnownRecords(context, item);
		const query = readQuery(world);
		const wanted: Hashable[] = [];
		for (const session of opened.sessions) {
			const limit = most - wanted.length;
			if (limit <= 0) break;
			const { records, undated: without } = await kind.reader(session).list({
				...query,
				// with known records the limit counts what is passed on, so that the rest gets its turn in the next run
				limit: known ? Number.POSITIVE_INFINITY : limit,
			});
			all += records.length;
			undated += without;
			if (without > 0) examples.push(...undatedIds(records));
			const changed = known ? records.filter((record) => isChanged(record, known)) : records;
			for (const record of changed.slice(0, limit)) wanted.push(record);
		}
		passedOn += wanted.length;
		return wanted.map((record) => withKnown(record, known));
	});
	sessions.report(
		`${count(all)} ${kind.many} read, ${count(passedOn)} passed on`,
		secondsSince(now),
		undated > 0 ? [undatedHint(kind, undated, examples)] : [],
	);
	return [output];
}

/** So many are named; the rest is counted. */
const MOST_NAMED = 5;

function undatedIds(records: readonly Hashable[]): string[] {
	return records.filter(({ modifiedAt }) => modifiedAt === null).map(({ id }) => id);
}

function undatedHint({ many }: Kind, undated: number, ids: readonly string[]): string {
	const named = ids.slice(0, MOST_NAMED).join(', ');
	const rest = undated > MOST_NAMED ? ', …' : '';
	return say('undated', { count: count(undated), many, ids: `${named}${rest}` }).reason;
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { isChanged } from '../changes';
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
			const changed = known ? records.filter((record) => isChanged(record, known)) : records;
			for (const record of changed.slice(0, limit)) wanted.push(record);
		}
		passedOn += wanted.length;
		return wanted.map((record) => withKnown(record, known));
	});
	const remark = undated > 0 ? `, ${count(undated)} of them without a date of change` : '';
	sessions.report(
		`${count(all)} ${kind.many} read${remark}, ${count(passedOn)} passed on`,
		secondsSince(now),
	);
	return [output];
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import type { Hashed } from '../changes';
import { isChanged } from '../changes';
import type { LnSession } from '../products/ln/session';
import type { LnOptions } from './ln/lnOptions';
import { LnSessions } from './ln/lnSessions';
import { readKnownRecords, withKnown } from './onlyChanged';

/** What a resource needs to read its records for one input item. */
export interface MasterReading {
	session: LnSession;
	options: LnOptions & { tenant: string; now: number };
	/** Most records to read. */
	limit: number;
	item: number;
}

/**
 * "Get Many" of master records, for each input item; with "Only Changed" just those Chargebee does not have yet.
 * @param what e.g. `customers`, for the summary
 * @param remark what else the summary says of all that was read
 */
export async function listMasters(
	context: IExecuteFunctions,
	what: string,
	read: (reading: MasterReading) => Promise<readonly Hashed[]>,
	remark: () => string = () => '',
): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new LnSessions(context);
	let [all, passedOn] = [0, 0];
	const output = await forEachItem(context, async (item) => {
		const { session, options, tenant } = await sessions.of(item);
		const limit =
			context.getNodeParameter('returnAll', item, false) === true
				? Number.POSITIVE_INFINITY
				: Number(context.getNodeParameter('limit', item, 50));
		const known = readKnownRecords(context, item);
		const records = await read({
			session,
			options: { ...options, tenant, now },
			// with known records the limit counts what is passed on, so that the rest gets its turn in the next run
			limit: known ? Number.POSITIVE_INFINITY : limit,
			item,
		});
		const wanted = known
			? records.filter((record) => isChanged(record, known)).slice(0, limit)
			: records;
		all += records.length;
		passedOn += wanted.length;
		return wanted.map((record) => withKnown(record, known));
	});
	const seconds = Math.round((systemClock.now() - now) / 1000);
	sessions.report(`${count(all)} ${what} read${remark()}, ${count(passedOn)} passed on`, seconds);
	return [output];
}

export function count(value: number): string {
	return value.toLocaleString('en-US');
}

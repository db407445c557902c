import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import type { Kind } from './kinds';
import { readQuery } from './query';

/** "Count": how many records match, for each input item and company. */
export async function countAll(
	context: IExecuteFunctions,
	kind: Kind,
): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(context, now);
	let total = 0;
	const output = await forEachItem(context, async (item) => {
		const { product, client, world, sessions: companies } = await sessions.of(item);
		const query = { ...readQuery(world), limit: Number.POSITIVE_INFINITY };
		const rows = [];
		for (const session of companies) {
			const number = await kind.reader(session).count(query);
			total += number;
			rows.push({
				product: product.id,
				tenant: client.tenant,
				company: session.company,
				resource: kind.id,
				count: number,
			});
		}
		return rows;
	});
	sessions.report(`${count(total)} ${kind.many} counted`, secondsSince(now));
	return [output];
}

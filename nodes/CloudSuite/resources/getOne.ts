import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { Opened } from '../run/sessions';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import type { Hashable, Kind } from './kinds';

/** "Get": one record per input item, by its id; of contacts and prices all that belong to the customer or item. */
export async function getOne(
	context: IExecuteFunctions,
	kind: Kind,
): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(context, now);
	let read = 0;
	const output = await forEachItem(context, async (item) => {
		const opened = await sessions.of(item);
		const id = asText(opened.world.parameter('id', ''));
		const found: Hashable[] = [];
		for (const session of id.trim() === '' ? [] : opened.sessions)
			found.push(...(await kind.get(session, id)));
		const records = kind.unique ? onlyOne(opened, kind, id, found) : found;
		read += records.length;
		return records as unknown as IDataObject[];
	});
	sessions.report(`${count(read)} ${kind.many} read`, secondsSince(now));
	return [output];
}

function onlyOne(
	{ product, sessions, world }: Opened,
	{ one }: Kind,
	id: string,
	found: readonly Hashable[],
): Hashable[] {
	const [first, ...others] = found;
	if (first && others.length === 0) return [first];
	const company = sessions.map((session) => session.company).join(', ');
	const named = { product: product.name, company, one, id: id.trim() || '(empty ID)' };
	const said = first
		? say('master_ambiguous', { ...named, count: found.length })
		: say('master_not_found', named);
	throw operationError(world.node, said, world.item);
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { inputRows } from '../operation';
import {
	readCollection,
	readMoment,
	readNumber,
	readObject,
	readOptionalMoment,
	readRows,
	wrong,
} from '../parameters';
import { chainOf, columnText, isBlank, toItem } from '../tables';
import { chainRows } from './chain';
import { exportFile } from './exportFile';
import { GENESIS, hashText } from './hash';
import { dueForRemoval } from './retention';
import type { Removed } from './verify';
import { verifyChains } from './verify';

const HASH = /^[0-9a-f]{64}$/;

/** New audit rows with their hashes, in the order they came. */
export function chainAudit(context: IExecuteFunctions): INodeExecutionData[][] {
	const rows = inputRows(context);
	for (const [item, row] of rows.entries())
		if (!isBlank(row) && columnText(row.flow) === '')
			throw operationError(context.getNode(), say('audit_row_without_flow', { item }), item);
	const chained = chainRows(rows, (item) => {
		const entered: unknown = context.getNodeParameter('previousHash', item, '');
		const previous = hashText(entered);
		if (previous === GENESIS || HASH.test(previous)) return previous;
		throw wrong(
			context,
			'Previous Hash',
			entered,
			'the 64 hexadecimal digits of a hash, or nothing',
		);
	});
	return [
		chained.flatMap((row, item) => (row ? [{ json: toItem(row), pairedItem: { item } }] : [])),
	];
}

/** One item per flow that says whether its chain holds. */
export function verifyAudit(context: IExecuteFunctions): INodeExecutionData[][] {
	const heads = readRows(context, 'Heads', context.getNodeParameter('heads', 0, '[]'));
	const found = verifyChains(inputRows(context), heads, readRemoved(context));
	const broken = found.filter(({ verified }) => !verified);
	const rows = found.reduce((sum, one) => sum + one.rows, 0);
	const verdict =
		broken.length === 0
			? `All ${rows.toLocaleString('en-US')} rows are as they were written`
			: broken.map(({ flow, reason }) => `${flow}: ${reason}`).join(' ');
	context.addExecutionHints({
		message: `${verdict}${heads.length === 0 ? ' (ends not checked: no heads were given)' : ''}`,
		type: broken.length === 0 ? 'info' : 'danger',
		location: 'outputPane',
	});
	const first = new Map<string, number>();
	for (const [item, row] of inputRows(context).entries()) {
		const chain = chainOf(columnText(row.flow));
		if (!first.has(chain)) first.set(chain, item);
	}
	return [
		found.map((one) => ({ json: toItem(one), pairedItem: { item: first.get(one.flow) ?? 0 } })),
	];
}

/** Which rows may go. */
export function planRetention(context: IExecuteFunctions): INodeExecutionData[][] {
	const months = readNumber(
		context,
		'Months to Keep',
		context.getNodeParameter('months', 0, 13),
		[1, 1200],
	);
	const options = readCollection(context, 'options');
	const now = readMoment(context, 'Now', options.now);
	const plan = dueForRemoval(inputRows(context), months, now, readRemoved(context));
	return [[{ json: toItem(plan), pairedItem: { item: 0 } }]];
}

/** Two items, each with a file in `data`: the export, and its manifest. */
export async function exportAudit(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const options = readCollection(context, 'options');
	const start = readOptionalMoment(context, 'Period Start', options.periodStart);
	const end = readOptionalMoment(context, 'Period End', options.periodEnd);
	const format = asText(context.getNodeParameter('format', 0, 'csv'));
	if (format !== 'csv' && format !== 'json') throw wrong(context, 'Format', format, 'csv or json');
	const file = exportFile(inputRows(context), {
		format,
		mask: context.getNodeParameter('maskPersonalData', 0, true) !== false,
		now: readMoment(context, 'Now', options.now),
		...(start === undefined ? {} : { start }),
		...(end === undefined ? {} : { end }),
	});
	const manifest = `${JSON.stringify(file.manifest, null, 2)}\n`;
	const manifestName = `${file.name}.manifest.json`;
	const store = async (text: string, name: string, type: string) =>
		await context.helpers.prepareBinaryData(Buffer.from(text, 'utf8'), name, type);
	return [
		[
			{
				json: { kind: 'export', ...toItem(file.manifest) },
				binary: { data: await store(file.text, file.name, file.mimeType) },
				pairedItem: { item: 0 },
			},
			{
				json: { kind: 'manifest', ...toItem(file.manifest) },
				binary: { data: await store(manifest, manifestName, 'application/json') },
				pairedItem: { item: 0 },
			},
		],
	];
}

/** "From": per flow one hash or several. */
function readRemoved(context: IExecuteFunctions): Removed {
	const entered: unknown = context.getNodeParameter('from', 0, '{}');
	const byFlow = new Map<string, Set<string>>();
	for (const [flow, hashes] of Object.entries(readObject(context, 'From', entered))) {
		const list = (Array.isArray(hashes) ? hashes : [hashes]).map(hashText);
		const chain = chainOf(flow);
		byFlow.set(
			chain,
			new Set([...(byFlow.get(chain) ?? []), ...list.filter((hash) => hash !== GENESIS)]),
		);
	}
	return byFlow;
}

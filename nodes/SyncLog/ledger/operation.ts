import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { asText, commaList } from '../../shared/text';
import { say } from '../errors/say';
import { inputRows } from '../operation';
import { readCollection, readMoment, readNumber, wrong } from '../parameters';
import { toItem } from '../tables';
import type { Selected, Selection } from './select';
import { selectForReplay } from './select';

/** Ledger rows by output: to send again, and to park. */
export function selectLedger(context: IExecuteFunctions): INodeExecutionData[][] {
	const options = readCollection(context, 'options');
	const selected = selectForReplay(inputRows(context), readSelection(context), {
		maxAttempts: readNumber(
			context,
			'Max Attempts',
			context.getNodeParameter('maxAttempts', 0, 8),
			[1, 1_000_000],
		),
		backoffMinutes: readNumber(
			context,
			'Wait in Minutes',
			context.getNodeParameter('backoffMinutes', 0, 15),
			[0, 1_000_000],
		),
		now: readMoment(context, 'Now', options.now),
	});
	const { replay, park, waiting } = selected;
	context.addExecutionHints({
		message: `${replay.length} to replay, ${park.length} to park, ${waiting} not due yet`,
		type: 'info',
		location: 'outputPane',
	});
	return [items(replay), items(park)];
}

function items(rows: Selected['replay']): INodeExecutionData[] {
	return rows.map(({ index, row }) => ({ json: toItem(row), pairedItem: { item: index } }));
}

function readSelection(context: IExecuteFunctions): Selection {
	const which = asText(context.getNodeParameter('which', 0, 'failed'));
	const list = (name: string, parameter: string) => {
		const values = commaList(context.getNodeParameter(name, 0, []));
		if (values.length > 0) return new Set(values);
		throw operationError(context.getNode(), say('parameter_missing', { parameter }));
	};
	switch (which) {
		case 'failed':
		case 'parked':
			return { which };
		case 'outcomes':
			return { which, outcomes: list('outcomes', 'Outcomes') };
		case 'keys':
			return { which, keys: list('keys', 'Keys') };
		case 'range':
			return readRange(context);
		default:
			throw wrong(context, 'Which', which, 'failed, keys, outcomes, parked or range');
	}
}

/** Without either end it would be everything, which nobody means by a range. */
function readRange(context: IExecuteFunctions): Selection {
	const from = asText(context.getNodeParameter('fromKey', 0, '')).trim();
	const to = asText(context.getNodeParameter('toKey', 0, '')).trim();
	if (from !== '' || to !== '') return { which: 'range', from, to };
	throw operationError(context.getNode(), say('parameter_missing', { parameter: 'From Key' }));
}

import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { commaList } from '../../shared/text';
import { readNumber } from '../parameters';
import { keyPrefixes } from './prefixes';

/** Items `{ prefix }` that cover the keys named. */
export function findPrefixes(context: IExecuteFunctions): INodeExecutionData[][] {
	const keys = commaList(context.getNodeParameter('ofKeys', 0, []));
	const atMost = context.getNodeParameter('atMost', 0, 12);
	const prefixes = keyPrefixes(keys, readNumber(context, 'At Most', atMost, [1, 1000]));
	return [prefixes.map((prefix) => ({ json: { prefix }, pairedItem: { item: 0 } }))];
}

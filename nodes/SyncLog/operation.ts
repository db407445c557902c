import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { failedItem } from '../shared/forEachItem';
import { asText } from '../shared/text';
import type { Row } from './tables';

/** What an operation gives: items by output. */
export type Operation = (
	context: IExecuteFunctions,
) => INodeExecutionData[][] | Promise<INodeExecutionData[][]>;

/** The rows of all input items. */
export function inputRows(context: IExecuteFunctions): Row[] {
	return context.getInputData().map(({ json }) => json);
}

/**
 * Runs an operation over all items at once. When the node may continue on fail, every item leaves by the error output:
 * n8n would pass the input on as a success if the node threw, and rows without their hash would be written.
 */
export async function runOperation(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[][]> {
	try {
		return await operation(context);
	} catch (caught) {
		const error = caught instanceof Error ? caught : new Error(asText(caught));
		if (!context.continueOnFail()) throw new NodeOperationError(context.getNode(), error);
		return [
			context.getInputData().map((_, item) => ({ json: failedItem(error), pairedItem: { item } })),
		];
	}
}

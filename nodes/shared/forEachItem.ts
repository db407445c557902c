import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { asText } from './text';

/**
 * Reads records for each input item. When the node may continue on fail, a failed item becomes one of `error` and
 * `details` alone: n8n moves exactly such items to the error output, but would pass the *input* on as a success if the
 * node threw. Cancelling always ends the node.
 */
export async function forEachItem(
	context: IExecuteFunctions,
	read: (item: number) => Promise<readonly IDataObject[]>,
): Promise<INodeExecutionData[]> {
	const output: INodeExecutionData[] = [];
	for (const item of context.getInputData().keys()) {
		const result = await read(item).then(
			(records) => ({ records }),
			(error: unknown) => ({ error }),
		);
		if ('records' in result) {
			for (const json of result.records) output.push({ json, pairedItem: { item } });
			continue;
		}
		output.push({ json: orErrorJson(context, result.error), pairedItem: { item } });
	}
	return output;
}

/** What was thrown in the one form n8n moves to the error output, if the node may continue; else it is thrown again. */
export function orErrorJson(context: IExecuteFunctions, thrown: unknown): IDataObject {
	const error = thrown instanceof Error ? thrown : new Error(asText(thrown));
	if (!context.continueOnFail() || context.getExecutionCancelSignal()?.aborted) throw error;
	return failedItem(error);
}

/** The one shape that n8n moves to the error output, see above. */
export function failedItem(error: Error): IDataObject {
	const { description, httpCode } = error as { description?: string; httpCode?: string };
	return {
		error: error.message,
		details: { description: description ?? null, httpCode: httpCode ?? null },
	};
}

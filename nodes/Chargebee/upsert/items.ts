import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { OutcomeRow } from './row';
import { isProblem } from './row';

/**
 * Rows as output items. A problem goes to the error output in the one shape n8n leaves intact there:
 * `json` with only `error` and `details`. Without an error output the node ends with an error, but only
 * after all records were worked through, and running it again writes nothing twice.
 */
export function toItems(
	context: IExecuteFunctions,
	rows: readonly OutcomeRow[],
	summary: string,
): INodeExecutionData[] {
	const problems = rows.filter(isProblem);
	const [first] = problems;
	if (first && !context.continueOnFail() && !first.preview) {
		throw new NodeOperationError(
			context.getNode(),
			`${problems.length} of ${rows.length} records need attention: ${first.reason}`,
			{
				description: `${first.actionToTake} All other records were worked through (${summary}). Set "On Error" to "Continue (using error output)" to get a row per record.`,
				itemIndex: rows.indexOf(first),
			},
		);
	}
	return rows.map((row, item) => {
		const details = row as unknown as IDataObject;
		const asError = isProblem(row) && context.continueOnFail();
		return {
			json: asError ? { error: `${row.outcome}: ${row.reason}`, details } : details,
			pairedItem: { item },
		};
	});
}

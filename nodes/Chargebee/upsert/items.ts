import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { say } from '../errors/say';
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
		const said = say('records_need_attention', {
			count: problems.length,
			total: rows.length,
			reason: first.reason,
			action: first.actionToTake,
			summary,
		});
		throw operationError(context.getNode(), said, rows.indexOf(first));
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

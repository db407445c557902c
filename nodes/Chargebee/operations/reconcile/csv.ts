import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../../reconcile/finding';
import { columnsOf, harmlessColumns } from '../upsert/csv';

/** A finding as flat text columns, for a spreadsheet. */
export function toCsvFinding(finding: Finding): IDataObject {
	return harmlessColumns({
		finding: finding.finding,
		name: finding.name ?? '',
		...columnsOf(finding),
	});
}

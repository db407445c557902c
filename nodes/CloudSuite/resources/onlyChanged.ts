import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import type { Hashed, Known } from '../changes';
import { readKnown } from '../changes';
import { say } from '../errors/say';

type Show = NonNullable<NonNullable<INodeProperties['displayOptions']>['show']>;

/** "Only Changed" and "Known Records" of a list of master records. */
export function onlyChangedFields(show: Show, description: string): INodeProperties[] {
	return [
		{
			displayName: 'Only Changed',
			name: 'onlyChanged',
			type: 'boolean',
			default: false,
			description,
			displayOptions: { show },
		},
		{
			displayName: 'Known Records',
			name: 'knownRecords',
			type: 'json',
			default: '[]',
			description:
				'The rows of the ledger: an array of objects with source_key, source_hash, outcome and chargebee_id',
			displayOptions: { show: { ...show, onlyChanged: [true] } },
		},
	];
}

/** What is known of the records by earlier runs, when only changed ones are wanted. */
export function readKnownRecords(
	context: IExecuteFunctions,
	item: number,
): Map<string, Known> | undefined {
	if (context.getNodeParameter('onlyChanged', item, false) !== true) return undefined;
	const known = readKnown(context.getNodeParameter('knownRecords', item, []));
	if (!known) throw operationError(context.getNode(), say('known_records_not_rows'), item);
	return known;
}

/** A record as it is passed on: with what is known of it, so that the next node need not search for it. */
export function withKnown(
	record: Hashed,
	known: ReadonlyMap<string, Known> | undefined,
): IDataObject {
	const json = record as unknown as IDataObject;
	if (!known) return json;
	const before = known.get(record.key);
	return {
		...json,
		known: before ? { chargebeeId: before.chargebeeId, outcome: before.outcome } : null,
	};
}

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { deterministicId, parseSourceKey } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import type { Input } from '../../upsert/runUpsert';
import type { Problem } from '../../upsert/values';
import { checkCustomer } from './check';
import { isSourceCustomer, mapSourceCustomer } from './defaultMapping';

/** What an input item wants of Chargebee, checked. */
export function readInput(
	this: IExecuteFunctions,
	{ json }: INodeExecutionData,
	index: number,
): Input {
	const sourceKey = asText(this.getNodeParameter('sourceKey', index, '')).trim();
	const options = this.getNodeParameter('options', index, {}) as { knownChargebeeId?: string };
	const known = asText(options.knownChargebeeId ?? knownIdOf(json)).trim();
	const { values, problems } = checkCustomer(mappedValues.call(this, json, index));
	return {
		wanted: {
			index,
			sourceKey,
			id: deterministicId(sourceKey),
			...(known ? { knownId: known } : {}),
			...(typeof json.sourceHash === 'string' ? { sourceHash: json.sourceHash } : {}),
			values,
		},
		problems: [...keyProblems(sourceKey), ...problems],
	};
}

/** The id of a new customer is made of its key: one of another form could be the id of a stranger. */
function keyProblems(sourceKey: string): Problem[] {
	const field = 'CloudSuite Key';
	if (sourceKey === '') return [{ field, problem: 'is empty' }];
	if (parseSourceKey(sourceKey)) return [];
	return [{ field, problem: `"${sourceKey}" is not of the form product:tenant:company:ID` }];
}

function mappedValues(this: IExecuteFunctions, json: IDataObject, index: number): IDataObject {
	const mode = this.getNodeParameter('columns.mappingMode', index, 'autoMapInputData') as string;
	if (mode === 'defineBelow')
		return (this.getNodeParameter('columns.value', index, {}) ?? {}) as IDataObject;
	return isSourceCustomer(json) ? mapSourceCustomer(json) : json;
}

/** The CloudSuite node passes on what the ledger knew; that works without setting the option. */
function knownIdOf({ known }: IDataObject): unknown {
	return typeof known === 'object' && known !== null
		? (known as IDataObject).chargebeeId
		: undefined;
}

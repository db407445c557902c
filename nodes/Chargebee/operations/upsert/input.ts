import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { deterministicId, parseSourceKey } from '../../../shared/source/sourceKey';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { checkValues } from '../../fields/check';
import type { Input } from '../../upsert/prepare';
import { readReview } from '../../upsert/review';
import type { Parent, ResourceSpec, Wanted } from '../../upsert/types';
import type { Problem } from '../../upsert/values';
import { problem } from '../../upsert/values';
import type { MappingFacts, UpsertResource } from './resource';
import type { UpsertSettings } from './settings';

/** What is known of an item before anything was read: enough to report it, should the run fail. */
export function bareInput(
	context: IExecuteFunctions,
	resource: UpsertResource,
	{ json }: INodeExecutionData,
	index: number,
): Input {
	const sourceKey = asText(context.getNodeParameter('sourceKey', index, '')).trim();
	return {
		wanted: {
			index,
			sourceKey,
			id: deterministicId(sourceKey, resource.idLength),
			...(typeof json.sourceHash === 'string' ? { sourceHash: json.sourceHash } : {}),
			values: {},
		},
		problems: keyProblems(sourceKey),
	};
}

/** What an input item wants of Chargebee, checked. */
export function readInput(
	context: IExecuteFunctions,
	resource: UpsertResource,
	spec: ResourceSpec,
	settings: UpsertSettings,
	{ json }: INodeExecutionData,
	{ wanted: bare, problems: ofKey }: Input,
): Input {
	const { index, sourceKey } = bare;
	const facts: MappingFacts = {
		sourceKey,
		parameter: (name) => context.getNodeParameter(name, index, null),
	};
	const options = (facts.parameter('options') ?? {}) as IDataObject;
	const { review, problems: ofReview } = readReview(options.decision, options.decisionId);
	const known = asText(options.knownChargebeeId ?? knownIdOf(json)).trim();
	const mapped = { values: mappedValues(resource, json, facts), problems: [] };
	const adjusted = resource.adjust?.(mapped, facts) ?? mapped;
	const { values, problems } = checkValues(spec.fields, adjusted.values, settings);
	const ofMapping = adjusted.problems.filter(
		({ field }) => !spec.fields.isNamed(settings.never, field),
	);
	const defaults = checkValues(spec.fields, resource.defaults?.(facts) ?? {});
	const parent = readParent(resource, spec, facts, values);
	const full: Wanted = {
		...bare,
		...(known ? { knownId: known } : {}),
		...(review ? { review } : {}),
		values,
		defaults: defaults.values,
		...(parent ? { parent: parent.parent } : {}),
	};
	const inactive =
		options.inactive === undefined ? json.status === 'inactive' : options.inactive === true;
	const placed = settings.putAside ? aside(resource, full, inactive) : full;
	return {
		wanted: resource.successor?.(placed, settings.policies) ?? placed,
		// what is left out may have whatever values it has
		problems:
			review?.kind === 'ignore'
				? ofKey
				: [
						...ofKey,
						...ofReview,
						...ofMapping,
						...(parent?.problems ?? []),
						...problems,
						...defaults.problems,
					],
	};
}

function aside({ putAside }: UpsertResource, wanted: Wanted, inactive: boolean): Wanted {
	if (!putAside) return wanted;
	const { field, value, inUse } = putAside;
	if (inactive) return { ...wanted, inactive, values: { ...wanted.values, [field]: value } };
	return inUse === undefined ? wanted : { ...wanted, values: { [field]: inUse, ...wanted.values } };
}

/** The id of a new record is made of its key: one of another form could be the id of a stranger. */
export function keyProblems(sourceKey: string, field = 'CloudSuite Key'): Problem[] {
	if (sourceKey === '') return [problem(field, say('key_missing', { field }))];
	if (parseSourceKey(sourceKey)) return [];
	return [problem(field, say('key_malformed', { field, value: sourceKey }))];
}

function mappedValues(
	resource: UpsertResource,
	json: IDataObject,
	facts: MappingFacts,
): IDataObject {
	const mode = facts.parameter('columns.mappingMode') ?? 'autoMapInputData';
	if (mode === 'defineBelow') return (facts.parameter('columns.value') ?? {}) as IDataObject;
	return resource.mapSource?.(json, facts) ?? withoutSourceStatus(json);
}

/** CloudSuite's word for a record out of use is none of Chargebee's; what becomes of it is a setting of the node. */
function withoutSourceStatus({ status, ...json }: IDataObject): IDataObject {
	return status === undefined || status === 'inactive' ? json : { ...json, status };
}

/** The parent as set in the node, else as mapped. */
function readParent(
	{ parent: setting, defineParent }: UpsertResource,
	{ parentField }: ResourceSpec,
	{ parameter }: MappingFacts,
	values: Wanted['values'],
): { parent: Parent; problems: Problem[] } | undefined {
	if (!setting || !defineParent) return undefined;
	const by = parameter('parentBy');
	const key = asText(parameter('parentKey')).trim();
	if (by === 'key' && key !== '')
		return {
			parent: { sourceKey: key, id: deterministicId(key, setting.idLength) },
			problems: keyProblems(key, setting.label),
		};
	const mapped = parentField === undefined ? '' : asText(values[parentField]);
	const id = (by === 'id' ? asText(parameter('parentId')).trim() : '') || mapped;
	if (id !== '') return { parent: { id }, problems: [] };
	if (setting.optional) return undefined;
	return {
		parent: {},
		problems: [problem(setting.label, say('parent_not_given', { field: setting.label }))],
	};
}

/** The CloudSuite node passes on what the ledger knew; that works without setting the option. */
function knownIdOf({ known }: IDataObject): unknown {
	return typeof known === 'object' && known !== null
		? (known as IDataObject).chargebeeId
		: undefined;
}

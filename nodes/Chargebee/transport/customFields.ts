import type { IDataObject, INode } from 'n8n-workflow';
import { asText } from '../../shared/text';
import type { ChargebeeClient } from './client';
import { parseObject } from './errorBody';
import { toNodeError } from './failure';
import { LARGEST_PAGE } from './list';

/** Not known to this site, or not allowed to this key. */
const NOT_AVAILABLE: ReadonlySet<number> = new Set([400, 403, 404]);

export interface CustomField {
	/** e.g. `cf_cloudsuite_id` */
	apiName: string;
	displayName: string;
	/** `string`, `long`, `double`, `timestamp`, `email`, `url` or `date` */
	dataType: string;
	required: boolean;
	/** The values of a dropdown, where the answer names them. */
	choices?: string[];
}

export interface CustomFields {
	fields: CustomField[];
	/** `false` when this key or site does not tell: there may be fields all the same. */
	known: boolean;
}

/**
 * The active custom fields of an entity, e.g. `customer`. A key that may not read them, or a site without the
 * feature, has none as far as we are concerned: the sync works without them. An outage is no such answer: a reference
 * that is only in a custom field would be overlooked, and its customer created again.
 * https://apidocs.chargebee.com/docs/api/custom_field_configs
 */
export async function listCustomFields(
	client: ChargebeeClient,
	node: INode,
	entity: string,
): Promise<CustomFields> {
	const fields: CustomField[] = [];
	let offset: string | undefined;
	do {
		const { reply } = await client.get('/custom_field_configs', {
			entity_type: entity,
			limit: LARGEST_PAGE,
			...(offset === undefined ? {} : { offset }),
		});
		if (reply.kind === 'answer' && NOT_AVAILABLE.has(reply.status)) return { fields, known: false };
		if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(node, reply);
		const body = parseObject(reply.text);
		const list = Array.isArray(body.list) ? (body.list as IDataObject[]) : [];
		fields.push(
			...list
				.map(unwrap)
				.filter((config) => isActive(config, entity))
				.map(read),
		);
		const next = typeof body.next_offset === 'string' ? body.next_offset : undefined;
		offset = next === offset ? undefined : next;
	} while (offset !== undefined);
	return { fields, known: true };
}

function unwrap(entry: IDataObject): IDataObject {
	const inner = entry.custom_field_config;
	return typeof inner === 'object' && inner !== null ? (inner as IDataObject) : entry;
}

function isActive(config: IDataObject, entity: string): boolean {
	const ofEntity = config.entity_type === undefined || config.entity_type === entity;
	return ofEntity && config.status !== 'archived' && typeof config.api_name === 'string';
}

function read(config: IDataObject): CustomField {
	const choices = choicesOf(config);
	return {
		apiName: asText(config.api_name),
		displayName:
			typeof config.display_name === 'string' ? config.display_name : asText(config.api_name),
		dataType: typeof config.field_datatype === 'string' ? config.field_datatype : 'string',
		required: config.required === true,
		...(choices ? { choices } : {}),
	};
}

/** How `props` names the values of a dropdown is not documented: a list of texts in it, or in a JSON text of it. */
function choicesOf({ edit_ui: widget, props }: IDataObject): string[] | undefined {
	if (!/drop|select/i.test(asText(widget))) return undefined;
	const inner = typeof props === 'string' ? parseObject(props) : (props ?? {});
	const lists = Array.isArray(inner) ? [inner] : Object.values(inner);
	return lists.find(
		(list): list is string[] =>
			Array.isArray(list) && list.length > 0 && list.every((one) => typeof one === 'string'),
	);
}

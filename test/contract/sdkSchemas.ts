import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import qs from 'qs';
import type { HistoryEntry } from '../sandbox/shared/server';
import type { Schema } from './sdkTyping';
import { JSON_MEMBERS, partOf, unknownNames, typed, withoutBlanks } from './sdkTyping';

const RESOURCES = [
	'customer',
	'item_family',
	'item',
	'item_price',
	'invoice',
	'credit_note',
	'transaction',
];

/** The request schemas the official SDK ships; it does not export them, so they are loaded from its folder. */
function loadSchemas(): Record<string, Schema> {
	let folder = dirname(require.resolve('chargebee'));
	while (!existsSync(join(folder, 'schema'))) folder = dirname(folder);
	const load = createRequire(__filename);
	const files = RESOURCES.map(
		(name) => load(join(folder, 'schema', `${name}.schema.js`)) as object,
	);
	return Object.assign({}, ...files) as Record<string, Schema>;
}

const schemas = loadSchemas();

type Operations = ReadonlyArray<readonly [path: RegExp, schema: string]>;

/** The catalog's deletes take no parameters, so the SDK has no schema for them. */
const NOTHING = 'nothing';

const POSTS: Operations = [
	[/^\/api\/v2\/customers$/, 'CreateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+$/, 'UpdateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_billing_info$/, 'UpdateBillingInfoCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/add_contact$/, 'AddContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_contact$/, 'UpdateContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/delete_contact$/, 'DeleteContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/relationships$/, 'RelationshipsCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/delete$/, 'DeleteCustomerBodySchema'],
	[/^\/api\/v2\/item_families$/, 'CreateItemFamilyBodySchema'],
	[/^\/api\/v2\/item_families\/[^/]+$/, 'UpdateItemFamilyBodySchema'],
	[/^\/api\/v2\/items$/, 'CreateItemBodySchema'],
	[/^\/api\/v2\/items\/[^/]+$/, 'UpdateItemBodySchema'],
	[/^\/api\/v2\/item_prices$/, 'CreateItemPriceBodySchema'],
	[/^\/api\/v2\/item_prices\/[^/]+$/, 'UpdateItemPriceBodySchema'],
	[/^\/api\/v2\/(item_families|items|item_prices)\/[^/]+\/delete$/, NOTHING],
	[/^\/api\/v2\/customers\/[^/]+\/delete_relationship$/, NOTHING],
];

const LISTS: Operations = [
	[/^\/api\/v2\/customers$/, 'ListCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/contacts$/, 'ContactsForCustomerCustomerBodySchema'],
	[/^\/api\/v2\/item_families$/, 'ListItemFamilyBodySchema'],
	[/^\/api\/v2\/items$/, 'ListItemBodySchema'],
	[/^\/api\/v2\/item_prices$/, 'ListItemPriceBodySchema'],
	[/^\/api\/v2\/invoices$/, 'ListInvoiceBodySchema'],
	[/^\/api\/v2\/credit_notes$/, 'ListCreditNoteBodySchema'],
	[/^\/api\/v2\/transactions$/, 'ListTransactionBodySchema'],
];

/**
 * What the official SDK would object to in a recorded request: a POST for a customer, its contacts or the catalog, or a list
 * of these or of billing documents.
 * Also names parameters, operators and nested members its schemas do not know, which they would let pass.
 * @returns one sentence per problem; empty is good. Requests the SDK has no schema for (a single record, the
 * configuration, custom fields) have none.
 */
export function checkRequestAgainstSdk(entry: HistoryEntry): string[] {
	const problems = entry.method === 'POST' ? checkPost(entry) : checkList(entry);
	return problems.map((problem) => `request ${entry.n}: ${problem}`);
}

function checkPost({ path, body }: HistoryEntry): string[] {
	const name = find(POSTS, path);
	const sent = read(body);
	if (name === NOTHING) {
		return Object.keys(sent).map((sentName) => `the SDK knows no parameter ${sentName}`);
	}
	const schema = schemas[name ?? ''];
	if (!schema) return [`the SDK has no operation for POST ${path}`];
	const bracketed = JSON_MEMBERS.filter((name) => typeof sent[name] === 'object').map(
		(name) => `${name} has to be one JSON text, not brackets`,
	);
	const values = withoutBlanks(typed(sent, schema)) as Record<string, unknown>;
	return [
		...bracketed,
		...unknownNames(values, schema).map((name) => `the SDK knows no parameter ${name}`),
		...objections(schema, values),
		...checkNewAddress(path, values),
	];
}

/** The SDK's schema of a list, by the path of the resource. */
export function listSchema(resource: string): Schema | undefined {
	return schemas[find(LISTS, `/api/v2/${resource}`) ?? ''];
}

/** A create's own schema leaves the address open; its real limits are those of update_billing_info. */
function checkNewAddress(path: string, { billing_address: address }: Record<string, unknown>) {
	const schema = schemas.UpdateBillingInfoCustomerBodySchema;
	if (path !== '/api/v2/customers' || address === undefined || !schema) return [];
	const values = { billing_address: address };
	return [
		...unknownNames(values, schema).map((name) => `the SDK knows no parameter ${name}`),
		...objections(schema, values),
	];
}

/** A filter the list does not have is ignored by Chargebee, which is worse than refused. */
function checkList({ path, query }: HistoryEntry): string[] {
	const schema = schemas[find(LISTS, path) ?? ''];
	if (!schema) return [];
	const values = typed(read(query), schema) as Record<string, unknown>;
	const unknown = unknownNames(values, schema).map((name) =>
		name.includes('[') ? `the SDK knows no filter ${name}` : `the SDK knows no parameter ${name}`,
	);
	return [...unknown, ...oneByOne(values, schema).flatMap((one) => objections(schema, one))];
}

/**
 * The SDK's types take `status[in]` as a list and its client sends it as `["active","archived"]`, but its schemas name
 * the choices as if there was one: so each choice of a list is checked by itself.
 */
function oneByOne(values: Record<string, unknown>, schema: Schema): Record<string, unknown>[] {
	for (const [member, filter] of Object.entries(values)) {
		for (const [operator, asked] of Object.entries((filter ?? {}) as Record<string, unknown>)) {
			const isChoice = partOf(schema, member, operator)?.def.type === 'enum';
			if (!isChoice || !['in', 'not_in'].includes(operator)) continue;
			const choices = readChoices(asked);
			if (!choices) continue;
			return choices.flatMap((choice) =>
				oneByOne({ ...values, [member]: { ...(filter as object), [operator]: choice } }, schema),
			);
		}
	}
	return [values];
}

function readChoices(asked: unknown): string[] | undefined {
	if (typeof asked !== 'string' || !/^\["[^"]*"(,"[^"]*")*\]$/.test(asked)) return undefined;
	return JSON.parse(asked) as string[];
}

function find(operations: Operations, path: string): string | undefined {
	return operations.find(([pattern]) => pattern.test(path))?.[1];
}

function read(form: string): Record<string, unknown> {
	return qs.parse(form, { depth: 5, arrayLimit: 1000, parameterLimit: 10_000 });
}

function objections(schema: Schema, values: unknown): string[] {
	const { error } = schema.safeParse(values);
	return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

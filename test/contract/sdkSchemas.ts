import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import qs from 'qs';
import type { HistoryEntry } from '../sandbox/shared/server';
import type { Schema } from './sdkTyping';
import { JSON_MEMBERS, unknownNames, typed, withoutBlanks } from './sdkTyping';

/** The request schemas the official SDK ships; it does not export them, so they are loaded from its folder. */
function loadSchemas(): Record<string, Schema> {
	let folder = dirname(require.resolve('chargebee'));
	while (!existsSync(join(folder, 'schema'))) folder = dirname(folder);
	return createRequire(__filename)(join(folder, 'schema', 'customer.schema.js')) as Record<
		string,
		Schema
	>;
}

const schemas = loadSchemas();

const POSTS: ReadonlyArray<readonly [path: RegExp, schema: string]> = [
	[/^\/api\/v2\/customers$/, 'CreateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+$/, 'UpdateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_billing_info$/, 'UpdateBillingInfoCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/add_contact$/, 'AddContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_contact$/, 'UpdateContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/delete_contact$/, 'DeleteContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/delete$/, 'DeleteCustomerBodySchema'],
];

const LISTS: ReadonlyArray<readonly [path: RegExp, schema: string]> = [
	[/^\/api\/v2\/customers$/, 'ListCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/contacts$/, 'ContactsForCustomerCustomerBodySchema'],
];

/**
 * What the official SDK would object to in a recorded request: a POST for a customer or its contacts, or a list of them.
 * Also names parameters, operators and nested members its schemas do not know, which they would let pass.
 * @returns one sentence per problem; empty is good. Requests the SDK has no schema for (a single record, the
 * configuration, custom fields) have none.
 */
export function checkRequestAgainstSdk(entry: HistoryEntry): string[] {
	const problems = entry.method === 'POST' ? checkPost(entry) : checkList(entry);
	return problems.map((problem) => `request ${entry.n}: ${problem}`);
}

function checkPost({ path, body }: HistoryEntry): string[] {
	const schema = find(POSTS, path);
	if (!schema) return [`the SDK has no operation for POST ${path}`];
	const sent = read(body);
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
	const schema = find(LISTS, path);
	if (!schema) return [];
	const values = typed(read(query), schema) as Record<string, unknown>;
	const unknown = unknownNames(values, schema).map((name) =>
		name.includes('[') ? `the SDK knows no filter ${name}` : `the SDK knows no parameter ${name}`,
	);
	return [...unknown, ...objections(schema, values)];
}

function find(
	operations: ReadonlyArray<readonly [path: RegExp, schema: string]>,
	path: string,
): Schema | undefined {
	const [, name] = operations.find(([pattern]) => pattern.test(path)) ?? [];
	return name === undefined ? undefined : schemas[name];
}

function read(form: string): Record<string, unknown> {
	return qs.parse(form, { depth: 5, arrayLimit: 1000, parameterLimit: 10_000 });
}

function objections(schema: Schema, values: unknown): string[] {
	const { error } = schema.safeParse(values);
	return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import qs from 'qs';
import { asText } from '../../nodes/shared/text';
import type { HistoryEntry } from '../sandbox/shared/server';

interface Schema {
	safeParse(value: unknown): {
		success: boolean;
		error?: { issues: Array<{ path: PropertyKey[]; message: string }> };
	};
	shape: Record<string, unknown>;
}

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

/** Kept in a JSON text inside a form. */
const JSON_MEMBERS = new Set(['meta_data', 'exemption_details']);

const BODY_SCHEMAS: Array<[path: RegExp, schema: string]> = [
	[/^\/api\/v2\/customers$/, 'CreateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+$/, 'UpdateCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_billing_info$/, 'UpdateBillingInfoCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/add_contact$/, 'AddContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/update_contact$/, 'UpdateContactCustomerBodySchema'],
	[/^\/api\/v2\/customers\/[^/]+\/delete_contact$/, 'DeleteContactCustomerBodySchema'],
];

/** What the official SDK would object to in a recorded request; empty is good. */
export function checkRequestAgainstSdk(entry: HistoryEntry): string[] {
	if (entry.method === 'POST') return checkBody(entry);
	return entry.path === '/api/v2/customers' ? checkList(entry) : [];
}

function checkBody({ n, path, body }: HistoryEntry): string[] {
	const [, name] = BODY_SCHEMAS.find(([pattern]) => pattern.test(path)) ?? [];
	const schema = name === undefined ? undefined : schemas[name];
	if (!schema) return [`request ${n}: the SDK has no operation for POST ${path}`];
	const values = typed(qs.parse(body, { depth: 5 }));
	return [...unknownMembers(n, values, schema), ...objections(n, schema, values)];
}

function checkList({ n, query }: HistoryEntry): string[] {
	const schema = schemas.ListCustomerBodySchema as Schema;
	const values = typed(qs.parse(query, { depth: 3 }));
	return [
		...unknownMembers(n, values, schema),
		...unknownOperators(n, values, schema),
		...objections(n, schema, values),
	];
}

function unknownMembers(n: number, values: Record<string, unknown>, schema: Schema): string[] {
	return Object.keys(values)
		.filter((name) => !(name in schema.shape) && !name.startsWith('cf_'))
		.map((name) => `request ${n}: the SDK knows no parameter ${name}`);
}

/** A filter with an operator the list does not have is ignored by Chargebee, which is worse than refused. */
function unknownOperators(n: number, values: Record<string, unknown>, schema: Schema): string[] {
	return Object.entries(values).flatMap(([field, operators]) => {
		if (typeof operators !== 'object' || operators === null || field.startsWith('cf_')) return [];
		const known = operatorsOf(schema.shape[field]);
		return Object.keys(operators)
			.filter((operator) => !known.includes(operator))
			.map((operator) => `request ${n}: the SDK knows no filter ${field}[${operator}]`);
	});
}

function operatorsOf(member: unknown): string[] {
	const { shape, unwrap } = (member ?? {}) as {
		shape?: Record<string, unknown>;
		unwrap?: () => unknown;
	};
	if (shape) return Object.keys(shape);
	return unwrap ? operatorsOf(unwrap.call(member)) : [];
}

function objections(n: number, schema: Schema, values: unknown): string[] {
	const result = schema.safeParse(values);
	return (result.error?.issues ?? []).map(
		({ path, message }) => `request ${n}: ${path.join('.')}: ${message}`,
	);
}

/** Gives the texts of a form the types the SDK's callers use. */
function typed(values: unknown, name = ''): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(values as Record<string, unknown>).map(([member, value]): [string, unknown] => {
			if (typeof value === 'object') return [member, typed(value, member)];
			if (JSON_MEMBERS.has(member)) return [member, JSON.parse(asText(value))];
			const isFilter = name !== '' && !['billing_address', 'contact'].includes(name);
			if (!isFilter && (value === 'true' || value === 'false')) return [member, value === 'true'];
			const numeric = ['net_term_days', 'limit'].includes(member) && /^-?\d+$/.test(asText(value));
			return [member, numeric ? Number(value) : value];
		}),
	);
}

import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
} from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import { forEachItem } from '../../shared/forEachItem';
import { systemClock } from '../../shared/http/clock';
import { objectOf, parseJson, withoutMark } from '../../shared/json';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import { rowsOf } from '../products/optionFields';
import { pickedField } from '../products/pickedField';
import type { Opened } from '../run/sessions';
import { Sessions } from '../run/sessions';
import { count, secondsSince } from '../run/words';
import { toNodeError } from '../transport/failure';
import { queryOf } from '../transport/queryOf';

const show = { resource: ['apiRequest'], operation: ['get'] };

export const apiRequestFields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['apiRequest'] } },
		options: [
			{
				name: 'Get',
				value: 'get',
				action: 'Make a reading API request',
				description: 'Read anything else through the same log-in, at the same pace',
			},
		],
		default: 'get',
	},
	{
		...pickedField(
			{
				displayName: 'Path',
				name: 'path',
				description:
					'Behind the address of the product. With a slash in front, behind the tenant: then any product of the tenant can be read.',
			},
			{
				searchListMethod: 'searchPaths',
				placeholder: 'e.g. tcapi.comBusinessPartner/PaymentTerms',
				preset: '',
				typed: 'By Path',
			},
		),
		required: true,
		displayOptions: { show },
	},
	{
		displayName: 'Query Parameters',
		name: 'query',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Parameter',
		default: {},
		displayOptions: { show },
		options: [{ displayName: 'Parameter', name: 'parameter', values: nameAndValue() }],
	},
	{
		displayName: 'Headers',
		name: 'headers',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Header',
		default: {},
		displayOptions: { show },
		options: [{ displayName: 'Header', name: 'header', values: nameAndValue() }],
	},
];

function nameAndValue(): INodeProperties[] {
	return [
		{ displayName: 'Name', name: 'name', type: 'string', default: '' },
		{ displayName: 'Value', name: 'value', type: 'string', default: '' },
	];
}

/** A reading request of the user's own: the answer's rows if it is a list, else the answer. It never writes. */
export async function makeApiRequest(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const now = systemClock.now();
	const sessions = new Sessions(this, now);
	let rows = 0;
	const output = await forEachItem(this, async (item) => {
		const answer = await ask(await sessions.prepared(item));
		rows += answer.length;
		return answer;
	});
	sessions.report(`${count(rows)} rows read`, secondsSince(now));
	return [output];
}

async function ask({ client, prepared, world }: Omit<Opened, 'sessions'>): Promise<IDataObject[]> {
	const path = asText(world.parameter('path', '')).trim();
	const base = path.startsWith('/') ? client.base : `${client.base}/${prepared.request.path}`;
	const url = `${base}/${path.replace(/^\/+/, '')}`;
	// resolved: a ".." in any spelling shows
	if (!URL.canParse(url) || !new URL(url).href.startsWith(`${new URL(client.base).href}/`))
		throw operationError(world.node, say('path_outside', { path }), world.item);
	const query = queryOf(
		pairs(world.parameter('query', {}), 'parameter').map(
			([name, value]) => [encodeURIComponent(name), value] as const,
		),
	);
	const headers = {
		...prepared.request.headers,
		...Object.fromEntries(pairs(world.parameter('headers', {}), 'header')),
	};
	const separator = url.includes('?') ? '&' : '?';
	const reply = await client.get(query === '' ? url : `${url}${separator}${query}`, headers);
	if (reply.kind !== 'answer' || reply.status < 200 || reply.status > 299)
		throw toNodeError(world.node, path, reply, world.item);
	const body = parseJson(withoutMark(reply.text));
	if (!Array.isArray(body)) return [objectOf(body) ? (body as IDataObject) : { text: reply.text }];
	return body.map((row) => (objectOf(row) ? (row as IDataObject) : { value: row as string }));
}

function pairs(collection: unknown, name: string): Array<[string, string]> {
	return (rowsOf(collection, name) ?? [])
		.map((row): [string, string] => [asText(row.name), asText(row.value)])
		.filter(([key]) => key.trim() !== '');
}

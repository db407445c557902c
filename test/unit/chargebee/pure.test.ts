import fc from 'fast-check';
import qs from 'qs';
import { readError } from '../../../nodes/Chargebee/transport/errorBody';
import { describeFailure } from '../../../nodes/Chargebee/transport/failure';
import { encodeForm } from '../../../nodes/Chargebee/transport/form';
import { judge } from '../../../nodes/Chargebee/transport/judge';
import { apiBase, requestsPerMinute } from '../../../nodes/Chargebee/transport/site';
import { idChunks, isPlainId, LONGEST_FILTER } from '../../../nodes/Chargebee/upsert/chunks';
import { idempotencyKey } from '../../../nodes/Chargebee/upsert/idempotency';
import { summarise } from '../../../nodes/Chargebee/upsert/summary';
import type { Answer } from '../../../nodes/shared/http/verdict';

const answer = (status: number, body: unknown): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('form encoding', () => {
	const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean());
	const name = fc.stringMatching(/^[a-z_]{1,8}$/).filter((text) => !(text in {}));
	const form = fc.dictionary(
		name,
		fc.oneof(
			leaf,
			fc.array(leaf, { minLength: 1, maxLength: 3 }),
			fc.dictionary(name, leaf, { minKeys: 1 }),
		),
	);

	it('is what a standard parser reads back', () => {
		fc.assert(
			fc.property(form, (values) => {
				const asText = (value: unknown): unknown =>
					Array.isArray(value)
						? value.map(asText)
						: typeof value === 'object' && value !== null
							? Object.fromEntries(
									Object.entries(value).map(([key, member]) => [key, asText(member)]),
								)
							: String(value);
				expect(qs.parse(encodeForm(values), { plainObjects: false })).toEqual(asText(values));
			}),
		);
	});

	it('blanks null, which clears, and leaves undefined out, which leaves alone', () => {
		expect(encodeForm({ a: null, b: undefined, c: '' })).toBe('a=&c=');
	});

	it('escapes brackets, ampersands and other scripts', () => {
		expect(encodeForm({ billing_address: { city: 'Zürich & Köln' } })).toBe(
			'billing_address%5Bcity%5D=Z%C3%BCrich%20%26%20K%C3%B6ln',
		);
	});
});

describe('chunks of ids', () => {
	it('hold every id once, at most 100, in an address of bearable length', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.stringMatching(/^[A-Za-z0-9._-]{1,50}$/), { maxLength: 400 }),
				(ids) => {
					const chunks = idChunks(ids);
					expect(chunks.flat()).toEqual(ids);
					for (const chunk of chunks) {
						expect(chunk.length).toBeLessThanOrEqual(100);
						expect(encodeURIComponent(JSON.stringify(chunk)).length).toBeLessThanOrEqual(
							LONGEST_FILTER + 10,
						);
					}
				},
			),
		);
	});

	it.each([
		['ln-1300-C1', true],
		['A,B', false],
		['a"b', false],
		['a b', false],
		['', false],
	])('%j is plain: %s', (id, plain) => {
		expect(isPlainId(id)).toBe(plain);
	});
});

describe('the idempotency key', () => {
	const write = { site: 's', path: '/customers', form: { a: 1, b: 2 }, sourceKey: 'k', version: 5 };

	it('is the same for the same write, whatever the order of its fields', () => {
		expect(idempotencyKey({ ...write, form: { b: 2, a: 1 } })).toBe(idempotencyKey(write));
	});

	it.each([
		{ site: 't' },
		{ path: '/x' },
		{ form: { a: 2, b: 2 } },
		{ sourceKey: 'l' },
		{ version: 6 },
	])('differs with %j', (other) => {
		expect(idempotencyKey({ ...write, ...other })).not.toBe(idempotencyKey(write));
	});

	it('fits into the header', () => {
		expect(idempotencyKey(write)).toMatch(/^n8ncb-[0-9a-f]{40}$/);
	});
});

describe('an error answer', () => {
	const body = {
		message: 'id: The value x is already present.',
		type: 'invalid_request',
		api_error_code: 'duplicate_entry',
		param: 'id',
	};

	it('is read with code and parameter, also when there are several', () => {
		expect(readError(answer(400, body))).toMatchObject({ code: 'duplicate_entry', param: 'id' });
		expect(readError(answer(400, { ...body, param: ['a', 'b'] })).param).toBe('a, b');
	});

	it.each(['<html>Bad gateway</html>', '{"message":', '', '[]', 'null'])(
		'that is not Chargebee’s keeps its status: %j',
		(text) => {
			expect(readError(answer(502, text))).toMatchObject({
				status: 502,
				code: 'http_502',
				param: null,
			});
		},
	);

	it.each([
		[401, 'api_authentication_failed', 'stop'],
		[403, 'api_authorization_failed', 'stop'],
		[404, 'site_not_found', 'stop'],
		[400, 'configuration_incompatible', 'stop'],
		[400, 'param_wrong_value', 'rejected'],
		[409, 'invalid_state_for_request', 'rejected'],
		[404, 'resource_not_found', 'rejected'],
		[429, 'api_request_limit_exceeded', 'failed'],
		[500, 'internal_error', 'failed'],
		[503, 'site_read_only_mode', 'failed'],
	])('%d %s: %s', (status, code, kind) => {
		const failure = describeFailure(answer(status, { ...body, api_error_code: code }));
		expect(failure.kind).toBe(kind);
		expect(failure.reason).toContain(code);
		expect(failure.actionToTake).not.toBe('');
	});

	it('a locked record does not slow the site down', () => {
		expect(judge(answer(429, { api_error_code: 'lock_timeout' }))).toBe('busy');
		expect(judge(answer(429, { api_error_code: 'api_request_limit_exceeded' }))).toBe('throttled');
		expect(judge(answer(429, '<html>'))).toBe('throttled');
	});
});

describe('the site', () => {
	it.each([
		[{ site: 'acme-test' }, 'https://acme-test.chargebee.com/api/v2'],
		[{ site: ' https://acme.chargebee.com/dashboard ' }, 'https://acme.chargebee.com/api/v2'],
		[{ site: 'acme', baseUrl: 'http://127.0.0.1:8701/' }, 'http://127.0.0.1:8701/api/v2'],
		[{ site: 'acme', baseUrl: 'https://proxy.test/api/v2' }, 'https://proxy.test/api/v2'],
	])('%j is at %s', (credentials, base) => {
		expect(apiBase(credentials)).toBe(base);
	});

	it.each([
		[{ plan: 'test' }, 150],
		[{ plan: 'enterprise' }, 3500],
		[{ plan: 'custom', requestsPerMinute: 700 }, 700],
		[{ plan: 'custom', requestsPerMinute: 0 }, 150],
		[{}, 150],
	])('%j allows %d a minute', (credentials, limit) => {
		expect(requestsPerMinute(credentials)).toBe(limit);
	});
});

it('a run is summed up in one sentence', () => {
	const outcomes = [
		...Array.from({ length: 142 }, () => 'created' as const),
		...Array.from({ length: 3846 }, () => 'unchanged' as const),
		'conflict' as const,
		'invalid' as const,
	];
	expect(
		summarise({ outcomes, calls: 1197, throttles: 0, durationMs: 78_100, preview: false }),
	).toBe(
		'142 created, 0 updated, 3,846 unchanged, 1 conflict, 1 invalid, 0 failed; 1,197 calls, 0 throttled, 78 s',
	);
});

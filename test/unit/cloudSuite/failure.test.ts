import type { INode } from 'n8n-workflow';
import { GATEWAY_ERRORS } from '../../../nodes/CloudSuite/errors/gatewayErrors';
import {
	describeFailure,
	detailOf,
	toNodeError,
} from '../../../nodes/CloudSuite/transport/failure';
import { isPassing401, judge, looksCut } from '../../../nodes/CloudSuite/transport/judge';
import type { Answer } from '../../../nodes/shared/http/verdict';

const answer = (status: number, text = ''): Answer => ({
	kind: 'answer',
	status,
	headers: {},
	text,
});
const U14 = 'OAuth [U14]: unknown oauth_consumer_key';

describe('an answer of the gateway', () => {
	it.each([
		[200, '{"value":[]}', 'final'],
		[200, '{"value":[{"BusinessPartner":"C1"', 'outage'],
		[200, '<html>log in</html>', 'final'],
		[200, '', 'final'],
		[401, U14, 'busy'],
		[401, '{"error":"Unauthorized"}', 'final'],
		[403, '', 'final'],
		[404, '', 'final'],
		[429, '', 'throttled'],
		[500, '', 'outage'],
		[502, '', 'outage'],
		[503, '', 'outage'],
		[504, '', 'outage'],
	])('%d with %j is %s', (status, text, verdict) => {
		expect(judge(answer(status, text))).toBe(verdict);
	});

	it('is no passing 401 when the text comes with another status', () => {
		expect(isPassing401(answer(403, U14))).toBe(false);
	});

	it('is cut when it begins as JSON and does not end as such', () => {
		expect(looksCut(' {"a":[1,2')).toBe(true);
		expect(looksCut('[{"a":1}')).toBe(false);
		expect(looksCut('{"a":1}\r\n')).toBe(false);
	});
});

describe('LN’s error', () => {
	const official = {
		Code: 'ERROR:ttstps0110',
		Message: 'Request failed',
		Details: [{ Code: 'ERROR', Message: 'Switch to company 9999 failed' }],
		InnerError: { TenantId: 'ACME_TST', LnUser: 'svc_ln', RequestId: 'r-1' },
	};

	it.each([
		['unwrapped and capitalised', official],
		[
			'wrapped and in lower case',
			{
				error: {
					message: 'Request failed',
					details: [{ message: 'Switch to company 9999 failed' }],
				},
			},
		],
		['a list', { error: [{ message: 'Request failed: Switch to company 9999 failed' }] }],
	])('is read when it is %s', (_how, body) => {
		expect(detailOf(JSON.stringify(body))).toBe(' (Request failed: Switch to company 9999 failed)');
	});

	it('never shows tenant or user names', () => {
		expect(detailOf(JSON.stringify(official))).not.toMatch(/svc_ln|ACME_TST/);
	});

	it.each([
		['{"error":"Unauthorized"}', ' (Unauthorized)'],
		['<html>oops</html>', ''],
		['', ''],
		['null', ''],
		['[]', ''],
	])('%s gives "%s"', (body, detail) => {
		expect(detailOf(body)).toBe(detail);
	});
});

describe('a failed read', () => {
	const node = { name: 'Infor CloudSuite', type: 'test', parameters: {} } as unknown as INode;
	const said = (...reply: Parameters<typeof answer>) =>
		toNodeError(node, 'Page 2', answer(...reply));

	it.each([401, 403, 404, 422, 429, 504])('with %d says what to do', (status) => {
		const error = said(status);
		expect(error.message).toContain(`Page 2 could not be read: HTTP ${status}`);
		expect(error.description?.length).toBeGreaterThan(40);
		expect(error.httpCode).toBe(String(status));
	});

	it('with 404 says that it does not mean "no records"', () => {
		expect(said(404).description).toContain('never means that there are no records');
	});

	it.each([400, 401, 403, 404, 422, 429, 500, 504])(
		'with %d speaks of no product by name',
		(status) => {
			const error = said(status);
			expect(`${error.message} ${error.description}`).not.toMatch(/\b(LN|M3|FSM|CSI)\b/);
		},
	);

	it('that nobody can read says what came', () => {
		expect(said(200, ' <!doctype html>').message).toContain('a web page came');
		expect(said(200, '{"value":[').message).toContain('cut after 10 characters');
		expect(said(200, '{}').message).toContain('the answer is not what was asked for');
	});

	it.each([
		[200, '<html>log in</html>', 'answer_web_page'],
		[200, '{"value":[', 'answer_cut'],
		[200, '{}', 'answer_unknown'],
		[400, '', 'gateway_other'],
		[401, U14, 'gateway_401_passing'],
		[401, '', 'gateway_401'],
		[403, '', 'gateway_403'],
		[404, '', 'gateway_404'],
		[422, '', 'gateway_422'],
		[429, '', 'gateway_429'],
		[500, '', 'gateway_5xx'],
		[502, '', 'gateway_5xx'],
		[503, '', 'gateway_5xx'],
		[504, '', 'gateway_504'],
	] as const)(
		'with %d %j is %s, and retried by itself as the catalogue says',
		(status, text, code) => {
			expect(describeFailure('Page 2', answer(status, text))).toMatchObject({ code });
			const retried = judge(answer(status, text)) !== 'final';
			expect(retried).toBe(GATEWAY_ERRORS[code].retried === 'byItself');
		},
	);
});

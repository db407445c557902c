import type { SandboxAnswer } from '../../shared/server';
import type { Behaviour } from '../behaviour';

/** The only gateway body seen in public. https://github.com/infor-cloud/m3-h5-sdk/issues/171 */
export const UNAUTHORIZED: SandboxAnswer = { status: 401, body: { error: 'Unauthorized' } };

const TEXTS: Record<number, string> = {
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	429: 'Quota policy exceeded',
	504: 'Gateway Timeout',
};

/**
 * An answer of the gateway itself. Statuses after
 * https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/apigatewayag_cloud/zdq1489511424303.html;
 * bodies are not documented, so the sandbox can send all three kinds.
 */
export function gatewayError(
	status: number,
	form: Behaviour['gatewayErrors'],
	headers: Record<string, string> = {},
): SandboxAnswer {
	const text = TEXTS[status] ?? 'Error';
	if (form === 'empty') return { status, headers, body: '' };
	if (form === 'json') return { status, headers, body: { error: text } };
	return {
		status,
		headers,
		body: `<html><head><title>${status} ${text}</title></head><body><h1>${text}</h1></body></html>`,
	};
}

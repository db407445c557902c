import type { SandboxAnswer } from '../shared/server';

/** Bodies as Chargebee words them. https://apidocs.chargebee.com/docs/api/error-handling, and the tests of its public SDKs. */
export function errorAnswer(
	status: number,
	code: string,
	message: string,
	more: {
		param?: string;
		type?: string;
		errorCode?: string;
		headers?: Record<string, string>;
	} = {},
): SandboxAnswer {
	const { param, type = 'invalid_request', errorCode = code, headers } = more;
	return {
		status,
		...(headers ? { headers } : {}),
		body: {
			message: param ? `${param}: ${message}` : message,
			type,
			api_error_code: code,
			...(param ? { param } : {}),
			error_code: errorCode,
			error_msg: message,
			...(param ? { error_param: param } : {}),
			http_status_code: status,
		},
	};
}

export const wrongValue = (param: string, message: string) =>
	errorAnswer(400, 'param_wrong_value', message, { param });

export const notFound = () =>
	errorAnswer(404, 'resource_not_found', "Sorry, we couldn't find that resource");

export const duplicate = (param: string, value: string) =>
	errorAnswer(400, 'duplicate_entry', `The value ${value} is already present.`, {
		param,
		errorCode: 'param_not_unique',
	});

export const duplicateId = (id: string) => duplicate('id', id);

/** Something a request refers to is not there. */
export const notPresent = (param: string, what: string) =>
	errorAnswer(404, 'resource_not_found', `${what} is not present`, { param });

/** The state of a record does not allow what is asked; which of its codes the API gives is documented by name only. */
export const wrongState = (message: string, param?: string) =>
	errorAnswer(409, 'invalid_state_for_request', message, param ? { param } : {});

export const wrongMethod = (method: string) =>
	errorAnswer(405, 'http_method_not_supported', `${method} is not supported`);

export const wrongKey = () =>
	errorAnswer(401, 'api_authentication_failed', 'Sorry, authentication failed. Invalid api key', {
		type: 'untyped',
		errorCode: 'api_authentication_invalid_key',
		headers: { 'www-authenticate': 'Basic realm="Chargebee"' },
	});

export const notAllowed = () =>
	errorAnswer(
		403,
		'api_authorization_failed',
		'Sorry, authorization failed. The key does not have the required permissions.',
		{
			type: 'untyped',
		},
	);

export const tooManyRequests = (retryAfterSeconds?: number) =>
	errorAnswer(
		429,
		'api_request_limit_exceeded',
		'Sorry, access has been blocked temporarily due to request count exceeding acceptable limits. Please try after some time.',
		{
			type: 'operation_failed',
			...(retryAfterSeconds === undefined
				? {}
				: { headers: { 'retry-after': String(retryAfterSeconds) } }),
		},
	);

/** Overlapping writes to one record. Whether Chargebee sends Retry-After here is not documented, so it does not. */
export const lockTimeout = () =>
	errorAnswer(
		429,
		'lock_timeout',
		'Sorry, another request for this resource is in progress. Please try after some time.',
		{ type: 'operation_failed' },
	);

export const keyReused = () =>
	errorAnswer(
		422,
		'unable_to_process_request',
		'The idempotency key was used with other parameters.',
		{
			type: 'operation_failed',
		},
	);

export const catalogMismatch = () =>
	errorAnswer(
		400,
		'configuration_incompatible',
		'This API operation is not enabled for this site.',
		{
			type: 'operation_failed',
		},
	);

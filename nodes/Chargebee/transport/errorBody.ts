import type { Answer } from '../../shared/http/verdict';
import { objectOf, parseJson } from '../../shared/json';

/** What Chargebee says about a refused request. https://apidocs.chargebee.com/docs/api/error-handling */
export interface ChargebeeError {
	status: number;
	/** `api_error_code`, or `http_<status>` when the answer is not Chargebee's JSON. */
	code: string;
	message: string;
	/** The parameter at fault, e.g. `billing_address[zip]`. */
	param: string | null;
	/** What lies behind it, e.g. `gateway.card_declined`. */
	cause?: string;
}

/** Reads an error answer; HTML pages of proxies and cut JSON give the status alone. */
export function readError(answer: Answer): ChargebeeError {
	const body = parseObject(answer.text);
	const cause = text(body.error_cause_id);
	const param = Array.isArray(body.param) ? body.param.join(', ') : body.param;
	return {
		status: answer.status,
		code: text(body.api_error_code) ?? `http_${answer.status}`,
		message: text(body.message) ?? `Chargebee answered with HTTP ${answer.status}`,
		param: text(param) ?? null,
		...(cause === undefined ? {} : { cause }),
	};
}

/** The JSON object in `source`, or an empty one: an error page must not become an error of its own. */
export function parseObject(source: string): Record<string, unknown> {
	return objectOf(parseJson(source)) ?? {};
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}

import type { Catalogue } from '../../shared/errors/types';

const failed = '{what} could not be read: HTTP {status}{said}';
const UNUSED =
	'Nothing of it was used and nothing was skipped. Run again; if it stays, check that "iu" of the .ionapi file is the ION API gateway.';

/**
 * Answers of Infor's ION API gateway, whichever product is behind it. A read that fails ends the node: an incomplete list would look
 * like records that are gone. https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/apigatewayag_cloud/zdq1489511424303.html
 */
export const GATEWAY_ERRORS = {
	gateway_401: {
		class: 'auth',
		message: failed,
		meaning:
			'The gateway refused the token. The node has got a new one and tried again, once; if that was refused a few minutes ago, too, it gets no other one for now, because tokens are rationed.',
		action:
			'The gateway refuses a token it has just issued: check in Infor OS that the authorized app is enabled and that "ti" and "iu" of the .ionapi file belong together.',
		retried: 'never',
	},
	gateway_401_passing: {
		class: 'outage',
		message: failed,
		meaning:
			'Good tokens are refused now and then with the text "OAuth [U14]", which was seen with LN. The request is repeated with the same token, up to five times: a new log-in would not help and is rationed.',
		action:
			'A good token was refused several times in a row ("OAuth [U14]"), which passes by itself. Run again in a few minutes.',
		retried: 'byItself',
	},
	gateway_403: {
		class: 'auth',
		message: failed,
		meaning: 'The log-in is fine, but the service account has no right to this service.',
		action:
			'The service account may not use this service: give it the right in the product, and the authorized app access to the product in Infor OS.',
		retried: 'never',
	},
	gateway_404: {
		class: 'configuration',
		message: failed,
		meaning:
			'The address is not known to the gateway or to the product behind it. It is never taken for an empty list.',
		action:
			'Not found can mean: the path of the product in the options is another one in this tenant, the service is not activated, the service account has no permission, or a name is misspelt. It never means that there are no records.',
		retried: 'never',
	},
	gateway_422: {
		class: 'invalid',
		message: failed,
		meaning: 'The product understood the request and can not carry it out.',
		action: 'The product refused the request: check the company and what was asked for.',
		retried: 'never',
	},
	gateway_429: {
		class: 'throttled',
		message: failed,
		meaning:
			'The tenant’s quota of calls, or a limit an administrator set, is used up. The node waits as long as the gateway says and asks again, up to ten times.',
		action:
			'The quota of the gateway is used up: lower "Requests per Minute" in the credential or run less often.',
		retried: 'byItself',
	},
	gateway_504: {
		class: 'outage',
		message: failed,
		meaning:
			'The product needed longer than the gateway waits (60 seconds, unless set otherwise). Asked again, up to five times.',
		action:
			'The product did not answer within the gateway’s time limit: ask for less at a time, e.g. with a smaller page size.',
		retried: 'byItself',
	},
	gateway_5xx: {
		class: 'outage',
		message: failed,
		meaning:
			'The gateway, or the product behind it, is in trouble (HTTP 500, 502, 503). Asked again, up to five times; with a 503 that says when it will be back, all runs wait until then, up to ten times.',
		action: 'Run again; if it stays, give the message to your Infor administrator.',
		retried: 'byItself',
	},
	gateway_redirected: {
		class: 'configuration',
		message: '{what} could not be read: the gateway sends the request on to {host} (HTTP {status})',
		meaning:
			'A redirect in place of an answer: a log-in page, a proxy, or an address that is not the gateway’s. It is not followed: the token opens the whole ERP and goes to the gateway only.',
		action: 'Check "iu" of the .ionapi file, and whether a proxy stands between.',
		retried: 'never',
	},
	gateway_other: {
		class: 'rejected',
		message: failed,
		meaning: 'Another status; what was said about it is in the message.',
		action: 'Run again; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	answer_web_page: {
		class: 'configuration',
		message: '{what} could not be read: a web page came instead of data',
		meaning:
			'A log-in page or a proxy answered instead of the gateway, or the address is not the gateway’s.',
		action: UNUSED,
		retried: 'never',
	},
	answer_cut: {
		class: 'outage',
		message: '{what} could not be read: the answer is cut after {length} characters',
		meaning: 'The connection or a proxy lost the rest. Asked again, up to five times.',
		action: UNUSED,
		retried: 'byItself',
	},
	answer_unknown: {
		class: 'configuration',
		message: '{what} could not be read: the answer is not what was asked for',
		meaning: 'Something came that is no error, and not in the form of the service either.',
		action: UNUSED,
		retried: 'never',
	},
} as const satisfies Catalogue;

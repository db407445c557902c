import type { Catalogue } from '../../shared/errors/types';

const message = 'Chargebee: {said}{where} [{code}, HTTP {status}]';

/**
 * Failed answers whose code is not in `API_ERRORS`: pages of proxies, cut answers, and codes Chargebee may add one day.
 * Their status decides.
 */
export const OTHER_ANSWERS = {
	http_401: {
		class: 'auth',
		message,
		meaning:
			'Refused as not logged in, without one of Chargebee’s codes: by Chargebee or by a proxy.',
		action:
			'Check the API key in the Chargebee credential: it may be disabled, deleted or of another site. Without a Chargebee code, a proxy may want a log-in of its own.',
		retried: 'never',
	},
	http_429: {
		class: 'throttled',
		message,
		meaning:
			'Too many requests, without one of Chargebee’s codes. The sync waits and sends the request again, up to ten times.',
		action:
			'Run again later. If it happens often, lower the requests per minute in the Chargebee credential: other integrations share the limit.',
		retried: 'byItself',
	},
	http_5xx: {
		class: 'outage',
		message,
		meaning:
			'Chargebee, or a proxy before it, is in trouble (HTTP 500, 502, 503, 504). Reads are repeated; before a write is repeated, the sync looks whether it was applied.',
		action: 'Nothing to fix in the record: run again. If it lasts, see status.chargebee.com.',
		retried: 'byItself',
	},
	http_other: {
		class: 'outage',
		message,
		meaning:
			'The answer is not Chargebee’s JSON: a log-in page, a proxy’s or firewall’s own page, or a redirect.',
		action:
			'This answer is not one of Chargebee: check the base URL in the credential, and what stands between n8n and Chargebee (proxy, firewall), then run again.',
		retried: 'nextRun',
	},
	http_unreadable: {
		class: 'outage',
		message,
		meaning:
			'Chargebee said "OK", but the answer is cut or not its JSON. A write may have been applied: the sync reads the record before it writes again.',
		action:
			'Run again: the next run looks first what Chargebee has. If it lasts, check what stands between n8n and Chargebee (proxy, firewall).',
		retried: 'byItself',
	},
	unknown_code: {
		class: 'rejected',
		message,
		meaning: 'Chargebee refused the request with a code this version of the package does not know.',
		action: 'Correct {field} in CloudSuite or in the mapping, then run again.',
		retried: 'never',
	},
} as const satisfies Catalogue;

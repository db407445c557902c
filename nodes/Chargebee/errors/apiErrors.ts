import type { Catalogue } from '../../shared/errors/types';

/** Every failed answer is reported in Chargebee's own words, with its code and status. */
const message = 'Chargebee: {said}{where} [{code}, HTTP {status}]';
const RUN_AGAIN = 'Nothing to fix in the record: run again.';
const CORRECT = 'Correct {field} in CloudSuite or in the mapping, then run again.';
const PAYMENT =
	'The sync never takes payments: look at the payment method and the gateway of the customer in Chargebee.';

/**
 * Chargebee's error codes, all of its API v2. https://apidocs.chargebee.com/docs/api/error-handling,
 * list of codes: https://github.com/chargebee/openapi
 */
export const API_ERRORS = {
	param_wrong_value: {
		class: 'rejected',
		message,
		meaning: 'A value is missing, too long, of the wrong kind or not allowed for this field.',
		action: CORRECT,
		retried: 'never',
	},
	invalid_request: {
		class: 'rejected',
		message,
		meaning:
			'The request as a whole does not make sense to Chargebee, e.g. values that exclude each other.',
		action: CORRECT,
		retried: 'never',
	},
	duplicate_entry: {
		class: 'conflict',
		message,
		meaning:
			'Another record of the site has this value already. When it is the ID of a record the sync was about to create, another run was faster or an earlier answer was lost: the sync reads that record and goes on with it, and nobody sees this message.',
		action:
			'Another record has this {field} already. Choose a name policy that makes it unique, or rename one of the two in Chargebee or CloudSuite, then run again.',
		retried: 'never',
	},
	configuration_incompatible: {
		class: 'configuration',
		message,
		meaning: 'The site is on Product Catalog 1.0, or lacks the feature that was asked for.',
		action:
			'This site is on Product Catalog 1.0, or the feature is not enabled: ask Chargebee to enable it.',
		retried: 'never',
	},
	resource_limit_exhausted: {
		class: 'rejected',
		message,
		meaning: 'A limit of the site or of the record named is used up.',
		action: 'Raise the limit of what is named in Chargebee, or ask its support, then run again.',
		retried: 'never',
	},
	resource_limit_exceeded: {
		class: 'rejected',
		message,
		meaning: 'The site has as many records of this kind as its plan allows.',
		action:
			'Archive or delete what is no longer used in Chargebee, or ask its support for a higher limit, then run again.',
		retried: 'never',
	},
	payment_processing_failed: {
		class: 'rejected',
		message,
		meaning: 'The payment gateway did not collect a payment.',
		action: PAYMENT,
		retried: 'never',
	},
	payment_method_verification_failed: {
		class: 'rejected',
		message,
		meaning: 'The payment gateway did not accept the card or account of the customer.',
		action: PAYMENT,
		retried: 'never',
	},
	payment_method_not_present: {
		class: 'rejected',
		message,
		meaning: 'The customer has no payment method, and what was asked for needs one.',
		action: PAYMENT,
		retried: 'never',
	},
	payment_gateway_currency_incompatible: {
		class: 'rejected',
		message,
		meaning: 'No payment gateway of the site takes this currency.',
		action: PAYMENT,
		retried: 'never',
	},
	payment_intent_invalid: {
		class: 'rejected',
		message,
		meaning: 'The payment intent that was given is expired, used or of another customer.',
		action: PAYMENT,
		retried: 'never',
	},
	payment_intent_invalid_amount: {
		class: 'rejected',
		message,
		meaning: 'The payment intent that was given is for another amount.',
		action: PAYMENT,
		retried: 'never',
	},
	'gateway.*': {
		class: 'rejected',
		message,
		meaning:
			'The payment gateway behind Chargebee refused; Chargebee passes its reason on, e.g. gateway.card_declined.',
		action: PAYMENT,
		retried: 'never',
	},
	api_authentication_failed: {
		class: 'auth',
		message,
		meaning: 'Chargebee does not know the API key.',
		action:
			'Check the API key in the Chargebee credential: it may be disabled, deleted or of another site.',
		retried: 'never',
	},
	basic_authentication_failed: {
		class: 'auth',
		message,
		meaning: 'The API key did not arrive as user name of the request.',
		action:
			'Check the API key in the Chargebee credential, and that no proxy between n8n and Chargebee removes it.',
		retried: 'never',
	},
	api_authorization_failed: {
		class: 'auth',
		message,
		meaning: 'The API key is known, but may not do this: it may only read, say.',
		action: 'Use a full-access API key in the Chargebee credential: this one may not do that.',
		retried: 'never',
	},
	request_blocked: {
		class: 'auth',
		message,
		meaning:
			'Chargebee blocks requests of this site or from this caller; the API does not say why.',
		action: 'Ask Chargebee why the site or its API is blocked.',
		retried: 'never',
	},
	resource_not_found: {
		class: 'rejected',
		message,
		meaning:
			'The record, or one it refers to, is not in Chargebee: deleted meanwhile, never there, or misspelt.',
		action:
			'Check {field}: what it refers to is not in Chargebee. If somebody has just deleted it, run again.',
		retried: 'never',
	},
	site_not_found: {
		class: 'configuration',
		message,
		meaning: 'There is no Chargebee site of that name.',
		action: 'Check the site name (or the base URL) in the Chargebee credential.',
		retried: 'never',
	},
	http_method_not_supported: {
		class: 'rejected',
		message,
		meaning:
			'That path does not take this kind of request; a redirect or a proxy may have changed it.',
		action:
			'Check method and path of the API request, and the base URL in the Chargebee credential.',
		retried: 'never',
	},
	invalid_state_for_request: {
		class: 'rejected',
		message,
		meaning: 'The state of the record does not allow it, e.g. because it is archived or in use.',
		action:
			'Look at the record in Chargebee: bring it into a state that allows the change, or take it out of the sync.',
		retried: 'never',
	},
	unable_to_process_request: {
		class: 'conflict',
		message,
		meaning:
			'Another run wrote to this record at the same moment: Chargebee refuses a second, different use of the same idempotency key.',
		action: 'Another run wrote to this record at the same moment: run again.',
		retried: 'nextRun',
	},
	api_request_limit_exceeded: {
		class: 'throttled',
		message,
		meaning:
			'The site got more requests per minute than its plan allows, from all integrations together. The sync waits as long as Chargebee says and sends the request again, up to ten times.',
		action:
			'Run again later. If it happens often, lower the requests per minute in the Chargebee credential: other integrations share the limit.',
		retried: 'byItself',
	},
	lock_timeout: {
		class: 'throttled',
		message,
		meaning:
			'Something else was writing to this very record. The sync repeats this request alone, up to five times, and does not slow down for the others.',
		action: 'Run again later: something else keeps writing to this record.',
		retried: 'byItself',
	},
	third_party_api_request_limit_exceeded: {
		class: 'throttled',
		message,
		meaning:
			'A service Chargebee asks on its part (tax, payment, accounting) got too many requests. The sync waits and sends the request again, up to ten times.',
		action:
			'Run again later. If it happens often, lower the requests per minute in the Chargebee credential.',
		retried: 'byItself',
	},
	internal_error: {
		class: 'outage',
		message,
		meaning:
			'An error inside Chargebee. Reads are repeated; before a write is repeated, the sync looks whether it was applied.',
		action: RUN_AGAIN,
		retried: 'byItself',
	},
	internal_temporary_error: {
		class: 'outage',
		message,
		meaning: 'A passing error inside Chargebee; repeated like internal_error.',
		action: RUN_AGAIN,
		retried: 'byItself',
	},
	db_connection_failure: {
		class: 'outage',
		message,
		meaning: 'Chargebee’s database could not be reached; repeated like internal_error.',
		action: RUN_AGAIN,
		retried: 'byItself',
	},
	site_not_ready: {
		class: 'outage',
		message,
		meaning: 'Chargebee says that the site can not be used at the moment.',
		action: 'Nothing to fix in the record: run again later. If it lasts, ask Chargebee.',
		retried: 'byItself',
	},
	site_read_only_mode: {
		class: 'outage',
		message,
		meaning:
			'The site is in read-only mode, e.g. during a maintenance: writing does not work, reading may.',
		action:
			'Nothing to fix in the record: run again when the site can be written again, see status.chargebee.com.',
		retried: 'byItself',
	},
} as const satisfies Catalogue;

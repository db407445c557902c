import type { Catalogue } from '../../shared/errors/types';

/** What the Test button of the credential shows, message and action in one text. */
export const CREDENTIAL_ERRORS = {
	test_key_unknown: {
		class: 'auth',
		message: 'Chargebee does not know this API key.',
		meaning: 'The key was typed wrongly, is disabled, or belongs to another site (HTTP 401).',
		action: 'Copy it again from Settings > Configure Chargebee > API Keys of this very site.',
		retried: 'never',
	},
	test_key_may_not_read: {
		class: 'auth',
		message: 'This API key may not read customers.',
		meaning: 'The key is known, but restricted, e.g. a publishable one (HTTP 403).',
		action: 'Use a full-access key.',
		retried: 'never',
	},
	test_site_unknown: {
		class: 'configuration',
		message: 'There is no Chargebee site with this name.',
		meaning: 'Nothing answers for that site name or base URL (HTTP 404).',
		action: 'Enter the part of the address before .chargebee.com, e.g. acme or acme-test.',
		retried: 'never',
	},
} as const satisfies Catalogue;

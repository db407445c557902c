import type { Catalogue } from '../../shared/errors/types';

/** What was found wrong with one value before anything was sent; `invalid_values` puts the findings of a record together. */
const action = 'Correct {field} in CloudSuite or in the mapping; the record was not sent.';
const MAP_CODE =
	'Map the code under Code Mappings of the CloudSuite node, or correct it in CloudSuite; the record was not sent.';
const CHECKED = 'Checked before anything is sent.';

export const VALUE_ERRORS = {
	invalid_values: {
		class: 'invalid',
		message: '{record}: {problems}.',
		meaning:
			'One or more values of the record can not be right; each is named with its field. The record was not sent at all, so nothing of it is half done.',
		action: 'Correct {fields} in CloudSuite or in the mapping; the record was not sent.',
		retried: 'never',
	},
	key_missing: {
		class: 'invalid',
		message: '{field} is empty',
		meaning:
			'Without the key nobody can tell which CloudSuite record it is, and the next run would create it again.',
		action:
			'Give the key of the source record under "CloudSuite Key": the field "key" of what the CloudSuite node puts out.',
		retried: 'never',
	},
	key_malformed: {
		class: 'invalid',
		message: '{field} "{value}" is not of the form product:tenant:company:ID',
		meaning:
			'The ID of a new Chargebee record is made of the key: one of another form could be the ID of a stranger.',
		action: 'Give the key as the CloudSuite node puts it out, e.g. ln:ACME_PRD:1300:C000123.',
		retried: 'never',
	},
	value_missing: {
		class: 'invalid',
		message: '{field} is missing',
		meaning: 'Chargebee can not create such a record without this field.',
		action,
		retried: 'never',
	},
	value_not_text: {
		class: 'invalid',
		message: '{field} is {kind}, not a text',
		meaning: 'A list or an object was mapped to a field that takes one value.',
		action: 'Map one value to {field}; the record was not sent.',
		retried: 'never',
	},
	value_too_long: {
		class: 'invalid',
		message: '{field} has {length} characters, Chargebee takes {limit}',
		meaning: 'Nothing is ever cut off silently: a shortened name or number would be another one.',
		action: 'Shorten {field} in CloudSuite or in the mapping; the record was not sent.',
		retried: 'never',
	},
	value_half_character: {
		class: 'invalid',
		message: '{field} has half a character in it',
		meaning:
			'The text was cut in the middle of a character, e.g. of a rare Chinese one; the half can not be sent.',
		action,
		retried: 'never',
	},
	value_not_email: {
		class: 'invalid',
		message: '{field} "{value}" is not an e-mail address',
		meaning: 'Checked with Chargebee’s own rule, before anything is sent.',
		action,
		retried: 'never',
	},
	value_not_country: {
		class: 'invalid',
		message:
			'{field} "{value}" is not an ISO 3166 country code: map it under Code Mappings of the CloudSuite node',
		meaning:
			'CloudSuite has country codes of its own; Chargebee takes the two letters of ISO 3166.',
		action: MAP_CODE,
		retried: 'never',
	},
	value_not_currency: {
		class: 'invalid',
		message:
			'{field} "{value}" is not an ISO 4217 currency code: map it under Code Mappings of the CloudSuite node',
		meaning:
			'CloudSuite has currency codes of its own; Chargebee takes the three letters of ISO 4217.',
		action: MAP_CODE,
		retried: 'never',
	},
	value_not_language: {
		class: 'invalid',
		message:
			'{field} "{value}" is not a language code such as en or pt-BR: map it under Code Mappings of the CloudSuite node',
		meaning: 'CloudSuite has language codes of its own; Chargebee takes codes like de or pt-BR.',
		action: MAP_CODE,
		retried: 'never',
	},
	value_not_number: {
		class: 'invalid',
		message: '{field} "{value}" is not a number',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_integer: {
		class: 'invalid',
		message: '{field} "{value}" is not a whole number',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_boolean: {
		class: 'invalid',
		message: '{field} "{value}" is not true or false',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_choice: {
		class: 'invalid',
		message: '{field} "{value}" is not one of {choices}',
		meaning: 'The field takes these values only.',
		action,
		retried: 'never',
	},
	value_not_date: {
		class: 'invalid',
		message: '{field} "{value}" is not a date',
		meaning: 'Dates are taken as ISO 8601, e.g. 2026-01-31 or 2026-01-31T08:00:00Z.',
		action,
		retried: 'never',
	},
	value_too_small: {
		class: 'invalid',
		message: '{field} {value} is less than {least}',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_too_large: {
		class: 'invalid',
		message: '{field} {value} is too large a number',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_url: {
		class: 'invalid',
		message: '{field} "{value}" is not a web address that begins with https://',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_tiers: {
		class: 'invalid',
		message: '{field} is not a list of tiers with starting_unit, ending_unit and price',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	tiers_do_not_meet: {
		class: 'invalid',
		message: '{field}: {problem}',
		meaning: 'Tiers go from 1 on without a gap, and the last one has no end.',
		action,
		retried: 'never',
	},
	value_not_identifiers: {
		class: 'invalid',
		message: '{field} is not a list of identifiers with scheme and value',
		meaning: CHECKED,
		action,
		retried: 'never',
	},
	value_not_object: {
		class: 'invalid',
		message: '{field} is not a JSON object',
		meaning: 'Metadata is made of named values.',
		action,
		retried: 'never',
	},
	value_reserved: {
		class: 'invalid',
		message: '{field} is written by the sync itself',
		meaning: 'The CloudSuite key of the record is kept there.',
		action: 'Take {field} out of the mapping; the record was not sent.',
		retried: 'never',
	},
	custom_field_unknown: {
		class: 'invalid',
		message: '{field} is not a custom field of this Chargebee site',
		meaning:
			'Chargebee refuses values for fields it does not know. The site was asked for its custom fields at the start of the run.',
		action:
			'Correct the name in the mapping, or create the custom field in Chargebee under Settings > Custom Fields; the record was not sent.',
		retried: 'never',
	},
	amount_unreadable: {
		class: 'invalid',
		message: '{field} is refused: {problem}',
		meaning:
			'Prices are converted to whole minor units of their currency; a finer amount would have to be rounded, and rounding prices is a decision.',
		action,
		retried: 'never',
	},
	amount_negative: {
		class: 'invalid',
		message: '{field} is negative',
		meaning: 'Chargebee takes no negative prices.',
		action,
		retried: 'never',
	},
	amount_without_currency: {
		class: 'invalid',
		message: '{field} needs a currency_code',
		meaning: 'How many decimals an amount has depends on its currency.',
		action: 'Map a currency_code, or give amounts in minor units; the record was not sent.',
		retried: 'never',
	},
	parent_not_given: {
		class: 'invalid',
		message: '{field} is not given',
		meaning: 'Without it Chargebee does not take the record.',
		action: 'Set the CloudSuite key or the Chargebee ID of the {field}; the record was not sent.',
		retried: 'never',
	},
	period_missing: {
		class: 'invalid',
		message: '{field} is missing: the item is a {type}, which recurs',
		meaning: 'Prices of plans and addons recur, those of charges do not.',
		action: 'Map {field}, or set the period of new prices in the node; the record was not sent.',
		retried: 'never',
	},
	pricing_mismatch: {
		class: 'invalid',
		message: '{field} {problem} pricing model {model}',
		meaning: 'Flat fee and per unit have one price; tiered, volume and stairstep have tiers.',
		action:
			'Map what the pricing model needs, or correct the pricing model; the record was not sent.',
		retried: 'never',
	},
} as const satisfies Catalogue;

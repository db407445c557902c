import type { Catalogue } from '../../shared/errors/types';

/** What is wrong with a question, whichever product it is for. */
export const READ_ERRORS = {
	unknown_product: {
		class: 'invalid',
		message: 'There is no product "{product}"',
		meaning: 'The product was given by an expression, and is none this node can read.',
		action: 'Choose one from the list under Product.',
		retried: 'never',
	},
	master_not_found: {
		class: 'invalid',
		message: '{product} company {company} has no {one} {id}',
		meaning: 'Nothing has this code, with or without blanks around it.',
		action:
			'Check ID and company. An item of an LN project is written with the project before it, e.g. PRJ000007/AX-2040. Data authorisations of the service account can hide records, too.',
		retried: 'never',
	},
	master_ambiguous: {
		class: 'invalid',
		message:
			'{product} company {company} has {one} {id} {count} times, in codes that differ in blanks only',
		meaning:
			'Codes may be kept with blanks, and several are the same but for these; or several of the companies named have one.',
		action: 'Enter the code with its blanks, and one company only.',
		retried: 'never',
	},
	date_wrong: {
		class: 'invalid',
		message: '"{field}" is not a date: {value}',
		meaning: 'The field could not be read.',
		action: 'Give a date like 2026-01-31 or 2026-01-31T08:00:00Z.',
		retried: 'never',
	},
	known_records_not_rows: {
		class: 'invalid',
		message: '"Known Records" is not a list of rows',
		meaning:
			'"Only Changed" compares with the rows an earlier run left. Taking something else for "none" would send everything again.',
		action:
			'Give an array of objects with source_key, source_hash, outcome and chargebee_id: the rows of the ledger.',
		retried: 'never',
	},
	undated: {
		class: 'invalid',
		message:
			'{count} {many} have no date of change ({ids}): "Modified Since" and the trigger never find them',
		meaning:
			'A hint, no failure. Records that were never changed since an import may have no date. Lists without that filter have them.',
		action:
			'Read all from time to time with "Only Changed", e.g. once a night; or save these records once in CloudSuite, which gives them a date.',
		retried: 'never',
	},
	slice_place_unknown: {
		class: 'invalid',
		message: '"After" is no place in the {many} of {companies}: {after}',
		meaning:
			'A slice begins behind the one before, at the place that one names as "next". This is none, or one in a company that is not read any more.',
		action: 'Give the "next" of the slice before, or nothing to begin at the front.',
		retried: 'never',
	},
	slice_stuck: {
		class: 'outage',
		message:
			'The slice of {many} of {company} behind {after} ends where it begins: {product} does not get on',
		meaning:
			'The next slice would be this one again, and a loop over slices would never end. Stopping here as if it were the last one would miss records.',
		action:
			'Nothing of it was used. Run again; if it stays, choose another way of paging or a larger slice, and give the message to your Infor administrator.',
		retried: 'nextRun',
	},
	path_outside: {
		class: 'invalid',
		message: 'The path {path} leads out of the tenant',
		meaning: 'An API request goes to the tenant of the credential only: the token opens all of it.',
		action: 'Give a path without a host and without "..".',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from '../../shared/errors/types';

/** What ends or hampers a run against Chargebee, and single reads and writes of it. */
export const RUN_ERRORS = {
	records_need_attention: {
		class: 'conflict',
		message: '{count} of {total} records need attention: {reason}',
		meaning:
			'The node has no error output, so it ends with an error after all records were worked through. The message is the one of the first record in trouble, with its own class.',
		action:
			'{action} All other records were worked through ({summary}). Set "On Error" to "Continue (using error output)" to get a row per record.',
		retried: 'nextRun',
	},
	run_ended_early: {
		class: 'outage',
		message: 'The run ended before this record was looked at.',
		meaning: 'Nothing was decided about the record and nothing was written.',
		action: 'Run again.',
		retried: 'nextRun',
	},
	writing_stopped: {
		class: 'outage',
		message: 'Not attempted, because writing was stopped: {reason}',
		meaning:
			'The key or the set-up was refused, or five writes in a row failed: then the rest of the run would fail too, and a server in trouble is left alone.',
		action: '{action}',
		retried: 'nextRun',
	},
	answer_lost: {
		class: 'outage',
		message:
			'Chargebee gave no good answer to this write, several times in a row: the connection was cut, or the site is in trouble.',
		meaning:
			'A write was sent, its answer was lost or an error of the server (HTTP 5xx), and the sync looked and tried again as often as is reasonable. It may have been applied after all.',
		action:
			'Run again: the next run looks first what Chargebee has. If it lasts, check the network and status.chargebee.com.',
		retried: 'byItself',
	},
	half_written: {
		class: 'outage',
		message: '{reason} The {done} was written, the {missing} was not; the next run repairs it.',
		meaning:
			'Some changes take two calls (customer; billing address and VAT number), and the second failed. The row has the class and the action of what failed.',
		action: '{action}',
		retried: 'nextRun',
	},
	write_unexpected: {
		class: 'outage',
		message: 'The write ended unexpectedly, it may have been applied: {problem}',
		meaning: 'Neither an answer of Chargebee nor a known network failure came of a write.',
		action: 'Run again: the next run looks first what Chargebee has.',
		retried: 'nextRun',
	},
	not_a_list: {
		class: 'outage',
		message: "Chargebee's answer to {path} is not a list",
		meaning: 'A proxy or a log-in page answered instead, or the answer was cut.',
		action: 'A proxy or log-in page may have answered instead. Nothing was skipped; run again.',
		retried: 'nextRun',
	},
	same_page_twice: {
		class: 'outage',
		message: 'Chargebee gave the same page of {path} twice',
		meaning:
			'Reading on would never end, and stopping would miss records: they would be created again.',
		action: 'The list can not be read to its end, so nothing was decided. Run again.',
		retried: 'nextRun',
	},
	filter_ignored: {
		class: 'configuration',
		message: 'Chargebee ignored the filter {filter} and answered with other {records}',
		meaning:
			'Chargebee answers with unfiltered records when it does not know a filter, e.g. of a custom field that is not searchable. They are never taken for the result.',
		action:
			'Read all {records} and filter them in n8n instead, or ask Chargebee to make the field searchable.',
		retried: 'never',
	},
	filter_replaced: {
		class: 'configuration',
		message:
			'Chargebee ignored the filter {filter} and answered with other {records}; the whole list was read instead.',
		meaning: 'A hint, no failure: the result is right, it took more calls.',
		action: 'Nothing has to be done. To save calls, ask Chargebee to make the field searchable.',
		retried: 'never',
	},
	key_not_searchable: {
		class: 'configuration',
		message: 'Chargebee can not be asked for the {key}, so it was not used to find {records}.',
		meaning:
			'A hint, no failure: a record that only this key would have found may have been missed.',
		action: 'Set "Search Before Creating" to "Completely" to use it.',
		retried: 'never',
	},
	setting_differs: {
		class: 'invalid',
		message: '"{setting}" is not the same for all items',
		meaning: 'The setting counts for the whole run, and an expression gave several values.',
		action:
			'It counts for the whole run: set it, or give one value for all items. Nothing was written.',
		retried: 'never',
	},
	unknown_ruled_field: {
		class: 'invalid',
		message: 'The field rule for "{field}" is for no field of a Chargebee {name}',
		meaning: 'A rule for a field that does not exist would protect nothing.',
		action:
			"Use Chargebee's name of the field as the mapping shows it, e.g. email or billing_address_city. Nothing was written.",
		retried: 'never',
	},
	unknown_match_key: {
		class: 'invalid',
		message: '"{field}" is not a match key',
		meaning:
			'A key less to match by would find fewer records and create them again, so it is an error.',
		action: 'Use one of {choices}.',
		retried: 'never',
	},
	catalog_not_supported: {
		class: 'configuration',
		message: 'This Chargebee site is on Product Catalog 1.0, which has no {records}',
		meaning:
			'Items and item prices exist in Product Catalog 2.0 only; the site was asked once at the start of the run.',
		action:
			'Ask Chargebee to move the site to Product Catalog 2.0. Customers and contacts can be synced until then. Nothing was written.',
		retried: 'never',
	},
	environment_mismatch: {
		class: 'configuration',
		message: 'The credential is declared as {declared}, but its site {site} is a {actual} site',
		meaning: 'A guard against writing test data to a live site and the other way round.',
		action: 'Choose the right credential, or correct its environment. Nothing was written.',
		retried: 'never',
	},
	record_not_found: {
		class: 'invalid',
		message: 'Chargebee has no {name} {id}',
		meaning: 'There is no such record, or it was deleted.',
		action: 'Check the ID: it is case-sensitive.',
		retried: 'never',
	},
	belongs_to_another_key: {
		class: 'conflict',
		message: 'That {name} belongs to {owner}',
		meaning: 'Two CloudSuite keys lead to one ID; the record carries the other.',
		action: 'The two keys differ in their tenant: check the CloudSuite key.',
		retried: 'never',
	},
	unexpected_records: {
		class: 'outage',
		message: "Chargebee's list {path} holds something else than {records}",
		meaning: 'An entry of the list has not the form the API documents.',
		action: 'Run again. If it lasts, look at what stands between n8n and Chargebee.',
		retried: 'nextRun',
	},
	filter_wrong: {
		class: 'invalid',
		message: '{filter}: {problem}',
		meaning: 'The value of a filter is none Chargebee could be asked for.',
		action: 'Correct the filter; nothing was asked.',
		retried: 'never',
	},
	key_not_carried: {
		class: 'invalid',
		message: 'Chargebee has no {name} that carries {sourceKey}',
		meaning:
			'No record has this CloudSuite key in its metadata or custom field, as far as was looked.',
		action: '{hint}',
		retried: 'never',
	},
	key_carried_twice: {
		class: 'conflict',
		message: '{count} {records} carry {sourceKey}: {ids}',
		meaning: 'The key was written into several records, by hand or by a copy.',
		action: 'Leave the key on the one that is right, in its metadata and custom field.',
		retried: 'never',
	},
	email_not_found: {
		class: 'invalid',
		message: 'Chargebee has no customer with the email {email}',
		meaning: 'Neither as it was entered nor in small letters.',
		action: 'Contacts of a customer have emails of their own, which can not be searched.',
		retried: 'never',
	},
	period_upside_down: {
		class: 'invalid',
		message: '"Before" is not later than "From"',
		meaning: 'No document can be dated between them.',
		action: 'Correct one of the two dates.',
		retried: 'never',
	},
	summary_not_possible: {
		class: 'outage',
		message: 'A summary can not be made: {problem}',
		meaning: 'A document has no amount, customer or currency that can be read.',
		action:
			'Nothing was summed up, so that no amount is missing unnoticed. Look at the document in Chargebee.',
		retried: 'nextRun',
	},
	delete_not_confirmed: {
		class: 'invalid',
		message: '{name} {id} was not deleted: the confirmation does not match',
		meaning: 'Deleting can not be undone, so the ID has to be given a second time.',
		action: 'Repeat the ID in the confirmation if {id} is really meant.',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from '../../shared/errors/types';

const INSTEAD =
	'Use the template "Sync customers" (or "Sync items"), which reads on a schedule and keeps what it knows in a Data Table.';

/** What can keep the trigger from telling changes. */
export const TRIGGER_ERRORS = {
	start_date_missing: {
		class: 'invalid',
		message: '"Start Date" is missing',
		meaning: 'The trigger is to begin with a date, and none is given.',
		action: 'Enter the date from which changes are wanted, or start from now or with everything.',
		retried: 'never',
	},
	start_date_useless: {
		class: 'invalid',
		message: '{product} keeps no date of change for {many}: the trigger can not start from a date',
		meaning: 'Changes of these records are found by reading all of them and comparing.',
		action:
			'Choose "From Now On" or "With Everything" under Start. For customers of LN a column can be named under "Changed By" in the options, if the tenant has added one; CSI has a date unless it is named under "Properties Left Out".',
		retried: 'never',
	},
	too_many_to_compare: {
		class: 'invalid',
		message:
			'Company {company} has {count} {many}; the trigger compares at most {most}, because n8n stores what it has seen with the workflow',
		meaning:
			'This product keeps no date of change, so all records are compared with what the trigger has delivered.',
		action: INSTEAD,
		retried: 'never',
	},
	too_many_to_remember: {
		class: 'invalid',
		message:
			'{count} {many} of company {company} changed in too short a time: the trigger remembers at most {most}, because n8n stores what it has delivered with the workflow',
		meaning:
			'What changed within the overlap is read again at each poll, so it is remembered. A table that was loaded or published anew has all of its rows changed at once; and where a source can not be read on behind a record, all that the first pass has delivered is remembered.',
		action: `Read them with "Get Slice" once, then switch the workflow off and on again with "From Now On" under Start. ${INSTEAD}`,
		retried: 'never',
	},
	source_empty: {
		class: 'configuration',
		message: 'Company {company} has no {many} any more, where {count} were seen before',
		meaning:
			'All at once nothing is there. A lost permission or a service that was switched off looks like that, so it is not taken for "all were deleted".',
		action:
			'Check the permissions of the service account. If they are all gone indeed, switch the workflow off and on again with another Start.',
		retried: 'nextRun',
	},
	poll_too_slow: {
		class: 'configuration',
		message:
			'Reading the changes of {many} in company {company} takes longer than n8n gives a poll: nothing of it was used',
		meaning:
			'n8n ends a poll after five minutes, or after less where its scheduler is set up so. The trigger stops before, so that it can say why.',
		action: `Choose a larger page size in the options, or raise "Requests per Minute" in the credential. ${INSTEAD}`,
		retried: 'nextRun',
	},
	nothing_to_show: {
		class: 'invalid',
		message: 'Company {company} has no {many} that match',
		meaning: 'A test event shows a few records as they are now, and there are none.',
		action: 'Check company and filters.',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from '../../shared/errors/types';

const REPAIR = 'Send {sourceKey} through Create or Update.';
const NEVER_DELETED = 'Reconcile only reports, and the sync never deletes.';

/** What Reconcile finds. None of it is a failure of the run. */
export const RECONCILE_ERRORS = {
	only_in_cloudsuite: {
		class: 'conflict',
		message: 'Chargebee has no {name} of {sourceKey}.',
		meaning:
			'The record was never sent, was refused, or was deleted in Chargebee and its ID is free again. All of Chargebee was read.',
		action: REPAIR,
		retried: 'nextRun',
	},
	differs: {
		class: 'conflict',
		message: 'Chargebee {name} {id} differs from {sourceKey} in {fields}.',
		meaning:
			'Somebody changed it in Chargebee, or CloudSuite changed and the record was not sent since.',
		action: `${REPAIR} A field that belongs to Chargebee gets the field rule "Never".`,
		retried: 'nextRun',
	},
	not_linked_yet: {
		class: 'conflict',
		message: 'Chargebee {name} {id} matches {sourceKey} by {matchedBy}, and is not linked yet.',
		meaning: 'It was entered by hand, or lost its CloudSuite key.',
		action: `If it is the same, send {sourceKey} through Create or Update: it is linked and brought up to date. If not, decide about it in a review.`,
		retried: 'nextRun',
	},
	only_in_chargebee: {
		class: 'conflict',
		message: 'Chargebee {name} {id} carries {sourceKey}, which is not in the input.',
		meaning: `The record is no longer in CloudSuite, or is hidden from the account that reads there, or the input was filtered. ${NEVER_DELETED}`,
		action:
			'If CloudSuite no longer has it, archive it or end its use in Chargebee. If it was only left out of the input, nothing has to be done.',
		retried: 'never',
	},
	only_in_chargebee_by_id: {
		class: 'conflict',
		message:
			'Chargebee {name} {id} has an ID as the sync gives it, carries no CloudSuite key, and is of no record of the input.',
		meaning: `The sync made it (or somebody copied the form of its IDs), and its record is no longer in the input. ${NEVER_DELETED}`,
		action:
			'If CloudSuite no longer has it, archive it or end its use in Chargebee. If it was only left out of the input, nothing has to be done.',
		retried: 'never',
	},
	only_in_chargebee_unkeyed: {
		class: 'conflict',
		message:
			'Chargebee {name} {id} carries no CloudSuite key, and nothing of the input matches it.',
		meaning: 'It was entered in Chargebee by hand or by another system. Listed because asked for.',
		action:
			'If CloudSuite has it under other values, decide link in a review. If it belongs to Chargebee alone, nothing has to be done.',
		retried: 'never',
	},
	reconcile_without_input: {
		class: 'conflict',
		message:
			'No input item has a CloudSuite key, while {count} Chargebee {records} carry one: nothing was compared',
		meaning:
			'A guard: a source that could not be read, or a wrong filter, looks as if all records were gone from CloudSuite.',
		action: 'Look whether the source was read, and whether "CloudSuite Key" is mapped.',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from '../../shared/errors/types';

const NOTHING_SENT = 'The record was not sent.';

/** Decisions a person made after a review, and why one can not be carried out. */
export const DECISION_ERRORS = {
	ignored_by_decision: {
		class: 'invalid',
		message: '{sourceKey} was left out: "Decision" says ignore.',
		meaning:
			'Somebody decided so in a review; who is not known to the node. Nothing was asked or written. Such a record is no failure.',
		action: 'Nothing has to be done. To have it synced after all, empty its decision.',
		retried: 'never',
	},
	decision_unknown: {
		class: 'invalid',
		message: '{field} "{value}" is none of {words}',
		meaning: 'A decision is one of three words, or empty. Nothing is guessed.',
		action: `Correct {field}, or empty it to let the match keys decide. ${NOTHING_SENT}`,
		retried: 'never',
	},
	decision_without_id: {
		class: 'invalid',
		message: '{field} is link, and "Decision ID" is empty',
		meaning: 'Somebody decided to link the record, but not to which one.',
		action: `Enter the Chargebee ID to link to beside {field}. ${NOTHING_SENT}`,
		retried: 'never',
	},
	decision_id_unexpected: {
		class: 'invalid',
		message: '{field} is not link, but "Decision ID" is {id}',
		meaning: 'The two contradict each other; linking or creating would be a guess.',
		action: `Set {field} to link, or empty the ID. ${NOTHING_SENT}`,
		retried: 'never',
	},
	decided_record_missing: {
		class: 'conflict',
		message: '{sourceKey} is to be linked to Chargebee {name} {id}, which does not exist.',
		meaning: 'There is no record with this ID: it was mistyped, or is gone for good.',
		action: 'Correct "Decision ID" (it is case-sensitive), or choose another decision.',
		retried: 'never',
	},
	decided_record_deleted: {
		class: 'conflict',
		message: '{sourceKey} is to be linked to Chargebee {name} {id}, which was deleted.',
		meaning: 'Nothing can be linked to a deleted record.',
		action: 'Choose another {name} as "Decision ID", or decide create.',
		retried: 'never',
	},
	decided_record_taken: {
		class: 'conflict',
		message: '{sourceKey} is to be linked to Chargebee {name} {id}, which belongs to {owner}.',
		meaning: 'A link is never taken from another CloudSuite record, whoever decided so.',
		action:
			'Choose another {name} as "Decision ID". If {id} really belongs to {sourceKey}, remove {owner} from its metadata (and custom field) first.',
		retried: 'never',
	},
	decided_other_linked: {
		class: 'conflict',
		message: '{sourceKey} is to be linked to Chargebee {name} {id}, but has {others} already.',
		meaning: 'With a second link, two records would carry the same CloudSuite key.',
		action:
			'If {id} is right, remove {sourceKey} from {others} (or delete it) first; if not, empty the decision.',
		retried: 'never',
	},
	decided_name_taken: {
		class: 'conflict',
		message: '{sourceKey} is to be created, but Chargebee {name} {id} has the name {value}.',
		meaning: 'Chargebee takes each name in the catalog once.',
		action:
			'Decide link with {id} as "Decision ID", rename one of the two, or choose another name policy.',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from '../../shared/errors/types';

/** What the sync finds in Chargebee that it must not decide by itself, and records that wait for others. */
export const CONFLICT_ERRORS = {
	ambiguous: {
		class: 'conflict',
		message: '{count} Chargebee {records} match {sourceKey} by {matchedBy}: {ids}.',
		meaning:
			'Two or more records in Chargebee can be the one. Nothing was written: choosing wrongly would mix two of them up.',
		action:
			'Decide which one is right: {howToMark}, or remove the others in Chargebee. {differences}',
		retried: 'never',
	},
	claimed: {
		class: 'conflict',
		message: 'Chargebee {name} {id} matches by {matchedBy}, but belongs to {owner}.',
		meaning: 'The record is linked to another CloudSuite record, so it is not touched.',
		action:
			'Two CloudSuite records share this {matchedBy}. Correct it in CloudSuite, or take it off the match keys if it is not unique to a {name}.',
		retried: 'never',
	},
	record_deleted: {
		class: 'conflict',
		message: 'Chargebee {name} {id}, linked to {sourceKey}, was deleted in Chargebee.',
		meaning:
			'Somebody deleted the record the sync had linked. It is not created again behind their back.',
		action:
			'If that was meant, take the record out of the sync. If not, create a {name} in Chargebee and {howToMark}, or set "When Deleted or Archived" to "Bring Back".',
		retried: 'never',
	},
	record_deleted_again: {
		class: 'conflict',
		message:
			'The Chargebee {name} of {sourceKey} was deleted, brought back by the sync, and deleted again.',
		meaning: 'A record is brought back once. Whoever deletes it a second time means it.',
		action:
			'Take the record out of the sync. If it is wanted after all, create a {name} in Chargebee and {howToMark}.',
		retried: 'never',
	},
	record_archived: {
		class: 'conflict',
		message: 'Chargebee {name} {id}, linked to {sourceKey}, was archived in Chargebee.',
		meaning:
			'Somebody archived the record the sync had linked. It is not brought back behind their back.',
		action:
			'If that was meant, take the record out of the sync. If not, make it active again in Chargebee, or set "When Deleted or Archived" to "Bring Back".',
		retried: 'never',
	},
	link_not_wanted: {
		class: 'conflict',
		message: 'Chargebee {name} {id} matches {sourceKey} by {matchedBy}, and is not linked yet.',
		meaning: 'The node was told to report matches instead of linking them.',
		action: 'If it is the same, {howToMark}, or set "When Found by a Match Key" to "Link".',
		retried: 'never',
	},
	create_not_wanted: {
		class: 'invalid',
		message: 'Chargebee has no {name} of {sourceKey}, and none shall be created.',
		meaning: 'The node was told to skip what is missing. Such a record is no failure.',
		action: 'To have it created, set "When Missing in Chargebee" to "Create".',
		retried: 'never',
	},
	inactive_and_absent: {
		class: 'invalid',
		message:
			'{sourceKey} is inactive in CloudSuite and Chargebee has no {name} of it: nothing to do.',
		meaning: 'Nothing is created only to be archived or flagged. Such a record is no failure.',
		action: 'Nothing has to be done.',
		retried: 'never',
	},
	same_record_twice: {
		class: 'conflict',
		message: '{sourceKey} came twice in this run; only the first was used.',
		meaning: 'The input holds the same CloudSuite record more than once.',
		action: 'Remove the duplicate from the input.',
		retried: 'never',
	},
	twin: {
		class: 'conflict',
		message:
			'{first}, earlier in this run, wants the same Chargebee record (same id or match value).',
		meaning:
			'Two CloudSuite records lead to one Chargebee record. The first in order gets it, the others wait for a decision.',
		action:
			'Correct the shared value in CloudSuite, or take that match key off the list if it is not unique to a {name}.',
		retried: 'never',
	},
	immutable_field: {
		class: 'conflict',
		message:
			'{sourceKey} wants {changes}, which Chargebee never changes on an existing {name} ({id}).',
		meaning: 'Some fields, e.g. the type of an item, are fixed when the record is created.',
		action:
			'Correct it in CloudSuite or in the mapping. If it is meant, archive {id} in Chargebee and give the new {name} a CloudSuite key of its own.',
		retried: 'never',
	},
	frozen_field: {
		class: 'conflict',
		message:
			'{sourceKey} wants {changes}, which Chargebee does not change once subscriptions or invoices use the {name} ({id}).',
		meaning:
			'Pricing model, currency, period and billing cycles of a price in use stay as they were agreed.',
		action:
			'Correct it in CloudSuite or in the mapping, or set "When a Used Price Would Change" to "Create a New Price".',
		retried: 'never',
	},
	parent_missing: {
		class: 'conflict',
		message: '{sourceKey} waits: its {parentName} {parent} is not in Chargebee.',
		meaning:
			'An item needs its family, a price its item, a contact its customer, a child customer its parent. It was not written yet, or its own write failed. The record itself may be fine.',
		action:
			'Send the {parentName} {parent} first (its own outcome says what is wrong, if something is); this record is written in a later run. If it stands in Chargebee under another ID and without the CloudSuite key, give that ID in the node.',
		retried: 'nextRun',
	},
	parent_deleted: {
		class: 'conflict',
		message: '{sourceKey} waits: its {parentName} {parent} was deleted in Chargebee.',
		meaning: 'Nothing can be hung on a deleted record.',
		action:
			'Take this record out of the sync, or have the {parentName} {parent} created anew ("When Deleted or Archived": "Bring Back"); then it is written in a later run.',
		retried: 'nextRun',
	},
	parent_failed: {
		class: 'conflict',
		message: '{sourceKey} waits: its parent {parentName} {parent} was not written. {reason}',
		meaning:
			'What a record needs could not be written in this run, see its own row. The record itself may be fine, and is written in a later run.',
		action: 'Solve what is said about {parent}; {sourceKey} follows in a later run.',
		retried: 'nextRun',
	},
	parent_circle: {
		class: 'invalid',
		message: '{sourceKey} is, over its parents, its own parent {parentName}.',
		meaning: 'The hierarchy in CloudSuite is a circle; Chargebee takes trees only.',
		action: 'Correct the parents in CloudSuite; none of the circle was sent.',
		retried: 'never',
	},
	parent_archived: {
		class: 'conflict',
		message: '{sourceKey} waits: its {parentName} {parent} is archived in Chargebee.',
		meaning: 'Chargebee takes nothing new for an archived record, e.g. no price for an item.',
		action:
			'Make {parent} active again in Chargebee, or take this record out of the sync; it is written in a later run.',
		retried: 'nextRun',
	},
	too_many_deactivations: {
		class: 'conflict',
		message:
			'{count} of {total} {records} would be deactivated, more than the {limit} % that are allowed; none was.',
		meaning:
			'A guard: a source that was read in part, or with the wrong filter, looks as if most records were gone.',
		action:
			'Look whether the source was read completely. If so many are really meant, raise the limit in the node and run again.',
		retried: 'never',
	},
} as const satisfies Catalogue;

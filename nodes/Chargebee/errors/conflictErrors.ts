import type { Catalogue } from '../../shared/errors/types';

/** What the sync finds in Chargebee that it must not decide by itself, and records that wait for others. */
export const CONFLICT_ERRORS = {
	ambiguous: {
		class: 'conflict',
		message: '{count} Chargebee {records} match {sourceKey} by {matchedBy}: {ids}.',
		meaning:
			'Two or more records in Chargebee can be the one. Nothing was written: choosing wrongly would mix two of them up.',
		action:
			'Decide which one is right: write {sourceKey} into its {metadata} as "cloudsuite", or merge the others into it in Chargebee. {differences}',
		retried: 'never',
	},
	claimed: {
		class: 'conflict',
		message: 'Chargebee {name} {id} matches by {matchedBy}, but belongs to {owner}.',
		meaning: 'The record is linked to another CloudSuite record already, and stays with it.',
		action:
			'Two CloudSuite records share this {matchedBy}. Correct it in CloudSuite, or take it off the match keys if it is not unique to a {name}.',
		retried: 'never',
	},
	gone: {
		class: 'conflict',
		message: 'Chargebee {name} {id}, linked to {sourceKey}, was {state} in Chargebee.',
		meaning:
			'Somebody deleted or archived the record the sync had linked. It is not brought back behind their back.',
		action:
			'If that was meant, take the record out of the sync. If not, create a {name} in Chargebee with {sourceKey} in its {metadata} as "cloudsuite".',
		retried: 'never',
	},
	same_record_twice: {
		class: 'conflict',
		message: '{sourceKey} came twice in this run; only the first was used.',
		meaning: 'Two input items have the same CloudSuite key.',
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
			'Chargebee {name} {id}: {field} is {from} and can not become {to}, it is fixed when the record is created.',
		meaning: 'Chargebee fixes some fields for ever, e.g. the type of an item.',
		action:
			'Put {field} back in CloudSuite or in the mapping, or archive {id} in Chargebee and let the sync create a new {name} under another key.',
		retried: 'never',
	},
	frozen_price: {
		class: 'conflict',
		message:
			'Chargebee item price {id}: {field} is {from} and can not become {to}, the price is in use.',
		meaning:
			'Chargebee does not let prices change that subscriptions or invoices use: what was agreed stays agreed.',
		action:
			'Choose in the node to create a new price for {sourceKey}, or put {field} back in CloudSuite or in the mapping.',
		retried: 'never',
	},
	name_taken: {
		class: 'conflict',
		message: 'Chargebee {name} {id} has the {field} "{value}" already.',
		meaning: 'The value must be unique on the site, and descriptions in CloudSuite repeat.',
		action:
			'Choose in the node to make names unique by the CloudSuite ID, or rename {id} in Chargebee or {sourceKey} in CloudSuite.',
		retried: 'never',
	},
	parent_missing: {
		class: 'invalid',
		message:
			'{sourceKey} needs the {parentName} {parent}, which is neither in Chargebee nor in this run.',
		meaning:
			'An item needs its family, a price its item, a child customer its parent. It was not sent.',
		action:
			'Send {parent} too, in the same run or before. If the reference is wrong, correct it in CloudSuite.',
		retried: 'nextRun',
	},
	parent_failed: {
		class: 'conflict',
		message:
			'{sourceKey} was skipped, because its {parentName} {parent} was not written ({outcome}).',
		meaning:
			'What a record needs could not be written in this run, see its own row. The record itself may be fine, and is written in a later run.',
		action: 'Solve what is said about {parent}; {sourceKey} follows in the next run.',
		retried: 'nextRun',
	},
	parent_circle: {
		class: 'invalid',
		message: '{sourceKey} is its own ancestor: {circle}.',
		meaning: 'The parents go round in a circle, so none can be written first.',
		action: 'Correct the parent of one of them in CloudSuite; none of them was sent.',
		retried: 'never',
	},
	parent_archived: {
		class: 'conflict',
		message: '{sourceKey} needs the {parentName} {parent}, which is {state} in Chargebee.',
		meaning: 'Chargebee takes nothing new below a record that is archived or deleted.',
		action:
			'Reactivate {parent} in Chargebee, or give {sourceKey} another {parentName} in CloudSuite.',
		retried: 'never',
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

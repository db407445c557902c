import type { Catalogue } from '../../shared/errors/types';

/** What is wrong between the node's settings, the tenant and the data of Financials & Supply Management. */
export const FSM_ERRORS = {
	fsm_company_missing: {
		class: 'invalid',
		message: 'The finance enterprise group is missing',
		meaning:
			'The value of the company field is part of every record’s key, and only records with it are read.',
		action:
			'Enter the finance enterprise group. Which field holds it is set under "Company Field" in the options.',
		retried: 'never',
	},
	fsm_company_wrong: {
		class: 'invalid',
		message: '"{company}" can not be a finance enterprise group: it has a colon',
		meaning: 'Keys are written with colons between their parts, so none may stand inside of one.',
		action: 'Enter the code of the group, not a name or a path.',
		retried: 'never',
	},
	fsm_key_fields_missing: {
		class: 'invalid',
		message: 'No key fields are named for class {class}',
		meaning: 'Records are told from each other by the fields of their key.',
		action: 'Enter the fields under "Key Fields" in the options, separated by commas.',
		retried: 'never',
	},
	fsm_name_not_mapped: {
		class: 'invalid',
		message: 'The field mapping of class {class} says nothing about the name',
		meaning: 'A customer or item without a name is of no use to anybody.',
		action: 'Add a row for "Name" to the field mapping in the options.',
		retried: 'never',
	},
	fsm_fields_missing: {
		class: 'configuration',
		message: 'Class {class} of this tenant has no {fields}; nothing was read',
		meaning:
			'Infor publishes no list of fields, and every tenant may have its own: names are compared with a record of the tenant before anything is read. The names set beforehand are not verified.',
		action:
			'Correct field mapping, key fields and company field in the options; the class has: {available}. A field that exists and is only blank in that record: set "Missing Fields" to "Leave Empty".',
		retried: 'never',
	},
	fsm_fields_left_empty: {
		class: 'configuration',
		message: 'Class {class} of this tenant has no {fields}: what is mapped to it is left empty.',
		meaning: 'A hint, no failure: "Missing Fields" in the options says so.',
		action: 'Correct the field mapping if you need what it holds.',
		retried: 'never',
	},
	fsm_key_blank: {
		class: 'configuration',
		message: 'A record on page {page} of class {class} has no {field}, which is part of its key',
		meaning: 'Records without a whole key can not be told from each other.',
		action:
			'Check "Key Fields" in the options, and whether the service account may see these fields.',
		retried: 'never',
	},
	fsm_id_ambiguous: {
		class: 'invalid',
		message: 'Class {class} has {id} more than once: {ids}',
		meaning: 'Only the last part of a key was given, and records of several groups have it.',
		action: 'Enter the whole ID.',
		retried: 'never',
	},
	fsm_value_wrong: {
		class: 'configuration',
		message: '{class} {id}: field {field} should hold {kind} and holds "{value}"',
		meaning:
			'The field mapping takes the field for a number, a date or a single value, and it is none. Leaving it empty instead would lose a price or a date without a word.',
		action: 'Map another field, or remove the row from the field mapping in the options.',
		retried: 'never',
	},
	fsm_no_data_context: {
		class: 'auth',
		message: '{what} could not be read: FSM says "{said}"',
		meaning:
			'The log-in is fine, but the service account is mapped to no user (actor) of FSM, so it sees no data at all.',
		action:
			'Have the service account mapped to an FSM user (actor) that may read customers and items.',
		retried: 'never',
	},
	fsm_exception: {
		class: 'rejected',
		message: '{what} could not be read: FSM says "{said}"',
		meaning:
			'FSM answers with an exception in place of the list, often with HTTP 200. It is never taken for an empty list.',
		action:
			'Check business class, list, set, field names and LPL filter in the options: FSM knows them by their exact names.',
		retried: 'never',
	},
	fsm_not_a_list: {
		class: 'configuration',
		message: '{what} could not be read: the answer is no list of FSM',
		meaning: 'JSON came, but not what FSM’s web services send.',
		action:
			'Nothing of it was used and nothing was skipped. Check "FSM Path" in the options; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	fsm_no_links: {
		class: 'configuration',
		message: '{what} came without links: FSM does not say whether there is a next one',
		meaning:
			'Links were asked for (_links=true), and the first element of the answer has none. The page may be the last one or not; stopping would miss records.',
		action:
			'Nothing of it was used. Check "FSM Path" and "List" in the options; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	fsm_page_twice: {
		class: 'outage',
		message:
			'FSM gave page {page} of class {class} twice ({position}): the list can not be read to its end',
		meaning:
			'Two pages have the same content or address. Reading on would never end, and stopping would miss records.',
		action: 'Nothing of it was used. Run again, if necessary with another page size.',
		retried: 'nextRun',
	},
	fsm_link_elsewhere: {
		class: 'configuration',
		message: 'The next page of class {class} is said to be at {host}, which is not the gateway',
		meaning: 'FSM names the address of each next page. It pointed to another host.',
		action:
			'The token is not sent to other hosts. Ask your Infor administrator how FSM writes its links.',
		retried: 'never',
	},
	fsm_time_stamps_ignored: {
		class: 'configuration',
		message: 'FSM does not tell what changed in class {class}: it gives all records instead',
		meaning:
			'Asked for what changes from tomorrow on (_fts), FSM still gave a record. Taking all for changed would send everything again and again.',
		action: 'Choose "Comparing Everything" under "Find Changes By" in the options.',
		retried: 'never',
	},
	fsm_marker_missing: {
		class: 'configuration',
		message: 'The changes of class {class} have no field {field}',
		meaning:
			'The field was named as the one that tells added, changed and deleted records apart, and it did not come along.',
		action:
			'Correct "Change Marker Field" in the options, or leave it out: then every change is read again to see whether the record is still there. Fields that came without being asked for: {found}.',
		retried: 'never',
	},
	fsm_marker_seen: {
		class: 'configuration',
		message:
			'The changes of class {class} come with {fields}, which nobody asked for. If that says whether a record was added, changed or deleted, enter it as "Change Marker Field": then changes need not be read twice.',
		meaning:
			'A hint, no failure: FSM adds such a field to what changed, and its name is not published.',
		action: 'Nothing has to be done.',
		retried: 'never',
	},
	fsm_deleted_left_out: {
		class: 'configuration',
		message: 'Class {class}: what was deleted is left out ({count}).',
		meaning: 'A hint, no failure: records that were deleted since come among the changes.',
		action: 'Nothing has to be done; what was made of them in Chargebee stays.',
		retried: 'never',
	},
	fsm_slice_again: {
		class: 'configuration',
		message:
			'Class {class}: the slice begins at the front again, because {id}, which the one before ended with, is no longer in the list.',
		meaning:
			'A hint, no failure: FSM did not take its own link to the next page any more (or settings were changed meanwhile), and the record to go on behind is gone. Records come again, and none is missed.',
		action: 'Nothing has to be done.',
		retried: 'never',
	},
	fsm_rows_not_asked_for: {
		class: 'configuration',
		message: 'Class {class}: what FSM gave beyond the filter is left out ({count}).',
		meaning:
			'A hint, no failure: FSM did not filter as it was asked, so the node did. It costs calls, not correctness.',
		action: 'Check the company field and the field mapped to the group in the options.',
		retried: 'never',
	},
	fsm_no_date: {
		class: 'invalid',
		message: '"Modified Since" needs a date, and none is mapped for class {class}',
		meaning:
			'With "Comparing Everything" FSM’s own time stamps are not used, so only a field of the record can tell.',
		action:
			'Map "Modified At", choose "Time Stamps" under "Find Changes By", or use "Only Changed" instead.',
		retried: 'never',
	},
} as const satisfies Catalogue;

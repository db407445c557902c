import type { Catalogue } from '../../shared/errors/types';

const UNUSED = 'Nothing of it was used.';

/** What follows from leaving out a date of change. */
const UNDATED =
	'Without AdrRecordDate of customers, or RecordDate of prices, changes of addresses or prices have no date: the trigger then reads all and compares (20,000 records at most), and "Modified Since" does not find them.';

/** What is wrong between the node's settings, the tenant and the data of CloudSuite Industrial. */
export const CSI_ERRORS = {
	csi_configuration_missing: {
		class: 'invalid',
		message: 'The CSI configuration is missing',
		meaning:
			'CSI wants the name of a configuration with every call. A configuration is one site, and part of every key.',
		action: 'Pick it from the list or enter its name, e.g. TENANT_DEM_DALS.',
		retried: 'never',
	},
	csi_configuration_wrong: {
		class: 'invalid',
		message: '"{company}" is no CSI configuration',
		meaning: 'The name goes into keys, whose parts are separated by colons, and into a header.',
		action: 'Enter the name of the configuration as the list has it.',
		retried: 'never',
	},
	csi_zone_wrong: {
		class: 'invalid',
		message: '"{zone}" is no time zone',
		meaning: 'CSI dates changes by the clock of its server, without a zone.',
		action: 'Enter a name like America/Chicago under "Time Zone" in the options.',
		retried: 'never',
	},
	csi_properties_missing: {
		class: 'configuration',
		message: 'IDO {ido} of configuration {company} has no property {properties}',
		meaning:
			'The properties a record is made from are compared with what this tenant’s IDO has, before anything is read: one that was renamed would look like values that are gone.',
		action: `Name those your release does not have under "Properties Left Out" ({needed} can not be left out), or name another IDO in the options. ${UNDATED} It has: {available}.`,
		retried: 'never',
	},
	csi_not_described: {
		class: 'configuration',
		message:
			'CSI does not describe IDO {ido} ({said}): its properties were not compared beforehand',
		meaning:
			'A hint, no failure. A property the IDO does not have is then refused by CSI itself, when the first page is read.',
		action:
			'Nothing has to be done. If customer numbers are not found, see "Customer Number Length" in the options.',
		retried: 'never',
	},
	csi_configurations_unread: {
		class: 'configuration',
		message:
			'The configurations of the tenant can not be listed: whether {company} is written as CSI has it was not checked',
		meaning:
			'A hint, no failure. The name is part of every key: written in other letters, the same records would have other keys.',
		action: 'Enter the name exactly as CSI has it, and leave it so.',
		retried: 'never',
	},
	csi_property_unknown: {
		class: 'configuration',
		message: '{what} was refused by CSI: {said}',
		meaning: 'A property does not exist in the IDO of this tenant, which may be an extension.',
		action: `${UNUSED} Name the property under "Properties Left Out" in the options, or another IDO that has it. ${UNDATED}`,
		retried: 'never',
	},
	csi_no_privilege: {
		class: 'auth',
		message: '{what} was refused by CSI: {said}',
		meaning:
			'Privileges are given for IDOs, not for forms. The IDO in the message may be one that extends or replaces the one asked for, without its having been named anywhere.',
		action:
			'Have a group of the service account’s user given Read on the IDO in the message (form Object Authorizations for Groups). Without the one for prices turn off "Read Prices of Items".',
		retried: 'never',
	},
	csi_not_licensed: {
		class: 'auth',
		message: '{what} was refused by CSI: {said}',
		meaning: 'The user of the service account has no licence for the module the IDO belongs to.',
		action: 'Have the module’s licence assigned to the user of the service account in CSI.',
		retried: 'never',
	},
	csi_filter_refused: {
		class: 'configuration',
		message: '{what} was refused by CSI: {said}',
		meaning:
			'CSI did not take the filter. The node uses comparisons with texts only, but an IDO of your own may have columns that can not be compared.',
		action: `${UNUSED} Check the IDO named in the options; with "Paging" set to "By Bookmark" pages need no filter.`,
		retried: 'never',
	},
	csi_configuration_refused: {
		class: 'configuration',
		message: '{what} was refused by CSI: {said}',
		meaning: 'The tenant does not have this configuration, or the service account may not use it.',
		action:
			'Pick the configuration from the list, and have the user of the service account added to it in CSI.',
		retried: 'never',
	},
	csi_refused: {
		class: 'rejected',
		message: '{what} was refused by CSI: {said}',
		meaning:
			'CSI gives the reason with HTTP 200 ("Success": false). It is never taken for an empty list.',
		action: `${UNUSED} Give the message to your CSI administrator, with the name of the IDO.`,
		retried: 'never',
	},
	csi_version_1: {
		class: 'configuration',
		message: '{what} was answered in the form of version 1',
		meaning: 'The path leads to the older REST service (MGRESTService.svc), whose rows are others.',
		action: 'Set "CSI Path" in the options to version 2, e.g. CSI/IDORequestService/ido.',
		retried: 'never',
	},
	csi_not_rows: {
		class: 'configuration',
		message: '{what} could not be read: the answer has no rows',
		meaning: 'JSON came, but not from a load of an IDO.',
		action: `${UNUSED} Check "CSI Path" in the options; if it stays, give the message to your Infor administrator.`,
		retried: 'never',
	},
	csi_row_without_key: {
		class: 'configuration',
		message: '{what} has a row without {key}',
		meaning: 'Without its key a record can not be told from others, nor the next page be found.',
		action: `${UNUSED} Check the IDO named in the options: it must give {key} with every row.`,
		retried: 'never',
	},
	csi_value_unreadable: {
		class: 'configuration',
		message: '{what} has {property} "{value}" for {key}, which is no {expected} as CSI writes one',
		meaning:
			'Dates come like 20260131 16:45:30.517, numbers like 1250.00000000. Taken for "no value", a change would never be found, and a limit or price be lost.',
		action: `${UNUSED} Correct the value in CSI, or check the IDO named in the options: it must give its properties in CSI’s internal form. A property you can do without is named under "Properties Left Out".`,
		retried: 'never',
	},
	csi_address_undated: {
		class: 'configuration',
		message:
			'Customers of configuration {company} are read without AdrRecordDate: "Modified Since" does not find a changed name or address.',
		meaning:
			'A hint, no failure: name and address of a customer are a row of their own, with a date of its own. The trigger reads all customers and compares them then.',
		action:
			'Take AdrRecordDate out of "Properties Left Out" if your release has it, or read all from time to time with "Only Changed".',
		retried: 'never',
	},
	csi_page_twice: {
		class: 'outage',
		message: '{what} brings {key} again',
		meaning:
			'The next page is what is behind the last key, or behind a bookmark. CSI passed that over, or the rows are not in the order of keys: reading on would never end, stopping would miss records. Or an IDO of your own has several rows with one key.',
		action: `${UNUSED} Set "Paging" in the options to the other way; if it stays, set "Rows per Call" higher than the number of records, and check the IDO named in the options.`,
		retried: 'nextRun',
	},
	csi_more_without_rows: {
		class: 'outage',
		message: '{what} has no rows behind {key}, although CSI says that there are more',
		meaning: 'The list can not be read to its end, and it is not known what is missing.',
		action: `${UNUSED} Run again; if it stays, set "Paging" in the options to the other way.`,
		retried: 'nextRun',
	},
	csi_no_bookmark: {
		class: 'configuration',
		message: '{what} has no bookmark, although there are more rows',
		meaning: 'Not every IDO gives bookmarks; without one the next page can not be asked for.',
		action: `${UNUSED} Set "Paging" in the options to "By Key".`,
		retried: 'never',
	},
	csi_price_currencies: {
		class: 'invalid',
		message:
			'{count} items have prices in several currencies, and got the one in the first currency by name ({ids})',
		meaning: 'A hint, no failure. An item record has one price; item prices have all of them.',
		action: 'Set "Price Currency" in the options, or read item prices.',
		retried: 'never',
	},
	csi_price_no_date: {
		class: 'invalid',
		message: '"Modified Since" is not possible for prices without RecordDate',
		meaning: 'The property with the date of change is left out, or this IDO does not have it.',
		action: 'Read all prices, or take RecordDate out of "Properties Left Out".',
		retried: 'never',
	},
} as const satisfies Catalogue;

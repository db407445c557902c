import type { Catalogue } from '../../shared/errors/types';

/** What is wrong between the node's settings, the tenant and the tables of its Data Lake. */
export const COMPASS_ERRORS = {
	compass_company_missing: {
		class: 'invalid',
		message: 'The company is missing',
		meaning:
			'A table of the Data Lake holds the rows of all companies, and the company is part of every record’s key.',
		action: 'Pick the company from the list or enter its number, as the table has it.',
		retried: 'never',
	},
	compass_company_wrong: {
		class: 'invalid',
		message: '"{company}" can not be a company: it has a {sign}',
		meaning:
			'Keys are written with colons between their parts, so none may stand inside of one. A backslash means another thing in each dialect of SQL, so none is sent.',
		action: 'Enter the company as the table has it.',
		retried: 'never',
	},
	compass_key_product_wrong: {
		class: 'invalid',
		message: '"{value}" can not be the product in keys',
		meaning: 'It is the first part of every key: letters and digits only.',
		action: 'Correct "Product in Keys" in the options, e.g. m3 or dataFabric.',
		retried: 'never',
	},
	compass_role_unknown: {
		class: 'invalid',
		message: 'Data Fabric can not be asked who buys, is invoiced or pays',
		meaning:
			'The filter "Role" asks for rows of role tables, which are not read from the Data Lake.',
		action: 'Filter by "Customer" or "Supplier", or choose the product LN.',
		retried: 'never',
	},
	compass_name_not_mapped: {
		class: 'invalid',
		message: 'The column mapping of table {table} says nothing about the name',
		meaning: 'A customer or item without a name is of no use to anybody.',
		action: 'Add a row for "Name" to the column mapping in the options.',
		retried: 'never',
	},
	compass_columns_missing: {
		class: 'configuration',
		message: 'Table {table} of this tenant has no {columns}; nothing was read',
		meaning:
			'What the node reads, and what is mapped, is compared with the columns of the table before anything is read.',
		action: 'Correct the column mapping in the options; the table has: {available}.',
		retried: 'never',
	},
	compass_languages: {
		class: 'invalid',
		message: 'Table {table} has {column} in these languages: {languages}',
		meaning:
			'LN keeps texts in several languages, each in a column of its own. Which one is meant is not guessed: another one would change every name.',
		action: 'Enter one of them under "Language" in the options.',
		retried: 'never',
	},
	compass_key_blank: {
		class: 'configuration',
		message: 'A row of table {table} has no {column}, which is part of its key',
		meaning: 'Records without a whole key can not be told from each other.',
		action: 'Check the key columns in the options.',
		retried: 'never',
	},
	compass_value_wrong: {
		class: 'configuration',
		message: '{table} {id}: column {column} should hold {kind} and holds "{value}"',
		meaning:
			'The column is read as a number, a date or a single value, and it holds none. Leaving it empty instead would lose a price or a date without a word.',
		action: 'Correct the value in the product, or, for own tables, map another column.',
		retried: 'never',
	},
	compass_not_found: {
		class: 'configuration',
		message: '{what} could not be sent: HTTP 404{said}',
		meaning: 'The gateway does not know the address of Compass.',
		action:
			'Check "Compass Path" in the options, and whether the tenant has Data Fabric: it is not offered everywhere.',
		retried: 'never',
	},
	compass_job_gone: {
		class: 'outage',
		message: '{what} could not be read: Compass does not know the query any more (HTTP 404{said})',
		meaning:
			'A result is kept for about 20 hours, and only for the account that asked. Compass had taken the query on.',
		action: 'Nothing of it was used. Run again.',
		retried: 'nextRun',
	},
	compass_forbidden: {
		class: 'auth',
		message: '{what} could not be read: HTTP 403{said}',
		meaning: 'The log-in is fine, but the service account may not use Compass.',
		action:
			'Give the user of the service account the right to run queries in Data Fabric, and read access to the tables.',
		retried: 'never',
	},
	compass_no_query_id: {
		class: 'configuration',
		message: 'The query of {what} was taken on without an ID',
		meaning: 'Without the ID nobody can ask for the result.',
		action:
			'Check "Compass Path" in the options; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	compass_failed: {
		class: 'rejected',
		message: '{what} could not be read: Data Fabric says "{said}"',
		meaning: 'The query failed. That is never taken for a result without rows.',
		action: 'Correct what Data Fabric complains about; if it passes by itself, run again.',
		retried: 'nextRun',
	},
	compass_name_unknown: {
		class: 'configuration',
		message:
			'{what} could not be read: the table or a column is not there, or the service account may not read it (Data Fabric says "{said}")',
		meaning: 'Data Fabric does not tell an unknown name from one without permission.',
		action:
			'Check that the table is published to the Data Lake (LN: session ttdpm5130m000, with an initial load), that its name is right, and that the user of the service account may read it.',
		retried: 'never',
	},
	compass_canceled: {
		class: 'outage',
		message: 'The query of {what} was canceled in Data Fabric',
		meaning: 'Somebody, or a limit of the tenant, has stopped it.',
		action: 'Nothing of it was used. Run again.',
		retried: 'nextRun',
	},
	compass_status_unknown: {
		class: 'configuration',
		message: 'The query of {what} ended with the status "{status}", which is not known',
		meaning: 'FINISHED, FAILED and CANCELED are the ends that are documented.',
		action: 'Nothing of it was used. Give the message to your Infor administrator.',
		retried: 'never',
	},
	compass_too_slow: {
		class: 'outage',
		message: 'The query of {what} was not ready after {minutes} minutes and is canceled',
		meaning: 'Compass takes its time with big tables, and may be busy with others.',
		action:
			'Raise "Wait for Query (Minutes)" in the options, ask for less, or run when the tenant is less busy.',
		retried: 'nextRun',
	},
	compass_unreadable: {
		class: 'configuration',
		message: '{what} could not be read: the answer is none of Compass',
		meaning: 'It is neither rows as JSON or CSV nor a status, or a row is not whole.',
		action:
			'Nothing of it was used and nothing was skipped. Check "Compass Path" in the options; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	compass_page_twice: {
		class: 'configuration',
		message:
			'Page {page} of {what} is the one before it again: the result can not be read to its end',
		meaning:
			'Two pages have the same content, and Compass gives rows even for what is behind the end: it does not heed the offset. Reading on would never end, and stopping would miss records.',
		action:
			'Nothing of it was used. Raise "Page Size" in the options as far as it goes; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	compass_incomplete: {
		class: 'outage',
		message: 'The result of {what} ended after {found} rows, and Compass had said {expected}',
		meaning: 'An incomplete list would look like records that are gone.',
		action:
			'Nothing of it was used. Run again; if the number is always another one, turn off "Trust Row Count" in the options.',
		retried: 'nextRun',
	},
	compass_deleted_left_out: {
		class: 'configuration',
		message: '{what}: what was deleted is left out ({count}: {ids}).',
		meaning: 'A hint, no failure: rows that were deleted since come among the changes.',
		action: 'Nothing has to be done; what was made of them in Chargebee stays.',
		retried: 'never',
	},
	compass_codes_left_out: {
		class: 'configuration',
		message:
			'Table {table} is not published to the Data Lake: country codes are passed on as LN has them.',
		meaning: 'A hint, no failure: the table tells which ISO code a country has.',
		action: 'Publish the table, or translate the codes under "Code Mappings" in the options.',
		retried: 'never',
	},
} as const satisfies Catalogue;

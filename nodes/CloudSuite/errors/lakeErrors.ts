import type { Catalogue } from '../../shared/errors/types';

/** What the tables of a Data Lake hold that is not what was asked for, and what can not be asked of them. */
export const LAKE_ERRORS = {
	compass_key_twice: {
		class: 'configuration',
		message: 'Table {table} has more than one row with the key {key} ({columns}); nothing was used',
		meaning:
			'The key columns do not tell the rows apart, so one record would stand for several, and any of them.',
		action:
			'Name further columns under "{label} Key Columns" in the options, until no two rows have the same values in all of them.',
		retried: 'never',
	},
	compass_row_twice: {
		class: 'configuration',
		message: 'Table {table} gives more than one row for {id}; nothing was used',
		meaning:
			'Codes of LN differ in blanks only, or a table beside it has several rows that hold for the same record. Which of them counts is not guessed.',
		action:
			'Look at the rows with the resource "Query", and correct them in LN; if a table was published twice, load it anew.',
		retried: 'never',
	},
	compass_company_unknown: {
		class: 'configuration',
		message: 'Table {table} has no rows of company {company}; it has {companies}',
		meaning:
			'The company column is compared with the company as a text, so 130 is not 0130. No rows of a company that is there are an empty list; of one that is not, they are a mistake.',
		action:
			'Enter one of these under Company, just as it is written here; or correct "Company Column" in the options.',
		retried: 'never',
	},
	compass_filter_no_column: {
		class: 'invalid',
		message: 'The filter "{filter}" can not be used: no column of table {table} tells the {what}',
		meaning: 'Passing over a filter would give records nobody asked for, or none without a word.',
		action:
			'Remove the filter "{filter}"; or have a column that tells it: mapped in the options for own tables, published to the Data Lake for those of LN.',
		retried: 'never',
	},
	compass_role_own: {
		class: 'invalid',
		message: 'The filter "Role" can not be used with own tables: every row of {table} is read',
		meaning: 'Who is a customer and who a supplier is a matter of the tables of LN.',
		action:
			'Remove the filter "Role", or set it to "Any"; if the table has others than customers, read a table or view without them.',
		retried: 'never',
	},
	compass_columns_unsure: {
		class: 'configuration',
		message:
			'The columns of table {table} came as JSON and do not name {columns}; nothing was read',
		meaning:
			'They are asked for as CSV, whose first line names all columns. JSON may leave out those that are empty: nobody can tell whether the table has them.',
		action:
			'Give the message to your Infor administrator: Compass has to answer as CSV when "Accept" says text/csv.',
		retried: 'never',
	},
	compass_no_head: {
		class: 'configuration',
		message: '{what} could not be read: its first line does not name the columns',
		meaning:
			'A result that is no JSON has to begin with the names of its columns. Without them, a row would be taken for the names, and a message for a list without rows.',
		action:
			'Nothing of it was used. In a query of your own give each column a name of its own with AS; else give the message to your Infor administrator.',
		retried: 'never',
	},
	compass_columns_absent: {
		class: 'configuration',
		message: 'Table {table} has no {columns}: the records are read without it.',
		meaning:
			'A hint, no failure: the columns are read where a tenant has them. Without the one that marks deleted rows, these are left out without a hint.',
		action: 'Publish the columns to the Data Lake if what they tell is needed in Chargebee.',
		retried: 'never',
	},
	compass_table_silent: {
		class: 'configuration',
		message: 'Table {table} has no rows, and nothing names its columns: it is left out.',
		meaning:
			'A hint, no failure: what the table tells, e.g. addresses or prices, is missing in all records.',
		action:
			'Check that the table is published with an initial load (LN: session ttdpm5130m000). If it is empty indeed, nothing has to be done.',
		retried: 'never',
	},
} as const satisfies Catalogue;

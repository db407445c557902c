import type { Catalogue } from '../../shared/errors/types';

/** Why a query of the user's own is not sent, and what is wrong with how it was put together. */
export const SQL_ERRORS = {
	query_wrong_product: {
		class: 'invalid',
		message: 'Queries are answered by Data Fabric alone, not by {product}',
		meaning: 'The resource "Query" sends SQL to Compass.',
		action: 'Choose the product "Data Fabric (Compass SQL)".',
		retried: 'never',
	},
	query_table_missing: {
		class: 'invalid',
		message: 'The table is missing',
		meaning: 'A query that is put together needs a table.',
		action: 'Enter the table, as it is called in the Data Lake, e.g. LN_tccom100.',
		retried: 'never',
	},
	query_condition_wrong: {
		class: 'invalid',
		message: 'The condition on {column}: "{value}" is no {kind}',
		meaning: 'The value is compared as what "Type" says.',
		action: 'Correct the value, or choose another type.',
		retried: 'never',
	},
	query_column_missing: {
		class: 'invalid',
		message: 'A condition names no column',
		meaning: 'A condition compares a column with a value.',
		action: 'Enter the column, or remove the condition.',
		retried: 'never',
	},
	query_increment: {
		class: 'configuration',
		message:
			'{table}: rows that arrived up to {until} were read. Use {next} as the next "Modified Since": rows can be queried some minutes after they arrived.',
		meaning:
			'A hint, no failure: the newest arrival there was when the query began, and a moment 30 minutes before it. What arrived in between may not have been there yet.',
		action:
			'Nothing has to be done; the rows of the last 30 minutes come again, write them by key.',
		retried: 'never',
	},
	sql_empty: {
		class: 'invalid',
		message: 'The SQL is empty',
		meaning: 'There is nothing but blanks and comments.',
		action: 'Enter one SELECT statement.',
		retried: 'never',
	},
	sql_several: {
		class: 'invalid',
		message: 'The SQL has more than one statement; it was not sent',
		meaning: 'There is something behind a semicolon.',
		action: 'Enter one SELECT statement.',
		retried: 'never',
	},
	sql_not_select: {
		class: 'invalid',
		message: 'The SQL begins with {word} and is no SELECT; it was not sent',
		meaning: 'The node reads only: one SELECT, or WITH … SELECT.',
		action: 'Enter one SELECT statement.',
		retried: 'never',
	},
	sql_word: {
		class: 'invalid',
		message:
			'The SQL has the word {word}, which does not belong into a query that reads; it was not sent',
		meaning: 'The node reads only. Inside of texts and of names in double quotes the word is fine.',
		action: 'Remove it; if it is the name of a column, write it in double quotes.',
		retried: 'never',
	},
	sql_open_quote: {
		class: 'invalid',
		message: 'The SQL has a text or a name that does not end; it was not sent',
		meaning: 'A quote is missing, or one inside of a text is not doubled.',
		action: 'Close the text; a quote inside of it is written twice.',
		retried: 'never',
	},
	sql_open_comment: {
		class: 'invalid',
		message: 'The SQL has a comment that does not end; it was not sent',
		meaning: 'The end of a comment in /* */ is missing.',
		action: 'Close the comment.',
		retried: 'never',
	},
	sql_nested_comment: {
		class: 'invalid',
		message: 'The SQL has a comment inside of a comment; it was not sent',
		meaning: 'Dialects of SQL disagree on where it ends, so what it hides is not sure.',
		action: 'Remove the comment.',
		retried: 'never',
	},
	sql_escaped_quote: {
		class: 'invalid',
		message: 'The SQL has a backslash before a quote; it was not sent',
		meaning: 'Dialects of SQL disagree on whether the text ends there.',
		action: 'Write a quote inside of a text twice, without a backslash.',
		retried: 'never',
	},
	sql_sign: {
		class: 'invalid',
		message: 'The SQL has {sign} outside of texts and of names in double quotes; it was not sent',
		meaning:
			'To one dialect of SQL it begins a text, a name or a comment, to another it does not: what it hides is not sure.',
		action:
			'Write names in double quotes and texts in single quotes; a comment begins with two dashes and a blank, or with a slash and a star.',
		retried: 'never',
	},
	sql_control: {
		class: 'invalid',
		message: 'The SQL has a control character; it was not sent',
		meaning: 'Something invisible came along when it was copied.',
		action: 'Type the place again.',
		retried: 'never',
	},
} as const satisfies Catalogue;

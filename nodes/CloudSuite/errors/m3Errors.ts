import type { Catalogue } from '../../shared/errors/types';

/** What is wrong between the node's settings, the tenant and the data of M3. */
export const M3_ERRORS = {
	m3_company_missing: {
		class: 'invalid',
		message: 'The M3 company is missing',
		meaning:
			'A call without a company is answered for the one the service account has by default, which may be another.',
		action: 'Enter the company number (CONO), e.g. 130.',
		retried: 'never',
	},
	m3_company_wrong: {
		class: 'invalid',
		message: '"{company}" is no M3 company',
		meaning: 'Companies of M3 are numbers of one to three digits.',
		action:
			'Enter the number of the company (CONO), not its name; a division goes into the options.',
		retried: 'never',
	},
	m3_zone_wrong: {
		class: 'invalid',
		message: '"{zone}" is no time zone',
		meaning: 'The days of M3 begin and end in a time zone.',
		action: 'Enter a name like Europe/Stockholm under "Time Zone" in the options.',
		retried: 'never',
	},
	m3_valid_from_wrong: {
		class: 'invalid',
		message: '"Valid From" of price list {list} is not a date of M3: {value}',
		meaning: 'M3 takes dates as eight digits only.',
		action: 'Enter a date like 20260131, or nothing for all versions of the list.',
		retried: 'never',
	},
	m3_company_refused: {
		class: 'auth',
		message: '{what} is refused (403){said}',
		meaning:
			'M3 answers 403 for a company or division the service account does not have, and the gateway for a service it may not use.',
		action:
			'Check "Company" and "Division"; have the service account given access to them in M3 (MNS150, MNS151), and to the M3 REST service in the gateway.',
		retried: 'never',
	},
	m3_no_transaction: {
		class: 'configuration',
		message: '{what} does not exist in this M3: {said}',
		meaning:
			'The release does not have this program or transaction, or it is not open to the REST service.',
		action:
			'Ask your M3 administrator to look for it in MRS001. Without EXPORTMI set "Customer Read" to "By CRS610MI" in the options.',
		retried: 'never',
	},
	m3_input_missing: {
		class: 'configuration',
		message: '{what} wants an input field that was not given: {said}',
		meaning: 'This release asks for more than the one this node was made with.',
		action:
			'For a list of items check "First Item Number" in the options; else compare the transaction in MRS001 and report the message.',
		retried: 'never',
	},
	m3_refused: {
		class: 'rejected',
		message: '{what} was refused by M3: {said}',
		meaning:
			'M3 gives the reason, in the language of the service account, with status 400 or even 200. It is never taken for an empty list.',
		action:
			'Most often the service account may not run the program (SES400), or a column of the table does not exist in this release: then name it under "Columns Left Out". Without EXPORTMI set "Customer Read" to "By CRS610MI".',
		retried: 'never',
	},
	m3_version_1: {
		class: 'configuration',
		message: '{what} was answered in the form of version 1',
		meaning: 'The path leads to the older REST service of M3, whose answers are other ones.',
		action: 'Set "M3 Path" in the options to version 2, e.g. M3/m3api-rest/v2.',
		retried: 'never',
	},
	m3_not_results: {
		class: 'configuration',
		message: '{what} could not be read: the answer is none of M3’s REST service',
		meaning: 'JSON came, but without results.',
		action:
			'Nothing of it was used. Check "M3 Path" in the options; if it stays, give the message to your Infor administrator.',
		retried: 'never',
	},
	m3_bulk_short: {
		class: 'outage',
		message: '{what}: none of {count} transactions was answered',
		meaning: 'M3 drops the end of a long bulk call. This time nothing was left.',
		action: 'Set a smaller "Bulk Size" in the options.',
		retried: 'nextRun',
	},
	m3_list_stuck: {
		class: 'outage',
		message: '{what} does not go on behind {key}: {read}{count} rows were read',
		meaning:
			'M3 has no pages: what is behind the last key is asked for. It gave nothing new, although there should be more, or did not begin at that key: the list can not be read to its end.',
		action:
			'Nothing of it was used. Run again, as records may have been deleted meanwhile. If it stays, set another "Max Records per Call"; for items check "First Item Number" and "Compare Number of Items", for customers try "By CRS610MI".',
		retried: 'nextRun',
	},
	m3_row_broken: {
		class: 'configuration',
		message:
			'{what}: the row of {key} has {found} values in place of {asked}, with each of the separators {separators}',
		meaning:
			'EXPORTMI gives a row as one text. It is cut at a length that depends on the release (fewer values), or a value holds the separator (more values). Guessing would put values into the wrong fields.',
		action:
			'Nothing of it was used. Fewer values: name columns that are not needed under "Columns Left Out". More: set a separator that no value holds, or correct the record.',
		retried: 'never',
	},
	m3_price_list_missing: {
		class: 'invalid',
		message: 'M3 company {company} has no price list {list} with this currency and first day',
		meaning: 'The price list was looked up (OIS017MI/LstPriceList) and is not there.',
		action: 'Check name, currency and "Valid From" of the price list in the options.',
		retried: 'never',
	},
	m3_price_no_date: {
		class: 'invalid',
		message: '"Modified Since" is not possible for prices of M3’s price lists',
		meaning: 'Prices of price lists have no date of change.',
		action: 'Read all of them, or take the item master as the "Price Source".',
		retried: 'never',
	},
} as const satisfies Catalogue;

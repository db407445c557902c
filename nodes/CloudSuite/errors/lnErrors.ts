import type { Catalogue } from '../../shared/errors/types';

/** What is wrong between the node's settings, the tenant and the data of LN. */
export const LN_ERRORS = {
	company_missing: {
		class: 'invalid',
		message: 'The company is missing',
		meaning: 'LN keeps customers by company, and the company is part of the key.',
		action: 'Enter the number of the LN company, 0 to 9999: it is part of every record’s key.',
		retried: 'never',
	},
	company_wrong: {
		class: 'invalid',
		message: '"{company}" is not an LN company number',
		meaning: 'LN companies have numbers of up to four digits.',
		action: 'Enter the number of the LN company, 0 to 9999: it is part of every record’s key.',
		retried: 'never',
	},
	set_missing: {
		class: 'configuration',
		message: 'This tenant has no entity set {set} in {service}',
		meaning: 'The metadata of the tenant does not list it, so nothing was read.',
		action:
			'Activate the service for the company in LN (session ttrst0500m000), or check "LN Path" in the options.',
		retried: 'never',
	},
	columns_missing: {
		class: 'configuration',
		message: '{service}/{set} of this tenant has no {columns}',
		meaning: 'The metadata of the tenant lacks columns without which customers are not customers.',
		action:
			'Customers can not be told apart without it; nothing was read. Ask your Infor administrator why this tenant’s service is different.',
		retried: 'never',
	},
	column_type: {
		class: 'configuration',
		message: '{service}/{set} of this tenant has {column} as {type}, where {expected} was expected',
		meaning:
			'The metadata of the tenant says that the column holds something else than it did. Nothing was read, so nothing wrong can be written.',
		action:
			'Ask your Infor administrator what changed in the service. An update of this package may know the new form.',
		retried: 'never',
	},
	set_left_out: {
		class: 'configuration',
		message: '{service}/{set} is not available in this tenant: what it holds is left empty.',
		meaning:
			'A hint, no failure: customers are read without, e.g. contacts, tax numbers or code tables.',
		action:
			'Activate the service in LN if you need what it holds; code tables can be replaced under Code Mappings.',
		retried: 'never',
	},
	columns_left_out: {
		class: 'configuration',
		message: '{service}/{set} of this tenant has no {columns}: what it holds is left empty.',
		meaning: 'A hint, no failure: customers are read without this set.',
		action: 'Ask your Infor administrator if you need what it holds.',
		retried: 'never',
	},
	next_link_elsewhere: {
		class: 'configuration',
		message: 'The next page of {set} is said to be at {host}, which is not the gateway',
		meaning:
			'LN names the address of each next page (@odata.nextLink). It pointed to another host, where the token must not go.',
		action:
			'The token is not sent to other hosts. Ask your Infor administrator how the gateway writes its next links.',
		retried: 'never',
	},
	list_incomplete: {
		class: 'outage',
		message:
			'{set} of company {company} can not be read to its end: LN counts {expected} rows and gave {found}',
		meaning:
			'Rows went away while they were read, three times in a row, and others may have been passed over with them.',
		action:
			'Nothing of it was used. Run again when nobody imports or deletes in LN, or with a larger page size.',
		retried: 'nextRun',
	},
	page_twice: {
		class: 'outage',
		message: 'LN gave page {page} of {set} twice: the list can not be read to its end',
		meaning:
			'Two pages have the same content or address (@odata.nextLink goes round in a circle). Reading on would never end, and stopping would miss records.',
		action: 'Nothing of it was used. Run again, if necessary with another page size.',
		retried: 'nextRun',
	},
} as const satisfies Catalogue;

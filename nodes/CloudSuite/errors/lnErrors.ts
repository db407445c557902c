import type { Catalogue } from '../../shared/errors/types';

const failed = '{what} could not be read: HTTP {status}{said}';

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
		meaning:
			'The metadata of the tenant lacks columns that hold what a record is, or by which it was asked to filter.',
		action:
			'Records can not be read as asked without it; nothing was read. Ask your Infor administrator why this tenant’s service is different, or correct "Changed By" and filters.',
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
	ln_columns_left_empty: {
		class: 'configuration',
		message: '{service}/{set} of this tenant has no {columns}: what they hold is left empty.',
		meaning:
			'A hint, no failure: records are read without these columns. After a new release it may mean that columns have other names.',
		action: 'Ask your Infor administrator if you need what they hold.',
		retried: 'never',
	},
	ln_new_columns: {
		class: 'configuration',
		message:
			'{service}/{set} of this tenant has columns this package does not know: {columns}. They are in the raw rows.',
		meaning:
			'A hint, no failure, and only with "Include Raw Rows": columns of a later release, or of your own. They are in no other field and change no hash.',
		action: 'Nothing has to be done. Map them from "raw" in the workflow if you need them.',
		retried: 'never',
	},
	ln_place_wrong: {
		class: 'invalid',
		message: '"{place}" can not be the place of {of}',
		meaning: '"Entity Sets" in the options says where a set is: service and set, by their names.',
		action:
			'Enter service and set with a slash between, e.g. tx.acmeCustomer/Customers, or one of them.',
		retried: 'never',
	},
	ln_service_named: {
		class: 'configuration',
		message: 'This tenant has no service {service}, where "Entity Sets" says that {of} are',
		meaning: 'The service was asked for its metadata, and nobody knows it. Nothing was read.',
		action:
			'Correct "Entity Sets" in the options, or activate the service for the company in LN (session ttrst0500m000).',
		retried: 'never',
	},
	ln_set_named: {
		class: 'configuration',
		message:
			'Service {service} of this tenant has no entity set {set}, which "Entity Sets" names for {of}',
		meaning: 'The metadata of the service do not list the set. Nothing was read.',
		action: 'Correct "Entity Sets" in the options. The service has: {found}.',
		retried: 'never',
	},
	ln_column_wrong: {
		class: 'invalid',
		message: '"{column}" can not be a column with a date of change',
		meaning: 'Columns have names of letters, digits and underscores.',
		action: 'Pick the column under "Changed By" in the options from the list.',
		retried: 'never',
	},
	ln_no_date: {
		class: 'invalid',
		message: '"Modified Since" needs a date of change, and customers of LN have none by default',
		meaning: 'LN’s services of business partners have no such column, unless a tenant adds one.',
		action:
			'Name the column your tenant has added under "Changed By" in the options, or use "Only Changed" instead.',
		retried: 'never',
	},
	ln_parts_undated: {
		class: 'configuration',
		message:
			'{sets} of this tenant have no date of change: what changes there alone is not found by "Modified Since" and the trigger.',
		meaning:
			'A hint, no failure: a customer is made of several sets. A change of an address or contact does not touch the date of its business partner.',
		action: 'Read all from time to time with "Only Changed", e.g. once a night.',
		retried: 'never',
	},
	ln_role_unknown: {
		class: 'configuration',
		message: '{path} is not available in this tenant, so nobody can tell who has this role',
		meaning: 'The filter "Role" asks for customers that have a row in this set.',
		action:
			'Activate the set in LN, name another one under "Entity Sets" in the options, or filter by "Customer".',
		retried: 'never',
	},
	ln_forbidden: {
		class: 'auth',
		message: failed,
		meaning: 'The log-in is fine, but the service account has no right to this service of LN.',
		action:
			'The service account may not use this service: give its user the API role in LN (and the identity, if one is set).',
		retried: 'never',
	},
	ln_not_found: {
		class: 'configuration',
		message: failed,
		meaning:
			'The address is not known to the gateway or to LN. It is never taken for an empty list.',
		action:
			'Not found can mean: the service is not activated for this company, the tenant is not entitled to LN REST APIs, the service account has no permission, or a name is misspelt (see "LN Path" and "Entity Sets" in the options). It never means that there are no records.',
		retried: 'never',
	},
	ln_company_refused: {
		class: 'invalid',
		message: failed,
		meaning: 'LN understood the request and can not carry it out in this company.',
		action: 'LN refused the request in this company: check the company number.',
		retried: 'never',
	},
	ln_too_slow: {
		class: 'outage',
		message: failed,
		meaning:
			'LN needed longer than the gateway waits (60 seconds, unless set otherwise). Asked again, up to five times.',
		action: 'LN did not answer within the gateway’s time limit: choose a smaller page size.',
		retried: 'byItself',
	},
	ln_not_odata: {
		class: 'configuration',
		message: '{what} could not be read: the answer is no OData list or metadata',
		meaning: 'JSON came, but not what LN’s OData services send.',
		action:
			'Nothing of it was used and nothing was skipped. Check "LN Path" in the options; if it stays, give the message to your Infor administrator.',
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
	ln_place_gone: {
		class: 'outage',
		message: '{set} can not be read on behind {key}: LN does not list it any more',
		meaning:
			'LN did not heed the question for rows behind a key, so the whole list was read for the place where an earlier reading stopped. It is not there, and the rows are not in the order of keys: which of them were read already is not known.',
		action:
			'Nothing of it was used. Begin at the front: empty "After", or the checkpoint of the flow in its table.',
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

import { codeTables } from '../../sandbox/seed/codeTables';
import type { Telling } from '../difference';
import { nothing } from '../difference';

/** LN's own codes by the ISO codes they stand for. */
const LN_LANGUAGES = new Map(
	codeTables().languages.map(({ Language, ISOCode }) => [ISOCode as string, Language as string]),
);

export const dataFabricTelling: Telling = {
	product: 'dataFabric',
	keyProduct: 'ln',
	name: 'Data Fabric (Compass SQL)',
	company: '1300',
	keyCompany: '1300',
	reads: {
		through:
			'Compass, version 2, behind `DATAFABRIC/compass/v2`: of LN the tables `LN_tccom100`, `LN_tccom112`, `LN_tccom130`, `LN_tcibd001`, `LN_tdisa001`, `LN_tcmcs010`; own tables by a mapping; any table by the resource "Query"',
		customers:
			'arrival in the Data Lake (`infor.lastmodified()`) of any row a customer is made from, its address and terms included',
		items: 'the same; a changed sales price counts, too',
	},
	notes: [
		'LN has to publish the tables (session ttdpm5130m000, with an initial load), and the user of the service account needs read access to them. A table that is not published and one that may not be read give the same error.',
		'The records of LN’s tables are the very ones product LN gives, with the same keys: a company can change from one to the other without a second record in Chargebee. What is told beyond that differs as below, so the first run after the change updates.',
		'One table holds all companies; only rows with the company chosen are read. The list of companies has numbers only.',
		'Customers are read by one query that joins their tables, and fetched in pages of up to 10,000 rows: the result does not change while it is read, and the node holds one page and the records.',
		'"Modified Since" and the trigger go by when a row arrived in the Data Lake, not by LN’s date of change: whatever arrives late, or again, is found. Rows can be queried some ten minutes after that stamp, so the trigger reads 30 minutes again each time. `modifiedAt` is LN’s own date, the newest of the rows.',
		'Deleted rows are never records: among changes they are named in a hint, and what was made of them in Chargebee stays.',
		'Names are kept in several languages, in columns that differ by tenant (`nama`, `nama_bg_BG`, `nama__en_us`). The tenant’s columns are asked for; with several languages, choose one in the options.',
		'The address is that of the invoice-to row that holds for all departments, else the business partner’s own; it has the e-mail.',
		'Country codes become ISO codes by table `LN_tcmcs010`, if it is published.',
		'A query is waited for, 15 minutes unless set otherwise, then canceled in Data Fabric; so it is when the execution is canceled. Data Fabric takes 100 queries a minute: the node keeps to that by itself.',
		'For tables of other products choose "Own Tables" and map columns; preset is M3’s customer and item master, not verified. Keys begin with `dataFabric` unless you say which product the records are of ("Product in Keys").',
		'"Query" reads any table: put together from a table and conditions, or one SELECT of your own. Anything else is refused before it is sent.',
	],
	customers: [
		{
			field: 'vatNumber',
			why: 'The table of tax numbers is not documented in public.',
			tells: nothing,
		},
		{
			field: 'language',
			why: 'No table with ISO codes of languages is documented in public: LN’s own code is told. Translate it under "Code Mappings".',
			tells: ({ language }) => LN_LANGUAGES.get(language ?? '') ?? null,
		},
		{
			field: 'contacts',
			why: 'The table of contacts is not documented in public. The e-mail is that of the address.',
			tells: () => [],
		},
	],
	items: [
		{
			field: 'status',
			why: 'An item has no status: one that is no longer sold can not be told from the others.',
			tells: nothing,
		},
	],
};

import { asText } from '../../../shared/text';
import type { SourceCustomer } from '../../../shared/source/sourceCustomer';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { CodeMap } from '../codes';
import type { MasterQuery } from '../product';
import { textOf } from '../values';
import { cellsOf } from './cells';
import { noColumn } from './filters';
import { ADDRESSES, customerOf, INVOICE_TO, PARTNERS } from './lnCustomer';
import type { LnContext } from './lnRecord';
import { companyBehind, isAnyDeleted, latestArrival } from './lnRecord';
import type { Asked, Joined, Plan } from './plan';
import { anyOf, atOrBehind, oneOf, oneText } from './sql';
import { countStatement } from './statements';
import type { LakeTables } from './tables';
import { columnOf } from './tables';

/** Rows per department are exceptions for that department. */
const ON_INVOICE_TO =
	"i.compnr = p.compnr AND i.itbp = p.bpid AND (i.cofc IS NULL OR TRIM(i.cofc) = '')";

const CUSTOMER = ['2', '4'];
/** Of the business partner itself; who has what role of a customer stands in tables that are not read. */
const ROLES: Record<MasterQuery['role'], readonly string[]> = {
	...{ customer: CUSTOMER, soldTo: CUSTOMER, invoiceTo: CUSTOMER, payBy: CUSTOMER },
	...{ supplier: ['3', '4'], any: [] },
};

/** Business partners with the invoice-to row that holds for all departments, its address and their own. */
export async function customersPlan(
	tables: LakeTables,
	base: Omit<LnContext, 'codes'>,
	readCodes: () => Promise<CodeMap>,
): Promise<Plan<SourceCustomer> | undefined> {
	const main = await tables.table(PARTNERS, 'p');
	if (!main) return undefined;
	const invoiceTo = await tables.table(INVOICE_TO, 'i');
	const [own, invoiced] = [await tables.table(ADDRESSES, 'a'), await tables.table(ADDRESSES, 'b')];
	const context = { ...base, codes: await readCodes() };
	const ofPartner = (column: string) => columnOf(main, column);
	const joins: Joined[] = [];
	if (invoiceTo) joins.push({ table: invoiceTo, on: ON_INVOICE_TO });
	if (own && ofPartner('cadr'))
		joins.push({
			table: own,
			on: `a.compnr = ${companyBehind(ofPartner, 'cadr')} AND a.cadr = p.cadr`,
		});
	const ofInvoice = (column: string) => invoiceTo && columnOf(invoiceTo, column);
	if (invoiced && ofInvoice('cadr'))
		joins.push({
			table: invoiced,
			on: `b.compnr = ${companyBehind(ofInvoice, 'cadr')} AND b.cadr = i.cadr`,
		});
	const joined = (alias: string) => joins.find(({ table }) => table.alias === alias)?.table;
	return {
		main,
		joins,
		always: inCompany(context.company),
		key: ['p.bpid'],
		asked: (query) => {
			const hasStatus = ofPartner('prst') !== undefined;
			const hasDoubtful = joined('i')?.columns.has('itst') === true;
			const isDoubtful = query.status.includes('doubtful') && !query.status.includes('active');
			if (query.status.length > 0 && !hasStatus)
				throw operationError(base.node, noColumn('Status', PARTNERS.name, 'status'));
			if (isDoubtful && !hasDoubtful)
				throw operationError(base.node, noColumn('Status', INVOICE_TO.name, 'status'));
			return askedOf(query);
		},
		ofIds: (ids) =>
			oneText(
				'TRIM(p.bpid)',
				ids.map((id) => id.trim()),
			).sql,
		isMeant: (id, record) => record.id === id.trim(),
		from: (position) => atOrBehind('p.bpid', position),
		twice: (id) => say('compass_row_twice', { table: PARTNERS.name, id }),
		read: (row) => {
			const id = textOf(row.p_bpid) ?? '';
			const cells = (alias: string, key: string) =>
				cellsOf(context.node, row, alias === 'p' ? main : joined(alias), key, id);
			const partner = cells('p', 'bpid');
			const [invoice, ownAddress, invoiceAddress] = [
				cells('i', 'itbp'),
				cells('a', 'cadr'),
				cells('b', 'cadr'),
			];
			const record = customerOf({ partner, invoice, ownAddress, invoiceAddress }, context);
			return {
				record,
				arrivedAt: latestArrival([partner, invoice, ownAddress, invoiceAddress]),
				isDeleted: partner?.isDeleted === true,
				deletedAt: partner?.arrivedAt,
				hasDeleted: isAnyDeleted([partner, invoice, ownAddress, invoiceAddress]),
				position: asText(row.p_bpid),
			};
		},
	};
}

/** Counts customers, without a look at the tables first; nothing when Compass can not be asked for just these. */
export function countCustomers(company: string, query: MasterQuery): string | undefined {
	return countStatement(
		{
			source: `${PARTNERS.name} p`,
			joins: ` LEFT JOIN ${INVOICE_TO.name} i ON ${ON_INVOICE_TO}`,
			always: inCompany(company),
			key: 'p.bpid',
		},
		askedOf(query),
		query,
	);
}

function inCompany(company: string): string[] {
	return [`p.compnr = ${company}`];
}

/** What can be asked of the status: `doubtful` is one of the invoice-to row, of partners that are active. */
function askedOf({ role, status }: MasterQuery): Asked {
	const roles = ROLES[role];
	const conditions = roles.length > 0 ? [oneOf('p.bprl', roles)] : [];
	if (status.length === 0) return { conditions, isExact: true, needsJoins: false };
	const numbers = ['prospect', 'active', 'inactive'].flatMap((word, at) =>
		status.includes(word) ? [String(at + 1)] : [],
	);
	const isDoubtful = status.includes('doubtful') && !status.includes('active');
	const known = status.every((word) =>
		['prospect', 'active', 'inactive', 'doubtful'].includes(word),
	);
	if (!known) return { conditions, isExact: false, needsJoins: false };
	const choices = [
		...(numbers.length > 0 ? [oneOf('p.prst', numbers)] : []),
		...(isDoubtful ? ['(p.prst = 2 AND i.itst = 3)'] : []),
	];
	return { conditions: [...conditions, anyOf(choices)], isExact: true, needsJoins: isDoubtful };
}

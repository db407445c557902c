import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import type { M3Behaviour, M3Company, M3Data, M3TableRow } from './data';
import { selectRows } from './exportmi';
import type { Transaction } from './transactions';
import { M3Refused, TRANSACTIONS } from './transactions';

type Texts = Record<string, string>;
type Result =
	{ transaction: string; records: Texts[] } | { transaction: string; refused: M3Refused };

/** The names of transactions that change something begin like this. */
const WRITES = /^(Add|Chg|Cpy|Crt|Del|Dlt|Snd|Upd)/;

interface Question {
	program: string;
	transaction: string;
	input: Texts;
	columns: string[] | undefined;
}

/** The SDK's default, and what is believed to be M3's. https://github.com/infor-cloud/m3-h5-sdk (types.ts, maxReturnedRecords) */
const DEFAULT_ROWS = 100;

/**
 * Answers what is behind `M3/m3api-rest/v2/execute`: single transactions by GET, several of one program by POST; reading
 * only. Addresses and envelope: https://github.com/infor-cloud/m3-h5-sdk (at 234d1df, runtime.ts, createUrl and parseResponse)
 */
export function answerM3(
	data: M3Data,
	path: readonly string[],
	request: SandboxRequest,
	notes: Record<string, unknown>,
): SandboxAnswer | undefined {
	const [last = '', ...matrix] = (path.at(-1) ?? '').split(';');
	const names = [...path.slice(0, -1), last].map(decodeURIComponent);
	if (names[0] !== 'execute') return undefined;
	const { optionStyles } = data.behaviour;
	const query = parametersOf(request.query.split('&'));
	const options = {
		...(optionStyles.includes('query') ? query : {}),
		...(optionStyles.includes('matrix') ? parametersOf(matrix) : {}),
	};
	const questions =
		request.method === 'POST' && names.length === 1
			? questionsOf(request.body)
			: request.method === 'GET' && names.length === 3
				? [single(names, query, options)]
				: undefined;
	if (!questions) {
		notes.write = request.method !== 'GET';
		return { status: 405, body: { error: 'Method Not Allowed' } };
	}
	const [first] = questions;
	if (questions.some(({ transaction }) => WRITES.test(transaction))) notes.write = true;
	const isCompanyList = first?.program === 'MNS095MI';
	Object.assign(notes, {
		transactions: questions.map(({ program, transaction }) => `${program}/${transaction}`),
		...(isCompanyList ? {} : { companyNamed: options.cono !== undefined }),
	});
	// the service account's own company when none is named
	const number = options.cono ?? Object.keys(data.companies).at(-1) ?? '';
	const company = data.companies[number];
	// as published clients have met it
	if (!company)
		return { status: 403, body: { errorMessage: `User not authorized for company ${number}` } };
	const answered = questions.slice(0, data.behaviour.mostTransactions);
	const results = answered.map((question) =>
		resultOf(data, { company, number }, question, options),
	);
	notes.rows = results.map((one) => ('records' in one ? one.records.length : 0));
	return envelope(results, data.behaviour, request.method === 'POST');
}

function resultOf(
	data: M3Data,
	{ company, number }: { company: M3Company; number: string },
	{ program, transaction, input, columns }: Question,
	options: Texts,
): Result {
	const { behaviour } = data;
	try {
		if (WRITES.test(transaction))
			throw new M3Refused(`${transaction} is not for reading`, 'ServerReturnedNOK');
		if (behaviour.refused.includes(program))
			throw new M3Refused(
				`User has no authority for ${program}`,
				'ServerReturnedNOK',
				'',
				'MWS0404',
			);
		const most = Math.min(mostOf(options), behaviour.mostRows);
		if (program === 'EXPORTMI' && transaction === 'Select') {
			const { names, rows } = selectRows(company, number, input, behaviour);
			const left = behaviour.headerCounts && names !== undefined ? most - 1 : most;
			const cut = rows.slice(0, left).map((row) => row.slice(0, behaviour.replyLength));
			const records = names === undefined ? cut : [names, ...cut];
			return { transaction, records: records.map((REPL) => ({ REPL })) };
		}
		if (program === 'MNS095MI' && transaction === 'Lst') {
			const records = Object.entries(data.companies);
			return { transaction, records: records.map(([CONO, { name }]) => ({ CONO, TX40: name })) };
		}
		const known = TRANSACTIONS[`${program}/${transaction}`];
		if (!known) throw new M3Refused(`Transaction ${transaction} not found`, 'TransactionNotFound');
		const rows = rowsOf(known, company, input, behaviour).slice(0, most);
		return { transaction, records: rows.map((row) => told(known, row, columns, options)) };
	} catch (error) {
		if (error instanceof M3Refused) return { transaction, refused: error };
		throw error;
	}
}

function rowsOf(
	{ rows, needs, kind, key, filters = [], since }: Transaction,
	company: M3Company,
	input: Texts,
	{ startKey }: M3Behaviour,
): M3TableRow[] {
	const missing = needs.find((name) => (input[name] ?? '').trim() === '');
	if (missing !== undefined)
		throw new M3Refused(
			`Mandatory field ${missing} not found`,
			'MandatoryInputFieldNotFound',
			missing,
		);
	const all = rows(company).filter((row) => filters.every((name) => row[name] === input[name]));
	const value = input[key] ?? '';
	if (kind === 'get') {
		const row = all.find((one) => one[key] === value);
		// padded as M3 pads its messages; shape: https://github.com/infor-cloud/m3-h5-sdk (runtime.ts)
		if (!row)
			throw new M3Refused(
				`${value.padEnd(15)}      does not exist`,
				'ServerReturnedNOK',
				key,
				'WCU0203',
			);
		return [row];
	}
	if (since !== undefined) {
		const from = input[since] ?? '0';
		if (!/^\d{1,8}$/.test(from))
			throw new M3Refused(`Date ${from} is not valid`, 'ServerReturnedNOK', since);
		return all
			.filter(({ LMDT: day }) => Number(day) >= Number(from))
			.toSorted((a, b) => Number(a.LMDT) - Number(b.LMDT));
	}
	return all
		.toSorted((a, b) => ((a[key] ?? '') < (b[key] ?? '') ? -1 : 1))
		.filter((row) => {
			const own = row[key] ?? '';
			if (startKey === 'ignored') return true;
			return startKey === 'excluding' && value !== '' ? own > value : own >= value;
		});
}

/** Values are texts, filled up with blanks unless `righttrim` says otherwise. */
function told(
	{ outputs }: Transaction,
	row: M3TableRow,
	columns: string[] | undefined,
	{ righttrim }: Texts,
): Texts {
	const wanted = Object.entries(outputs).filter(([name]) => columns?.includes(name) ?? true);
	return Object.fromEntries(
		wanted.map(([name, length]) => {
			const value = (row[name] ?? '').slice(0, length);
			return [name, righttrim === 'true' ? value : value.padEnd(length)];
		}),
	);
}

/** Counters are misspelled; of a single transaction's error the details are at the top with status 400, in the result with 200. */
function envelope(
	results: readonly Result[],
	{ wasTerminated, errorStatus }: M3Behaviour,
	isBulk: boolean,
): SandboxAnswer {
	const [failed, ...others] = results.flatMap((one) => ('refused' in one ? [one.refused] : []));
	const count = failed ? others.length + 1 : 0;
	const isTerminated = failed !== undefined && !isBulk;
	const counters = {
		wasTerminated: wasTerminated === 'text' ? String(isTerminated) : isTerminated,
		nrOfSuccessfullTransactions: results.length - count,
		nrOfFailedTransactions: count,
	};
	if (isTerminated && errorStatus === 400)
		return { status: 400, body: { ...detailsOf(failed), ...counters } };
	const body = {
		results: results.map((one) =>
			'refused' in one ? { transaction: one.transaction, ...detailsOf(one.refused) } : one,
		),
		...(isTerminated
			? { terminationReason: failed.message, terminationErrorType: failed.type }
			: {}),
		...counters,
	};
	return { status: 200, body };
}

function detailsOf({ message, type, code, field }: M3Refused): Texts {
	return {
		errorMessage: message,
		errorType: type,
		errorCode: code,
		errorField: field,
		errorCfg: '',
	};
}

function mostOf({ maxrecs }: Texts): number {
	const most = maxrecs === undefined ? DEFAULT_ROWS : Number(maxrecs);
	return most === 0 ? Number.POSITIVE_INFINITY : most;
}

function single(names: readonly string[], query: Texts, options: Texts): Question {
	const input = Object.fromEntries(
		Object.entries(query).filter(([name]) => /^[A-Z0-9]{4}$/.test(name)),
	);
	return {
		program: names[1] ?? '',
		transaction: names[2] ?? '',
		input,
		columns: options.returncols?.split(','),
	};
}

/** https://github.com/infor-cloud/m3-h5-sdk: one program, many transactions */
function questionsOf(body: string): Question[] {
	const { program, transactions } = JSON.parse(body) as {
		program: string;
		transactions: Array<{ transaction: string; record?: Texts; selectedColumns?: string[] }>;
	};
	return transactions.map(({ transaction, record = {}, selectedColumns: columns }) => ({
		program,
		transaction,
		input: record,
		columns,
	}));
}

function parametersOf(pairs: readonly string[]): Texts {
	return Object.fromEntries(
		pairs
			.filter((pair) => pair !== '')
			.map((pair) => {
				const at = pair.indexOf('=');
				return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
			}),
	);
}

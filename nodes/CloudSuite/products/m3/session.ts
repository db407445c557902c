import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError, operationError } from '../../../shared/errors/nodeErrors';
import type { Reply } from '../../../shared/http/send';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { toNodeError } from '../../transport/failure';
import { isNoJson } from '../../transport/judge';
import { queryOf } from '../../transport/queryOf';
import type { M3Answer, M3Refusal, M3Result, M3Row } from './answer';
import { isAbsent, readAnswer } from './answer';
import type { M3Options } from './settings';

/** One transaction of a program, e.g. `CRS610MI/LstByNumber`. */
export interface M3Call {
	program: string;
	transaction: string;
	/** Input fields; empty ones are not sent. */
	input: Readonly<Record<string, string>>;
	/** Output fields; all when absent. */
	columns?: readonly string[];
	/** Most rows; the setting when absent. */
	most?: number;
}

/** Of a bulk call, where all transactions are of one program. */
export type M3Transaction = Pick<M3Call, 'transaction' | 'input' | 'columns'>;

type SessionOptions = Pick<
	M3Options,
	'm3Path' | 'optionStyle' | 'division' | 'maxRecords' | 'language' | 'bulkSize' | 'separator'
>;

/**
 * Runs reading transactions of one company. Addresses and options as Infor's own SDK builds them:
 * https://github.com/infor-cloud/m3-h5-sdk (at 234d1df, m3-odin/projects/infor-up/m3-odin/src/lib/mi/runtime.ts)
 */
export class M3Session {
	/** Things the user should know. */
	readonly hints: string[] = [];
	/** The separator that worked with EXPORTMI last. */
	separator: string | undefined;

	constructor(
		private readonly client: InforClient,
		readonly node: INode,
		/** Empty: the service account's own. */
		readonly company: string,
		readonly options: SessionOptions,
	) {}

	/** The rows of one call. @throws NodeApiError for whatever M3 refuses */
	async rows(call: M3Call): Promise<M3Row[]> {
		const result = await this.run(call);
		if (result.kind === 'refused') throw this.refused(this.nameOf(call), result.refusal);
		return result.rows;
	}

	/** One call, with M3's refusal as a value. */
	async run(call: M3Call): Promise<M3Result> {
		const reply = await this.client.get(this.urlOf(call));
		const answer = this.read(reply, this.nameOf(call));
		if (answer.kind === 'refused') return answer;
		return answer.results[0] ?? { kind: 'rows', rows: [] };
	}

	/**
	 * Results in the order of the transactions, in as many calls as their number needs. It reads, although it is a POST.
	 * A shorter answer is asked for again from where it ended: M3 drops the end of long ones.
	 */
	async bulk(program: string, transactions: readonly M3Transaction[]): Promise<M3Result[]> {
		const results: M3Result[] = [];
		while (results.length < transactions.length) {
			const batch = transactions.slice(results.length, results.length + this.options.bulkSize);
			const what = `${program}/${batch[0]?.transaction ?? ''} (bulk)${this.place()}`;
			const reply = await this.client.ask({
				method: 'POST',
				url: `${this.base()}?${queryOf(Object.entries(this.callOptions()))}`,
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({
					program,
					transactions: batch.map(({ transaction, input, columns }) => ({
						transaction,
						record: filled(input),
						...(columns ? { selectedColumns: columns } : {}),
					})),
				}),
			});
			const answer = this.read(reply, what);
			if (answer.kind === 'refused') throw this.refused(what, answer.refusal);
			const answered = answer.results.slice(0, batch.length);
			if (answered.length === 0)
				throw operationError(this.node, say('m3_bulk_short', { what, count: batch.length }));
			results.push(...answered);
		}
		return results;
	}

	/** The record of one transaction that reads one; nothing if there is none. */
	oneOf(
		result: M3Result | undefined,
		{ what, key }: { what: string; key: string },
	): M3Row | undefined {
		if (result?.kind !== 'refused') return result?.rows[0];
		if (isAbsent(result.refusal, key)) return undefined;
		throw this.refused(`${what}${this.place()}`, result.refusal);
	}

	hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}

	/** @param what e.g. `CRS610MI/LstByNumber of company 130` */
	refused(what: string, { message, code, field, type }: M3Refusal, status?: number): NodeApiError {
		const details = [code, field].filter((part) => part !== '' && !message.includes(part));
		const said = [...details, message].join(' ');
		const known: Record<string, 'm3_no_transaction' | 'm3_input_missing'> = {
			TransactionNotFound: 'm3_no_transaction',
			MandatoryInputFieldNotFound: 'm3_input_missing',
		};
		return apiError(this.node, say(known[type] ?? 'm3_refused', { what, said }), status);
	}

	nameOf({ program, transaction }: Pick<M3Call, 'program' | 'transaction'>): string {
		return `${program}/${transaction}${this.place()}`;
	}

	private place(): string {
		const { division } = this.options;
		if (this.company === '') return '';
		return ` of company ${this.company}${division === '' ? '' : `, division ${division}`}`;
	}

	/** What M3 itself says; anything else is an error. */
	private read(reply: Reply, what: string): Exclude<M3Answer, { kind: 'unreadable' }> {
		if (reply.kind !== 'answer') throw toNodeError(this.node, what, reply);
		const { status, text } = reply;
		const answer = readAnswer(text);
		if (status === 403 && this.company !== '') {
			const said = answer.kind === 'refused' ? ` (${answer.refusal.message})` : '';
			throw apiError(this.node, say('m3_company_refused', { what, said }), status);
		}
		if (status !== 200 && status !== 400) {
			if (answer.kind === 'refused') throw this.refused(what, answer.refusal, status);
			throw toNodeError(this.node, what, reply);
		}
		if (answer.kind !== 'unreadable') return answer;
		if (status === 400 || isNoJson(text)) throw toNodeError(this.node, what, reply);
		const code = answer.isVersion1 ? 'm3_version_1' : 'm3_not_results';
		throw apiError(this.node, say(code, { what }), status);
	}

	private base(): string {
		return `${this.client.base}/${this.options.m3Path}/execute`;
	}

	private callOptions(most = this.options.maxRecords): Record<string, string> {
		const { division, language } = this.options;
		return filled({
			cono: this.company,
			divi: division,
			lanc: language,
			maxrecs: String(most),
			righttrim: 'true',
		});
	}

	/**
	 * Both ways to write options are in use: parameters of the path, as the SDK does it (with its own spelling of
	 * `excludempty`), and of the query, as the description of the service in the tenant has them.
	 */
	private urlOf({ program, transaction, input, columns, most }: M3Call): string {
		const options = {
			...this.callOptions(most),
			...(columns ? { returncols: columns.join(',') } : {}),
		};
		const path = `${this.base()}/${program}/${transaction}`;
		const fields = filled(input);
		if (this.options.optionStyle === 'matrix') {
			const matrix = { metadata: 'false', excludempty: 'false', ...options };
			const query = queryOf(Object.entries(fields));
			return `${path};${queryOf(Object.entries(matrix), ';')}${query === '' ? '' : `?${query}`}`;
		}
		const known = { dateformat: 'YMD8', excludeempty: 'false', ...options };
		return `${path}?${queryOf(Object.entries({ ...known, ...fields }))}`;
	}
}

function filled(fields: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}

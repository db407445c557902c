import type { INode } from 'n8n-workflow';
import { fingerprint } from '../../../shared/canonicalJson';
import { apiError, operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import type { Place } from './failed';
import { failureOf, goodAnswer, unreadable } from './failed';
import type { ResultPage } from './result';
import { errorIn, readResult } from './result';
import type { LakeOptions } from './settings';

/** Requests per minute and tenant. https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/bca1622476381846.html */
const RATION = 10_000;

/** No result has so many rows: who is asked for what is behind them and gives rows does not heed the offset. */
const BEYOND_EVERYTHING = 2_000_000_000;

/** Characters a page has at least that may have been cut at 10 MB: no character takes more than four bytes. */
const MAYBE_CUT = 2_500_000;

/** What a result should come as. */
export type Accept = 'application/json' | 'text/csv';

/** What is known of a result before it comes. */
export interface Expected {
	accept?: Accept;
	/** Columns the statement selects, in lower case: a head has to name them. */
	columns?: readonly string[];
}

/** A query whose result is there. */
export interface FinishedJob {
	/** Its address. */
	url: string;
	/** What the status said, if it did. */
	rowCount: number | undefined;
}

/** A page, and what it was like on the way. */
interface SentPage extends ResultPage {
	/** Characters. */
	size: number;
	/** Equal for equal pages. */
	mark: string;
}

/** Fetches results of queries. */
export class LakeResults {
	private readonly place: Place;

	constructor(
		private readonly client: InforClient,
		private readonly node: INode,
		private readonly options: Pick<LakeOptions, 'pageSize' | 'trustRowCount'>,
		private readonly item: number | undefined,
	) {
		this.place = { node, item };
	}

	/** The result of a failed query may tell why, in a table of its own. */
	async reasonIn(url: string): Promise<string> {
		const reply = await this.client.get(resultUrl(url, 0, 10));
		const page =
			reply.kind === 'answer' && reply.status === 200
				? readResult(reply.text, reply.headers['content-type'] ?? '')
				: undefined;
		return (page && errorIn(page)) ?? '';
	}

	/**
	 * A page may be cut at 10 MB, so one that is shorter than asked for is not the end: an empty one is. One call less is
	 * needed when the status told how many rows there are, they have come, and the last page is short and nowhere near
	 * 10 MB: what that number counts is not documented, so it is not believed alone.
	 */
	async *pages(
		{ url, rowCount: told }: FinishedJob,
		what: string,
		{ accept = 'application/json', columns: selected = [] }: Expected,
	): AsyncGenerator<ResultPage> {
		const expected = this.options.trustRowCount ? told : undefined;
		let [offset, before] = [0, ''];
		let columns: string[] | undefined;
		for (let number = 1; ; number += 1) {
			const where = `Page ${number} of ${what}`;
			const page = await this.page(url, { offset, where, accept, columns, selected });
			columns ??= page.columns;
			if (page.rows.length === 0) {
				if (expected !== undefined && offset < expected)
					throw this.incomplete(what, offset, expected);
				if (number === 1) yield page;
				return;
			}
			if (page.mark === before && !(await this.heedsOffset(url, accept)))
				throw apiError(this.node, say('compass_page_twice', { what, page: number }));
			before = page.mark;
			offset += page.rows.length;
			yield page;
			const isShort = page.rows.length < this.options.pageSize && page.size < MAYBE_CUT;
			if (offset === expected && isShort) return;
		}
	}

	private async page(
		url: string,
		{
			offset,
			where,
			accept,
			columns,
			selected,
		}: {
			offset: number;
			where: string;
			accept: Accept;
			columns: readonly string[] | undefined;
			selected: readonly string[];
		},
	): Promise<SentPage> {
		await this.client.turn('result', RATION);
		const reply = await this.client.get(resultUrl(url, offset, this.options.pageSize), {
			accept,
		});
		const answer = goodAnswer(this.place, reply, where, 'compass_job_gone');
		const page = readResult(answer.text, answer.headers['content-type'] ?? '', columns);
		if (page === undefined) throw unreadable(this.place, where, answer);
		const error = errorIn(page);
		if (error !== undefined) throw apiError(this.node, failureOf(where, error));
		if (page.head !== undefined && !isHeaded(page, selected))
			throw operationError(this.node, say('compass_no_head', { what: where }), this.item);
		return { ...page, size: answer.text.length, mark: fingerprint(answer.text) };
	}

	/** Two pages may be alike by chance, when a query has few columns; behind the end there is nothing by chance. */
	private async heedsOffset(url: string, accept: Accept): Promise<boolean> {
		const reply = await this.client.get(resultUrl(url, BEYOND_EVERYTHING, 1), { accept });
		// a refusal looked at the offset, too
		if (reply.kind !== 'answer' || reply.status !== 200) return reply.kind === 'answer';
		const page = readResult(reply.text, reply.headers['content-type'] ?? '');
		return page?.rows.length === 0;
	}

	private incomplete(what: string, found: number, expected: number) {
		return operationError(
			this.node,
			say('compass_incomplete', { what, found, expected }),
			this.item,
		);
	}
}

/** A head that was asked for names what was asked for: then it is one, however it is called. */
function isHeaded({ head, columns = [] }: ResultPage, selected: readonly string[]): boolean {
	const named = new Set(columns.map((column) => column.toLowerCase()));
	return selected.length === 0 ? head === 'sure' : selected.every((column) => named.has(column));
}

function resultUrl(url: string, offset: number, limit: number): string {
	return `${url}/result/?offset=${offset}&limit=${limit}`;
}

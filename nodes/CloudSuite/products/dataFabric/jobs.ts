import type { INode, NodeApiError } from 'n8n-workflow';
import { apiError, operationError } from '../../../shared/errors/nodeErrors';
import { systemClock } from '../../../shared/http/clock';
import type { Reply } from '../../../shared/http/send';
import type { Answer } from '../../../shared/http/verdict';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import type { Gone, Place } from './failed';
import { failureOf, goodAnswer, isUnknownName, unreadable } from './failed';
import type { JobState } from './jobState';
import { queryIdIn, readState } from './jobState';
import type { LakeRow, ResultPage } from './result';
import type { Expected, FinishedJob } from './results';
import { LakeResults } from './results';
import type { LakeOptions } from './settings';
import { whyRefused } from './sqlCheck';

/** Requests per minute and tenant. https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/bca1622476381846.html */
const RATIONS = { jobs: 100, status: 1_000 } as const;

/** Compass answers a question for the status at once when there is news, else after so many seconds at the latest. */
const LONG_POLL_S = 25;
/** Between two questions, should the answer come at once all the same. */
const LEAST_PAUSE_MS = 500;
const MOST_PAUSE_MS = 5_000;

type Finished = Extract<JobState, { kind: 'finished' }> & FinishedJob;
type Failed = Extract<JobState, { kind: 'failed' }>;

/**
 * Runs queries on the Data Lake with Compass, version 2: a query is handed in, waited for, and its result fetched in pages.
 * It reads only. https://developer.infor.com/tutorials/external-access-to-data-lake-apis
 */
export class LakeJobs {
	/** Things the user should know, e.g. a table that is not published. */
	readonly hints: string[] = [];
	private readonly results: LakeResults;

	constructor(
		private readonly client: InforClient,
		private readonly node: INode,
		private readonly options: Pick<
			LakeOptions,
			'compassPath' | 'pageSize' | 'waitMinutes' | 'trustRowCount'
		>,
		/** The input item, for errors. */
		private readonly item?: number,
	) {
		this.results = new LakeResults(client, node, options, item);
	}

	/**
	 * The result of a query, page by page. It is kept for hours and does not change meanwhile, so no row moves between two
	 * pages.
	 * @param what for errors, e.g. `LN_tccom100 of company 1300`
	 * @throws NodeApiError when the query fails, takes too long, or a page can not be read
	 */
	async *pages(sql: string, what: string, expected: Expected = {}): AsyncGenerator<ResultPage> {
		const job = await this.finish(await this.start(sql, what), what);
		yield* this.results.pages(job, what, expected);
	}

	/** All rows of a short result, whose columns these are. */
	async rows(sql: string, what: string, columns: readonly string[]): Promise<LakeRow[]> {
		return await allRows(this.pages(sql, what, { columns }));
	}

	/** The same of a table that need not be there; nothing when Compass does not know it, or may not show it. */
	async rowsIfThere(
		sql: string,
		what: string,
		columns: readonly string[],
	): Promise<LakeRow[] | undefined> {
		const outcome = await this.outcome(await this.start(sql, what), what);
		if (outcome.kind === 'finished')
			return await allRows(this.results.pages(outcome, what, { columns }));
		if (isUnknownName(outcome.said)) return undefined;
		throw this.failed(outcome.said, what);
	}

	hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}

	private async start(sql: string, what: string): Promise<string> {
		// whoever wrote it, also the node itself: names and texts in it come from settings and from the tables
		const refused = whyRefused(sql);
		if (refused) throw operationError(this.node, refused, this.item);
		await this.client.turn('jobs', RATIONS.jobs);
		const reply = await this.client.ask({
			method: 'POST',
			url: `${this.base()}/`,
			// without this content type the statement is refused
			headers: { 'content-type': 'text/plain' },
			body: sql,
		});
		const { text } = this.good(reply, `The query of ${what}`);
		const id = queryIdIn(text);
		if (id === undefined) throw this.fail('compass_no_query_id', what);
		return id;
	}

	private async finish(id: string, what: string): Promise<Finished> {
		const outcome = await this.outcome(id, what);
		if (outcome.kind === 'failed') throw this.failed(outcome.said, what);
		return outcome;
	}

	/** Waits until a query has ended. Whatever ends the waiting before, Compass is told not to go on. */
	private async outcome(id: string, what: string): Promise<Finished | Failed> {
		const deadline = systemClock.now() + this.options.waitMinutes * 60_000;
		const url = `${this.base()}/${encodeURIComponent(id)}`;
		let hasEnded = false;
		try {
			for (let pauseMs = LEAST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, MOST_PAUSE_MS)) {
				const askedAt = systemClock.now();
				const state = await this.state(url, what, Math.ceil((deadline - askedAt) / 1000));
				hasEnded = state.kind !== 'running';
				if (state.kind === 'finished') return { ...state, url };
				if (state.kind === 'failed')
					return { ...state, said: state.said || (await this.results.reasonIn(url)) };
				if (state.kind === 'canceled') throw this.fail('compass_canceled', what);
				if (state.kind === 'unknown') throw this.unknown(state.status, what);
				const now = systemClock.now();
				if (now >= deadline) throw this.tooSlow(what);
				await this.client.wait(Math.max(0, pauseMs - (now - askedAt)));
			}
		} finally {
			if (!hasEnded) await this.client.withdraw(`${url}/cancel/`);
		}
	}

	private async state(url: string, what: string, secondsLeft: number): Promise<JobState> {
		await this.client.turn('status', RATIONS.status);
		const timeout = Math.max(1, Math.min(LONG_POLL_S, secondsLeft));
		const reply = await this.client.get(`${url}/status/?timeout=${timeout}`);
		const where = `The status of ${what}`;
		const answer = this.good(reply, where, 'compass_job_gone');
		const state = readState(answer.status, answer.text);
		if (state === undefined) throw this.unreadable(where, answer);
		return state;
	}

	private base(): string {
		return `${this.client.base}/${this.options.compassPath}/jobs`;
	}

	private good(reply: Reply, what: string, gone?: Gone): Answer {
		return goodAnswer(this.place(), reply, what, gone);
	}

	private unreadable(what: string, answer: Answer): NodeApiError {
		return unreadable(this.place(), what, answer);
	}

	private place(): Place {
		return { node: this.node, item: this.item };
	}

	private failed(said: string, what: string): NodeApiError {
		return apiError(this.node, failureOf(what, said), undefined, this.item);
	}

	private unknown(status: string, what: string): NodeApiError {
		const said = say('compass_status_unknown', { what, status });
		return apiError(this.node, said, undefined, this.item);
	}

	private tooSlow(what: string): NodeApiError {
		const minutes = this.options.waitMinutes;
		return apiError(this.node, say('compass_too_slow', { what, minutes }), undefined, this.item);
	}

	private fail(code: 'compass_no_query_id' | 'compass_canceled', what: string): NodeApiError {
		return apiError(this.node, say(code, { what }), undefined, this.item);
	}
}

async function allRows(pages: AsyncIterable<ResultPage>): Promise<LakeRow[]> {
	const rows: LakeRow[] = [];
	for await (const page of pages) for (const row of page.rows) rows.push(row);
	return rows;
}

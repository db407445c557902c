import type { INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { apiError, operationError } from '../../../shared/errors/nodeErrors';
import type { Reply } from '../../../shared/http/send';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { toNodeError } from '../../transport/failure';
import { isNoJson } from '../../transport/judge';
import { linkedPages, resolveLink } from '../../transport/linkedPages';
import { queryOf } from '../../transport/queryOf';
import type { FsmAnswer, FsmReply, FsmRow } from './answer';
import { readAnswer, readCount } from './answer';
import type { SentFilter } from './conditions';
import type { FsmOptions } from './settings';

/** A question for records of a class. */
export interface ListQuestion {
	fields: readonly string[];
	filter?: SentFilter['params'];
	/** Rows per page; the setting when absent. */
	pageSize?: number;
	/** Only what changed after `from` and up to `to`, in FSM's own form. */
	changed?: { from: string; to?: string };
	/** Go on by this link, which came with an earlier page of the same question. */
	link?: string;
	/** Told when FSM does not take the link any more, which then has no pages; without it that is an error. */
	onRefused?: () => void;
}

export interface FsmPage {
	/** 1-based. */
	page: number;
	rows: FsmRow[];
	/** To the page behind it, as FSM wrote it; nothing at the end. */
	next?: string | undefined;
}

/**
 * Reads lists of business classes, all pages to the end.
 * https://docs.infor.com/lmrk/2025.x/en-us/lmrkolh/lmrkwsrg/suj1541471703776.html; parameters as in the interactive
 * documentation every tenant has behind `{FSM path}/doco` and in https://github.com/clipham/infor-cloudsuite-mcp.
 */
export class FsmLists {
	/** Things the user should know, e.g. fields this tenant does not have. */
	readonly hints: string[] = [];

	constructor(
		private readonly client: InforClient,
		private readonly node: INode,
		private readonly options: Pick<
			FsmOptions,
			'fsmPath' | 'list' | 'pageSize' | 'setName' | 'relatedRecords'
		>,
	) {}

	/** @throws NodeApiError when FSM answers with anything but a list */
	async *pages(name: string, question: ListQuestion): AsyncGenerator<FsmPage> {
		const { link, onRefused } = question;
		const first =
			link === undefined ? this.addressOf(name, question) : this.sameGateway(name, link);
		const pages = linkedPages(first, {
			read: async (url, page) => {
				const where = `Page ${page} of class ${name}`;
				const answer = await this.answer(url, where);
				if (answer.kind === 'exception' && onRefused && page === 1) {
					onRefused();
					return { page, rows: [], next: undefined };
				}
				if (answer.kind === 'exception') throw this.refused(where, answer.message);
				const { rows, next, hasLinks } = answer;
				// how many rows FSM gives at most is not published: a page that is not full may be cut, too
				if (!hasLinks && rows.length > 0)
					throw operationError(this.node, say('fsm_no_links', { what: where }));
				return { page, rows, next };
			},
			resolve: (next) => this.sameGateway(name, next),
			stuck: (page, url) => this.stuck(name, page, url),
		});
		yield* pages;
	}

	/** Where a question begins: the same for the same question. */
	addressOf(name: string, question: ListQuestion): string {
		const size = Math.min(this.options.pageSize, question.pageSize ?? Number.POSITIVE_INFINITY);
		return this.listUrl(name, this.parametersOf(question, size));
	}

	/** A few rows, or FSM's refusal as a value: for questions that try whether something exists. */
	async sample(name: string, question: ListQuestion, count: number): Promise<FsmReply> {
		const url = this.listUrl(name, this.parametersOf(question, count));
		return await this.answer(url, `A sample of class ${name}`);
	}

	/** How many records there are; nothing when the answer does not say so. */
	async count(
		name: string,
		field: string,
		filter: SentFilter['params'],
	): Promise<number | undefined> {
		const url = this.listUrl(name, {
			_fields: field,
			...filter,
			_recordCountOnly: 'true',
			_out: 'JSON',
			_flatten: 'false',
		});
		const where = `The count of class ${name}`;
		const { reply, answer } = await this.ask(url, where);
		if (answer.kind === 'exception') throw this.refused(where, answer.message, reply);
		return reply.kind === 'answer' ? readCount(reply.text) : undefined;
	}

	/** An answer that is known to be no exception, e.g. the list of classes, whose shape is not documented. */
	async text(path: string, where: string): Promise<string> {
		const { reply, answer } = await this.ask(`${this.base()}/${path}`, where);
		if (answer.kind === 'exception') throw this.refused(where, answer.message, reply);
		return reply.kind === 'answer' ? reply.text : '';
	}

	/** @throws NodeApiError for FSM's refusal that `sample` returned */
	fail(name: string, answer: Extract<FsmAnswer, { kind: 'exception' }>): NodeApiError {
		return this.refused(`A sample of class ${name}`, answer.message);
	}

	hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}

	private async answer(url: string, where: string): Promise<FsmReply> {
		const { answer } = await this.ask(url, where);
		if (answer.kind === 'unreadable')
			throw apiError(this.node, say('fsm_not_a_list', { what: where }), 200);
		return answer;
	}

	/** FSM's own words first, whatever the status; then the status. */
	private async ask(url: string, where: string): Promise<{ reply: Reply; answer: FsmAnswer }> {
		const reply = await this.client.get(url);
		if (reply.kind !== 'answer') throw toNodeError(this.node, where, reply);
		const answer = readAnswer(reply.text);
		const isUnread = answer.kind === 'unreadable' && isNoJson(reply.text);
		if (answer.kind !== 'exception' && (reply.status !== 200 || isUnread))
			throw toNodeError(this.node, where, reply);
		return { reply, answer };
	}

	private refused(what: string, said: string, reply?: Reply): NodeApiError {
		const status = reply?.kind === 'answer' ? reply.status : undefined;
		const code = /data context/i.test(said) ? 'fsm_no_data_context' : 'fsm_exception';
		return apiError(this.node, say(code, { what, said }), status);
	}

	private base(): string {
		return `${this.client.base}/${this.options.fsmPath}`;
	}

	private listUrl(name: string, parameters: Readonly<Record<string, string>>): string {
		const list = encodeURIComponent(this.options.list);
		return `${this.base()}/classes/${encodeURIComponent(name)}/lists/${list}?${queryOf(Object.entries(parameters))}`;
	}

	private parametersOf(
		{ fields, filter, changed }: ListQuestion,
		limit: number,
	): Record<string, string> {
		const { setName, relatedRecords } = this.options;
		return {
			_fields: fields.join(','),
			_limit: String(limit),
			...filter,
			...(setName === '' ? {} : { _setName: setName }),
			...(changed === undefined ? {} : { _fts: changed.from }),
			...(changed?.to === undefined ? {} : { _tts: changed.to }),
			...(changed === undefined || relatedRecords === '' ? {} : { _rrs: relatedRecords }),
			_links: 'true',
			_pageNav: 'true',
			_out: 'JSON',
			_flatten: 'false',
		};
	}

	/** Next links are relative to the lists of the class, and are followed as they are. */
	private sameGateway(name: string, next: string): string {
		const lists = `${this.base()}/classes/${encodeURIComponent(name)}/lists/`;
		const link = resolveLink(next, lists);
		if ('url' in link) return link.url;
		throw operationError(
			this.node,
			say('fsm_link_elsewhere', { class: name, host: link.elsewhere }),
		);
	}

	private stuck(name: string, page: number, url: string): NodeOperationError {
		const position = new URL(url).searchParams.get('_position') ?? 'no position';
		return operationError(this.node, say('fsm_page_twice', { class: name, page, position }));
	}
}

import type { INode, NodeOperationError } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import type { Reply } from '../../../shared/http/send';
import { objectOf, parseExactly, parseJson, withoutMark } from '../../../shared/json';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { toNodeError } from '../../transport/failure';
import type { LinkedPage } from '../../transport/linkedPages';
import { linkedPages, resolveLink } from '../../transport/linkedPages';
import { numberOf } from '../values';
import { expectedInstead } from './columnTypes';
import type { ServiceColumns } from './metadata';
import { readMetadata } from './metadata';
import { queryString } from './query';
import type { LnOptions } from './settings';
import type { LnSet } from './sets';

/** A row as LN sends it. */
export type LnRow = Record<string, unknown>;

export type LnSettings = Pick<LnOptions, 'language' | 'pageSize' | 'lnPath'> & {
	/** As the user typed it, e.g. `1300`. */
	company: string;
};

/** How often a set is read when rows go away meanwhile. */
const MOST_READINGS = 3;

/** Reads entity sets of one LN company: the same headers on every page, all pages to the end. */
export class LnSession {
	/** Things the user should know, e.g. a service that is not activated. */
	readonly hints: string[] = [];
	private readonly metadata = new Map<string, ServiceColumns | undefined>();
	private readonly wholeSets = new Map<LnSet, LnRow[]>();

	constructor(
		private readonly client: InforClient,
		private readonly node: INode,
		private readonly settings: LnSettings,
	) {}

	/** Makes sure that this tenant has what is needed of these sets, before anything is read of any. */
	async check(sets: readonly LnSet[]): Promise<void> {
		for (const set of sets) await this.columns(set);
	}

	/**
	 * All rows of a set that match. Nothing for an optional set this tenant has not.
	 * @param filter OData
	 * @param atMost stop after so many rows
	 */
	async read(set: LnSet, filter?: string, atMost = Number.POSITIVE_INFINITY): Promise<LnRow[]> {
		if (atMost === Number.POSITIVE_INFINITY) return await this.readAll(set, filter);
		const rows: LnRow[] = [];
		for await (const page of this.pages(set, { filter, pageSize: atMost })) {
			for (const row of page) rows.push(row);
			if (rows.length >= atMost) break;
		}
		return rows.slice(0, atMost);
	}

	/**
	 * A row that goes away while we read moves another one from the next page to the last, unseen. So LN is asked with the
	 * first page how many there are; with fewer, all is read again.
	 */
	private async readAll(set: LnSet, filter: string | undefined): Promise<LnRow[]> {
		for (let readings = 1; ; readings += 1) {
			let expected: number | undefined;
			const rows: LnRow[] = [];
			const onCount = (count: number) => (expected = count);
			for await (const page of this.pages(set, { filter, onCount }))
				for (const row of page) rows.push(row);
			const keys = new Set(rows.map((row) => JSON.stringify(set.order.map((name) => row[name]))));
			// a tenant without one of the key's columns has rows that can not be told apart
			const isComparable = rows.every((row) => set.order.every((name) => name in row));
			if (expected === undefined || !isComparable || keys.size >= expected) return rows;
			if (readings === MOST_READINGS) throw this.incomplete(set, keys.size, expected);
		}
	}

	/** The rows of a set, page by page. */
	async *pages(
		set: LnSet,
		{
			filter,
			pageSize = Number.POSITIVE_INFINITY,
			onCount,
		}: {
			filter?: string | undefined;
			pageSize?: number;
			/** Told how many rows there are, if LN says so. */
			onCount?: (count: number) => void;
		} = {},
	): AsyncGenerator<LnRow[]> {
		const columns = await this.columns(set);
		if (!columns) return;
		// a key that is unique gives pages a lasting order: rows neither repeat nor vanish between two of them
		const $orderby = set.order.filter((column) => columns.includes(column)).join(',');
		const $count = onCount ? 'true' : undefined;
		const query = queryString({ $select: columns.join(','), $filter: filter, $orderby, $count });
		const size = Math.min(this.settings.pageSize, pageSize);
		const pages = linkedPages(`${this.serviceUrl(set.service)}/${set.set}${query}`, {
			read: async (url, page) => {
				const read = await this.page(set, url, page, size);
				if (page === 1 && read.count !== null) onCount?.(read.count);
				return read;
			},
			resolve: (next, current) => this.sameGateway(set, next, current),
			stuck: (page) => operationError(this.node, say('page_twice', { page, set: set.set })),
		});
		for await (const { rows } of pages) yield rows;
	}

	/** How many rows of a set match; `filter` is OData. LN counts, one row comes along. */
	async count(set: LnSet, filter?: string): Promise<number> {
		const columns = await this.columns(set);
		if (!columns) return 0;
		const query = queryString({ $select: set.key, $filter: filter, $top: '1', $count: 'true' });
		const where = `The count of ${set.service}/${set.set} in company ${this.settings.company}`;
		const headers = { ...this.headers(), prefer: 'odata.maxpagesize=1' };
		const url = `${this.serviceUrl(set.service)}/${set.set}${query}`;
		const reply = await this.client.get(url, headers);
		if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(this.node, where, reply);
		const body = objectOf(parseJson(withoutMark(reply.text)));
		// one client has seen it as a text
		const count = numberOf(body?.['@odata.count']);
		if (count === null) throw toNodeError(this.node, where, reply);
		return count;
	}

	/** A whole set that does not change during a run, e.g. a code table: read at its first use only. */
	async readOnce(set: LnSet): Promise<LnRow[]> {
		const rows = this.wholeSets.get(set) ?? (await this.read(set));
		this.wholeSets.set(set, rows);
		return rows;
	}

	private async page(
		set: LnSet,
		url: string,
		page: number,
		pageSize: number,
	): Promise<LinkedPage<LnRow> & { count: number | null }> {
		const where = `Page ${page} of ${set.service}/${set.set} in company ${this.settings.company}`;
		const headers = { ...this.headers(), prefer: `odata.maxpagesize=${pageSize}` };
		const reply = await this.client.get(url, headers);
		if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(this.node, where, reply);
		const body = objectOf(parseExactly(withoutMark(reply.text)));
		if (!Array.isArray(body?.value)) throw toNodeError(this.node, where, reply);
		const next = body['@odata.nextLink'];
		return {
			rows: body.value as LnRow[],
			count: numberOf(body['@odata.count']),
			...(typeof next === 'string' && next !== '' ? { next } : {}),
		};
	}

	/** The columns to select: what we want and this tenant has. */
	private async columns(set: LnSet): Promise<string[] | undefined> {
		const service = await this.service(set);
		const available = service?.get(set.set);
		const named = { service: set.service, set: set.set };
		if (!available) {
			if (!set.optional) {
				throw operationError(this.node, say('set_missing', named));
			}
			this.hint(say('set_left_out', named).reason);
			return undefined;
		}
		this.checkTypes(set, available);
		const missing = set.needed.filter((column) => !available.has(column));
		if (missing.length === 0)
			return [...set.needed, ...set.wanted.filter((column) => available.has(column))];
		const lacking = { ...named, columns: missing.join(', ') };
		if (!set.optional) throw operationError(this.node, say('columns_missing', lacking));
		this.hint(say('columns_left_out', lacking).reason);
		return undefined;
	}

	/** A column of another type would be read as something it is not: so nothing is. */
	private checkTypes(set: LnSet, available: ReadonlyMap<string, string>): void {
		for (const column of [...set.needed, ...set.wanted]) {
			const type = available.get(column);
			const expected = type === undefined ? undefined : expectedInstead(column, type);
			if (type === undefined || expected === undefined) continue;
			const { service, set: name } = set;
			const values = { service, set: name, column, type, expected };
			throw operationError(this.node, say('column_type', values));
		}
	}

	/** What a service offers, read once; `undefined` when an optional one is not there. */
	private async service({ service, optional }: LnSet): Promise<ServiceColumns | undefined> {
		if (this.metadata.has(service)) return this.metadata.get(service);
		const reply = await this.client.get(`${this.serviceUrl(service)}/$metadata`, this.headers());
		const columns =
			reply.kind === 'answer' && reply.status === 200 ? readMetadata(reply.text) : undefined;
		if (!columns && !isAbsent(reply, optional))
			throw toNodeError(this.node, `The metadata of ${service}`, reply);
		this.metadata.set(service, columns);
		return columns;
	}

	private serviceUrl(service: string): string {
		const path = this.settings.lnPath.replace(/^\/+|\/+$/g, '');
		return `${this.client.base}/${path}/odata/${service}`;
	}

	/** Company and language are pinned on every page: without them a next link answers for the service user's own company. */
	private headers(): Record<string, string> {
		const { company, language } = this.settings;
		return {
			...(company === '' ? {} : { 'x-infor-lncompany': company }),
			'content-language': language,
		};
	}

	private sameGateway(set: LnSet, next: string, current: string): string {
		const link = resolveLink(next, current);
		if ('url' in link) return link.url;
		throw operationError(
			this.node,
			say('next_link_elsewhere', { set: set.set, host: link.elsewhere }),
		);
	}

	private incomplete(set: LnSet, found: number, expected: number): NodeOperationError {
		const { company } = this.settings;
		return operationError(
			this.node,
			say('list_incomplete', { set: set.set, company, found, expected }),
		);
	}

	private hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}
}

/** Forbidden is no "absent" for contacts and tax numbers: without them customers would lose what they are found by. */
function isAbsent(reply: Reply, optional: LnSet['optional']): boolean {
	if (reply.kind !== 'answer' || optional === undefined) return false;
	return reply.status === 404 || (reply.status === 403 && optional === 'codes');
}

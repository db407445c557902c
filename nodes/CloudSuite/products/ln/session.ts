import type { INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import type { Said } from '../../../shared/errors/types';
import type { Reply } from '../../../shared/http/send';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { linkedPages, resolveLink } from '../../transport/linkedPages';
import { lnFailure } from './failure';
import type { MetadataStore } from './metadataStore';
import { canonicalCompany } from './normalise';
import { pathOf } from './places';
import { queryString } from './query';
import { countIn, pageIn } from './rows';
import type { LnOptions } from './settings';
import type { LnSet } from './sets';
import type { TenantSettings } from './tenantSets';
import { TenantSets, isAbsent } from './tenantSets';

/** A row as LN sends it. */
export type LnRow = Record<string, unknown>;

export type LnSettings = Pick<LnOptions, 'language' | 'pageSize' | 'lnPath'> &
	TenantSettings & {
		/** As the user typed it, e.g. `1300`. */
		company: string;
	};

/** How often a set is read when rows go away meanwhile. */
const MOST_READINGS = 3;

/** Reads entity sets of one LN company: the same headers on every page, all pages to the end. */
export class LnSession {
	/** Things the user should know, e.g. a service that is not activated. */
	readonly hints: string[] = [];
	/** What this tenant has. */
	readonly tenant: TenantSets;
	/** Sets that may not be read, although they are there. */
	readonly leftOut = new Set<LnSet>();
	private readonly wholeSets = new Map<LnSet, LnRow[]>();

	/** @param store where metadata are kept for other sessions */
	constructor(
		private readonly client: InforClient,
		private readonly node: INode,
		private readonly settings: LnSettings,
		store?: MetadataStore,
	) {
		const { lnPath, company } = settings;
		// services are activated per company, and what a log-in may see is its own
		const where = [client.base, client.credential, lnPath, canonicalCompany(company)];
		this.tenant = new TenantSets(
			node,
			settings,
			(service) => this.get(`${this.serviceUrl(service)}/$metadata`),
			(text) => this.hint(text),
			store && { store, name: where.join(' ') },
		);
	}

	/** Makes sure that this tenant has what is needed of these sets, before anything is read of any. */
	async check(sets: readonly LnSet[]): Promise<void> {
		for (const set of sets) await this.tenant.columns(set);
	}

	/** e.g. `tcapi.ibdItem/Items`, where this tenant has it. */
	pathOf(set: LnSet): string {
		return pathOf(this.tenant.placeOf(set));
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
			if (readings === MOST_READINGS)
				throw this.fail(
					say('list_incomplete', {
						set: this.tenant.placeOf(set).set,
						company: this.settings.company,
						found: keys.size,
						expected,
					}),
				);
		}
	}

	/** The rows of a set, page by page. */
	async *pages(
		set: LnSet,
		{
			filter,
			pageSize = Number.POSITIVE_INFINITY,
			onCount,
			onRefused,
		}: {
			filter?: string | undefined;
			pageSize?: number;
			/** Told how many rows there are, if LN says so. */
			onCount?: (count: number) => void;
			/** Told when LN does not take the question (400), which then has no pages; without it that is an error. */
			onRefused?: () => void;
		} = {},
	): AsyncGenerator<LnRow[]> {
		const size = Math.min(this.settings.pageSize, pageSize);
		const first = await this.ask(set, size, (columns) => ({
			$select: columns.join(','),
			$filter: filter,
			// a key that is unique gives pages a lasting order: rows neither repeat nor vanish between two of them
			$orderby: set.order.filter((column) => columns.includes(column)).join(','),
			$count: onCount ? 'true' : undefined,
		}));
		if (!first) return;
		if (onRefused && first.reply.kind === 'answer' && first.reply.status === 400) {
			onRefused();
			return;
		}
		const pages = linkedPages(first.url, {
			read: async (url, page) => {
				const reply = page === 1 ? first.reply : await this.get(url, size);
				const read = pageIn(reply);
				if (!read) throw this.unreadable(set, `Page ${page}`, reply);
				if (page === 1 && read.count !== null) onCount?.(read.count);
				return read;
			},
			resolve: (next, current) => this.sameGateway(set, next, current),
			stuck: (page) => this.fail(say('page_twice', { page, set: this.tenant.placeOf(set).set })),
		});
		for await (const { rows } of pages) yield rows;
	}

	/** How many rows of a set match; `filter` is OData. LN counts, one row comes along. */
	async count(set: LnSet, filter?: string): Promise<number> {
		const counted = await this.ask(set, 1, () => ({
			$select: set.key,
			$filter: filter,
			$top: '1',
			$count: 'true',
		}));
		if (!counted) return 0;
		const count = countIn(counted.reply);
		if (count === null) throw this.unreadable(set, 'The count', counted.reply);
		return count;
	}

	/** A whole set that does not change during a run, e.g. a code table: read at its first use only. */
	async readOnce(set: LnSet): Promise<LnRow[]> {
		const rows = this.wholeSets.get(set) ?? (await this.read(set));
		this.wholeSets.set(set, rows);
		return rows;
	}

	/**
	 * Asks a set for rows. Metadata that were kept may be out of date: when LN refuses the question, they are read again,
	 * and what the tenant no longer has is named, or left out.
	 * @returns nothing for an optional set this tenant has not
	 */
	private async ask(
		set: LnSet,
		pageSize: number,
		queryFor: (columns: readonly string[]) => Record<string, string | undefined>,
	): Promise<{ url: string; reply: Reply } | undefined> {
		for (;;) {
			const columns = await this.tenant.columns(set);
			if (!columns) return undefined;
			const { service, set: name } = this.tenant.placeOf(set);
			const url = `${this.serviceUrl(service)}/${name}${queryString(queryFor(columns))}`;
			const reply = await this.get(url, pageSize);
			const status = reply.kind === 'answer' ? reply.status : undefined;
			const isRole = set.optional === 'role' && this.tenant.isOptional(set);
			const isRefused = status === 400 || status === 403 || status === 404;
			// a role may be forbidden while its service is not, which metadata do not tell
			if (isRefused && !(isRole && status === 403) && this.tenant.forget(set)) continue;
			if (!isRole || !isAbsent(reply, 'role')) return { url, reply };
			this.leftOut.add(set);
			this.hint(say('set_left_out', { service, set: name }).reason);
			return undefined;
		}
	}

	private unreadable(set: LnSet, what: string, reply: Reply): NodeApiError {
		const where = `${what} of ${this.pathOf(set)} in company ${this.settings.company}`;
		return lnFailure(this.node, where, reply);
	}

	/**
	 * Company and language are pinned on every page: without them a next link answers for the service user's own company.
	 * @param pageSize for rows
	 */
	private async get(url: string, pageSize?: number): Promise<Reply> {
		const { company, language } = this.settings;
		return await this.client.get(url, {
			...(company === '' ? {} : { 'x-infor-lncompany': company }),
			'content-language': language,
			...(pageSize === undefined ? {} : { prefer: `odata.maxpagesize=${pageSize}` }),
		});
	}

	private serviceUrl(service: string): string {
		const path = this.settings.lnPath.replace(/^\/+|\/+$/g, '');
		return `${this.client.base}/${path}/odata/${service}`;
	}

	private sameGateway(set: LnSet, next: string, current: string): string {
		const link = resolveLink(next, current);
		if ('url' in link) return link.url;
		const named = { set: this.tenant.placeOf(set).set, host: link.elsewhere };
		throw this.fail(say('next_link_elsewhere', named));
	}

	/** An error of what was asked of this tenant. */
	fail(said: Said): NodeOperationError {
		return operationError(this.node, said);
	}

	/** Said once. */
	hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}
}

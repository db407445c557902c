import type { INode, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { apiError, operationError } from '../../../shared/errors/nodeErrors';
import type { Said } from '../../../shared/errors/types';
import type { Reply } from '../../../shared/http/send';
import { systemClock } from '../../../shared/http/clock';
import { say } from '../../errors/say';
import type { InforClient } from '../../transport/client';
import { toNodeError } from '../../transport/failure';
import { isNoJson } from '../../transport/judge';
import { queryOf } from '../../transport/queryOf';
import type { CsiAnswer } from './answer';
import { readConfigurations, readInfo, readLoad, refusalOf } from './answer';
import { keptConfigurations, spelled } from './configurations';
import type { CheckedEntity, Entity } from './entities';
import { compare } from './entities';
import type { CsiOptions } from './settings';

/** A question for rows of an IDO. */
export interface Load {
	ido: string;
	properties: readonly string[];
	/** Empty: all rows. */
	filter: string;
	orderBy: readonly string[];
	/** Most rows; 0 for all of them. */
	most: number;
}

export type CsiPage = Extract<CsiAnswer, { kind: 'rows' }>;

/** Names an error shows at most. */
const MOST_NAMED = 80;

/**
 * Reads IDOs of one configuration, which is one site. https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/;
 * addresses behind the gateway as in https://github.com/functionaldevices-cis/syteline-api-examples (at 2c1edd5)
 */
export class CsiSession {
	/** Things the user should know. */
	readonly hints: string[] = [];
	private readonly checked = new Map<string, Promise<CheckedEntity>>();
	private named: string;

	constructor(
		private readonly client: InforClient,
		readonly node: INode,
		/** The name of the configuration; empty only where none is needed. */
		configured: string,
		readonly options: Pick<
			CsiOptions,
			'csiPath' | 'pageSize' | 'paging' | 'leftOut' | 'numberLength'
		>,
	) {
		this.named = configured;
	}

	/** The name of the configuration: once an entity was checked, as the tenant writes it. */
	get company(): string {
		return this.named;
	}

	/**
	 * Compares the properties of an entity with what this tenant's IDO has, before anything is read: one that was renamed
	 * must not look like values that are gone. Once per entity.
	 * @throws NodeOperationError naming every property that is missing
	 */
	async check(entity: Entity): Promise<CheckedEntity> {
		const checking = this.checked.get(entity.ido) ?? this.compare(entity);
		this.checked.set(entity.ido, checking);
		return await checking;
	}

	/** The address of a load. Names of options are in small letters, as Infor's guide has them. */
	urlOf({ ido, properties, filter, orderBy, most }: Load, bookmark?: string): string {
		const place = bookmark === undefined ? {} : { loadtype: 'NEXT', bookmark };
		const query = {
			properties: properties.join(','),
			...(filter === '' ? {} : { filter }),
			orderby: orderBy.join(','),
			// without it, and for -1, CSI gives 200 rows
			recordcap: String(most),
			// rows without `_ItemId`, which is for changing them
			readonly: 'true',
			...place,
		};
		return `${this.base()}/load/${encodeURIComponent(ido)}?${queryOf(Object.entries(query))}`;
	}

	/** One page. @throws NodeApiError for whatever is no list of rows */
	async load(url: string, what: string): Promise<CsiPage> {
		const reply = await this.ask(url, what);
		const answer = readLoad(reply.text);
		if (answer.kind === 'rows') return answer;
		if (answer.kind === 'refused') throw this.refused(what, answer.message);
		if (isNoJson(reply.text)) throw toNodeError(this.node, what, reply);
		const code = answer.isVersion1 ? 'csi_version_1' : 'csi_not_rows';
		throw apiError(this.node, say(code, { what }), reply.status);
	}

	/** The configurations of the tenant. */
	async configurations(): Promise<string[]> {
		const what = 'The list of configurations';
		const reply = await this.ask(`${this.base()}/configurations`, what);
		const names = readConfigurations(reply.text);
		if (names) return names;
		if (isNoJson(reply.text)) throw toNodeError(this.node, what, reply);
		throw this.refused(what, refusalOf(reply.text) ?? 'the answer has no configurations');
	}

	/** What is read, for errors. @param page 1-based */
	nameOf(ido: string, page: number): string {
		return `Page ${page} of ${ido}, configuration ${this.company},`;
	}

	fail(said: Said): NodeOperationError {
		return operationError(this.node, said);
	}

	hint(text: string): void {
		if (!this.hints.includes(text)) this.hints.push(text);
	}

	private async compare(entity: Entity): Promise<CheckedEntity> {
		const { ido, key, needed } = entity;
		// it is part of every key: in another letter case, all records would be others
		this.named = spelled(this.named, await this.knownNames());
		const lengths = await this.describe(ido);
		const available = lengths && new Set(lengths.keys());
		const { properties, missing } = compare(entity, available, this.options.leftOut);
		if (missing.length > 0)
			throw operationError(
				this.node,
				say('csi_properties_missing', {
					ido,
					company: this.company,
					properties: missing.join(', '),
					needed: needed.join(', '),
					available: shortList([...(available ?? [])]),
				}),
			);
		const known = new Set(properties);
		return {
			ido,
			key,
			properties,
			has: (property) => known.has(property),
			keyLength: lengths?.get(key),
			justified: entity.isJustified ? lengths?.get(key) || this.options.numberLength : undefined,
		};
	}

	/** The names of configurations; none, with a hint, where the service account may not list them. */
	private async knownNames(): Promise<readonly string[]> {
		const place = [this.base(), this.client.credential].join(' ');
		const known = keptConfigurations.at(place, systemClock.now());
		const names = known ?? (await this.listedNames());
		if (!known) keptConfigurations.keep(place, names, systemClock.now());
		if (names.length === 0)
			this.hint(say('csi_configurations_unread', { company: this.named }).reason);
		return names;
	}

	private async listedNames(): Promise<readonly string[]> {
		const reply = await this.client.get(`${this.base()}/configurations`, {});
		const status = reply.kind === 'answer' ? reply.status : undefined;
		if (reply.kind === 'answer' && status === 200 && !isNoJson(reply.text))
			return readConfigurations(reply.text) ?? [];
		if (status === 403 || status === 404) return [];
		// a failure that passes must not lead to other keys than the next run has
		throw toNodeError(this.node, 'The list of configurations', reply);
	}

	/** Lengths by property; nothing where CSI does not describe the IDO: then a load says what is missing. */
	private async describe(
		ido: string,
	): Promise<ReadonlyMap<string, number | undefined> | undefined> {
		const what = `The description of ${ido}, configuration ${this.company},`;
		const reply = await this.ask(`${this.base()}/info/${encodeURIComponent(ido)}`, what);
		if (isNoJson(reply.text)) throw toNodeError(this.node, what, reply);
		const info = readInfo(reply.text);
		if (info.kind === 'properties') return info.lengths;
		this.hint(say('csi_not_described', { ido, said: info.message }).reason);
		return undefined;
	}

	/** An answer of CSI itself: all of them come with HTTP 200. */
	private async ask(url: string, what: string): Promise<Extract<Reply, { kind: 'answer' }>> {
		const reply = await this.client.get(
			url,
			this.company === '' ? {} : configurationHeader(this.company),
		);
		if (reply.kind !== 'answer' || reply.status !== 200) throw toNodeError(this.node, what, reply);
		return reply;
	}

	private refused(what: string, said: string): NodeApiError {
		const known = KNOWN_REFUSALS.find(([pattern]) => pattern.test(said));
		return apiError(this.node, say(known?.[1] ?? 'csi_refused', { what, said }), 200);
	}

	private base(): string {
		return `${this.client.base}/${this.options.csiPath}`;
	}
}

/** Needed with every call through the gateway; the name is the tenant's and the site's together. */
export function configurationHeader(name: string): Record<string, string> {
	return { 'x-infor-mongooseconfig': name };
}

/** Texts met by https://github.com/DirectorVector/syteline-ido-api-agent-docs (at acb91e0); others are told as they are. */
const KNOWN_REFUSALS = [
	[/requires \[?\w+\]? privilege/i, 'csi_no_privilege'],
	[/not licensed/i, 'csi_not_licensed'],
	[/IllegalFilter/i, 'csi_filter_refused'],
	[/property \S+ not found/i, 'csi_property_unknown'],
	[/configuration|mongooseconfig/i, 'csi_configuration_refused'],
] as const;

function shortList(names: readonly string[]): string {
	const more = names.length - MOST_NAMED;
	const shown = names.toSorted().slice(0, MOST_NAMED).join(', ');
	return more > 0 ? `${shown} and ${more} more` : shown || 'not told';
}

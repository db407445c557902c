import type { IDataObject, INode } from 'n8n-workflow';
import type { ChargebeeClient } from '../transport/client';
import { toNodeError } from '../transport/failure';
import { LARGEST_PAGE, listPage, listPages } from '../transport/list';
import { idChunks, isPlainId } from './chunks';
import { LookupIndex } from './lookupIndex';
import { matchForm } from './plan';
import type { Decision } from './situation';
import { decideSituation } from './situation';
import { readRecord } from './readRecord';
import type { Found, MatchKey, ResourceSpec, Wanted } from './types';

export interface LookupSetup {
	client: ChargebeeClient;
	node: INode;
	spec: ResourceSpec;
	/** Weaker keys, strongest first. */
	keys: readonly MatchKey[];
	/** The custom field that carries the reference, if the site has one. */
	referenceField?: string;
	/** Read the whole list rather than miss a record that can't be asked for. */
	complete: boolean;
}

export interface LookupResult {
	decided: Array<{ wanted: Wanted; decision: Decision }>;
	/** Things the user should know, e.g. a filter Chargebee ignored. */
	warnings: string[];
}

/**
 * Finds what Chargebee has for each wanted record, in as few calls as possible: ids in chunks first,
 * then, for what is left, single queries or one sweep of the list, whichever is cheaper.
 */
export async function lookUp(setup: LookupSetup, wanted: readonly Wanted[]): Promise<LookupResult> {
	return await new Lookup(setup, wanted).run();
}

class Lookup {
	private readonly index: LookupIndex;
	private readonly warnings: string[] = [];
	private swept = false;
	/** Whether the reference's custom field works as a filter on this site. */
	private referenceSearchable = false;

	constructor(
		private readonly setup: LookupSetup,
		private readonly wanted: readonly Wanted[],
	) {
		this.index = new LookupIndex(setup.spec, setup.keys, wanted);
	}

	async run(): Promise<LookupResult> {
		await this.byIds();
		const open = this.unresolved();
		if (!this.swept && open.length > 0) {
			this.referenceSearchable = await this.probeReferenceFilter();
			if (this.mustSweep(open) || !(await this.queriesOrSweep(open))) await this.sweep();
		}
		return {
			decided: this.wanted.map((wanted) => ({ wanted, decision: this.decide(wanted) })),
			warnings: this.warnings,
		};
	}

	private decide(wanted: Wanted): Decision {
		return decideSituation(wanted, this.index.evidence(wanted));
	}

	/** Records about which ids said nothing. */
	private unresolved(): Wanted[] {
		return this.wanted.filter((wanted) => {
			const { byId, byKnownId } = this.index.evidence(wanted);
			return !byId && !byKnownId;
		});
	}

	private async byIds(): Promise<void> {
		const ids = [
			...new Set(this.wanted.flatMap(({ id, knownId }) => (knownId ? [knownId, id] : [id]))),
		];
		for (const id of ids.filter((one) => !isPlainId(one))) {
			const read = await readRecord(this.setup, id);
			if (read.kind === 'unreadable') throw toNodeError(this.setup.node, read.reply);
			if (read.kind === 'found') this.index.add(read.found);
		}
		for (const chunk of idChunks(ids.filter(isPlainId))) {
			const rows = await this.page({
				'id[in]': JSON.stringify(chunk),
				include_deleted: true,
				limit: LARGEST_PAGE,
			});
			const asked = new Set(chunk);
			if (rows.every(({ id }) => asked.has(id))) rows.forEach((row) => this.index.add(row));
			else return await this.filterIgnored('id[in]');
		}
	}

	/** Whether only reading everything can find what an earlier run linked, or what a key without a filter matches. */
	private mustSweep(open: readonly Wanted[]): boolean {
		const { complete, keys } = this.setup;
		if (!complete) return false;
		const noFilter = keys.filter(({ filter }) => filter === undefined);
		return (
			!this.referenceSearchable ||
			open.some(({ values }) => noFilter.some(({ field }) => values[field] !== undefined))
		);
	}

	/**
	 * Reads the list for as many pages as single queries would cost; when it is longer than that, queries after all.
	 * So the cost is never more than twice the cheaper way, without knowing how large the site is.
	 * `false` when a filter turned out to be ignored.
	 */
	private async queriesOrSweep(open: readonly Wanted[]): Promise<boolean> {
		const queries = open.map((wanted) => this.queriesFor(wanted));
		const cost = queries.reduce((sum, { length }) => sum + length, 0);
		if (cost === 0 || (await this.sweep(cost))) return true;
		for (const ofOne of queries) {
			for (const { filter, value, matches } of ofOne) {
				const rows = await this.page({ [filter]: value, limit: LARGEST_PAGE });
				if (!rows.every(matches)) {
					this.warn(filter);
					return false;
				}
				rows.forEach((row) => this.index.add(row));
				// stronger keys come first: what they found decides
				if (rows.length > 0) break;
			}
		}
		return true;
	}

	/**
	 * Custom fields can only be filtered by after Chargebee's support made them searchable; until then the filter is
	 * ignored. A value nobody has tells: rows that come back all the same were not filtered.
	 */
	private async probeReferenceFilter(): Promise<boolean> {
		const { referenceField } = this.setup;
		if (!referenceField) return false;
		const rows = await this.page({ [`${referenceField}[is]`]: '~no-such-reference~', limit: 1 });
		return rows.length === 0;
	}

	private queriesFor(wanted: Wanted): Query[] {
		const { spec, keys, referenceField } = this.setup;
		const byReference: Query[] =
			referenceField && this.referenceSearchable
				? [
						{
							filter: `${referenceField}[is]`,
							value: wanted.sourceKey,
							matches: (row) => row.values[referenceField] === wanted.sourceKey,
						},
					]
				: [];
		const byKeys = keys.flatMap(({ field, filter }): Query[] => {
			const value = wanted.values[field];
			if (filter === undefined || value === undefined) return [];
			const form = matchForm(spec, field, value);
			return [
				{
					filter: `${filter}[is]`,
					value: String(value),
					matches: (row) => matchForm(spec, field, row.values[field]) === form,
				},
			];
		});
		return [...byReference, ...byKeys];
	}

	private async filterIgnored(filter: string): Promise<void> {
		this.warn(filter);
		await this.sweep();
	}

	private warn(filter: string): void {
		this.warnings.push(
			`Chargebee ignored the filter ${filter} and answered with other ${this.setup.spec.plural}; the whole list was read instead.`,
		);
	}

	/** Reads the list to its end, or for `atMost` pages; tells whether the end was reached. */
	private async sweep(atMost = Number.POSITIVE_INFINITY): Promise<boolean> {
		const { client, node, spec } = this.setup;
		let pages = 0;
		// oldest first: what is created meanwhile comes at the end, so nothing is missed
		const query = { 'sort_by[asc]': 'created_at', include_deleted: true };
		for await (const page of listPages(client, node, spec.path, query)) {
			for (const row of this.rowsOf(page.entries)) this.index.add(row);
			pages += 1;
			if (page.nextOffset !== undefined && pages >= atMost) return false;
		}
		this.swept = true;
		return true;
	}

	private async page(query: Record<string, string | number | boolean>): Promise<Found[]> {
		const { client, node, spec } = this.setup;
		return this.rowsOf((await listPage(client, node, spec.path, query)).entries);
	}

	private rowsOf(entries: readonly IDataObject[]): Found[] {
		const { spec, referenceField } = this.setup;
		return entries
			.map((entry) => entry[spec.name])
			.filter((record): record is IDataObject => typeof record === 'object' && record !== null)
			.map((record) => spec.read(record, referenceField));
	}
}

interface Query {
	filter: string;
	value: string;
	matches: (row: Found) => boolean;
}

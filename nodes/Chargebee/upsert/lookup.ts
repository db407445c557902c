import type { IDataObject, INode } from 'n8n-workflow';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { ChargebeeClient } from '../transport/client';
import type { Page } from '../transport/list';
import { LARGEST_PAGE } from '../transport/list';
import { LookupIndex } from './lookupIndex';
import { parentOf } from './matchForm';
import type { Query } from './queries';
import { queriesByKeys, queryByReference } from './queries';
import { keysToAsk, reviewedId } from './review';
import { Rows } from './readRows';
import type { Decision } from './situation';
import { decideSituation } from './situation';
import type { Found, MatchKey, ResourceSpec, Wanted } from './types';

export interface LookupSetup {
	client: ChargebeeClient;
	node: INode;
	spec: ResourceSpec;
	/** Weaker keys, strongest first. */
	keys: readonly MatchKey[];
	/** The custom field that carries the reference and that the list can be asked for, if there is one. */
	referenceFilter?: string;
	/** Read the whole list rather than miss a record that can't be asked for. */
	complete: boolean;
	/** All records of the list, where they were read already: then nothing is asked. */
	all?: readonly Found[];
	/** Records the wanted ones live inside of, where they were read already. */
	parents?: readonly IDataObject[];
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
	private readonly rows: Rows;
	private readonly list: AsyncGenerator<Page>;
	/** The list was read to its end. */
	private swept = false;

	constructor(
		private readonly setup: LookupSetup,
		private readonly wanted: readonly Wanted[],
	) {
		this.index = new LookupIndex(setup.spec, setup.keys, wanted);
		this.rows = new Rows(setup.client, setup.node, setup.spec);
		this.list = this.rows.pages();
	}

	async run(): Promise<LookupResult> {
		if (this.setup.all) for (const row of this.setup.all) this.index.add(row);
		else await this.ask();
		return {
			decided: this.wanted.map((wanted) => ({ wanted, decision: this.decide(wanted) })),
			warnings: this.warnings,
		};
	}

	private async ask(): Promise<void> {
		await this.byIds();
		const open = this.wanted.filter((wanted) => this.isOpen(wanted));
		// reading the parents has brought everything that is in them
		if (!this.swept && !this.setup.spec.inside && open.length > 0) {
			const byReference = await this.probeReferenceFilter();
			if (this.setup.complete) await this.completely(open, byReference);
			else await this.byKeys(open, byReference);
		}
	}

	/**
	 * Single queries compare letter by letter, the sweep by the comparable form; so only the exact reference can be asked
	 * for without missing anything, and whoever it does not find takes the sweep, if there is a value to match by.
	 */
	private async completely(open: readonly Wanted[], byReference?: string): Promise<void> {
		if (byReference !== undefined) {
			const ask = (wanted: Wanted) => [queryByReference(byReference, wanted)];
			if (!(await this.queriesOrSweep(open, ask))) return await this.sweep();
		}
		const settled = ['confirmed', 'gone'];
		const left = open.filter(
			(wanted) => byReference === undefined || !settled.includes(this.decide(wanted).situation),
		);
		const mustSweep =
			byReference === undefined
				? left.length > 0
				: left.some((wanted) => this.keysOf(wanted).some((key) => hasValueOf(wanted, key)));
		if (!this.swept && mustSweep) await this.sweep();
	}

	private async byKeys(open: readonly Wanted[], byReference?: string): Promise<void> {
		const { spec, keys } = this.setup;
		const ask = (wanted: Wanted) => [
			...(byReference === undefined ? [] : [queryByReference(byReference, wanted)]),
			...queriesByKeys(spec, this.keysOf(wanted), wanted),
		];
		if (!(await this.queriesOrSweep(open, ask))) return await this.sweep();
		if (this.swept) return;
		const isWanted = (key: MatchKey) =>
			open.some((wanted) => this.keysOf(wanted).includes(key) && hasValueOf(wanted, key));
		const unused = keys.filter((key) => key.filter === undefined && isWanted(key));
		for (const { name } of unused) {
			const said = say('key_not_searchable', { key: name, records: spec.plural });
			this.warnings.push(`${said.reason} ${said.actionToTake}`);
		}
	}

	private decide(wanted: Wanted): Decision {
		return decideSituation(wanted, this.index.evidence(wanted));
	}

	/** Whether ids found no record that can be ours: another one may carry the reference, or match. */
	private isOpen(wanted: Wanted): boolean {
		const { byId, byKnownId, bySuccessorId, byReviewedId } = this.index.evidence(wanted);
		// a record that can't be linked, or is already, needs no look for another one that would forbid it
		if (reviewedId(wanted) !== undefined && !(byReviewedId && isFree(byReviewedId))) return false;
		return ![byId, byKnownId, bySuccessorId].some(
			(found) => found && !found.deleted && [undefined, wanted.sourceKey].includes(found.reference),
		);
	}

	private keysOf(wanted: Wanted): readonly MatchKey[] {
		return keysToAsk(this.setup.spec, this.setup.keys, wanted);
	}

	private async byIds(): Promise<void> {
		const ids = this.wanted.flatMap((wanted) =>
			[wanted.knownId, wanted.id, wanted.successorId, reviewedId(wanted)].filter(
				(one) => one !== undefined,
			),
		);
		const asked = this.setup.spec.inside ? this.unreadParents(ids.map(parentOf)) : ids;
		const ignored = await this.rows.byIds(asked, (row) => this.index.add(row));
		if (ignored === undefined) return;
		this.warn(ignored);
		await this.sweep();
	}

	/** Takes what is in the parents that were read already. @returns the others */
	private unreadParents(ids: readonly string[]): string[] {
		const { parents = [], spec } = this.setup;
		for (const parent of parents)
			for (const one of spec.inside?.recordsIn(parent) ?? []) this.index.add(spec.read(one));
		const read = new Set(parents.map(({ id }) => asText(id)));
		return ids.filter((id) => !read.has(id));
	}

	/**
	 * Reads the list for as many pages as single queries would cost; when it is longer than that, queries after all.
	 * So the cost is never more than twice the cheaper way, without knowing how large the site is.
	 * `false` when a filter turned out to be ignored.
	 */
	private async queriesOrSweep(
		open: readonly Wanted[],
		ask: (wanted: Wanted) => Query[],
	): Promise<boolean> {
		const queries = open.map(ask);
		const cost = queries.reduce((sum, { length }) => sum + length, 0);
		if (cost === 0) return true;
		await this.sweep(cost);
		if (this.swept) return true;
		for (const ofOne of queries) {
			for (const { filter, value, matches, settles } of ofOne) {
				const rows = await this.rows.page({ [filter]: value, limit: LARGEST_PAGE });
				if (!rows.every(matches)) {
					this.warn(filter);
					return false;
				}
				rows.forEach((row) => this.index.add(row));
				// stronger keys come first: what they found decides
				if (rows.some(settles)) break;
			}
		}
		return true;
	}

	/** The field to ask by, if it works. */
	private async probeReferenceFilter(): Promise<string | undefined> {
		const { referenceFilter: field } = this.setup;
		return field !== undefined && (await this.rows.isSearchable(field)) ? field : undefined;
	}

	private warn(filter: string): void {
		const records = this.setup.spec.plural;
		const { reason, actionToTake } = say('filter_replaced', { filter, records });
		this.warnings.push(`${reason} ${actionToTake}`);
	}

	/** Reads the list on, to its end or for `atMost` pages. */
	private async sweep(atMost = Number.POSITIVE_INFINITY): Promise<void> {
		for (let pages = 0; pages < atMost && !this.swept; pages += 1) {
			const next = await this.list.next();
			if (!next.done) {
				for (const entry of next.value.entries)
					for (const row of this.rows.records(entry)) this.index.add(row);
			}
			this.swept = next.done === true || next.value.nextOffset === undefined;
		}
	}
}

/** A value to be cleared is none to search by. */
function hasValueOf({ values }: Wanted, { field }: MatchKey): boolean {
	return (values[field] ?? null) !== null;
}

function isFree({ deleted, reference }: Found): boolean {
	return !deleted && reference === undefined;
}

import { say } from '../errors/say';
import type { Row } from '../tables';
import { chainOf, columnText, isBlank } from '../tables';
import { GENESIS, hashText, rowHash } from './hash';

/** What can be said of the chain of one flow. */
export interface Verification {
	flow: string;
	rows: number;
	verified: boolean;
	/** The first row, in the order of the table, that gives the chain away; `null` also when rows at the end are gone. */
	firstBroken: { id: number | string | null; source_key: string; at: string } | null;
	/** In plain words; empty when all is well. */
	reason: string;
	actionToTake: string;
	/** Rows that follow a row which another one follows, too: runs at the same time. */
	forks: number;
	/**
	 * Rows that the checkpoint does not vouch for: beside its chain (a run at the same time) or after it (a run that has
	 * not ended). `null` when no checkpoint was given.
	 */
	unanchored: number | null;
}

/** Hashes by chain: of rows that retention removed. */
export type Removed = ReadonlyMap<string, ReadonlySet<string>>;

interface Link {
	row: Row;
	hash: string;
	previous: string;
}

type Verdict = Pick<Verification, 'verified' | 'firstBroken' | 'reason' | 'actionToTake'>;

/**
 * Looks whether audit rows, in any order, are as they were written. `heads` are rows of the checkpoints table:
 * without them nobody can notice that rows at the end of a chain are gone.
 */
export function verifyChains(
	rows: readonly Row[],
	heads: readonly Row[],
	removed: Removed,
): Verification[] {
	const links = new Map<string, Link[]>();
	for (const row of rows) {
		if (isBlank(row)) continue;
		const chain = chainOf(columnText(row.flow));
		const link = { row, hash: hashText(row.hash), previous: hashText(row.previous_hash) };
		const known = links.get(chain);
		if (known) known.push(link);
		else links.set(chain, [link]);
	}
	const wanted = headsByChain(heads);
	const withHead = [...wanted].filter(([, hashes]) => hashes.some((hash) => hash !== GENESIS));
	const chains = new Set([...links.keys(), ...withHead.map(([chain]) => chain)]);
	return [...chains]
		.sort()
		.map((flow) =>
			verifyChain(flow, links.get(flow) ?? [], wanted.get(flow), removed.get(flow) ?? new Set()),
		);
}

function headsByChain(heads: readonly Row[]): Map<string, string[]> {
	const wanted = new Map<string, string[]>();
	for (const row of heads) {
		const flow = columnText(row.flow);
		if (flow === '') continue;
		const chain = chainOf(flow);
		wanted.set(chain, [...(wanted.get(chain) ?? []), hashText(row.audit_head)]);
	}
	return wanted;
}

function verifyChain(
	flow: string,
	unordered: readonly Link[],
	heads: readonly string[] | undefined,
	removed: ReadonlySet<string>,
): Verification {
	const links = [...unordered].sort(inTableOrder);
	const byHash = new Map(links.map((link) => [link.hash, link]));
	const given = heads?.filter((hash) => hash !== GENESIS);
	return {
		flow,
		rows: links.length,
		...(brokenLink(links, byHash, removed) ?? brokenHead(flow, links, given, byHash, removed)),
		forks: links.length - new Set(links.map(({ previous }) => previous)).size,
		unanchored: given === undefined ? null : links.length - anchored(given, byHash),
	};
}

function brokenLink(
	links: readonly Link[],
	byHash: ReadonlyMap<string, Link>,
	removed: ReadonlySet<string>,
): Verdict | undefined {
	const seen = new Set<string>();
	for (const { row, hash, previous } of links) {
		const found = nameOf(row);
		const values = { row: found.id ?? '?', key: found.source_key, at: found.at };
		const broken = (said: ReturnType<typeof say>): Verdict => verdict(said, found);
		if (hash === '') return broken(say('audit_row_unhashed', values));
		if (seen.has(hash)) return broken(say('audit_row_twice', values));
		seen.add(hash);
		if (rowHash(row, previous) !== hash) return broken(say('audit_row_altered', values));
		if (previous !== GENESIS && !byHash.has(previous) && !removed.has(previous))
			return broken(say('audit_row_gap', values));
	}
	return undefined;
}

function brokenHead(
	flow: string,
	links: readonly Link[],
	heads: readonly string[] | undefined,
	byHash: ReadonlyMap<string, Link>,
	removed: ReadonlySet<string>,
): Verdict {
	if (heads?.length === 0 && links.length > 0) return verdict(say('audit_head_empty', { flow }));
	const missing = heads?.find((hash) => !byHash.has(hash) && !removed.has(hash));
	if (missing === undefined)
		return { verified: true, firstBroken: null, reason: '', actionToTake: '' };
	return verdict(say('audit_head_missing', { flow, hash: `${missing.slice(0, 12)}…` }));
}

function verdict(
	{ reason, actionToTake }: ReturnType<typeof say>,
	firstBroken: Verification['firstBroken'] = null,
): Verdict {
	return { verified: false, firstBroken, reason, actionToTake };
}

/** How many rows the heads vouch for: each, and every row before it. */
function anchored(heads: readonly string[], byHash: ReadonlyMap<string, Link>): number {
	const reached = new Set<string>();
	for (const head of heads) {
		let link = byHash.get(head);
		while (link && !reached.has(link.hash)) {
			reached.add(link.hash);
			link = byHash.get(link.previous);
		}
	}
	return reached.size;
}

/** By the table's own number, else by time: so that "the first" is one that people find. */
function inTableOrder(one: Link, other: Link): number {
	const [a, b] = [Number(one.row.id ?? NaN), Number(other.row.id ?? NaN)];
	if (!Number.isNaN(a) && !Number.isNaN(b) && a !== b) return a - b;
	const [x, y] = [columnText(one.row.at), columnText(other.row.at)];
	return x < y ? -1 : x > y ? 1 : 0;
}

function nameOf(row: Row): NonNullable<Verification['firstBroken']> {
	const { id } = row;
	return {
		id: typeof id === 'number' || typeof id === 'string' ? id : null,
		source_key: columnText(row.source_key),
		at: columnText(row.at),
	};
}

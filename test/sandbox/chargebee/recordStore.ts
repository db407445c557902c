import { asText } from '../../../nodes/shared/text';
import type { Clock } from '../shared/clock';
import type { RecordSeed, StoredRecord } from './types';

const ID_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** What the records of one resource have in common. */
export interface RecordKind {
	/** Their member `object`, and how answers wrap them. */
	object: string;
	/** Members a record has that nobody sent. */
	defaults?: Readonly<Record<string, unknown>>;
	/** Whether answers say when a record was created. */
	showsCreation?: boolean;
}

interface Version<T> {
	/** When it was made, in ms. */
	since: number;
	record: T;
}

interface Stored<T> {
	/** In order of creation, like Chargebee's internal ids. */
	sequence: number;
	/** Seconds. */
	createdAt: number;
	/** Oldest first, never empty: the index of lists may still show an older one. */
	versions: Version<T>[];
}

/** A record as lists see it. */
export interface Listed<T> {
	record: T;
	sequence: number;
	/** Seconds. */
	createdAt: number;
}

/** More changes within one delay of the index than any test makes. */
const KEPT_VERSIONS = 50;

/** The records of one resource of a site. Retrieving is always up to date; listing may lag. */
export class RecordStore<T extends StoredRecord = StoredRecord> {
	private readonly rows = new Map<string, Stored<T>>();
	/** By member, ids by every value a record ever had there: large sites are asked for names and addresses at each write. */
	private readonly indexes = new Map<string, Map<string, Set<string>>>();
	private lastVersion = 0;
	private made = 0;
	private created = 0;

	constructor(
		private readonly clock: Clock,
		readonly kind: RecordKind,
	) {}

	get(id: string): T | undefined {
		return this.rows.get(id)?.versions.at(-1)?.record;
	}

	/** Deleted records can still be retrieved and listed, but no longer be changed. */
	living(id: string): T | undefined {
		const found = this.get(id);
		return found?.deleted ? undefined : found;
	}

	/** The living records of this name. */
	withName(name: string): T[] {
		return this.idsWith('name', [name])
			.map((id) => this.living(id))
			.filter((record) => record?.name === name)
			.filter((record) => record !== undefined);
	}

	all(): T[] {
		return [...this.rows.keys()].flatMap((id) => this.get(id) ?? []);
	}

	/**
	 * What lists show now: of every record the newest version that is old enough.
	 * @param among only records that have, or once had, one of these values there, in any letter case
	 */
	listed(indexDelayMs: number, among?: { member: string; values: readonly string[] }): Listed<T>[] {
		const until = this.clock.now() - indexDelayMs;
		const rows = among
			? this.idsWith(among.member, among.values).flatMap((id) => this.rows.get(id) ?? [])
			: [...this.rows.values()];
		return rows.flatMap(({ sequence, createdAt, versions }) => {
			const shown = versions.findLast(({ since }) => since <= until);
			return shown ? [{ record: shown.record, sequence, createdAt }] : [];
		});
	}

	create(values: RecordSeed): T {
		const { created_at: createdAt, updated_at: updatedAt, deleted = false, ...rest } = values;
		const now = this.clock.now();
		const seconds = createdAt ?? Math.floor(now / 1000);
		const { object, defaults = {}, showsCreation = false } = this.kind;
		const record = {
			...defaults,
			...structuredClone(rest),
			id: values.id ?? this.newId(now),
			...(showsCreation ? { created_at: seconds } : {}),
			updated_at: updatedAt ?? seconds,
			deleted,
			object,
			resource_version: this.newVersion(now),
		} as unknown as T;
		this.created += 1;
		// what was there before the sandbox's start is in the index already
		const since = createdAt === undefined ? now : Number.NEGATIVE_INFINITY;
		// a reused id makes a new record, which is listed as the newest one
		this.rows.delete(record.id);
		this.rows.set(record.id, {
			sequence: this.created,
			createdAt: seconds,
			versions: [{ since, record }],
		});
		for (const [member, index] of this.indexes) remember(index, record, member);
		return record;
	}

	/** Sets members; `undefined` removes one, as a cleared field is absent from answers. */
	change(id: string, members: Record<string, unknown>): T | undefined {
		const row = this.rows.get(id);
		const current = this.get(id);
		if (!row || !current) return undefined;
		const now = this.clock.now();
		const next: Record<string, unknown> = {
			...current,
			...members,
			updated_at: Math.floor(now / 1000),
			resource_version: this.newVersion(now),
		};
		for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
		const record = next as T;
		row.versions = [...row.versions, { since: now, record }].slice(-KEPT_VERSIONS);
		for (const [member, index] of this.indexes) remember(index, record, member);
		return record;
	}

	/** Like Chargebee's own: letters and digits, different each time, the same in every test run. */
	newId(now: number): string {
		this.made += 1;
		let rest = (now % 1_000_000_007) * 4_096 + this.made;
		let id = '';
		while (rest > 0) {
			id = ID_LETTERS.charAt(rest % ID_LETTERS.length) + id;
			rest = Math.floor(rest / ID_LETTERS.length);
		}
		return `Azy${id.padStart(10, 'A')}`;
	}

	private idsWith(member: string, values: readonly string[]): string[] {
		let index = this.indexes.get(member);
		if (!index) {
			index = new Map();
			this.indexes.set(member, index);
			for (const { versions } of this.rows.values())
				for (const { record } of versions) remember(index, record, member);
		}
		return [...new Set(values.flatMap((value) => [...(index.get(value.toLowerCase()) ?? [])]))];
	}

	private newVersion(now: number): number {
		this.lastVersion = Math.max(now, this.lastVersion + 1);
		return this.lastVersion;
	}
}

function remember(index: Map<string, Set<string>>, record: StoredRecord, member: string): void {
	const value = asText(record[member]).toLowerCase();
	const ids = index.get(value);
	if (ids) ids.add(record.id);
	else index.set(value, new Set([record.id]));
}

import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { systemClock } from '../../../shared/http/clock';
import type { Reply } from '../../../shared/http/send';
import { say } from '../../errors/say';
import { expectedInstead } from './columnTypes';
import type { ChangedBy } from './dateColumns';
import { NO_CHOICE, dateColumnOf } from './dateColumns';
import { lnFailure } from './failure';
import { newColumns } from './knownColumns';
import type { ServiceColumns } from './metadata';
import { readMetadata } from './metadata';
import { TimedStore } from '../timedStore';
import type { MetadataStore } from './metadataStore';
import type { Place, Places } from './places';
import { nameOf, pathOf } from './places';
import type { LnSet } from './sets';

export interface TenantSettings {
	places?: Places;
	changedBy?: ChangedBy;
	/** Columns nobody knew are selected, too. */
	includeRaw?: boolean;
}

/** Where this tenant has entity sets, and which columns they have. */
export class TenantSets {
	private readonly read = new Map<string, ServiceColumns | undefined>();
	/** Services whose metadata were not asked for by this session. */
	private readonly old = new Set<string>();

	/**
	 * @param ask for the metadata of a service
	 * @param keep where metadata outlive the session, and under which name
	 */
	constructor(
		private readonly node: INode,
		private readonly settings: TenantSettings,
		private readonly ask: (service: string) => Promise<Reply>,
		private readonly hint: (text: string) => void,
		private readonly keep: { store: MetadataStore; name: string } = {
			store: new TimedStore(),
			name: '',
		},
	) {}

	placeOf({ service, set }: LnSet): Place {
		return this.namedPlace({ service, set }) ?? { service, set };
	}

	/** Whether it may be left out; what somebody named may not. */
	isOptional(set: LnSet): boolean {
		return set.optional !== undefined && this.namedPlace(set) === undefined;
	}

	/** The type of a column as metadata have it, e.g. `Edm.String`; nothing for one this tenant has not. */
	async typeOf(set: LnSet, column: string): Promise<string | undefined> {
		return (await this.typesOf(set))?.get(column);
	}

	/** The column with the date of change, if this tenant has one in the set. */
	async dateColumn(set: LnSet): Promise<string | undefined> {
		const available = await this.typesOf(set);
		const found = available && this.dateIn(set, available);
		return found && 'column' in found ? found.column : undefined;
	}

	/** @throws NodeOperationError naming columns that what is asked needs and this tenant has not */
	async need(set: LnSet, columns: readonly string[]): Promise<void> {
		const available = await this.typesOf(set);
		const missing = columns.filter((column) => !available?.has(column));
		if (missing.length > 0) throw this.lacking(set, missing);
	}

	/** The columns to select: what we want and this tenant has. Nothing for an optional set it has not. */
	async columns(set: LnSet): Promise<string[] | undefined> {
		const available = await this.typesOf(set);
		if (!available) return undefined;
		const date = this.dateIn(set, available);
		if (date && 'missing' in date) throw this.lacking(set, [date.missing]);
		this.checkTypes(set, available, date?.column);
		const missing = set.needed.filter((column) => !available.has(column));
		if (missing.length > 0 && !this.isOptional(set)) throw this.lacking(set, missing);
		const named = { ...this.placeOf(set), columns: missing.join(', ') };
		if (missing.length > 0) this.hint(say('columns_left_out', named).reason);
		if (missing.length > 0) return undefined;
		const without = set.wanted.filter((column) => !available.has(column));
		if (without.length > 0) {
			const left = { ...this.placeOf(set), columns: without.join(', ') };
			this.hint(say('ln_columns_left_empty', left).reason);
		}
		return [
			...new Set([
				...set.needed,
				...set.wanted.filter((column) => available.has(column)),
				...(date ? [date.column] : []),
				...this.unknownColumns(set, available),
			]),
		];
	}

	/** The sets of a service with their columns; nothing when the tenant has no such service, or it may not be used. */
	async ofService(service: string): Promise<ServiceColumns | undefined> {
		return await this.service(service, 'codes');
	}

	/** @returns whether what is known of the set was kept from before this session, and so may be out of date */
	forget(set: LnSet): boolean {
		const key = this.keyOf(this.placeOf(set).service);
		const wasKept = this.old.delete(key);
		this.keep.store.drop(key);
		if (wasKept) this.read.delete(key);
		return wasKept;
	}

	/** The columns of a set, with their types. @throws NodeOperationError for one that has to be there */
	async typesOf(set: LnSet): Promise<ReadonlyMap<string, string> | undefined> {
		const place = this.placeOf(set);
		const isNamed = this.namedPlace(set) !== undefined;
		const service = await this.service(place.service, isNamed ? 'part' : set.optional);
		const available = service?.get(place.set);
		if (available) return available;
		if (isNamed) {
			const named = { ...place, of: nameOf(set), found: listOf(service) };
			throw operationError(this.node, say(service ? 'ln_set_named' : 'ln_service_named', named));
		}
		if (!set.optional) throw operationError(this.node, say('set_missing', place));
		this.hint(say('set_left_out', place).reason);
		return undefined;
	}

	/** The place somebody named for a set. */
	private namedPlace(set: Place): Place | undefined {
		return this.settings.places?.[pathOf(set)];
	}

	private dateIn(set: LnSet, available: ReadonlyMap<string, string>) {
		return dateColumnOf(set, available, this.settings.changedBy ?? NO_CHOICE);
	}

	private unknownColumns(set: LnSet, available: ReadonlyMap<string, string>): string[] {
		const found = this.settings.includeRaw ? newColumns(set, available) : [];
		if (found.length > 0) {
			const named = { ...this.placeOf(set), columns: found.join(', ') };
			this.hint(say('ln_new_columns', named).reason);
		}
		return found;
	}

	/** A column of another type would be read as something it is not: so nothing is. */
	private checkTypes(
		set: LnSet,
		available: ReadonlyMap<string, string>,
		date: string | undefined,
	): void {
		for (const column of [...set.needed, ...set.wanted, ...(date ? [date] : [])]) {
			const type = available.get(column);
			const expected =
				type === undefined ? undefined : expectedInstead(column, type, column === date);
			if (type === undefined || expected === undefined) continue;
			const values = { ...this.placeOf(set), column, type, expected };
			throw operationError(this.node, say('column_type', values));
		}
	}

	/** What a service offers; `undefined` when an optional one is not there. */
	private async service(
		service: string,
		optional: LnSet['optional'],
	): Promise<ServiceColumns | undefined> {
		const key = this.keyOf(service);
		if (this.read.has(key)) return this.read.get(key);
		const kept = this.keep.store.at(key, systemClock.now());
		if (kept) {
			this.old.add(key);
			this.read.set(key, kept);
			return kept;
		}
		const reply = await this.ask(service);
		const columns =
			reply.kind === 'answer' && reply.status === 200 ? readMetadata(reply.text) : undefined;
		if (!columns && !isAbsent(reply, optional))
			throw lnFailure(this.node, `The metadata of ${service}`, reply);
		this.read.set(key, columns);
		// that a service is not there is asked again: somebody may be about to activate it
		if (columns) this.keep.store.keep(key, columns, systemClock.now());
		return columns;
	}

	private keyOf(service: string): string {
		return `${this.keep.name} ${service}`;
	}

	private lacking(set: LnSet, columns: readonly string[]) {
		const named = { ...this.placeOf(set), columns: columns.join(', ') };
		return operationError(this.node, say('columns_missing', named));
	}
}

/** Forbidden is no "absent" for contacts and tax numbers: without them customers would lose what they are found by. */
export function isAbsent(reply: Reply, optional: LnSet['optional']): boolean {
	if (reply.kind !== 'answer' || optional === undefined) return false;
	return reply.status === 404 || (reply.status === 403 && optional !== 'part');
}

/** So many names an error shows. */
const MOST_NAMED = 30;

function listOf(service: ServiceColumns | undefined): string {
	const names = [...(service?.keys() ?? [])].sort();
	const shown = names.slice(0, MOST_NAMED).join(', ');
	return names.length > MOST_NAMED ? `${shown} and ${names.length - MOST_NAMED} more` : shown;
}

import type { IDataObject, INode, NodeOperationError } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import type { Said } from '../../../shared/errors/types';
import { say } from '../../errors/say';
import { deterministicId, parseSourceKey } from '../../../shared/source/sourceKey';
import type { Condition } from '../../reads/condition';
import { conditionsOf } from '../../reads/condition';
import { is } from '../../reads/filter';
import { readList } from '../../reads/readList';
import type { ChargebeeClient } from '../../transport/client';
import { listCustomFields } from '../../transport/customFields';
import { toNodeError } from '../../transport/failure';
import { readRecord } from '../../upsert/readRecord';
import { Rows } from '../../upsert/readRows';
import type { Found, ResourceSpec } from '../../upsert/types';
import type { KeySettings } from './keyOptions';
import { customerSpecWith } from './spec';

const LIST = { path: '/customers', member: 'customer', plural: 'customers' };

/** Finds customers for the items of one run; what it learns of the site it asks once. */
export class CustomerFinder {
	/** By the custom field that may carry the key. */
	private readonly specs = new Map<string, ResourceSpec>();
	private readonly searchable = new Map<string, boolean>();
	/** Ids by reference, by the custom field that was looked at: a site may have too many customers to keep them whole. */
	private readonly sweeps = new Map<string, ReadonlyMap<string, string[]>>();

	constructor(
		private readonly client: ChargebeeClient,
		private readonly node: INode,
	) {}

	async byId(id: string, item: number): Promise<IDataObject> {
		const found = id === '' ? undefined : await this.read(id, '', item);
		if (found) return found.record;
		throw this.error(say('record_not_found', { name: 'customer', id: id || '(empty ID)' }), item);
	}

	/** Every living customer with this e-mail, whatever the case of its letters. */
	async byEmail(email: string, item: number): Promise<IDataObject[]> {
		const records = new Map<unknown, IDataObject>();
		// whether Chargebee's own comparison is blind to case is not documented
		for (const spelling of new Set([email, email.toLowerCase()])) {
			const made = conditionsOf([is('email', 'Email')], { email: spelling }, 'utc');
			if ('wrong' in made || made.conditions.length === 0) continue;
			for (const record of await this.list(made.conditions, false, item)) {
				records.set(record.id, record);
			}
		}
		if (records.size > 0) return [...records.values()];
		throw this.error(say('email_not_found', { email: email || '(empty)' }), item);
	}

	/**
	 * The customer that carries a CloudSuite key: by the id we give to customers we create, else by the custom field if
	 * Chargebee can search it, else by reading all customers: one that was linked keeps the id it had.
	 */
	async byKey(key: string, settings: KeySettings, item: number): Promise<IDataObject> {
		if (!parseSourceKey(key)) {
			throw this.error(say('key_malformed', { field: 'CloudSuite Key', value: key }), item);
		}
		const { referenceField } = settings;
		const byId = await this.read(deterministicId(key), referenceField, item);
		const ours = byId && [undefined, key].includes(byId.reference) ? byId : undefined;
		if (ours && !ours.deleted) return ours.record;
		const carrying = await this.carrying(key, settings, item);
		const living = carrying.filter(({ deleted }) => !deleted);
		const [first = ours ?? carrying[0], second] = living;
		if (second) {
			const facts = {
				count: living.length,
				records: 'customers',
				sourceKey: key,
				ids: living.map(({ id }) => id).join(', '),
			};
			throw this.error(say('key_carried_twice', facts), item);
		}
		if (first) return first.record;
		if (byId?.reference !== undefined) {
			const facts = { name: 'customer', owner: byId.reference };
			throw this.error(say('belongs_to_another_key', facts), item);
		}
		const hint =
			settings.searchAll || this.searchable.get(referenceField)
				? 'It was neither created nor linked yet, or its key was removed.'
				: 'Customers that were linked rather than created were not looked at: switch on "Search All Customers".';
		throw this.error(say('key_not_carried', { name: 'customer', sourceKey: key, hint }), item);
	}

	private async carrying(key: string, settings: KeySettings, item: number): Promise<Found[]> {
		const { referenceField: field, searchAll } = settings;
		if (await this.canSearch(field)) {
			const condition: Condition = {
				parameter: `${field}[is]`,
				value: key,
				holds: (record) => record[field] === key,
			};
			return (await this.list([condition], true, item))
				.map((record) => this.spec(field).read(record))
				.filter(({ reference }) => reference === key);
		}
		if (!searchAll) return [];
		const sweep = this.sweeps.get(field) ?? (await this.sweep(field));
		this.sweeps.set(field, sweep);
		const found: Found[] = [];
		for (const id of sweep.get(key) ?? []) {
			const read = await this.read(id, field, item);
			if (read?.reference === key) found.push(read);
		}
		return found;
	}

	private async canSearch(field: string): Promise<boolean> {
		const known = this.searchable.get(field);
		if (known !== undefined) return known;
		const can = (await this.siteHas(field)) && (await this.rows(field).isSearchable(field));
		this.searchable.set(field, can);
		return can;
	}

	private async siteHas(field: string): Promise<boolean> {
		if (field === '') return false;
		const { fields } = await listCustomFields(this.client, this.node, LIST.member);
		return fields.some(({ apiName }) => apiName === field);
	}

	private async sweep(field: string): Promise<ReadonlyMap<string, string[]>> {
		const ids = new Map<string, string[]>();
		await this.rows(field).all(({ id, reference }) => {
			if (reference === undefined) return;
			ids.set(reference, [...new Set([...(ids.get(reference) ?? []), id])]);
		});
		return ids;
	}

	private rows(referenceField: string): Rows {
		return new Rows(this.client, this.node, this.spec(referenceField));
	}

	private spec(referenceField: string): ResourceSpec {
		const spec = this.specs.get(referenceField) ?? customerSpecWith(referenceField);
		this.specs.set(referenceField, spec);
		return spec;
	}

	private async read(id: string, referenceField: string, item: number): Promise<Found | undefined> {
		const { client } = this;
		const read = await readRecord({ client, spec: this.spec(referenceField) }, id);
		if (read.kind === 'unreadable') throw toNodeError(this.node, read.reply, item);
		return read.kind === 'found' ? read.found : undefined;
	}

	private async list(
		conditions: readonly Condition[],
		withDeleted: boolean,
		item: number,
	): Promise<IDataObject[]> {
		const query = {
			'sort_by[asc]': 'created_at',
			...(withDeleted ? { include_deleted: true } : {}),
		};
		const { client, node } = this;
		const take = (record: IDataObject) => record;
		return await readList({ client, node, item }, { ...LIST, conditions, query, take });
	}

	private error(said: Said, item: number): NodeOperationError {
		return operationError(this.node, said, item);
	}
}

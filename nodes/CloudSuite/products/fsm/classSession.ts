import type { INode, NodeOperationError } from 'n8n-workflow';
import { fingerprint } from '../../../shared/canonicalJson';
import { operationError } from '../../../shared/errors/nodeErrors';
import { say } from '../../errors/say';
import { textOf } from '../values';
import type { FsmRow } from './answer';
import type { Condition } from './conditions';
import { filterFor, isSayable, matches } from './conditions';
import type { FsmLists, ListQuestion } from './lists';
import type { MappedRow } from '../mapped/row';
import { mapRow } from './row';
import type { FsmOptions } from './settings';
import type { CheckedClass } from './spec';
import type { Master } from '../matching';
import { companyCondition, keyCondition } from './wanted';

/** Keys in one filter: short enough for any address limit. */
const KEYS_PER_CALL = 25;

/** A record with what it was made from. */
export interface Read<T> {
	record: T;
	parts: string[];
	fields: FsmRow;
}

/** A page of records. */
export interface LinkedRecords<T> {
	records: Array<Read<T>>;
	/** How many rows came, records or not. */
	rows: number;
	/** FSM's link to the page behind it; nothing at the end. */
	next: string | undefined;
}

/** Which class of which company, and with what it is read. */
export interface ClassPlace {
	lists: FsmLists;
	node: INode;
	/** Of the class. */
	name: string;
	check: () => Promise<CheckedClass>;
	company: string;
	options: FsmOptions;
}

/** Reads the records of one class of one company. */
export class ClassSession<T extends Master> {
	readonly lists: FsmLists;
	/** The settings of the class, compared with the tenant. */
	readonly check: () => Promise<CheckedClass>;
	readonly options: FsmOptions;

	constructor(
		private readonly place: ClassPlace,
		private readonly normalise: (row: MappedRow) => T,
	) {
		({ lists: this.lists, check: this.check, options: this.options } = place);
	}

	/**
	 * Records, page by page, each once. Those that do not satisfy what FSM was asked are left out: a server that passes over
	 * a filter must not widen the result.
	 */
	async *pages(
		conditions: readonly Condition[],
		question: Pick<ListQuestion, 'changed' | 'pageSize'> = {},
	): AsyncGenerator<Array<Read<T>>> {
		for await (const { records } of this.linkedPages(conditions, question)) yield records;
	}

	/** The same, each page with FSM's link to the one behind it. */
	async *linkedPages(
		conditions: readonly Condition[],
		question: Omit<ListQuestion, 'fields' | 'filter'>,
	): AsyncGenerator<LinkedRecords<T>> {
		const spec = await this.check();
		const { params, sent, all } = this.filter(spec, conditions);
		const seen = new Set<string>();
		let others = 0;
		const asked = { fields: spec.asked, filter: params, ...question };
		try {
			for await (const { page, rows, next } of this.lists.pages(spec.name, asked)) {
				const asAsked = rows.filter((row) => sent === undefined || isMatch(sent, row));
				others += rows.length - asAsked.length;
				const records = asAsked
					.filter((row) => isMatch({ all }, row))
					.map((row) => this.read(spec, row, page));
				// a record inserted while we read moves the others on: the last of a page may come again on the next
				const fresh = records.filter(({ record: { id } }) => !seen.has(id) && seen.add(id));
				yield { records: fresh, rows: rows.length, next };
			}
		} finally {
			// also when nobody wants the rest of the pages
			if (others > 0) this.say('fsm_rows_not_asked_for', others);
		}
	}

	/** The same for the same question to the same class, and for no other. */
	async identityOf(conditions: readonly Condition[], pageSize: number): Promise<string> {
		const spec = await this.check();
		const { params } = this.filter(spec, conditions);
		const asked = { fields: spec.asked, filter: params, pageSize };
		return fingerprint([this.place.company, this.lists.addressOf(spec.name, asked)]);
	}

	/** Those with these keys; a key that is gone is left out. */
	async *byKeys(keys: ReadonlyArray<readonly string[]>): AsyncGenerator<Array<Read<T>>> {
		const spec = await this.check();
		const wanted = keys.map((parts) => keyCondition(spec, parts));
		for (const condition of chunked(wanted)) yield* this.pages([condition]);
	}

	/** How many there are, if FSM counts and what it counts is what was asked. */
	async count(conditions: readonly Condition[]): Promise<number | undefined> {
		const spec = await this.check();
		const { params } = this.filter(spec, conditions);
		return await this.lists.count(spec.name, spec.keyFields.at(-1) ?? '', params);
	}

	/** A record as it would be, of a row that is kept for later. */
	again(spec: CheckedClass, fields: FsmRow): T {
		return this.read(spec, fields, 1).record;
	}

	say(code: 'fsm_rows_not_asked_for' | 'fsm_deleted_left_out', count: number): void {
		this.lists.hint(say(code, { class: this.place.name, count }).reason);
	}

	sayAgain(id: string): void {
		this.lists.hint(say('fsm_slice_again', { class: this.place.name, id }).reason);
	}

	fail(code: 'fsm_no_date' | 'fsm_time_stamps_ignored'): NodeOperationError {
		return operationError(this.place.node, say(code, { class: this.place.name }));
	}

	failAmbiguous(id: string, ids: readonly string[]): NodeOperationError {
		const named = { class: this.place.name, id, ids: ids.join(', ') };
		return operationError(this.place.node, say('fsm_id_ambiguous', named));
	}

	/** @param found fields that came along without being asked for */
	failMarker(field: string, found: readonly string[]): NodeOperationError {
		const named = { class: this.place.name, field, found: found.join(', ') || 'none' };
		return operationError(this.place.node, say('fsm_marker_missing', named));
	}

	private filter(spec: CheckedClass, conditions: readonly Condition[]) {
		const all = [...companyCondition(spec, this.place.company), ...conditions];
		return { all, ...filterFor({ all }, this.options.lplFilter) };
	}

	private read(spec: CheckedClass, fields: FsmRow, page: number): Read<T> {
		const row = mapRow(this.place.node, spec, fields, page);
		return { record: this.normalise(row), parts: row.parts, fields };
	}
}

function isMatch(condition: Condition, row: FsmRow): boolean {
	return matches(condition, (field) => textOf(row[field]));
}

/** Several conditions in one question. What LPL can not say is asked for by itself, in the other way to filter. */
export function chunked(conditions: readonly Condition[]): Condition[] {
	const together = conditions.filter(isSayable);
	const alone = conditions.filter((one) => !isSayable(one));
	const chunks: Condition[] = [];
	for (let start = 0; start < together.length; start += KEYS_PER_CALL)
		chunks.push({ any: together.slice(start, start + KEYS_PER_CALL) });
	return conditions.length === 1 ? [...conditions] : [...chunks, ...alone];
}

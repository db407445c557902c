import type { INode } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { isoOf, textOf } from '../values';
import type { FsmRow } from './answer';
import { idOf } from './keys';
import type { CheckedClass } from './spec';
import { kindOf } from './spec';
import { dateOf } from './stamps';

/** A record, read through the mapping. */
export interface MappedRow {
	id: string;
	/** The key without the company. */
	parts: string[];
	/** By target; dates in ISO 8601, numbers as plain decimal text. */
	value: (target: string) => string | null;
	/** Another record of the same class that is named by the last part of its key. */
	siblingId: (target: string) => string | null;
	fields: FsmRow;
}

/**
 * @param page for errors, 1-based
 * @throws NodeOperationError for a record without a whole key; on reading a value that is not of its target's kind
 */
export function mapRow(node: INode, spec: CheckedClass, fields: FsmRow, page: number): MappedRow {
	const parts = keyParts(spec).map((field) => {
		const part = textOf(fields[field]);
		if (part !== null) return part;
		throw operationError(node, say('fsm_key_blank', { class: spec.name, page, field }));
	});
	const id = idOf(parts);
	const value = (target: string) => {
		const candidates = spec.mapping.filter((one) => one.target === target);
		for (const { field } of candidates) {
			const text = valueOf(node, spec, { id, target, field }, fields[field]);
			if (text !== null) return text;
		}
		return null;
	};
	return {
		id,
		parts,
		value,
		siblingId: (target) => {
			const last = value(target);
			return last === null ? null : idOf([...parts.slice(0, -1), last]);
		},
		fields,
	};
}

/** The fields of the key; the company is part of every source key already. */
export function keyParts({
	keyFields,
	companyField,
}: Pick<CheckedClass, 'keyFields' | 'companyField'>): string[] {
	const others = keyFields.filter((field) => field !== companyField);
	return others.length > 0 ? others : [...keyFields];
}

function valueOf(
	node: INode,
	spec: CheckedClass,
	{ id, target, field }: { id: string; target: string; field: string },
	value: unknown,
): string | null {
	const wrong = (kind: string) =>
		operationError(
			node,
			say('fsm_value_wrong', {
				class: spec.name,
				id,
				field,
				kind,
				value: typeof value === 'object' ? JSON.stringify(value) : asText(value),
			}),
		);
	if (typeof value === 'object' && value !== null) throw wrong('a single value');
	const text = textOf(value);
	if (text === null) return null;
	const kind = kindOf(spec, target);
	if (kind === 'number') {
		const plain = plainDecimal(text);
		if (plain === undefined) throw wrong('a number');
		return plain;
	}
	if (kind === 'date') {
		const time = dateOf(text);
		if (time === 'wrong') throw wrong('a date');
		return isoOf(time);
	}
	return text;
}

/** A number as it is, without needless zeros; no double in between, which would add noise to a price. */
export function plainDecimal(text: string): string | undefined {
	if (!/^[-+]?(\d+(\.\d+)?|\.\d+)$/.test(text)) return undefined;
	const sign = text.startsWith('-') ? '-' : '';
	const [whole = '', decimals = ''] = text.replace(/^[-+]/, '').split('.');
	const kept = [whole.replace(/^0+(?=\d)/, '') || '0', decimals.replace(/0+$/, '')].filter(Boolean);
	const number = kept.join('.');
	return sign === '-' && /[1-9]/.test(number) ? `-${number}` : number;
}

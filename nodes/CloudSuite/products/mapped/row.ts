import { asText } from '../../../shared/text';
import { isoOf, textOf } from '../values';
import { idOf } from './keys';
import type { Mapped, Targets } from './targets';

/** A record, read through the mapping. */
export interface MappedRow {
	id: string;
	/** The key without the company. */
	parts: string[];
	/** By target; dates in ISO 8601, numbers as plain decimal text. */
	value: (target: string) => string | null;
	/** Another record of the same kind that is named by the last part of its key. */
	siblingId: (target: string) => string | null;
	fields: Readonly<Record<string, unknown>>;
}

/** How the records of one class or table are read, and what is said of those that can not be. */
export interface RowRules {
	/** The fields of the key, without the company. */
	keyParts: readonly string[];
	mapping: readonly Mapped[];
	targets: Targets;
	/** Milliseconds; `undefined` for an empty date, `'wrong'` for what is none. */
	dateOf: (text: string) => number | undefined | 'wrong';
	keyBlank: (field: string) => Error;
	valueWrong: (wrong: { id: string; field: string; kind: string; value: string }) => Error;
}

/** @throws what the rules say of a record without a whole key; on reading a value that is not of its target’s kind */
export function mapFields(fields: MappedRow['fields'], rules: RowRules): MappedRow {
	const parts = rules.keyParts.map((field) => {
		const part = textOf(fields[field]);
		if (part !== null) return part;
		throw rules.keyBlank(field);
	});
	const id = idOf(parts);
	const value = (target: string) => {
		const candidates = rules.mapping.filter((one) => one.target === target);
		for (const { field } of candidates) {
			const text = valueOf(rules, { id, target, field }, fields[field]);
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
}: {
	keyFields: readonly string[];
	companyField: string;
}): string[] {
	const others = keyFields.filter((field) => field !== companyField);
	return others.length > 0 ? others : [...keyFields];
}

function valueOf(
	{ targets, dateOf, valueWrong }: RowRules,
	{ id, target, field }: { id: string; target: string; field: string },
	value: unknown,
): string | null {
	const wrong = (kind: string) =>
		valueWrong({
			id,
			field,
			kind,
			value: typeof value === 'object' ? JSON.stringify(value) : asText(value),
		});
	if (typeof value === 'object' && value !== null) throw wrong('a single value');
	const text = textOf(value);
	if (text === null) return null;
	const kind = targets[target]?.[1] ?? 'text';
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

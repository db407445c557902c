import type { LnRow } from '../data';
import { LnError } from '../error';
import type { Column, EntitySet } from '../model/types';
import type { Token } from './filterTokens';
import { filterTokens } from './filterTokens';
import type { View } from './view';
import { wireValue } from './view';

export type Predicate = (row: LnRow) => boolean;

interface Operand {
	kind: 'text' | 'number' | 'date' | 'null' | 'enum';
	/** Text operands: the column they are, or the text. */
	column?: Column;
	text?: string;
	/** Enum operands: the name of their type. */
	enumName?: string;
	value: (row: LnRow) => string | number | null;
}

const COMPARISONS: Record<string, (order: number) => boolean> = {
	eq: (order) => order === 0,
	ne: (order) => order !== 0,
	gt: (order) => order > 0,
	ge: (order) => order >= 0,
	lt: (order) => order < 0,
	le: (order) => order <= 0,
};
const TEXT_TESTS: Record<string, (text: string, part: string) => boolean> = {
	contains: (text, part) => text.includes(part),
	startswith: (text, part) => text.startsWith(part),
	endswith: (text, part) => text.endsWith(part),
};

/**
 * A `$filter` as a test of rows. Takes what public clients send to LN: comparisons, and, or, not, parentheses,
 * contains, startswith, endswith, tolower; enums only as `namespace.Type'Member'`. Anything else is a 400.
 */
export function parseFilter(filter: string, set: EntitySet, view: View): Predicate {
	return new FilterParser(filter, set, view).whole();
}

class FilterParser {
	private readonly tokens: Token[];
	private at = 0;
	/** Tests of a text column for one value. */
	private readonly equalities = new Map<Predicate, { column: Column; text: string }>();

	constructor(
		private readonly filter: string,
		private readonly set: EntitySet,
		private readonly view: View,
	) {
		this.tokens = filterTokens(filter);
	}

	whole(): Predicate {
		const predicate = this.either();
		if (this.at < this.tokens.length) this.refuse('unexpected text after the expression');
		return predicate;
	}

	private either(): Predicate {
		const tests = [this.both()];
		while (this.takeWord('or')) tests.push(this.both());
		const [first] = tests;
		if (!first || tests.length === 1) return first ?? (() => false);
		return this.oneOf(tests) ?? ((row) => tests.some((test) => test(row)));
	}

	/** Many values of one column, as clients ask for what belongs to the rows of a page: looked up instead of tried. */
	private oneOf(tests: readonly Predicate[]): Predicate | undefined {
		const equalities = tests.map((test) => this.equalities.get(test));
		const column = equalities[0]?.column;
		if (!column || equalities.some((equality) => equality?.column !== column)) return undefined;
		const wanted = new Set(equalities.map((equality) => equality?.text));
		const { value } = this.columnOperand(column);
		return (row) => wanted.has(String(value(row)));
	}

	private both(): Predicate {
		let left = this.single();
		while (this.takeWord('and')) {
			const [first, second] = [left, this.single()];
			left = (row) => first(row) && second(row);
		}
		return left;
	}

	private single(): Predicate {
		if (this.takeWord('not')) {
			const inner = this.single();
			return (row) => !inner(row);
		}
		if (this.takePunctuation('(')) {
			const inner = this.either();
			this.expect(')');
			return inner;
		}
		const token = this.tokens[this.at];
		const test = token?.kind === 'word' ? TEXT_TESTS[token.text] : undefined;
		return test ? this.textTest(test) : this.comparison();
	}

	private textTest(test: (text: string, part: string) => boolean): Predicate {
		this.at += 1;
		this.expect('(');
		const text = this.operand();
		this.expect(',');
		const part = this.operand();
		this.expect(')');
		if (text.kind !== 'text' || part.kind !== 'text') this.refuse('this function takes texts');
		return (row) => test(String(text.value(row) ?? ''), String(part.value(row) ?? ''));
	}

	private comparison(): Predicate {
		const left = this.operand();
		const operator = this.tokens[this.at];
		const decide = operator?.kind === 'word' ? COMPARISONS[operator.text] : undefined;
		if (!decide) return this.refuse('a comparison was expected');
		this.at += 1;
		const right = this.operand();
		// an empty text is LN's null, whichever way the tenant writes it
		const againstNull = left.kind === 'null' || right.kind === 'null';
		const comparable =
			againstNull || (left.kind === right.kind && left.enumName === right.enumName);
		if (!comparable) return this.refuse('a binary operator with incompatible types was detected');
		const { textOrder } = this.view.behaviour;
		if (decide === COMPARISONS.gt && left.kind === 'text' && textOrder !== 'heeded')
			return textOrder === 'refused' ? this.refuse('texts have no order') : () => true;
		const test: Predicate = (row) => {
			const [a, b] = againstNull
				? [nullIfBlank(left.value(row)), nullIfBlank(right.value(row))]
				: [left.value(row), right.value(row)];
			if (a === null || b === null) {
				const equal = a === b;
				return decide === COMPARISONS.ne ? !equal : decide === COMPARISONS.eq && equal;
			}
			return decide(a === b ? 0 : a < b ? -1 : 1);
		};
		if (operator?.kind === 'word' && operator.text === 'eq' && left.column && right.text)
			this.equalities.set(test, { column: left.column, text: right.text });
		return test;
	}

	private operand(): Operand {
		const token = this.tokens[this.at];
		this.at += 1;
		switch (token?.kind) {
			case 'text':
				return { kind: 'text', text: token.value, value: () => token.value };
			case 'number':
				return { kind: 'number', value: () => token.value };
			case 'date':
				return { kind: 'date', value: () => Date.parse(token.value) };
			case 'enum':
				return this.enumLiteral(token);
			case 'word':
				return this.word(token.text);
			default:
				return this.refuse('an operand was expected');
		}
	}

	private word(text: string): Operand {
		if (text === 'null') return { kind: 'null', value: () => null };
		if (text === 'tolower') {
			this.expect('(');
			const inner = this.operand();
			this.expect(')');
			return { kind: 'text', value: (row) => String(inner.value(row) ?? '').toLowerCase() };
		}
		const column = this.set.columns.find(({ name }) => name === text);
		if (!column) return this.refuse(`property '${text}' does not exist in type '${this.set.type}'`);
		return this.columnOperand(column);
	}

	private columnOperand(column: Column): Operand {
		const wire = (row: LnRow) => {
			const value = wireValue(row, column, this.view);
			return Array.isArray(value) || value === '' ? null : value;
		};
		switch (column.kind) {
			case 'code':
			case 'text':
			case 'long':
				return { kind: 'text', column, value: (row) => wire(row) ?? '' };
			case 'date':
				return { kind: 'date', value: (row) => storedDate(row[column.name]) };
			case 'enum':
				return { kind: 'enum', enumName: column.enumName ?? '', value: wire };
			case 'enumList':
				return this.refuse(`property '${column.name}' cannot be filtered`);
			default:
				return { kind: 'number', value: wire };
		}
	}

	private enumLiteral({ type, member }: { type: string; member: string }): Operand {
		const { name, enums } = this.view.service;
		const enumName = type.startsWith(`${name}.`) ? type.slice(name.length + 1) : '';
		const members = enums[enumName];
		if (!members) return this.refuse(`type '${type}' is not known`);
		if (!(member in members)) return this.refuse(`'${member}' is not a member of '${type}'`);
		return { kind: 'enum', enumName, value: () => member };
	}

	private takeWord(text: string): boolean {
		const token = this.tokens[this.at];
		if (token?.kind !== 'word' || token.text !== text) return false;
		this.at += 1;
		return true;
	}

	private takePunctuation(text: '(' | ')' | ','): boolean {
		const token = this.tokens[this.at];
		if (token?.kind !== 'punctuation' || token.text !== text) return false;
		this.at += 1;
		return true;
	}

	private expect(text: '(' | ')' | ','): void {
		if (!this.takePunctuation(text)) this.refuse(`'${text}' was expected`);
	}

	private refuse(why: string): never {
		throw new LnError(400, `Invalid $filter: ${why}`, `Invalid $filter '${this.filter}': ${why}`);
	}
}

/** An empty date is no date: no comparison with one holds. */
function storedDate(value: unknown): number | null {
	return typeof value === 'string' && value !== '' ? Date.parse(value) : null;
}

function nullIfBlank(value: string | number | null): string | number | null {
	return value === '' ? null : value;
}

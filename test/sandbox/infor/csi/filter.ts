import type { CsiRow } from './data';
import type { Ido } from './idos';
import { propertyOf } from './idos';
import { CsiRefused } from './refused';

/** A condition on a row; `null` for "not known", as SQL says of a comparison with nothing. */
type Test = (row: CsiRow) => boolean | null;
type Value = string | number | null;

const TOKEN = /\s*(N?'(?:[^']|'')*'|-?\d+(?:\.\d+)?|<>|<=|>=|[=<>(),]|[A-Za-z_][\w.]*|\S)/y;

/**
 * A filter as a condition: SQL without anything but comparisons, `LIKE`, `IN`, `IS NULL`, `AND`, `OR`, `NOT` and brackets,
 * and of functions GETDATE and DATEADD alone.
 * https://docs.infor.com/mg/2025.x/en-us/mongooseolh/mgiiea/dwn1576796415221.html
 * @param passedOver a property on which conditions are not heeded
 * @throws CsiRefused
 */
export function filterOf(
	text: string,
	ido: Ido,
	now: number,
	passedOver?: string,
): (row: CsiRow) => boolean {
	const parser = new Parser(tokensOf(text), ido, now, passedOver);
	const test = parser.whole();
	return (row) => test(row) === true;
}

function tokensOf(text: string): string[] {
	const tokens: string[] = [];
	const trimmed = text.trimEnd();
	for (TOKEN.lastIndex = 0; TOKEN.lastIndex < trimmed.length;) {
		const token = TOKEN.exec(trimmed)?.[1];
		if (token === undefined) break;
		tokens.push(token);
	}
	return tokens;
}

class Parser {
	private at = 0;

	constructor(
		private readonly tokens: readonly string[],
		private readonly ido: Ido,
		private readonly now: number,
		private readonly passedOver: string | undefined,
	) {}

	whole(): Test {
		const test = this.either();
		if (this.at < this.tokens.length) throw this.illegal();
		return test;
	}

	private either(): Test {
		const parts = [this.both()];
		while (this.takes('OR')) parts.push(this.both());
		return (row) => {
			const results = parts.map((part) => part(row));
			return results.includes(true) ? true : results.includes(null) ? null : false;
		};
	}

	private both(): Test {
		const parts = [this.one()];
		while (this.takes('AND')) parts.push(this.one());
		return (row) => {
			const results = parts.map((part) => part(row));
			return results.includes(false) ? false : results.includes(null) ? null : true;
		};
	}

	private one(): Test {
		if (this.takes('NOT')) return not(this.one());
		if (this.takes('(')) {
			const inner = this.either();
			this.needs(')');
			return inner;
		}
		return this.comparison();
	}

	private comparison(): Test {
		const name = this.next();
		if (!/^[A-Za-z_]\w*$/.test(name) || this.tokens[this.at] === '(') throw this.illegal(name);
		const property = propertyOf(this.ido, name);
		if (this.takes('IS')) {
			const isNegated = this.takes('NOT');
			this.needs('NULL');
			return (row) => ((row[property] ?? null) === null) !== isNegated;
		}
		const isNegated = this.takes('NOT');
		const test = this.takes('LIKE')
			? this.like(property)
			: this.takes('IN')
				? this.oneOf(property)
				: this.compared(property, isNegated);
		if (property === this.passedOver) return () => true;
		return isNegated ? not(test) : test;
	}

	private like(property: string): Test {
		const pattern = String(this.value('text'))
			.split('%')
			.map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll('_', '.'));
		const whole = new RegExp(`^${pattern.join('.*')}$`, 'is');
		return (row) => {
			const own = row[property] ?? null;
			return own === null ? null : whole.test(own);
		};
	}

	private oneOf(property: string): Test {
		this.needs('(');
		const values = [this.value(this.kindOf(property))];
		while (this.takes(',')) values.push(this.value(this.kindOf(property)));
		this.needs(')');
		return (row) => {
			const own = this.own(row, property);
			return own === null ? null : values.includes(own);
		};
	}

	private compared(property: string, isNegated: boolean): Test {
		const sign = this.next();
		const compare = SIGNS[sign];
		if (!compare || isNegated) throw this.illegal(sign);
		const value = this.value(this.kindOf(property));
		return (row) => {
			const own = this.own(row, property);
			return own === null || value === null ? null : compare(own, value);
		};
	}

	private own(row: CsiRow, property: string): Value {
		return comparable(row[property] ?? null, this.kindOf(property));
	}

	private kindOf(property: string) {
		return this.ido.kinds[property] ?? 'text';
	}

	private value(kind: string): Value {
		const token = this.next();
		if (/^N?'/.test(token))
			return comparable(token.replace(/^N?'|'$/g, '').replaceAll("''", "'"), kind);
		if (/^-?\d/.test(token)) return comparable(token, kind);
		return this.moment(token);
	}

	/** `GETDATE()` or `DATEADD(minute, -30, GETDATE())` */
	private moment(name: string): number {
		if (/^GETDATE$/i.test(name)) {
			this.needs('(');
			this.needs(')');
			return this.now;
		}
		if (!/^DATEADD$/i.test(name)) throw this.illegal(name);
		this.needs('(');
		const unit = UNITS[this.next().toLowerCase()];
		this.needs(',');
		const count = Number(this.next());
		this.needs(',');
		const from = this.moment(this.next());
		this.needs(')');
		if (unit === undefined || !Number.isFinite(count)) throw this.illegal('DATEADD');
		return from + count * unit;
	}

	private takes(word: string): boolean {
		const isNext = this.tokens[this.at]?.toUpperCase() === word;
		if (isNext) this.at += 1;
		return isNext;
	}

	private needs(word: string): void {
		if (!this.takes(word)) throw this.illegal(this.tokens[this.at]);
	}

	private next(): string {
		this.at += 1;
		return this.tokens[this.at - 1] ?? '';
	}

	/** The name of the exception is public, what follows it is not. */
	private illegal(near = this.tokens[this.at] ?? 'the end'): CsiRefused {
		return new CsiRefused(`IllegalFilterException: the filter is not allowed near ${near}`);
	}
}

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const SIGNS: Record<string, (a: string | number, b: string | number) => boolean> = {
	'=': (a, b) => a === b,
	'<>': (a, b) => a !== b,
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
	'>': (a, b) => a > b,
	'>=': (a, b) => a >= b,
};

function not(test: Test): Test {
	return (row) => {
		const result = test(row);
		return result === null ? null : !result;
	};
}

/** As SQL Server compares: texts without regard to case and blanks at their end, dates and numbers as such. */
export function comparable(value: string | null, kind: string): Value {
	if (value === null) return null;
	if (kind === 'number') return Number(value);
	if (kind === 'text') return value.trimEnd().toLowerCase();
	const [, year, month, day, time = '00:00:00.000'] =
		/^(\d{4})-?(\d\d)-?(\d\d)(?:[ T](.+))?$/.exec(value) ?? [];
	const moment = Date.parse(`${year}-${month}-${day}T${time}Z`);
	if (Number.isNaN(moment))
		throw new CsiRefused(`Conversion failed when converting date and/or time: ${value}`);
	return moment;
}

import { FsmException } from './exception';

export type Test = (fieldOf: (field: string) => string) => boolean;

/** `Field::Value|Field2::Value2`: all must be equal. https://github.com/clipham/infor-cloudsuite-mcp (resources/reference.py) */
export function simpleTest(text: string): Test {
	const pairs = text.split('|').map((part) => part.split('::'));
	if (pairs.some(({ length }) => length !== 2)) throw new FsmException(`Invalid filter ${text}`);
	return (fieldOf) => pairs.every(([field = '', value = '']) => fieldOf(field) === value);
}

/**
 * The part of LPL that has been seen in addresses: `Item like "100*"`, `PostingDate < "2023-10-01"`, `and`, `or`, brackets.
 * A plus is a plus: a client that writes blanks so gets an exception.
 */
export function lplTest(text: string): Test {
	const tokens = [...text.matchAll(/\s*("[^"]*"|<=|>=|!=|[=<>()]|[\w.]+|\S)/g)].map(
		([, token]) => token ?? '',
	);
	let at = 0;
	const refuse = () => new FsmException(`LPL expression can not be read: ${text}`);
	const is = (token: string) => tokens[at]?.toLowerCase() === token;
	const next = () => {
		at += 1;
		return tokens[at - 1] ?? '';
	};
	const either = (): Test => {
		const parts = [both()];
		while (is('or') && next()) parts.push(both());
		return (fieldOf) => parts.some((part) => part(fieldOf));
	};
	const both = (): Test => {
		const parts = [one()];
		while (is('and') && next()) parts.push(one());
		return (fieldOf) => parts.every((part) => part(fieldOf));
	};
	const one = (): Test => {
		if (is('(')) {
			next();
			const inner = either();
			if (next() !== ')') throw refuse();
			return inner;
		}
		const [field, operator, literal] = [next(), next().toLowerCase(), next()];
		const compare = OPERATORS[operator];
		if (!/^[A-Za-z][\w.]*$/.test(field) || !compare || !literal.startsWith('"')) throw refuse();
		const value = literal.slice(1, -1);
		return (fieldOf) => compare(fieldOf(field), value);
	};
	const test = either();
	if (at < tokens.length) throw refuse();
	return test;
}

const OPERATORS: Record<string, (own: string, value: string) => boolean> = {
	'=': (own, value) => own === value,
	'!=': (own, value) => own !== value,
	'<': (own, value) => own < value,
	'<=': (own, value) => own <= value,
	'>': (own, value) => own > value,
	'>=': (own, value) => own >= value,
	like: (own, value) => {
		const pattern = value.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
		return new RegExp(`^${pattern.join('.*')}$`, 's').test(own);
	},
};

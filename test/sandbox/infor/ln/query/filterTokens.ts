import { LnError } from '../error';

export type Token =
	| { kind: 'punctuation'; text: '(' | ')' | ',' }
	| { kind: 'text'; value: string }
	| { kind: 'enum'; type: string; member: string }
	| { kind: 'number'; value: number }
	| { kind: 'date'; value: string }
	| { kind: 'word'; text: string };

const PATTERN =
	/\s*(?:([(),])|([A-Za-z_][\w.]*)'([^']*)'|'((?:[^']|'')*)'|(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)|(-?\d+(?:\.\d+)?)(?![\w-])|([A-Za-z_]\w*))/y;

/** Cuts a `$filter` into tokens; a quote inside a text is doubled. */
export function filterTokens(filter: string): Token[] {
	const tokens: Token[] = [];
	PATTERN.lastIndex = 0;
	while (PATTERN.lastIndex < filter.trimEnd().length) {
		const start = PATTERN.lastIndex;
		const match = PATTERN.exec(filter);
		if (!match) throw new LnError(400, `Syntax error at position ${start} in $filter '${filter}'`);
		const [, punctuation, enumType, enumMember, text, date, number, word] = match;
		if (punctuation) tokens.push({ kind: 'punctuation', text: punctuation as '(' });
		else if (enumType) tokens.push({ kind: 'enum', type: enumType, member: enumMember ?? '' });
		else if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
		else if (date) tokens.push({ kind: 'date', value: date });
		else if (number) tokens.push({ kind: 'number', value: Number(number) });
		else tokens.push({ kind: 'word', text: word ?? '' });
	}
	return tokens;
}

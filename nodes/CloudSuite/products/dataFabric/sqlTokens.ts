import type { Said } from '../../../shared/errors/types';
import { say } from '../../errors/say';

/** A part of a statement that means something; blanks and comments are none. */
export interface SqlToken {
	kind: 'word' | 'text' | 'name' | 'sign';
	/** As it stands there; of a word in upper case. */
	text: string;
}

/** At a place of the text: how long the piece there is, and what it is. */
type Piece = { length: number; token?: SqlToken } | Said;

/**
 * Takes a statement apart. Where dialects of SQL disagree on where a text or a comment ends, nothing is guessed: what one
 * takes for a text may be a command to another. Compass's documents know texts in single quotes and names in double ones
 * (https://developer.infor.com/best-practices/data-management), so whatever else quotes in some dialect is refused.
 * @returns the parts, or why they can not be told for sure
 */
export function sqlTokens(sql: string): SqlToken[] | Said {
	const tokens: SqlToken[] = [];
	for (let at = 0; at < sql.length;) {
		const piece = pieceAt(sql, at);
		if ('code' in piece) return piece;
		if (piece.token) tokens.push(piece.token);
		at += piece.length;
	}
	return tokens;
}

function pieceAt(sql: string, at: number): Piece {
	const sign = sql.charAt(at);
	if (/\s/.test(sign)) return { length: 1 };
	if (/\p{Cc}/u.test(sign)) return say('sql_control');
	const quoting = otherQuoting(sql, at);
	if (quoting !== undefined) return say('sql_sign', { sign: quoting });
	if (sql.startsWith('--', at)) return { length: lineLength(sql, at) };
	if (sql.startsWith('/*', at)) return blockComment(sql, at);
	if (sign === "'") return quoted(sql, at, 'text');
	if (sign === '"') return quoted(sql, at, 'name');
	const word = /^[\p{L}_@][\p{L}\p{N}_@]*/u.exec(sql.slice(at, at + 200))?.[0];
	if (word !== undefined)
		return { length: word.length, token: { kind: 'word', text: word.toUpperCase() } };
	return { length: 1, token: { kind: 'sign', text: sign } };
}

/**
 * What begins a text, a name or a comment to one dialect and none to another: there, a command could hide from this check
 * or be hidden from it. `--` without a blank behind it is two minus signs to MySQL, `/*!` a comment it executes.
 */
function otherQuoting(sql: string, at: number): string | undefined {
	const sign = sql.charAt(at);
	if (['`', '[', '#', '$'].includes(sign)) return sign;
	if (/^--[^\s]/.test(sql.slice(at, at + 3))) return '-- without a blank behind it';
	return /^\/\*M?!/i.exec(sql.slice(at, at + 4))?.[0];
}

function lineLength(sql: string, at: number): number {
	const end = sql.slice(at).search(/[\r\n]/);
	return end < 0 ? sql.length - at : end;
}

function blockComment(sql: string, at: number): Piece {
	const end = sql.indexOf('*/', at + 2);
	if (end < 0) return say('sql_open_comment');
	// some dialects count comments within comments, others end at the first end
	return sql.slice(at + 2, end).includes('/*')
		? say('sql_nested_comment')
		: { length: end + 2 - at };
}

function quoted(sql: string, at: number, kind: 'text' | 'name'): Piece {
	const quote = sql.charAt(at);
	for (let next = at + 1; next < sql.length; next += 1) {
		const sign = sql.charAt(next);
		if (/\p{Cc}/u.test(sign) && !/\s/.test(sign)) return say('sql_control');
		// some dialects take it for a quote inside of the text, others for the end of it
		if (sign === '\\' && sql.charAt(next + 1) === quote) return say('sql_escaped_quote');
		if (sign !== quote) continue;
		if (sql.charAt(next + 1) !== quote)
			return { length: next + 1 - at, token: { kind, text: sql.slice(at, next + 1) } };
		next += 1;
	}
	return say('sql_open_quote');
}

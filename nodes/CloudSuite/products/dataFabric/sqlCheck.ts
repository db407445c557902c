import type { Said } from '../../../shared/errors/types';
import { say } from '../../errors/say';
import type { SqlToken } from './sqlTokens';
import { sqlTokens } from './sqlTokens';

/** Words that begin or belong to a statement that does more than read, in one dialect of SQL or another. */
const REFUSED = new Set([
	...[
		'INSERT',
		'UPDATE',
		'DELETE',
		'MERGE',
		'UPSERT',
		'TRUNCATE',
		'INTO',
		'COPY',
		'UNLOAD',
		'LOAD',
	],
	...[
		'CREATE',
		'DROP',
		'ALTER',
		'RENAME',
		'COMMENT',
		'GRANT',
		'REVOKE',
		'DENY',
		'ANALYZE',
		'VACUUM',
	],
	...[
		'CALL',
		'EXEC',
		'EXECUTE',
		'PREPARE',
		'DEALLOCATE',
		'DECLARE',
		'SET',
		'RESET',
		'USE',
		'ATTACH',
	],
	...['COMMIT', 'ROLLBACK', 'SAVEPOINT', 'BEGIN', 'LOCK', 'PRAGMA', 'MSCK', 'REFRESH', 'OUTFILE'],
]);

/**
 * Whether a text is one statement that reads: a SELECT, also behind a WITH.
 * @returns what is wrong with it; nothing when it may be sent
 */
export function whyRefused(sql: string): Said | undefined {
	const tokens = sqlTokens(sql);
	if (!Array.isArray(tokens)) return tokens;
	const [first] = tokens;
	if (first === undefined) return say('sql_empty');
	const end = tokens.findIndex(isSemicolon);
	if (end >= 0 && tokens.slice(end).some((token) => !isSemicolon(token))) return say('sql_several');
	const statement = end < 0 ? tokens : tokens.slice(0, end);
	const begin = statement.find(({ text }) => text !== '(');
	if (begin === undefined) return say('sql_empty');
	if (begin.kind !== 'word' || !['SELECT', 'WITH'].includes(begin.text))
		return say('sql_not_select', { word: begin.text });
	const refused = statement.find((token, at) => isRefused(token, statement[at - 1]));
	if (refused) return say('sql_word', { word: refused.text });
	// a WITH alone names queries and asks none
	return statement.some(({ kind, text }) => kind === 'word' && text === 'SELECT')
		? undefined
		: say('sql_not_select', { word: begin.text });
}

/** A statement as it is sent: without the semicolon behind it. */
export function withoutEnd(sql: string): string {
	return sql.trim().replace(/[;\s]+$/, '');
}

/** Behind a point stands a column, whatever it is called. */
function isRefused({ kind, text }: SqlToken, before: SqlToken | undefined): boolean {
	return kind === 'word' && REFUSED.has(text) && before?.text !== '.';
}

function isSemicolon({ kind, text }: SqlToken): boolean {
	return kind === 'sign' && text === ';';
}

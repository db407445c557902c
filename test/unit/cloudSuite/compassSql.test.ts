import fc from 'fast-check';
import {
	identifier,
	momentLiteral,
	atOrBehind,
	oneOf,
	oneText,
	textLiteral,
} from '../../../nodes/CloudSuite/products/dataFabric/sql';
import { whyRefused, withoutEnd } from '../../../nodes/CloudSuite/products/dataFabric/sqlCheck';
import { sqlTokens } from '../../../nodes/CloudSuite/products/dataFabric/sqlTokens';

const codeOf = (sql: string) => whyRefused(sql)?.code;

describe('a statement that is sent', () => {
	it.each([
		'SELECT 1',
		'select * from LN_tccom100',
		'  \n\tSELECT compnr FROM LN_tccom100 ;  ; ',
		'(SELECT 1) UNION (SELECT 2)',
		'WITH a AS (SELECT 1 AS x) SELECT x FROM a',
		"SELECT 'DELETE FROM t; DROP TABLE t' AS text",
		"SELECT 'it''s; INSERT' AS text",
		'SELECT "update", "into; drop" FROM t',
		'SELECT "a ""quoted"" DELETE" FROM t',
		'SELECT t.set, t.call FROM t',
		'SELECT 1 -- DELETE; DROP',
		'-- DROP\nSELECT 1',
		'/* DELETE; */ SELECT /* UPDATE */ 1',
		'SELECT deleted, updated_at, created FROM t',
		"SELECT replace(a, 'x', 'y') FROM t",
		"SELECT max(infor.lastmodified()) FROM infor.includedeleted('LN_tccom100')",
		"SELECT 'a\\b' AS other",
		"SELECT a FROM t WHERE b LIKE '%x!%' ESCAPE '!'",
		'SELECT "a`b", "a[1]", "a$$b", "a#b" FROM t',
		"SELECT '`', '[', '$$', '#', '/*!', '--x'",
		'SELECT 1 --',
		'SELECT 1 --\n',
	])('%s', (sql) => {
		expect(codeOf(sql)).toBeUndefined();
	});
});

describe('a statement that is refused', () => {
	it.each([
		['', 'sql_empty'],
		['  -- only a comment', 'sql_empty'],
		['/* nothing */ ;', 'sql_empty'],
		['((', 'sql_empty'],
		['SELECT 1; SELECT 2', 'sql_several'],
		['SELECT 1;DROP TABLE t', 'sql_several'],
		['SELECT 1; -- end\n DELETE FROM t', 'sql_several'],
		['DELETE FROM t', 'sql_not_select'],
		['EXPLAIN SELECT 1', 'sql_not_select'],
		['SHOW TABLES', 'sql_not_select'],
		['"SELECT" 1', 'sql_not_select'],
		["'SELECT' 1", 'sql_not_select'],
		['WITH a', 'sql_not_select'],
		['-- SELECT\nTRUNCATE TABLE t', 'sql_not_select'],
		['WITH a AS (DELETE FROM t RETURNING *) SELECT * FROM a', 'sql_word'],
		['WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a', 'sql_word'],
		['SELECT * INTO copy FROM t', 'sql_word'],
		['select a from t for update', 'sql_word'],
		['SELECT 1 UNION ALL CALL something()', 'sql_word'],
		['SELECT update FROM t', 'sql_word'],
		["SELECT 'open", 'sql_open_quote'],
		['SELECT "open', 'sql_open_quote'],
		["SELECT 'it''", 'sql_open_quote'],
		['SELECT 1 /* open', 'sql_open_comment'],
		['SELECT 1 /* a /* b */ DELETE FROM t */', 'sql_nested_comment'],
		["SELECT 'it\\'s' , ' DROP TABLE t'", 'sql_escaped_quote'],
		["SELECT '\\' AS backslash", 'sql_escaped_quote'],
		['SELECT\u00001', 'sql_control'],
		["SELECT 'a\u0007b'", 'sql_control'],
		['SELECT `a` FROM t', 'sql_sign'],
		["SELECT [a'b] FROM t; DROP TABLE t --']", 'sql_sign'],
		['SELECT $$ DROP $$', 'sql_sign'],
		["SELECT $a$ ' $a$", 'sql_sign'],
		["SELECT a$$ ' $$", 'sql_sign'],
		['SELECT 1 # DROP', 'sql_sign'],
		['SELECT a#b FROM t', 'sql_sign'],
		['SELECT 1 /*! DROP TABLE t */', 'sql_sign'],
		['SELECT 1 /*M! DROP TABLE t */', 'sql_sign'],
		['SELECT 1 --DROP', 'sql_sign'],
		['SELECT 1--1', 'sql_sign'],
	])('%j: %s', (sql, code) => {
		expect(codeOf(sql)).toBe(code);
	});

	it.each(
		'INSERT UPDATE DELETE MERGE CREATE DROP ALTER TRUNCATE CALL EXECUTE GRANT REVOKE INTO SET COPY UNLOAD'.split(
			' ',
		),
	)('has %s outside of texts and names, whatever stands around it', (word) => {
		expect(codeOf(`SELECT 1 FROM t WHERE ${word.toLowerCase()} = 1`)).toBe('sql_word');
		expect(whyRefused(`SELECT (${word} x) FROM t`)?.reason).toContain(`the word ${word}`);
		expect(codeOf(`SELECT '${word}', "${word}", t.${word} FROM t -- ${word}`)).toBeUndefined();
		expect(codeOf(`SELECT ${word}ED FROM t`)).toBeUndefined();
	});
});

describe('the check of a statement', () => {
	const noise = fc.constantFrom(' ', '\n', '\t', '/* x */', '-- y\n');

	it('is not fooled by blanks and comments around what it refuses', () => {
		fc.assert(
			fc.property(
				fc.array(noise, { maxLength: 4 }),
				fc.array(noise, { minLength: 1, maxLength: 4 }),
				fc.constantFrom('DELETE', 'insert', 'Merge', 'dRoP', 'CALL'),
				(before, between, word) => {
					const [front, gap] = [before.join(''), between.join('')];
					expect(codeOf(`${front}${word}${gap}FROM t`)).toBe('sql_not_select');
					expect(codeOf(`${front}SELECT 1${gap};${gap}${word} x`)).toBe('sql_several');
					expect(codeOf(`${front}SELECT${gap}1,${gap}${word}${gap}x`)).toBe('sql_word');
				},
			),
		);
	});

	it('lets any text through as a literal and any name as an identifier', () => {
		const printable = fc.string({ unit: 'grapheme' }).filter((text) => !/\p{Cc}|\\/u.test(text));
		fc.assert(
			fc.property(printable, printable, (text, name) => {
				const sql = `SELECT ${identifier(`x${name}`)} FROM t WHERE a = ${textLiteral(text)}`;
				expect(codeOf(sql)).toBeUndefined();
				const tokens = sqlTokens(sql);
				expect(tokens).toContainEqual({ kind: 'text', text: textLiteral(text) });
				expect(tokens).toHaveLength(8);
			}),
		);
	});

	it('finds every statement that is hidden behind a text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const code = codeOf(`SELECT '${text.replaceAll("'", "''")}'; DROP TABLE t`);
				expect(['sql_several', 'sql_control', 'sql_escaped_quote']).toContain(code);
			}),
		);
	});

	it('never throws, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (sql) => {
				expect(() => whyRefused(sql)).not.toThrow();
			}),
		);
	});
});

describe('SQL the node writes', () => {
	it.each([
		['bpid', 'bpid'],
		['nama__en_us', 'nama__en_us'],
		['timestamp', '"timestamp"'],
		['user', '"user"'],
		['Order', '"Order"'],
		['my column', '"my column"'],
		['a"b', '"a""b"'],
		['1st', '"1st"'],
		['größe', '"größe"'],
		['', '""'],
	])('has the name %j as %s', (name, sql) => {
		expect(identifier(name)).toBe(sql);
	});

	it('doubles quotes inside of texts and changes nothing else', () => {
		expect(textLiteral('D\'ARC \\ %_ "x"')).toBe("'D''ARC \\ %_ \"x\"'");
		expect(oneOf('a', ["'x'"])).toBe("a = 'x'");
		expect(oneOf('a', ['1', '2'])).toBe('a IN (1, 2)');
	});

	it('never has a backslash or a control character of a code in it: any sign in its place will do', () => {
		expect(oneText('a', ['x'])).toEqual({ sql: "a = 'x'", isExact: true });
		expect(oneText('a', ['A\\B'])).toEqual({ sql: "a LIKE 'A_B' ESCAPE '!'", isExact: false });
		expect(oneText('a', ['x', 'A%\\'])).toEqual({
			sql: "(a = 'x' OR a LIKE 'A!%_' ESCAPE '!')",
			isExact: false,
		});
		expect(oneText('a', ['A\u0000B']).sql).toBe("a LIKE 'A_B' ESCAPE '!'");
		expect(atOrBehind('a', 'A\\B')).toBe("a >= 'A'");
		expect(atOrBehind('a', 'A\u0000B')).toBe("a >= 'A'");
		expect(atOrBehind('a', "D'ARC")).toBe("a >= 'D''ARC'");
	});

	it('passes its own check, whatever the codes', () => {
		const text = fc.oneof(
			fc.string({ unit: 'grapheme' }),
			fc.constantFrom('\u0000', 'a\u0007b'),
			fc.constantFrom('\\', "a\\'", "\\'; DROP TABLE t -- ", '[`#$$'),
		);
		fc.assert(
			fc.property(fc.array(text, { minLength: 1 }), (codes) => {
				const place = atOrBehind('a', codes[0] ?? '');
				const sql = `SELECT 1 FROM t WHERE ${oneText('a', codes).sql} AND ${place}`;
				expect(codeOf(sql)).toBeUndefined();
				expect(sql).not.toContain('\\');
			}),
		);
	});

	it('has moments in UTC with milliseconds', () => {
		expect(momentLiteral(Date.parse('2026-01-05T09:00:00+01:00'))).toBe(
			"'2026-01-05T08:00:00.000Z'",
		);
	});

	it('is sent without the semicolon behind it', () => {
		expect(withoutEnd(' SELECT 1 ;\n; ')).toBe('SELECT 1');
	});
});

import fc from 'fast-check';
import { readCsv } from '../../../nodes/CloudSuite/products/dataFabric/csv';
import {
	messageIn,
	queryIdIn,
	readState,
} from '../../../nodes/CloudSuite/products/dataFabric/jobState';
import { errorIn, readResult } from '../../../nodes/CloudSuite/products/dataFabric/result';

const JSON_TYPE = 'application/json';

describe('a page of a result', () => {
	it.each([
		['a JSON array', '[{"a":1,"b":null}]', JSON_TYPE, [{ a: 1, b: null }]],
		['a JSON array that is called something else', '[{"a":1}]', 'text/plain', [{ a: 1 }]],
		['an array behind a byte order mark', '\uFEFF[{"a":1}]', JSON_TYPE, [{ a: 1 }]],
		['an empty array', '[]', JSON_TYPE, []],
		['lines of JSON', '{"a":1}\n{"a":2}\n', 'application/x-ndjson', [{ a: 1 }, { a: 2 }]],
		['one line of JSON', '{"a":1}', 'application/x-ndjson', [{ a: 1 }]],
		['lines of JSON called JSON', '{"a":1}\r\n{"a":2}', JSON_TYPE, [{ a: 1 }, { a: 2 }]],
		[
			'CSV',
			'a,b\n1,"x, ""y"""\n2,\n',
			'text/csv',
			[
				{ a: '1', b: 'x, "y"' },
				{ a: '2', b: '' },
			],
		],
		['CSV without a content type', 'a\r\n1', '', [{ a: '1' }]],
		['CSV with a line break in a cell', 'a,b\n"1\n2",3', 'text/csv', [{ a: '1\n2', b: '3' }]],
		['a head alone', 'a,b\n', 'text/csv', []],
		['nothing, as CSV', '', 'text/csv', []],
	])('is understood as %s', (_how, text, type, rows) => {
		expect(readResult(text, type)?.rows).toEqual(rows);
	});

	it.each([
		['nothing', '', JSON_TYPE],
		['a web page', '<html>Log in</html>', 'text/html'],
		['a web page that is called CSV', '<!doctype html>', 'text/csv'],
		['cut JSON', '[{"a":1},{"a"', JSON_TYPE],
		['cut lines', '{"a":1}\n{"a"', 'application/x-ndjson'],
		['an object, which may be a refusal', '{"message":"no"}', JSON_TYPE],
		['a list of something else', '[1,2]', JSON_TYPE],
		['a list of lists', '[[1]]', JSON_TYPE],
		['words where JSON was announced', 'no', JSON_TYPE],
		['CSV that ends in quotes', 'a,b\n1,"x', 'text/csv'],
		['CSV with a short row', 'a,b\n1,2\n3', 'text/csv'],
		['a control character in JSON', '[{"a":"x\u0000"}]', JSON_TYPE],
	])('is not %s', (_what, text, type) => {
		expect(readResult(text, type)).toBeUndefined();
	});

	it('keeps numbers exactly: beyond 2^53 and of many decimals as texts', () => {
		const text = '[{"id":9007199254740993,"price":0.12345678901234567891,"n":1.5,"z":"\\u0000"}]';
		expect(readResult(text, JSON_TYPE)?.rows).toEqual([
			{ id: '9007199254740993', price: '0.12345678901234567891', n: 1.5, z: '\u0000' },
		]);
	});

	it('as CSV names its columns again, or does not', () => {
		const columns = ['a', 'b'];
		expect(readResult('a,b\n1,2', 'text/csv', columns)?.rows).toEqual([{ a: '1', b: '2' }]);
		expect(readResult('1,2\n3,4', 'text/csv', columns)?.rows).toHaveLength(2);
		expect(readResult('1,2,3', 'text/csv', columns)).toBeUndefined();
	});

	it('tells its columns without rows only as CSV', () => {
		expect(readResult('a,b', 'text/csv')?.columns).toEqual(['a', 'b']);
		expect(readResult('[]', JSON_TYPE)?.columns).toBeUndefined();
		expect(readResult('[{"a":1},{"b":1}]', JSON_TYPE)?.columns).toEqual(['a', 'b']);
	});

	it.each([
		['names', 'a,b\n1,2', 'text/csv', 'sure'],
		['names and no rows', 'a,b', 'text/csv', 'sure'],
		['names with blanks and points', 'my column,t.b,1st\n1,2,3', 'text/csv', 'sure'],
		['names, not called CSV', 'compnr,bpid\n1,2', 'text/plain', 'sure'],
		['a number', '1300,C1\n1300,C2', 'text/csv', 'doubtful'],
		['a date', '2026-01-05 08:00:00,x', 'text/csv', 'doubtful'],
		['a truth value', 'x,false', 'text/csv', 'doubtful'],
		['a blank', 'x,,y', 'text/csv', 'doubtful'],
		['a name twice', 'a,A\n1,2', 'text/csv', 'doubtful'],
		['one word, not called CSV', 'busy', 'text/plain', 'doubtful'],
		['one word without a content type', 'busy', '', 'doubtful'],
		['a sentence', 'Sorry, try later', 'text/plain', 'doubtful'],
		['lines', 'Error\nToo big', 'text/plain', 'doubtful'],
		['JSON', '[{"a":1}]', 'text/plain', undefined],
	])('with %s in its first line: %j as %s is %s', (_what, text, type, head) => {
		expect(readResult(text, type)?.head).toBe(head);
	});

	it('may be the table of errors of a failed query', () => {
		const page = readResult(
			'MessageType,SuggestedLocalizedText\nERROR,"Too, big"\nERROR,Sorry',
			'text/csv',
		);
		expect(page && errorIn(page)).toBe('Too, big Sorry');
		const other = readResult('[{"MessageType":"x"}]', JSON_TYPE);
		expect(other && errorIn(other)).toBeUndefined();
	});
});

describe('CSV', () => {
	it('gives back whatever was written', () => {
		const cell = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\r'));
		const table = fc
			.integer({ min: 1, max: 4 })
			.chain((width) =>
				fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
			);
		fc.assert(
			fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, end) => {
				const text = rows
					.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
					.join(end);
				// one empty cell at the very end is like no row at all
				fc.pre(!(rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === ''));
				expect(readCsv(text)).toEqual(rows);
			}),
		);
	});
});

describe('a status', () => {
	it.each([
		[202, { status: 'RUNNING' }, { kind: 'running' }],
		[202, { status: 'TRANSFORMING' }, { kind: 'running' }],
		[200, { status: 'Queued' }, { kind: 'running' }],
		[201, { status: 'FINISHED' }, { kind: 'finished', rowCount: undefined }],
		[201, { status: 'finished', rowCount: 12 }, { kind: 'finished', rowCount: 12 }],
		[202, { status: 'FINISHED', rowCount: '7' }, { kind: 'finished', rowCount: 7 }],
		[201, { status: 'FINISHED', rowCount: -1 }, { kind: 'finished', rowCount: undefined }],
		[201, { status: 'FINISHED', rowCount: 'many' }, { kind: 'finished', rowCount: undefined }],
		[201, { status: 'FAILED', message: 'no' }, { kind: 'failed', said: 'no' }],
		[201, { status: 'CANCELED' }, { kind: 'canceled' }],
		[201, { status: 'CANCELLED' }, { kind: 'canceled' }],
		[201, { status: 'DONE' }, { kind: 'unknown', status: 'DONE' }],
	])('%d %j is %j', (httpStatus, body, state) => {
		expect(readState(httpStatus, JSON.stringify(body))).toEqual(state);
	});

	it.each(['', 'FINISHED', '[]', '{"state":"FINISHED"}', '<html>'])('is not %j', (text) => {
		expect(readState(201, text)).toBeUndefined();
	});

	it.each([
		[{ message: ' A  b\nc ' }, 'A b c'],
		[{ errorMessage: 'x' }, 'x'],
		[{ error: 'x' }, 'x'],
		[{ error: { code: 401, message: 'x' } }, '401: x'],
		[{ statusMessage: 'x' }, 'x'],
		[{ reason: 'x' }, 'x'],
		[{ messages: [{ code: 'A', message: 'x' }, 'y'] }, 'A: x; y'],
		[{ message: 'x', reason: 'x' }, 'x'],
		[{ detail: 'x' }, ''],
	])('of a failed query may say why as %j', (body, said) => {
		expect(messageIn(body)).toBe(said);
	});

	it('of a query that was taken on has its ID', () => {
		expect(queryIdIn('{"queryId":" q1 "}')).toBe('q1');
		expect(queryIdIn('{"jobId":"q1"}')).toBeUndefined();
		expect(queryIdIn('')).toBeUndefined();
	});
});

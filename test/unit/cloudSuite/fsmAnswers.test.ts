import type { INode } from 'n8n-workflow';
import { readAnswer, readCount } from '../../../nodes/CloudSuite/products/fsm/answer';
import { classNames, searchClasses } from '../../../nodes/CloudSuite/products/fsm/discover';
import type { InforClient } from '../../../nodes/CloudSuite/transport/client';

const node = { name: 'Test', type: 'test', parameters: {} } as unknown as INode;

describe('an answer', () => {
	it('has links in its first element, and records with their fields in the others', () => {
		const text = JSON.stringify([
			{
				_count: 1,
				_links: [
					{ rel: 'self', href: 'x' },
					{ rel: 'next', href: '../lists/y' },
				],
			},
			{ _fields: { A: '1' }, _links: [{ rel: 'next', href: '../of/the/record' }] },
		]);
		expect(readAnswer(`\uFEFF${text}`)).toEqual({
			kind: 'rows',
			rows: [{ A: '1' }],
			next: '../lists/y',
			hasLinks: true,
		});
	});

	it.each([
		['a blank address', [{ _count: 0, _links: [{ rel: 'next', href: ' ' }] }], true],
		['no address', [{ _count: 0, _links: [] }], true],
		['no links at all', [{ _count: 0 }], false],
		['nothing', [], false],
	])('with %s is the end', (_how, body, hasLinks) => {
		expect(readAnswer(JSON.stringify(body))).toEqual({
			kind: 'rows',
			rows: [],
			next: undefined,
			hasLinks,
		});
	});

	it('may be an object with the same elements as its members', () => {
		const text = '{"0":{"_count":1},"1":{"_fields":{"A":"1"}}}';
		expect(readAnswer(text)).toMatchObject({ kind: 'rows', rows: [{ A: '1' }] });
	});

	it.each(['', '<html>', '{}', '7', '"text"', 'null', '[1]', '{"value":[]}', '[{"A":"1"}]'])(
		'%s is none',
		(text) => {
			expect(readAnswer(text)).toEqual({ kind: 'unreadable' });
		},
	);

	it('that is an exception says so', () => {
		expect(readAnswer('{"exception":{"message":" Why ","class":"x"}}')).toEqual({
			kind: 'exception',
			message: 'Why',
		});
		expect(readAnswer('{"exception":{}}')).toEqual({ kind: 'exception', message: 'no message' });
	});
});

describe('a count', () => {
	it.each([
		['[{"_count":324,"_links":[]}]', 324],
		['{"_count":"324"}', 324],
		['[{"_recordCount":0}]', 0],
		['12', 12],
	])('in %s is %d', (text, count) => {
		expect(readCount(text)).toBe(count);
	});

	it.each([
		['a page of records, whose number may be the page’s', '[{"_count":100},{"_fields":{}}]'],
		['no number', '[{"_count":"many"}]'],
		['nothing', '[]'],
		['no JSON', 'x'],
	])('is not taken from %s', (_what, text) => {
		expect(readCount(text)).toBeUndefined();
	});
});

describe('the list of classes', () => {
	it.each([
		['links', [{ _links: [{ rel: 'class', href: '../classes/Customer?_links=true' }] }]],
		['records', [{ _count: 1 }, { _fields: { Name: 'Customer', Description: 'People we bill' } }]],
		['texts', ['Customer', 'not a name']],
		['names by address', { classes: { a: { href: '/FSM/fsm/soap/classes/Customer/lists' } } }],
	])('is found in %s', (_how, body) => {
		expect(classNames(body)).toEqual(['Customer']);
	});

	const search = async (text: string) => {
		const asked: string[] = [];
		const client = {
			base: 'https://gateway.example.com/ACME_TST',
			get: (url: string) => {
				asked.push(url);
				return Promise.resolve({ kind: 'answer', status: 200, headers: {}, text });
			},
		} as unknown as InforClient;
		const world = {
			node,
			timezone: 'UTC',
			now: 0,
			parameter: (_: string, value: unknown) => value,
		};
		return { found: await searchClasses(client, world), asked };
	};

	it('is asked of FSM, each class once and in order', async () => {
		const { found, asked } = await search('["Item","Customer","Item"]');
		expect(asked).toEqual([
			'https://gateway.example.com/ACME_TST/FSM/fsm/soap/classes?_links=true',
		]);
		expect(found).toEqual([
			{ name: 'Customer', value: 'Customer' },
			{ name: 'Item', value: 'Item' },
		]);
	});

	it.each([
		[
			'{"exception":{"message":"No data context available"}}',
			'FSM says "No data context available"',
		],
		['<html>Log in</html>', 'a web page came instead of data'],
	])('is not taken from %s', async (text, message) => {
		await expect(search(text)).rejects.toThrow(new RegExp(`The list of classes.*(${message})`));
	});
});

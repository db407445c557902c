import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { FsmRow } from '../../../nodes/CloudSuite/products/fsm/answer';
import { FsmLists } from '../../../nodes/CloudSuite/products/fsm/lists';
import type { InforClient } from '../../../nodes/CloudSuite/transport/client';
import type { Reply } from '../../../nodes/shared/http/send';

const BASE = 'https://gateway.example.com/ACME_TST';
const LIST = `${BASE}/FSM/fsm/soap/classes/Item/lists/_generic`;
const node = { name: 'Test', type: 'test', parameters: {} } as unknown as INode;
const options = {
	fsmPath: 'FSM/fsm/soap',
	list: '_generic',
	pageSize: 100,
	setName: '',
	relatedRecords: '',
};

/** A server that gives these pages one after the other, and remembers what it was asked. */
class PagedServer {
	readonly asked: string[] = [];

	constructor(
		private readonly pages: ReadonlyArray<readonly FsmRow[]>,
		private readonly link: (page: number) => string,
		private readonly end: unknown = { rel: 'next', href: '' },
	) {}

	lists(more: Partial<typeof options> = {}): FsmLists {
		const client = {
			base: BASE,
			get: (url: string) => Promise.resolve(this.answer(url)),
		} as unknown as InforClient;
		return new FsmLists(client, node, { ...options, ...more });
	}

	async readAll(): Promise<FsmRow[]> {
		const rows: FsmRow[] = [];
		for await (const page of this.lists().pages('Item', { fields: ['Item'] }))
			rows.push(...page.rows);
		return rows;
	}

	private answer(url: string): Reply {
		this.asked.push(url);
		const at = this.asked.length - 1;
		const rows = this.pages[at] ?? [];
		const isLast = at + 1 >= this.pages.length;
		const link = isLast ? this.end : { rel: 'next', href: this.link(at + 1) };
		const metadata = { _count: rows.length, _links: [{ rel: 'self', href: 'x' }, link] };
		const text = JSON.stringify([metadata, ...rows.map((_fields) => ({ _fields }))]);
		return { kind: 'answer', status: 200, headers: {}, text };
	}
}

const relative = (page: number) =>
	`../lists/_generic?_fields=Item&_limit=100&_paging=NEXT&_position=p${page}`;
const fromRoot = (page: number) =>
	`/ACME_TST/FSM/fsm/soap/classes/Item/lists/_generic?_position=p${page}`;
const absolute = (page: number) => `${LIST}?_position=p${page}`;

/** Any way to cut distinct rows into pages, empty ones included. */
const pagesOf = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
	let next = 0;
	return sizes.map((size) => Array.from({ length: size }, () => ({ Item: `A${(next += 1)}` })));
});

describe('reading a list', () => {
	it('gives every row once and in order, however FSM cuts pages, writes links and ends', async () => {
		await fc.assert(
			fc.asyncProperty(
				pagesOf,
				fc.constantFrom(relative, fromRoot, absolute),
				fc.constantFrom(
					{ rel: 'next', href: '' },
					{ rel: 'next', href: ' ' },
					{ rel: 'next' },
					null,
				),
				async (pages, link, end) => {
					const server = new PagedServer(pages, link, end);
					expect(await server.readAll()).toEqual(pages.flat());
					expect(server.asked).toHaveLength(pages.length);
				},
			),
		);
	});

	it('follows relative links from the lists of the class, as they are', async () => {
		const server = new PagedServer(
			[[{ Item: 'A' }], []],
			() => '../lists/_generic?a=x+y%20z&b=%2B',
		);
		await server.readAll();
		expect(server.asked[1]).toBe(`${LIST}?a=x+y%20z&b=%2B`);
	});

	it('asks for links and writes blanks as %20, never as a plus', async () => {
		const server = new PagedServer([[]], relative);
		const lists = server.lists({ setName: 'Symbolic Key', relatedRecords: 'ItemGroup' });
		const question = {
			fields: ['ItemGroup', 'Item'],
			filter: { _lplFilter: 'Item like "1 + 1*"' },
			pageSize: 7,
			changed: { from: '0', to: '2026010508000000' },
		};
		for await (const page of lists.pages('Item', question)) expect(page.rows).toEqual([]);
		expect(server.asked[0]).not.toContain('+');
		expect(server.asked[0]).toContain('_lplFilter=Item%20like%20%221%20%2B%201*%22');
		expect(Object.fromEntries(new URL(server.asked[0] ?? '').searchParams)).toEqual({
			_fields: 'ItemGroup,Item',
			_limit: '7',
			_lplFilter: 'Item like "1 + 1*"',
			_setName: 'Symbolic Key',
			_fts: '0',
			_tts: '2026010508000000',
			_rrs: 'ItemGroup',
			_links: 'true',
			_pageNav: 'true',
			_out: 'JSON',
			_flatten: 'false',
		});
	});

	it.each([
		'https://elsewhere.example.com/x',
		'//elsewhere.example.com/x',
		'http://gateway.example.com/x',
		'https://gateway.example.com:8443/x',
		'https://gateway.example.com@elsewhere.example.com/x',
		'https://',
	])('does not follow a link to %s', async (link) => {
		const server = new PagedServer([[{ Item: 'A' }], []], () => link);
		await expect(server.readAll()).rejects.toThrow('which is not the gateway');
		expect(server.asked).toHaveLength(1);
	});

	it('notices a link that leads back, and says where', async () => {
		const pages = [[{ Item: 'A' }], [{ Item: 'B' }], [{ Item: 'C' }]];
		const server = new PagedServer(pages, () => relative(1));
		await expect(server.readAll()).rejects.toThrow(
			'FSM gave page 3 of class Item twice (p1): the list can not be read to its end',
		);
	});

	it('notices the same records under another position', async () => {
		const server = new PagedServer([[{ Item: 'A' }], [{ Item: 'A' }], []], relative);
		await expect(server.readAll()).rejects.toThrow('page 2 of class Item twice (p1)');
	});

	it('does not take a page without links for the last one, however few rows it has', async () => {
		const text = JSON.stringify([{ _count: 1 }, { _fields: { Item: 'A' } }]);
		const reply: Reply = { kind: 'answer', status: 200, headers: {}, text };
		const client = { base: BASE, get: () => Promise.resolve(reply) } as unknown as InforClient;
		const pages = new FsmLists(client, node, options).pages('Item', { fields: ['Item'] });
		await expect(pages.next()).rejects.toThrow(
			'Page 1 of class Item came without links: FSM does not say whether there is a next one',
		);
	});
});

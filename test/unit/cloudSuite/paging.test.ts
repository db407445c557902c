import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { LnRow } from '../../../nodes/CloudSuite/products/ln/session';
import { LnSession } from '../../../nodes/CloudSuite/products/ln/session';
import type { LnSet } from '../../../nodes/CloudSuite/products/ln/sets';
import type { InforClient } from '../../../nodes/CloudSuite/transport/client';
import type { Reply } from '../../../nodes/shared/http/send';

const BASE = 'https://gateway.example.com/ACME_TST';
const SET: LnSet = {
	service: 'tcapi.demo',
	set: 'Rows',
	key: 'Code',
	order: ['Code', 'Part'],
	needed: ['Code'],
	wanted: ['Name', 'NotHere'],
};
const METADATA = JSON.stringify({
	'tcapi.demo': {
		Row_: { $Kind: 'EntityType', Code: { $Type: 'Edm.String' }, Name: { $Type: 'Edm.String' } },
		demo_Resources: {
			$Kind: 'EntityContainer',
			Rows: { $Kind: 'EntitySet', $Type: 'tcapi.demo.Row_' },
		},
	},
});
const settings = { company: '1300', language: 'en-US', pageSize: 500, lnPath: '/LN/lnapi/' };
const node = { name: 'Test', type: 'test', parameters: {} } as unknown as INode;

/** A server that gives these pages one after the other, and remembers what it was asked. */
class PagedServer {
	readonly asked: Array<{ url: string; headers: Record<string, string> }> = [];

	constructor(
		private readonly pages: ReadonlyArray<readonly LnRow[]>,
		private readonly link: (page: number) => string,
	) {}

	session(): LnSession {
		const client = {
			base: BASE,
			get: (url: string, headers: Record<string, string>) =>
				Promise.resolve(this.answer(url, headers)),
		} as unknown as InforClient;
		return new LnSession(client, node, settings);
	}

	private answer(url: string, headers: Record<string, string>): Reply {
		this.asked.push({ url, headers });
		const page = this.asked.length - 2;
		const body =
			page < 0
				? METADATA
				: JSON.stringify({
						value: this.pages[page] ?? [],
						...(page + 1 < this.pages.length ? { '@odata.nextLink': this.link(page + 1) } : {}),
					});
		return { kind: 'answer', status: 200, headers: {}, text: body };
	}
}

const absolute = (page: number) => `${BASE}/LN/lnapi/odata/tcapi.demo/Rows?$skiptoken=${page}`;
const relative = (page: number) => `Rows?$skiptoken=${page}`;
const fromRoot = (page: number) => `/ACME_TST/LN/lnapi/odata/tcapi.demo/Rows?$skiptoken=${page}`;

/** Any way to cut distinct rows into pages, empty ones included. */
const pagesOf = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 12 }).map((sizes) => {
	let next = 0;
	return sizes.map((size) =>
		Array.from({ length: size }, () => ({ Code: `C${(next += 1)}`, Name: 'x' })),
	);
});

describe('reading a set', () => {
	it('gives every row once and in order, however the server cuts pages and writes links', async () => {
		await fc.assert(
			fc.asyncProperty(
				pagesOf,
				fc.constantFrom(absolute, relative, fromRoot),
				async (pages, link) => {
					const server = new PagedServer(pages, link);
					expect(await server.session().read(SET)).toEqual(pages.flat());
					expect(server.asked).toHaveLength(pages.length + 1);
				},
			),
		);
	});

	it('names company, language and page size on every page', async () => {
		const server = new PagedServer([[{ Code: 'A' }], [], [{ Code: 'B' }]], relative);
		await server.session().read(SET);
		for (const { headers } of server.asked.slice(1)) {
			expect(headers).toEqual({
				'x-infor-lncompany': '1300',
				'content-language': 'en-US',
				prefer: 'odata.maxpagesize=500',
			});
		}
	});

	it('stops at the limit, and asks for pages no larger', async () => {
		await fc.assert(
			fc.asyncProperty(pagesOf, fc.integer({ min: 1, max: 50 }), async (pages, limit) => {
				const server = new PagedServer(pages, absolute);
				expect(await server.session().read(SET, undefined, limit)).toEqual(
					pages.flat().slice(0, limit),
				);
				expect(server.asked[1]?.headers.prefer).toBe(`odata.maxpagesize=${limit}`);
			}),
		);
	});

	it('selects and sorts by what this tenant has', async () => {
		const server = new PagedServer([[]], absolute);
		await server.session().read(SET, "Code eq 'A'");
		const { pathname, searchParams } = new URL(server.asked[1]?.url ?? '');
		expect(pathname).toBe('/ACME_TST/LN/lnapi/odata/tcapi.demo/Rows');
		expect(Object.fromEntries(searchParams)).toEqual({
			$select: 'Code,Name',
			$filter: "Code eq 'A'",
			$orderby: 'Code',
			$count: 'true',
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
		const server = new PagedServer([[{ Code: 'A' }], []], () => link);
		await expect(server.session().read(SET)).rejects.toThrow('which is not the gateway');
		expect(server.asked).toHaveLength(2);
	});

	it('notices a link that leads back, before it goes round for ever', async () => {
		const server = new PagedServer([[{ Code: 'A' }], [{ Code: 'B' }], [{ Code: 'C' }]], () =>
			absolute(1),
		);
		await expect(server.session().read(SET)).rejects.toThrow('page 3 of Rows twice');
	});
});

describe('a set that does not change during a run', () => {
	it('is read once', async () => {
		const server = new PagedServer([[{ Code: 'A' }]], absolute);
		const session = server.session();
		await session.readOnce(SET);
		expect(await session.readOnce(SET)).toEqual([{ Code: 'A' }]);
		expect(server.asked).toHaveLength(2);
	});
});

import fc from 'fast-check';
import type { INode } from 'n8n-workflow';
import type { CsiRow } from '../../../nodes/CloudSuite/products/csi/answer';
import type { CheckedEntity } from '../../../nodes/CloudSuite/products/csi/entities';
import { readRows } from '../../../nodes/CloudSuite/products/csi/pages';
import { CsiSession } from '../../../nodes/CloudSuite/products/csi/session';
import type { InforClient } from '../../../nodes/CloudSuite/transport/client';
import type { Reply } from '../../../nodes/shared/http/send';

const node = { name: 'Test', type: 'test', parameters: {} } as unknown as INode;
const entity: CheckedEntity = {
	ido: 'SLItems',
	key: 'Item',
	properties: ['Item'],
	has: () => true,
	keyLength: undefined,
};

/** Reads what a server answers to one question after the other. */
async function readAll(
	paging: 'key' | 'bookmark',
	answers: (url: URL, at: number) => object,
	after?: string,
): Promise<{ keys: unknown[]; asked: URL[] }> {
	const asked: URL[] = [];
	const client = {
		base: 'https://gateway.example.com/ACME_TST',
		get: (url: string): Promise<Reply> => {
			asked.push(new URL(url));
			const text = JSON.stringify(answers(new URL(url), asked.length - 1));
			return Promise.resolve({ kind: 'answer', status: 200, headers: {}, text });
		},
	} as unknown as InforClient;
	const own = { csiPath: 'CSI/IDORequestService/ido', numberLength: 7 };
	const options = { ...own, pageSize: 3, paging, leftOut: [] };
	const session = new CsiSession(client, node, 'A_DALS', options);
	const rows: CsiRow[] = [];
	for await (const page of readRows(session, entity, { where: [], after })) rows.push(...page);
	return { keys: rows.map(({ Item }) => Item), asked };
}

const rowsOf = (keys: readonly string[]) => keys.map((Item) => ({ Item }));

describe('pages by key', () => {
	it('bring every row once, in the order of keys, however few a page has and whatever is in a key', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(
					fc.string({ minLength: 1, maxLength: 6 }).filter((key) => key.trim() !== ''),
				),
				fc.integer({ min: 1, max: 4 }),
				fc.constantFrom(true, undefined),
				async (all, most, tellsEnd) => {
					const sorted = all.toSorted();
					const { keys } = await readAll('key', (url) => {
						const filter = url.searchParams.get('filter') ?? '';
						const last = /^Item > N'(.*)'$/s.exec(filter)?.[1]?.replaceAll("''", "'");
						const rest = last === undefined ? sorted : sorted.filter((key) => key > last);
						const more = rest.length > most;
						return {
							Items: rowsOf(rest.slice(0, most)),
							Success: true,
							...(tellsEnd ? { MoreRowsExist: more } : {}),
						};
					});
					expect(keys).toEqual(sorted);
				},
			),
		);
	});

	it('go on behind the key of an earlier reading', async () => {
		const { asked } = await readAll('key', () => ({ Items: [], Success: true }), "  a'b");
		expect(asked.map((url) => url.searchParams.get('filter'))).toEqual(["Item > N'  a''b'"]);
		expect(asked[0]?.search).toContain('filter=Item%20%3E%20N%27%20%20a%27%27b%27');
	});

	it('that begin with the last key again are an error, not an endless reading', async () => {
		const reading = readAll('key', () => ({
			...{ Items: rowsOf(['a', 'b']), MoreRowsExist: true, Success: true },
		}));
		await expect(reading).rejects.toThrow(
			'Page 2 of SLItems, configuration A_DALS, brings a again',
		);
		const resumed = readAll('key', () => ({ Items: rowsOf(['b']), Success: true }), 'b');
		await expect(resumed).rejects.toThrow(
			'Page 1 of SLItems, configuration A_DALS, brings b again',
		);
	});
});

describe('pages by bookmark', () => {
	const pages = [['a', 'b'], ['c'], ['d', 'e']];

	it('are followed with NEXT until there is no more, short ones included', async () => {
		const { keys, asked } = await readAll('bookmark', (_url, at) => ({
			Items: rowsOf(pages[at] ?? []),
			Bookmark: `<B>${at}&</B>`,
			MoreRowsExist: at < 2,
			Success: true,
		}));
		expect(keys).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(asked.map((url) => url.searchParams.get('bookmark'))).toEqual([
			...[null, '<B>0&</B>', '<B>1&</B>'],
		]);
		expect(asked.map((url) => url.searchParams.get('loadtype'))).toEqual([null, 'NEXT', 'NEXT']);
	});

	it('whose bookmark does not move are an error, also when the rows do', async () => {
		const reading = readAll('bookmark', (_url, at) => ({
			...{ Items: rowsOf(pages[at] ?? []), Bookmark: '<B/>', MoreRowsExist: true, Success: true },
		}));
		await expect(reading).rejects.toThrow(
			'Page 3 of SLItems, configuration A_DALS, brings the rows of an earlier page again',
		);
	});

	it('that bring a single row of an earlier page again are an error', async () => {
		const shifted = [
			['a', 'b'],
			['b', 'c'],
		];
		const reading = readAll('bookmark', (_url, at) => ({
			...{ Items: rowsOf(shifted[at] ?? []), Bookmark: `<B>${at}</B>`, MoreRowsExist: at < 1 },
			Success: true,
		}));
		await expect(reading).rejects.toThrow(
			'Page 2 of SLItems, configuration A_DALS, brings b again',
		);
	});

	it('without a bookmark are the end only where CSI says so', async () => {
		const { keys } = await readAll('bookmark', () => ({
			...{ Items: rowsOf(['a']), Bookmark: null, MoreRowsExist: false, Success: true },
		}));
		expect(keys).toEqual(['a']);
		const reading = readAll('bookmark', () => ({ Items: rowsOf(['a']), Success: true }));
		await expect(reading).rejects.toThrow(
			'Page 1 of SLItems, configuration A_DALS, has no bookmark',
		);
	});
});

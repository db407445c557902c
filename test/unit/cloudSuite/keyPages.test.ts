import { keyPages } from '../../../nodes/CloudSuite/products/ln/keyPages';
import type { LnRow, LnSession } from '../../../nodes/CloudSuite/products/ln/session';
import type { Said } from '../../../nodes/shared/errors/types';
import { ITEMS } from '../../../nodes/CloudSuite/products/ln/itemSets';

const PAGE = 2;

/** LN with these keys: pages of two by next links, and what it makes of a question for keys behind one. */
function sessionOf(keys: string[], heeds: 'keys' | 'nothing' | 'refuses', isOrdered = true) {
	const asked: string[] = [];
	const session = {
		fail: ({ reason }: Said) => new Error(reason),
		pathOf: () => 'ibdItem/Items',
		async *pages(
			_set: unknown,
			{ filter = '', onRefused }: { filter?: string; onRefused?: () => void },
		) {
			asked.push(filter);
			const last = /Item gt '([^']*)'/.exec(filter)?.[1];
			if (last !== undefined && heeds === 'refuses') return onRefused?.();
			const start = heeds === 'keys' && last !== undefined ? last : '';
			for (let offset = 0; ; offset += PAGE) {
				const rows = keys.filter((key) => key > start);
				if (isOrdered) rows.sort();
				await Promise.resolve();
				yield rows.slice(offset, offset + PAGE).map((Item): LnRow => ({ Item }));
				if (offset + PAGE >= rows.length) return;
			}
		},
	} as unknown as LnSession;
	return { session, asked };
}

async function read(session: LnSession, after?: string): Promise<unknown[]> {
	const keys: unknown[] = [];
	for await (const page of keyPages(session, ITEMS, "ItemGroup eq 'X'", after))
		keys.push(...page.map(({ Item }) => Item));
	return keys;
}

describe('pages behind a key', () => {
	it('are all rows, each once, with the filter on every question', async () => {
		const { session, asked } = sessionOf(['A', 'B', 'C', 'D', 'E'], 'keys');
		expect(await read(session)).toEqual(['A', 'B', 'C', 'D', 'E']);
		expect(asked).toEqual([
			"ItemGroup eq 'X'",
			"ItemGroup eq 'X' and Item gt 'B'",
			"ItemGroup eq 'X' and Item gt 'D'",
			"ItemGroup eq 'X' and Item gt 'E'",
		]);
	});

	it('go on behind the key they are given', async () => {
		const { session } = sessionOf(['A', 'B', 'C'], 'keys');
		expect(await read(session, 'B')).toEqual(['C']);
	});

	it('miss nothing when a row of an earlier page goes away meanwhile', async () => {
		const keys = ['A', 'B', 'C', 'D', 'E'];
		const { session } = sessionOf(keys, 'keys');
		const seen: unknown[] = [];
		for await (const page of keyPages(session, ITEMS, undefined)) {
			seen.push(...page.map(({ Item }) => Item));
			if (keys[0] === 'A') keys.shift();
		}
		expect(seen).toEqual(['A', 'B', 'C', 'D', 'E']);
	});

	it.each(['nothing', 'refuses'] as const)(
		'are read by next links where LN heeds %s: all rows, each once',
		async (heeds) => {
			const { session } = sessionOf(['A', 'B', 'C', 'D', 'E'], heeds);
			expect((await read(session)).sort()).toEqual(['A', 'B', 'C', 'D', 'E']);
		},
	);

	it.each(['nothing', 'refuses'] as const)(
		'behind a key of an earlier reading are only those, where LN heeds %s',
		async (heeds) => {
			const { session } = sessionOf(['A', 'B', 'C', 'D', 'E'], heeds);
			expect(await read(session, 'D')).toEqual(['E']);
			expect(await read(session, 'C')).toEqual(['D', 'E']);
			expect(await read(session, 'E')).toEqual([]);
			// its row is gone
			expect(await read(session, 'BB')).toEqual(['C', 'D', 'E']);
			expect(await read(session, 'F')).toEqual([]);
		},
	);

	it('are told from rows of a list in another order by where the key stands, and are none without it', async () => {
		const { session } = sessionOf(['a', 'B', 'c', 'D'], 'refuses', false);
		expect(await read(session, 'B')).toEqual(['c', 'D']);
		await expect(read(session, 'b')).rejects.toThrow(
			'ibdItem/Items can not be read on behind b: LN does not list it any more',
		);
	});

	it('of no rows are none, for one question', async () => {
		const { session, asked } = sessionOf([], 'keys');
		expect(await read(session)).toEqual([]);
		expect(asked).toHaveLength(1);
	});

	it('fail when reading itself fails', async () => {
		const session = {
			pages: () => ({
				[Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('HTTP 403')) }),
			}),
		} as unknown as LnSession;
		await expect(read(session)).rejects.toThrow('HTTP 403');
		await expect(read(session, 'B')).rejects.toThrow('HTTP 403');
	});
});

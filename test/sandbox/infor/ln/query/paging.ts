import type { Behaviour } from '../../behaviour';
import { LnError } from '../error';

/** Rows of a page when a request doesn't ask: seen by https://github.com/grewalruby/intellwp (lnClient.js). */
const DEFAULT_PAGE_SIZE = 25;

export interface Page<T> {
	rows: T[];
	/** Goes into the next link; absent on the last page. */
	skipToken?: string;
}

/** `Prefer: odata.maxpagesize=N`, capped by the server. */
export function pageSizeOf(prefer: string | undefined, behaviour: Behaviour): number {
	const [, wished] = /(?:^|[,;\s])(?:odata\.)?maxpagesize=(\d+)/i.exec(prefer ?? '') ?? [];
	const size = wished === undefined ? DEFAULT_PAGE_SIZE : Number(wished);
	return Math.max(1, Math.min(size, behaviour.maxPageSize));
}

/** Cuts one page out of all rows a query gives. The page's length says nothing about the end; only the token does. */
export function cutPage<T>(
	all: readonly T[],
	skipToken: string | undefined,
	pageSize: number,
	pages: Behaviour['pages'],
): Page<T> {
	const { offset, page } = readToken(skipToken);
	const size = sizeOf(page, pageSize, pages);
	const next = offset + size;
	return {
		rows: all.slice(offset, next),
		...(next < all.length ? { skipToken: writeToken({ offset: next, page: page + 1 }) } : {}),
	};
}

function sizeOf(page: number, pageSize: number, pages: Behaviour['pages']): number {
	if (pages === 'emptyInTheMiddle' && page === 1) return 0;
	if (pages === 'short' && page % 2 === 1) return Math.max(1, Math.floor((pageSize * 2) / 3));
	return pageSize;
}

interface Position {
	offset: number;
	page: number;
}

function writeToken(position: Position): string {
	return Buffer.from(`${position.offset}.${position.page}`).toString('base64url');
}

function readToken(token: string | undefined): Position {
	if (token === undefined) return { offset: 0, page: 0 };
	const [, offset, page] = /^(\d+)\.(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
	if (offset === undefined) throw new LnError(400, 'Invalid $skiptoken');
	return { offset: Number(offset), page: Number(page) };
}

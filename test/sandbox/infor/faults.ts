import type { Fault } from '../shared/faults';
import { PASSING_401 } from './ln/respond';

type Where = Pick<Fault, 'path' | 'after' | 'times'>;

const LN = /\/LN\/lnapi\//;
const TOKEN = /\/as\/token\.oauth2/;

/** Ready-made faults of an Infor tenant, for `sandbox.faults.add(...)`. */
export const inforFaults = {
	/** LN's passing 401 for a good token. */
	passing401: (where: Where = {}): Fault => ({
		path: LN,
		...where,
		effect: { kind: 'answer', ...PASSING_401 },
	}),
	/** The gateway refuses the token. */
	unauthorized: (where: Where = {}): Fault => ({
		path: LN,
		...where,
		effect: { kind: 'answer', status: 401, body: { error: 'Unauthorized' } },
	}),
	/** Text seen in https://github.com/infor-cloud/m3-h5-sdk/issues/126 */
	forbidden: (where: Where = {}): Fault => ({
		path: LN,
		...where,
		effect: {
			kind: 'answer',
			status: 403,
			body: { error: 'JWT authentication disabled (error: 141)' },
		},
	}),
	/** LN gave no answer within the gateway's 60 seconds. */
	gatewayTimeout: (where: Where = {}): Fault => ({
		path: LN,
		...where,
		effect: { kind: 'answer', status: 504, body: html('504 Gateway Time-out') },
	}),
	/** A server error, with a page where JSON is expected. */
	serverError: (where: Where & { status?: number } = {}): Fault => {
		const { status = 500, ...place } = where;
		return {
			path: LN,
			...place,
			effect: { kind: 'answer', status, body: html(`${status} Server Error`) },
		};
	},
	/** The authorization server is down. */
	tokenServerError: (where: Where = {}): Fault => ({
		path: TOKEN,
		...where,
		effect: { kind: 'answer', status: 500, body: html('Internal Server Error') },
	}),
};

function html(title: string): string {
	return `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
}

import type { HistoryEntry } from '../shared/server';
import { overruns } from './token/rations';
import { hasSecret } from './token/redact';
import type { AuthorizationServer } from './token/tokenEndpoint';

/**
 * What must never happen to an Infor tenant, found in the history:
 * a write to LN, rows read without naming a company, a token taken to another tenant,
 * a secret in a URL, more log-ins or tokens than Infor allows.
 */
export function findViolations(
	history: readonly HistoryEntry[],
	{ logins, store }: AuthorizationServer,
): string[] {
	return [
		...history.flatMap(({ n, method, path, query, notes }) => [
			...(/\/LN\/lnapi\//.test(path) && method !== 'GET'
				? [`request ${n} writes to LN: ${method} ${path}`]
				: []),
			...(notes.write === true ? [`request ${n} writes: ${method} ${path}`] : []),
			...(notes.companyNamed === false ? [`request ${n} names no company: ${path}`] : []),
			...(typeof notes.foreignTenant === 'string'
				? [`request ${n} takes the token to another tenant: ${notes.foreignTenant}`]
				: []),
			...(hasSecret(query) ? [`request ${n} has a secret in its URL: ${path}`] : []),
		]),
		...overruns(logins, [...store.all.values()]),
	];
}

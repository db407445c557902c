import { COMPANY, TENANT, inforSeed } from '../seed';
import type { Clock } from '../shared/clock';
import { realClock } from '../shared/clock';
import { FaultPlan } from '../shared/faults';
import type { HistoryEntry } from '../shared/server';
import { startServer } from '../shared/server';
import type { Behaviour } from './behaviour';
import { DEFAULT_BEHAVIOUR } from './behaviour';
import { Quota } from './gateway/quota';
import { route } from './gateway/route';
import type { LnData } from './ln/data';
import { renderPage } from './page';
import type { InforState } from './state';
import { ionApiFile, sandboxApp } from './token/app';
import type { Login } from './token/rations';
import { redactForm } from './token/redact';
import { TokenStore } from './token/tokenStore';
import { findViolations } from './violations';

export type { Behaviour } from './behaviour';
export { inforFaults } from './faults';
export type * from './ln/data';
export { SANDBOX_PASSWORD, SANDBOX_USER } from './token/app';
export { RATIONS } from './token/rations';

export interface InforSandboxOptions {
	/** 0, the default, picks a free one. */
	port?: number;
	clock?: Clock;
	tenant?: string;
	/** The company whose rows are at the top of `data`; `1300`. */
	company?: string;
	/** 7200, Infor's default. */
	tokenLifetimeSeconds?: number;
	/** The seed when absent. */
	data?: LnData;
	behaviour?: Partial<Behaviour>;
}

export interface InforSandbox {
	/** `http://127.0.0.1:<port>` */
	url: string;
	port: number;
	history: HistoryEntry[];
	faults: FaultPlan;
	/** May be changed at any time. */
	behaviour: Behaviour;
	/** The content of an `.ionapi` file for this sandbox; a user for log-ins without one is `SANDBOX_USER`. */
	ionApi: Record<string, string>;
	/** LN's rows; may be changed at any time. */
	data: LnData;
	tokens: {
		/** How many were issued, refreshes included. */
		readonly issued: number;
		/** Service account log-ins, refused ones included; refreshes are none. */
		readonly logins: readonly Login[];
		/** Ends all tokens and refresh tokens, as a refresh of the tenant does. */
		revokeAll(): void;
	};
	/** For tokens issued from now on. */
	setTokenLifetime(seconds: number): void;
	/** Broken rules, see `violations.ts`; empty is good. */
	violations(): string[];
	stop(): Promise<void>;
}

/** A stand-in for one Infor tenant over real HTTP on loopback: authorization server, ION API gateway, LN's OData. */
export async function startInforSandbox(options: InforSandboxOptions = {}): Promise<InforSandbox> {
	const { clock = realClock, tenant = TENANT, company = COMPANY } = options;
	const app = sandboxApp(tenant);
	const store = new TokenStore(clock);
	const behaviour: Behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
	const faults = new FaultPlan();
	const history: HistoryEntry[] = [];
	const state: InforState = {
		url: '',
		company,
		data: options.data ?? inforSeed(),
		behaviour,
		authorization: {
			app,
			clock,
			store,
			behaviour,
			logins: [],
			lifetimeSeconds: options.tokenLifetimeSeconds ?? 7200,
		},
		quota: new Quota(),
		faults,
		history,
		lnRequests: 0,
	};
	const server = await startServer({
		port: options.port ?? 0,
		clock,
		faults,
		history,
		handle: (request, notes) => route(state, request, notes),
		redact: ({ body }) => redactForm(body),
		page: () => renderPage(state),
	});
	state.url = server.url;
	return {
		url: server.url,
		port: server.port,
		history,
		faults,
		behaviour,
		ionApi: ionApiFile(app, server.url),
		data: state.data,
		tokens: {
			get issued() {
				return store.all.size;
			},
			logins: state.authorization.logins,
			revokeAll: () => store.revokeAll(),
		},
		setTokenLifetime: (seconds) => {
			state.authorization.lifetimeSeconds = seconds;
		},
		violations: () => findViolations(history, state.authorization),
		stop: () => server.stop(),
	};
}

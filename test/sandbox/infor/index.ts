import type { SampleCompany } from '../seed';
import { COMPANY, TENANT, inforSeed, sampleCompany } from '../seed';
import type { Clock } from '../shared/clock';
import { realClock } from '../shared/clock';
import { FaultPlan } from '../shared/faults';
import type { HistoryEntry } from '../shared/server';
import { startServer } from '../shared/server';
import type { Behaviour } from './behaviour';
import { DEFAULT_BEHAVIOUR } from './behaviour';
import type { CsiData } from './csi/data';
import { csiSeed } from './csi/seed';
import { Compass } from './compass/answer';
import type { Job } from './compass/jobs';
import type { Lake } from './compass/lake';
import { lakeSeed } from './compass/seed';
import type { FsmData } from './fsm/data';
import { fsmSeed } from './fsm/seed';
import { Quota } from './gateway/quota';
import { route } from './gateway/route';
import type { LnData } from './ln/data';
import type { M3Data } from './m3/data';
import { m3Seed } from './m3/seed';
import type { ProductMasters, SandboxProduct } from './masters';
import { MASTERS } from './masters';
import { renderPage } from './page';
import type { InforState } from './state';
import type { AuthorisedApp } from './token/app';
import { ionApiFile, sandboxApp } from './token/app';
import type { Login } from './token/rations';
import { redactForm } from './token/redact';
import { TokenStore } from './token/tokenStore';
import { findViolations } from './violations';

export type { Behaviour } from './behaviour';
export { inforFaults } from './faults';
export type * from './csi/data';
export type * from './compass/data';
export type * from './fsm/data';
export type * from './ln/data';
export type * from './m3/data';
export type { KeptMasters, SandboxProduct } from './masters';
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
	/** Grows the sample company to so many customers and items, in every product. */
	records?: number;
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
	/** The file of a second app, made to follow the first. */
	nextIonApi: Record<string, string>;
	/** What an administrator does to the app of a file; the tokens it has stay good. */
	refuseKeys(of: 'current' | 'next', what: AuthorisedApp['refuses']): void;
	/** LN's rows; may be changed at any time. */
	data: LnData;
	/** What Financials & Supply Management holds; may be changed at any time. */
	fsm: FsmData;
	/** What M3 holds; may be changed at any time. */
	m3: M3Data;
	/** What CloudSuite Industrial holds; may be changed at any time. */
	csi: CsiData;
	/** What the Data Lake holds; may be changed at any time. */
	readonly lake: Lake;
	/** The queries it was asked, in order. */
	readonly queries: readonly Job[];
	tokens: {
		/** How many were issued, refreshes included. */
		readonly issued: number;
		/** Service account log-ins, refused ones included; refreshes are none. */
		readonly logins: readonly Login[];
		/** Ends all tokens and refresh tokens, as a refresh of the tenant does. */
		revokeAll(): void;
	};
	/** What a product holds, to be changed from outside while it is read. */
	masters(product: SandboxProduct): ProductMasters;
	/** Called after each answer of a product: what it changes falls between two pages. */
	afterRequest: () => void;
	/** For tokens issued from now on. */
	setTokenLifetime(seconds: number): void;
	/** Broken rules, see `violations.ts`; empty is good. */
	violations(): string[];
	stop(): Promise<void>;
}

/** A stand-in for one Infor tenant over real HTTP on loopback: authorization server, ION API gateway, LN's OData. */
export async function startInforSandbox(options: InforSandboxOptions = {}): Promise<InforSandbox> {
	const { clock = realClock, tenant = TENANT, company = COMPANY } = options;
	const [app, nextApp] = [sandboxApp(tenant), sandboxApp(tenant, 1)];
	const store = new TokenStore(clock);
	const behaviour: Behaviour = { ...DEFAULT_BEHAVIOUR, ...options.behaviour };
	const faults = new FaultPlan();
	const history: HistoryEntry[] = [];
	const sample = sampleCompany(options.records);
	const compass = new CompassOnUse(clock, sample);
	const state: InforState = {
		url: '',
		company,
		data: options.data ?? inforSeed(sample),
		fsm: fsmSeed(sample),
		m3: m3Seed(sample),
		csi: csiSeed(sample),
		get compass() {
			return compass.get();
		},
		behaviour,
		authorization: {
			app,
			nextApp,
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
		handle: (request, notes) => {
			const answer = route(state, request, notes);
			if (isProductRequest(request.path)) sandbox.afterRequest();
			return answer;
		},
		redact: ({ body }) => redactForm(body),
		page: () => renderPage(state),
	});
	state.url = server.url;
	const sandbox: InforSandbox = {
		url: server.url,
		port: server.port,
		history,
		faults,
		behaviour,
		ionApi: ionApiFile(app, server.url),
		nextIonApi: ionApiFile(nextApp, server.url),
		refuseKeys: (of, what) => {
			(of === 'current' ? app : nextApp).refuses = what;
		},
		data: state.data,
		fsm: state.fsm,
		m3: state.m3,
		csi: state.csi,
		get lake() {
			return compass.get().lake;
		},
		get queries() {
			return compass.get().jobs.all;
		},
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
		masters: (product) => MASTERS[product](state),
		afterRequest: () => undefined,
		stop: async () => {
			await server.stop();
			compass.close();
		},
	};
	return sandbox;
}

function isProductRequest(path: string): boolean {
	return !/^\/[^/]+\/(as|Mingle)\//.test(path);
}

/** Loading a Data Lake takes longer than the rest of a sandbox together, and most uses of it never look there. */
class CompassOnUse {
	private opened: Compass | undefined;

	constructor(
		private readonly clock: Clock,
		private readonly sample: SampleCompany,
	) {}

	get(): Compass {
		return (this.opened ??= new Compass(lakeSeed(this.clock, this.sample), this.clock));
	}

	close(): void {
		this.opened?.lake.close();
	}
}

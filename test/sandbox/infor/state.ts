import type { FaultPlan } from '../shared/faults';
import type { HistoryEntry } from '../shared/server';
import type { Behaviour } from './behaviour';
import type { CsiData } from './csi/data';
import type { Quota } from './gateway/quota';
import type { Compass } from './compass/answer';
import type { FsmData } from './fsm/data';
import type { LnData } from './ln/data';
import type { M3Data } from './m3/data';
import type { AuthorizationServer } from './token/tokenEndpoint';

/** All that a running Infor sandbox holds. */
export interface InforState {
	/** `http://127.0.0.1:<port>`; known once it listens. */
	url: string;
	/** The company whose rows are at the top of `data`. */
	company: string;
	data: LnData;
	/** Financials & Supply Management. */
	fsm: FsmData;
	/** What M3 holds. */
	m3: M3Data;
	/** CloudSuite Industrial. */
	csi: CsiData;
	/** Data Fabric. */
	readonly compass: Compass;
	behaviour: Behaviour;
	authorization: AuthorizationServer;
	quota: Quota;
	faults: FaultPlan;
	history: HistoryEntry[];
	/** LN requests so far, for the passing 401. */
	lnRequests: number;
}

import { chargebeeFaults } from './chargebee/faults';
import { inforFaults } from './infor/faults';
import type { Fault } from './shared/faults';

export type SystemName = 'chargebee' | 'infor';

export interface FlaggedFault {
	system: SystemName;
	fault: Fault;
}

type Where = Pick<Fault, 'method' | 'path' | 'after' | 'times'>;
type MakeFault = (where: Where) => Fault;

/** Faults of the connection, alike for both systems. */
const CONNECTION: Record<string, MakeFault> = {
	lostAnswer: (where) => ({ ...where, effect: { kind: 'lostAnswer' } }),
	reset: (where) => ({ ...where, effect: { kind: 'reset' } }),
	hang: (where) => ({ ...where, effect: { kind: 'hang' } }),
	slow: (where) => ({ ...where, effect: { kind: 'delay', ms: 5000 } }),
	truncate: (where) => ({ ...where, effect: { kind: 'truncate', bytes: 20 } }),
};

const FAULTS: Record<SystemName, Record<string, MakeFault>> = {
	chargebee: {
		'401': chargebeeFaults.wrongKey,
		'403': chargebeeFaults.notAllowed,
		'429': chargebeeFaults.tooManyRequests,
		'500': chargebeeFaults.serverError,
		'502': (where) => chargebeeFaults.serverError({ ...where, status: 502 }),
		'503': chargebeeFaults.readOnlyMode,
		'504': (where) => chargebeeFaults.serverError({ ...where, status: 504 }),
		lockTimeout: chargebeeFaults.lockTimeout,
		...CONNECTION,
	},
	infor: {
		'401': inforFaults.unauthorized,
		'403': inforFaults.forbidden,
		'429': (where) => ({ ...where, effect: { kind: 'answer', status: 429, body: {} } }),
		'500': (where) => inforFaults.serverError(where),
		'502': (where) => inforFaults.serverError({ ...where, status: 502 }),
		'503': (where) => inforFaults.serverError({ ...where, status: 503 }),
		'504': inforFaults.gatewayTimeout,
		passing401: inforFaults.passing401,
		tokenServerError: inforFaults.tokenServerError,
		...CONNECTION,
	},
};

export const FAULT_NAMES: Record<SystemName, string[]> = {
	chargebee: Object.keys(FAULTS.chargebee),
	infor: Object.keys(FAULTS.infor),
};

const FLAG = /^(chargebee|infor):([A-Za-z0-9]+?)(?:x(\d+))?(?:\+(\d+))?(?:@(GET|POST)?(\/.*)?)?$/;

/**
 * Reads one `--fault`: `system:name[xTimes][+after][@METHOD][/part of the path]`,
 * e.g. `chargebee:429x5`, `chargebee:lostAnswer+20@POST/customers`, `infor:passing401x3`.
 * @returns the fault, or a sentence saying what is wrong with the flag
 */
export function readFaultFlag(flag: string): FlaggedFault | string {
	const [, system, name = '', times, after, method, path] = FLAG.exec(flag) ?? [];
	if (system !== 'chargebee' && system !== 'infor') {
		return `--fault ${flag}: write it like chargebee:429x5 or infor:passing401x2+10`;
	}
	const make = FAULTS[system][name];
	if (!make) {
		return `--fault ${flag}: ${system} has no fault "${name}", only ${FAULT_NAMES[system].join(', ')}`;
	}
	return {
		system,
		fault: make({
			...(times ? { times: Number(times) } : {}),
			...(after ? { after: Number(after) } : {}),
			...(method ? { method } : {}),
			...(path ? { path: new RegExp(escapePattern(path)) } : {}),
		}),
	};
}

function escapePattern(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

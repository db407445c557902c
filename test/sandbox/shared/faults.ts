/**
 * What a fault does to a request it hits:
 * - `answer`: this answer instead of the real one; nothing is applied
 * - `hang`: no answer until the sandbox stops or the client goes away; nothing is applied
 * - `reset`: the connection is cut before anything is applied
 * - `lostAnswer`: the request is applied, then the connection is cut: the maker of duplicates
 * - `truncate`: the request is applied, the answer's body is cut after `bytes`
 * - `delay`: the real answer, `ms` later on the sandbox's clock
 */
export type FaultEffect =
	| { kind: 'answer'; status: number; headers?: Record<string, string>; body?: unknown }
	| { kind: 'hang' }
	| { kind: 'reset' }
	| { kind: 'lostAnswer' }
	| { kind: 'truncate'; bytes: number }
	| { kind: 'delay'; ms: number };

/** The effect that answers in the real system's place. */
export function answer(
	status: number,
	body: unknown = '',
	headers?: Record<string, string>,
): FaultEffect {
	return { kind: 'answer', status, body, ...(headers ? { headers } : {}) };
}

export interface Fault {
	effect: FaultEffect;
	method?: string;
	/** Tested against the path with its query. */
	path?: RegExp;
	/** Tested against the raw request body. */
	body?: RegExp;
	/** How many matching requests pass before the first one is hit; 0 when absent. */
	after?: number;
	/** How many are hit; once when absent. */
	times?: number;
}

interface FaultState extends Fault {
	seen: number;
	hits: number;
}

/** The faults a sandbox will inject, in order; the first one that matches and is not used up wins. */
export class FaultPlan {
	private readonly faults: FaultState[] = [];

	add(fault: Fault): void {
		this.faults.push({ ...fault, seen: 0, hits: 0 });
	}

	clear(): void {
		this.faults.length = 0;
	}

	list(): readonly (Fault & { seen: number; hits: number })[] {
		return this.faults;
	}

	/** The effect for this request, if any; counts it as used. */
	take(request: { method: string; url: string; body: string }): FaultEffect | undefined {
		for (const fault of this.faults) {
			const matches =
				(!fault.method || fault.method === request.method) &&
				(!fault.path || fault.path.test(request.url)) &&
				(!fault.body || fault.body.test(request.body));
			if (!matches || fault.hits >= (fault.times ?? 1)) continue;
			fault.seen += 1;
			if (fault.seen <= (fault.after ?? 0)) continue;
			fault.hits += 1;
			return fault.effect;
		}
		return undefined;
	}
}

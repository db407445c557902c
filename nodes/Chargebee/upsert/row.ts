import type { IDataObject } from 'n8n-workflow';
import type { ErrorClass } from '../../shared/errors/types';
import { fingerprint } from '../../shared/canonicalJson';
import type { Plan } from './plan';
import type { Result } from './result';
import type { Change, Found, Outcome, Situation, Wanted } from './types';
import { LEFT_OUT, PROBLEM_OUTCOMES } from './types';

/** What the node says about one input record; also what is logged of it. */
export interface OutcomeRow {
	outcome: Outcome;
	/** `null` when the run ended before anything could be found out. */
	situation: Situation | null;
	matchedBy: string | null;
	sourceKey: string;
	/** As it came with the input item: what the ledger compares the next time. */
	sourceHash: string | null;
	chargebeeId: string | null;
	changes: Change[];
	/** The records in question: of a conflict, and in a preview the one that was found by a match key. */
	candidates: IDataObject[];
	/** An entry of the error catalogue, and who has to act; `null` when all is well. */
	code: string | null;
	class: ErrorClass | null;
	reason: string;
	actionToTake: string;
	attempts: number;
	idempotencyKey: string | null;
	chargebeeRequestId: string | null;
	/** sha-256 of the mapped values; only once Chargebee has them. */
	fingerprint: string | null;
	runId: string;
	/** ISO 8601 UTC */
	startedAt: string;
	durationMs: number;
	/** `true` when nothing was written because this was a preview. */
	preview: boolean;
	/** The Chargebee record as it now stands, or, in a preview, as it stands before the change. */
	record: IDataObject | null;
}

export interface RunFacts {
	runId: string;
	startedAt: number;
	endedAt: number;
	preview: boolean;
	telling: readonly string[];
}

export function toRow(planned: Plan, result: Result, run: RunFacts): OutcomeRow {
	const plan = result.replanned ?? planned;
	const found = result.found ?? plan.target;
	const accepted = !run.preview && !PROBLEM_OUTCOMES.has(result.outcome);
	return {
		outcome: result.outcome,
		situation: plan.situation,
		matchedBy: plan.matchedBy,
		sourceKey: plan.wanted.sourceKey,
		sourceHash: plan.wanted.sourceHash ?? null,
		chargebeeId: found?.id ?? (run.preview && plan.action === 'create' ? plan.wanted.id : null),
		changes: result.changes,
		candidates:
			plan.action === 'conflict' || (run.preview && plan.situation === 'found')
				? plan.candidates.map((one) => candidateFacts(one, run.telling))
				: [],
		code: result.code,
		class: result.class,
		reason: result.reason,
		actionToTake: result.actionToTake,
		attempts: result.attempts,
		idempotencyKey: result.idempotencyKey,
		chargebeeRequestId: result.requestId,
		fingerprint: accepted && found ? wantedFingerprint(plan.wanted) : null,
		runId: run.runId,
		startedAt: new Date(run.startedAt).toISOString(),
		durationMs: run.endedAt - run.startedAt,
		preview: run.preview,
		record: found && Object.keys(found.record).length > 0 ? found.record : null,
	};
}

/** What a person, or another run, still has to see to. A record left out because the user wants it so is none. */
export function isProblem({ outcome, code }: Pick<OutcomeRow, 'outcome' | 'code'>): boolean {
	return PROBLEM_OUTCOMES.has(outcome) && !LEFT_OUT.has(code);
}

export function wantedFingerprint({ sourceKey, values }: Wanted): string {
	return fingerprint({ sourceKey, values });
}

/** What tells a candidate from the others. */
export function candidateFacts(found: Found, telling: readonly string[]): IDataObject {
	return {
		id: found.id,
		reference: found.reference ?? null,
		...Object.fromEntries(telling.map((field) => [field, found.values[field] ?? null])),
	};
}

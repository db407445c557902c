import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Clock } from '../../shared/http/clock';
import type { ChargebeeClient } from '../transport/client';
import { lookUp } from './lookup';
import type { Plan } from './plan';
import { planAll } from './plan';
import { previewOf } from './preview';
import type { Result } from './result';
import { NOTHING_WRITTEN } from './result';
import type { OutcomeRow } from './row';
import { toRow } from './row';
import type { MatchKey, ResourceSpec, Wanted } from './types';
import type { Problem } from './values';
import { carryOut } from './write';

export interface UpsertRun {
	client: ChargebeeClient;
	node: INode;
	spec: ResourceSpec;
	clock: Clock;
	runId: string;
	keys: readonly MatchKey[];
	referenceField?: string;
	complete: boolean;
	preview: boolean;
}

/** One input record: checked values, or what is wrong with it. */
export interface Input {
	wanted: Wanted;
	problems: readonly Problem[];
}

export interface UpsertReport {
	/** One row per input, in its order. */
	rows: OutcomeRow[];
	warnings: string[];
}

/** Writes under way at most; the governor decides how many really are. */
const WRITERS = 20;
/** After so many outages in a row the rest is not attempted: a dead server gets few calls. */
const MOST_OUTAGES_IN_A_ROW = 5;

/** Look up, decide, plan, write, report: every input gets exactly one row. */
export async function runUpsert(run: UpsertRun, inputs: readonly Input[]): Promise<UpsertReport> {
	const startedAt = run.clock.now();
	const valid = inputs.filter(({ problems }) => problems.length === 0).map(({ wanted }) => wanted);
	const { decided, warnings } =
		valid.length > 0 ? await lookUp({ ...run }, valid) : { decided: [], warnings: [] };
	const fields = run.keys.map(({ field }) => field);
	const plans = new Map(
		planAll(run.spec, decided, fields, run.referenceField).map((plan) => [plan.wanted.index, plan]),
	);
	const ordered = inputs.map(
		({ wanted, problems }) => plans.get(wanted.index) ?? invalidPlan(wanted, problems),
	);
	const rows: OutcomeRow[] = new Array<OutcomeRow>(ordered.length);
	const line = new WriteLine(run);
	await inParallel(ordered, WRITERS, async (plan, position) => {
		const writeStart = run.preview ? startedAt : run.clock.now();
		const result = run.preview ? previewOf(plan) : await line.carryOut(plan);
		rows[position] = toRow(plan, result, {
			runId: run.runId,
			startedAt: writeStart,
			endedAt: run.clock.now(),
			preview: run.preview,
			telling: run.spec.telling,
		});
	});
	return { rows, warnings };
}

/** Stops writing when it has become pointless: after a refused key, or when the server no longer answers. */
class WriteLine {
	private outagesInARow = 0;
	private stoppedBecause: Result | undefined;

	constructor(private readonly run: UpsertRun) {}

	async carryOut(plan: Plan): Promise<Result> {
		const writes = plan.action === 'create' || plan.action === 'update' || plan.action === 'link';
		if (writes && this.stoppedBecause) return notAttempted(this.stoppedBecause);
		const result = await this.safely(plan);
		if (!writes) return result;
		this.outagesInARow = result.outcome === 'failed' ? this.outagesInARow + 1 : 0;
		if (result.stop || this.outagesInARow >= MOST_OUTAGES_IN_A_ROW) this.stoppedBecause ??= result;
		return result;
	}

	/** A write that throws is its own record's failure: those written before it must not be reported as failed. */
	private async safely(plan: Plan): Promise<Result> {
		try {
			return await carryOut(this.run, plan);
		} catch (error) {
			if (this.run.client.cancelled) throw new NodeOperationError(this.run.node, error as Error);
			return unexpected(error);
		}
	}
}

/** The error of one write that is no answer of Chargebee's and no known network failure. */
function unexpected(error: unknown): Result {
	const { message } = error as { message?: unknown };
	return {
		...NOTHING_WRITTEN,
		changes: [],
		outcome: 'failed',
		reason: `The write ended unexpectedly, it may have been applied: ${typeof message === 'string' ? message : 'no reason given'}`,
		actionToTake: 'Run again: the next run looks first what Chargebee has.',
	};
}

function notAttempted({ reason, actionToTake }: Result): Result {
	return {
		...NOTHING_WRITTEN,
		changes: [],
		outcome: 'failed',
		reason: `Not attempted, because writing was stopped: ${reason}`,
		actionToTake,
	};
}

function invalidPlan(wanted: Wanted, problems: readonly Problem[]): Plan {
	return {
		wanted,
		situation: 'invalid',
		action: 'invalid',
		matchedBy: null,
		changes: [],
		candidates: [],
		reason: `${wanted.sourceKey || `Item ${wanted.index}`}: ${problems.map(({ field, problem }) => `${field} ${problem}`).join('; ')}.`,
		actionToTake: `Correct ${problems.map(({ field }) => field).join(', ')} in CloudSuite or in the mapping; the record was not sent.`,
	};
}

/** Works through a list with a few workers, in order of start. */
async function inParallel<T>(
	list: readonly T[],
	workers: number,
	work: (one: T, position: number) => Promise<void>,
): Promise<void> {
	const entries = list.entries();
	const worker = async () => {
		for (const [position, one] of entries) await work(one, position);
	};
	await Promise.all(Array.from({ length: workers }, worker));
}

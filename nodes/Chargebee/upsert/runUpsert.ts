import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { operationError } from '../../shared/errors/nodeErrors';
import type { Clock } from '../../shared/http/clock';
import { say } from '../errors/say';
import { parentOf } from './matchForm';
import type { Plan } from './plan';
import type { Input, Preparation } from './prepare';
import { prepare } from './prepare';
import { previewOf } from './preview';
import { explainFailedParent } from './reasons';
import type { Result } from './result';
import { NOTHING_WRITTEN } from './result';
import type { OutcomeRow } from './row';
import { isProblem, toRow } from './row';
import { carryOut } from './write';

export interface UpsertRun extends Preparation {
	clock: Clock;
	runId: string;
	preview: boolean;
	/** Throws when the plans as a whole must not be carried out. */
	guard?: (plans: readonly Plan[]) => void;
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
	const { plans, warnings } = await prepare(run, inputs);
	const ordered = inputs.map(({ wanted }) => planOf(run.node, plans, wanted.index));
	run.guard?.(ordered);
	const positions = new Map(ordered.map(({ wanted }, position) => [wanted.index, position]));
	const rows: OutcomeRow[] = new Array<OutcomeRow>(ordered.length);
	const line = new WriteLine(run);
	const work = async (plan: Plan) => {
		const position = positions.get(plan.wanted.index) ?? 0;
		const writeStart = run.preview ? startedAt : run.clock.now();
		const parent = plan.after === undefined ? undefined : rows[positions.get(plan.after) ?? -1];
		const result = run.preview ? previewOf(plan) : await line.carryOut(heldBack(run, plan, parent));
		rows[position] = toRow(plan, result, {
			runId: run.runId,
			startedAt: writeStart,
			endedAt: run.clock.now(),
			preview: run.preview,
			telling: run.spec.telling,
		});
	};
	for (const wave of waves(ordered)) {
		await inParallel(lanes(run, wave), WRITERS, async (lane) => {
			for (const plan of lane) await work(plan);
		});
	}
	return { rows, warnings };
}

function planOf(node: INode, plans: ReadonlyMap<number, Plan>, index: number): Plan {
	const plan = plans.get(index);
	if (!plan) throw operationError(node, say('run_ended_early'), index);
	return plan;
}

/** Parents before their children: a wave holds what hangs on the waves before it. */
export function waves(plans: readonly Plan[]): Plan[][] {
	const byIndex = new Map(plans.map((plan) => [plan.wanted.index, plan]));
	const depth = (plan: Plan, above: number): number => {
		const waits = plan.after === undefined || plan.action === 'conflict';
		const parent = waits ? undefined : byIndex.get(plan.after ?? -1);
		return parent && above < plans.length ? depth(parent, above + 1) : above;
	};
	const sorted: Plan[][] = [];
	for (const plan of plans) (sorted[depth(plan, 0)] ??= []).push(plan);
	return sorted.filter((wave) => wave !== undefined);
}

/** Records inside one parent are written one after the other: Chargebee refuses two writes to one record at a time. */
function lanes({ spec }: UpsertRun, wave: readonly Plan[]): Plan[][] {
	if (!spec.inside) return wave.map((plan) => [plan]);
	const byParent = new Map<string, Plan[]>();
	for (const plan of wave) {
		const parent = parentOf(plan.wanted.id);
		const lane = byParent.get(parent);
		if (lane) lane.push(plan);
		else byParent.set(parent, [plan]);
	}
	return [...byParent.values()];
}

/** A child of a record whose write failed a moment ago waits for a later run. */
function heldBack(run: UpsertRun, plan: Plan, parent: OutcomeRow | undefined): Plan {
	if (!parent || !isProblem(parent)) return plan;
	const why = explainFailedParent(run.spec, parent.sourceKey, plan.wanted, parent.reason);
	return { ...plan, action: 'wait', ...why };
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
	const problem = typeof message === 'string' ? message : 'no reason given';
	return { ...NOTHING_WRITTEN, ...say('write_unexpected', { problem }), outcome: 'failed' };
}

function notAttempted({ reason, actionToTake }: Result): Result {
	return {
		...NOTHING_WRITTEN,
		...say('writing_stopped', { reason, action: actionToTake }),
		outcome: 'failed',
	};
}

/** Works through a list with a few workers, in order of start. */
async function inParallel<T>(
	list: readonly T[],
	workers: number,
	work: (one: T) => Promise<void>,
): Promise<void> {
	const entries = list.values();
	const worker = async () => {
		for (const one of entries) await work(one);
	};
	await Promise.all(Array.from({ length: workers }, worker));
}

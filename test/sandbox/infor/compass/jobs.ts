import type { Clock } from '../../shared/clock';
import type { CompassBehaviour } from './data';
import type { Lake, LakeResult } from './lake';
import { SqlRefusal } from './sql';

/** A query that was handed in. Its result is what the lake had at that moment, and does not change. */
export interface Job {
	id: string;
	sql: string;
	/** Milliseconds: when it has ended, unless it is canceled before. */
	endsAt: number;
	canceled: boolean;
	/** What came of it: rows, or why not. */
	outcome: LakeResult | { refusal: string };
}

/** So long a result is kept. https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/bca1622476381846.html */
const KEPT_MS = 20 * 60 * 60_000;

/** The queries of a tenant. */
export class CompassJobs {
	readonly all: Job[] = [];

	constructor(
		private readonly lake: Lake,
		private readonly clock: Clock,
	) {}

	start(sql: string): Job {
		const number = String(this.all.length + 1).padStart(12, '0');
		const job: Job = {
			id: `5f0c1a52-0000-4000-8000-${number}`,
			sql,
			endsAt: this.clock.now() + this.lake.behaviour.runMs,
			canceled: false,
			outcome: this.run(sql),
		};
		this.all.push(job);
		return job;
	}

	/** Nothing for one nobody knows, or whose result is no longer kept. */
	find(id: string): Job | undefined {
		const job = this.all.find((one) => one.id === id);
		return job && this.clock.now() - job.endsAt < KEPT_MS ? job : undefined;
	}

	stateOf(job: Job): 'RUNNING' | 'FINISHED' | 'FAILED' | 'CANCELED' {
		if (job.canceled) return 'CANCELED';
		if (this.clock.now() < job.endsAt) return 'RUNNING';
		return 'refusal' in job.outcome ? 'FAILED' : 'FINISHED';
	}

	/** A query that has ended already stays as it is. */
	cancel(job: Job): void {
		if (this.stateOf(job) === 'RUNNING') job.canceled = true;
	}

	private run(sql: string): Job['outcome'] {
		try {
			return this.lake.query(sql);
		} catch (error) {
			if (error instanceof SqlRefusal) return { refusal: error.message };
			throw error;
		}
	}
}

/** The body of a failed query's status. What it is called in there is not documented: clients probe for it. */
export function failureBody(
	refusal: string,
	{ errorShape }: CompassBehaviour,
): Record<string, unknown> {
	if (errorShape === 'none') return {};
	if (errorShape === 'messages') return { messages: [{ code: '401', message: refusal }] };
	return { [errorShape]: refusal };
}

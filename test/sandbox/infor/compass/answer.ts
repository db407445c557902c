import type { Clock } from '../../shared/clock';
import type { SandboxAnswer, SandboxRequest } from '../../shared/server';
import { gatewayError } from '../gateway/gatewayError';
import { Quota } from '../gateway/quota';
import type { Ration } from './data';
import { MOST_ROWS } from './data';
import type { Job } from './jobs';
import { CompassJobs, failureBody } from './jobs';
import type { Lake } from './lake';
import { resultPage } from './page';

/** Compass of one tenant, as it is behind the gateway. */
export class Compass {
	readonly jobs: CompassJobs;
	private readonly quotas: Record<Ration, Quota> = {
		jobs: new Quota(),
		status: new Quota(),
		result: new Quota(),
		cancel: new Quota(),
	};

	constructor(
		readonly lake: Lake,
		private readonly clock: Clock,
	) {
		this.jobs = new CompassJobs(lake, clock);
	}

	/**
	 * Answers what is behind `DATAFABRIC/compass/v2`: a query is handed in, waited for, and its result fetched.
	 * https://developer.infor.com/tutorials/external-access-to-data-lake-apis
	 */
	async answer(
		path: readonly string[],
		request: SandboxRequest,
		notes: Record<string, unknown>,
	): Promise<SandboxAnswer | undefined> {
		const [first, id, kind, ...deeper] = path.filter((segment) => segment !== '');
		if (first === 'ping' && request.method === 'GET') return { status: 200, body: '' };
		if (first !== 'jobs' || deeper.length > 0) return undefined;
		const ration = id === undefined ? 'jobs' : kind;
		if (!isRation(ration)) return undefined;
		const asked = METHODS[ration];
		if (request.method !== asked) {
			notes.write = true;
			return { status: 405, body: { error: 'Method Not Allowed' } };
		}
		const admission = this.quotas[ration].admit(request.at, this.lake.behaviour.rations[ration]);
		if (!admission.admitted) {
			const headers = { 'retry-after': String(admission.retryAfterSeconds) };
			return gatewayError(429, 'json', headers);
		}
		if (id === undefined) return this.start(request, notes);
		const job = this.jobs.find(decodeURIComponent(id));
		if (!job) return { status: 404, body: { message: `Query ${id} does not exist` } };
		notes.job = job.id;
		if (ration === 'cancel') return this.cancel(job, notes);
		const parameters = new URLSearchParams(request.query);
		return ration === 'status'
			? await this.status(job, Number(parameters.get('timeout') ?? 0), notes)
			: this.result(job, parameters, request, notes);
	}

	/** The content type is required: https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/datafabrug/uan1631199548644.html */
	private start({ headers, body }: SandboxRequest, notes: Record<string, unknown>): SandboxAnswer {
		if (!/^text\/plain\b/i.test(headers['content-type'] ?? '')) {
			const { wrongTypeStatus } = this.lake.behaviour;
			return { status: wrongTypeStatus, body: { message: 'Content type must be text/plain' } };
		}
		const job = this.jobs.start(body);
		notes.job = job.id;
		return { status: 202, body: { queryId: job.id, status: 'RUNNING' } };
	}

	/** 202 while it runs, 201 when it has ended; waits for that, for 25 seconds at most. */
	private async status(
		job: Job,
		timeout: number,
		notes: Record<string, unknown>,
	): Promise<SandboxAnswer> {
		const { behaviour } = this.lake;
		const patience = Math.min(timeout, 25) * 1000;
		const left = job.endsAt - this.clock.now();
		if (behaviour.longPoll && left > 0 && !job.canceled)
			await this.clock.sleep(Math.min(left, patience));
		const status = this.jobs.stateOf(job);
		notes.state = status;
		const body = { queryId: job.id, status };
		if (status === 'RUNNING') return { status: 202, body };
		if ('refusal' in job.outcome && status === 'FAILED')
			return { status: 201, body: { ...body, ...failureBody(job.outcome.refusal, behaviour) } };
		const rowCount = 'rows' in job.outcome ? job.outcome.rows.length + behaviour.rowCountError : 0;
		return { status: 201, body: behaviour.rowCount ? { ...body, rowCount } : body };
	}

	private result(
		job: Job,
		parameters: URLSearchParams,
		{ headers }: SandboxRequest,
		notes: Record<string, unknown>,
	): SandboxAnswer {
		const [offset, limit] = [
			Number(parameters.get('offset') ?? 0),
			Number(parameters.get('limit') ?? MOST_ROWS),
		];
		if (!(limit >= 1 && limit <= MOST_ROWS))
			return { status: 400, body: { message: `The limit is 1 to ${MOST_ROWS}` } };
		const state = this.jobs.stateOf(job);
		if (state === 'FAILED' && 'refusal' in job.outcome) return errorTable(job.outcome.refusal);
		if (state !== 'FINISHED' || 'refusal' in job.outcome)
			return { status: 400, body: { message: `Query ${job.id} is ${state}` } };
		const asked = { offset, limit, accept: headers.accept ?? '' };
		const { rows, ...page } = resultPage(job.outcome, asked, this.lake.behaviour);
		Object.assign(notes, { rows, accept: asked.accept });
		return page;
	}

	private cancel(job: Job, notes: Record<string, unknown>): SandboxAnswer {
		this.jobs.cancel(job);
		notes.state = this.jobs.stateOf(job);
		return { status: 202, body: { queryId: job.id, status: notes.state } };
	}
}

const METHODS: Readonly<Record<Ration, string>> = {
	jobs: 'POST',
	status: 'GET',
	result: 'GET',
	cancel: 'PUT',
};

function isRation(kind: string | undefined): kind is Ration {
	return kind !== undefined && kind in METHODS;
}

/** The result of a failed query is a table of its own, in CSV. */
function errorTable(refusal: string): SandboxAnswer {
	return {
		status: 200,
		headers: { 'content-type': 'text/csv; charset=utf-8' },
		body: `MessageType,SuggestedLocalizedText\nERROR,"${refusal.replaceAll('"', '""')}"`,
	};
}

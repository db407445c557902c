import type { Reply, Sent } from '../../shared/http/send';
import { describeFailure } from '../transport/failure';
import { diff } from './diff';
import { idempotencyKey } from './idempotency';
import type { Plan } from './plan';
import { planAll } from './plan';
import type { Reader } from './readRecord';
import { readAnswer, readRecord } from './readRecord';
import type { Result } from './result';
import { failedResult, NOTHING_WRITTEN } from './result';
import { decideSituation, NO_EVIDENCE } from './situation';
import type { Change, Found, Wanted, WriteCall } from './types';

/** After this many lost answers the record is left to a later run, which will look first. */
const MOST_LOST_ANSWERS = 3;

/** Carries out one plan. Never throws for what Chargebee or the network does; every plan gets a result. */
export async function carryOut(reader: Reader, plan: Plan): Promise<Result> {
	const { wanted, target, action, reason, actionToTake } = plan;
	if (action === 'conflict' || action === 'invalid') {
		return { ...NOTHING_WRITTEN, changes: [], outcome: action, reason, actionToTake };
	}
	if (action === 'create' || !target) return await create(reader, wanted);
	if (action === 'skip') return unchanged(target, 0);
	const outcome = action === 'link' ? 'linked' : 'updated';
	return await update(reader, wanted, target, plan.changes, outcome);
}

/**
 * Creates the record under its deterministic id. Two things end well that look like failures: the id is there already
 * (another run was faster, or our own first try got through), and an answer that was lost (we look before trying again).
 */
async function create(reader: Reader, wanted: Wanted): Promise<Result> {
	const call = reader.spec.create(wanted, reader.referenceField);
	const key = keyFor(reader, call, wanted);
	const blank: Found = { id: wanted.id, deleted: false, values: {}, record: {} };
	const changes = diff(reader.spec, blank, wanted, reader.referenceField);
	let attempts = 0;
	for (let lost = 0; lost < MOST_LOST_ANSWERS; lost += 1) {
		const sent = await reader.client.post(call.path, call.form, key);
		attempts += sent.attempts;
		const found = readAnswer(reader, sent.reply);
		if (found && !wasReplayed(sent)) {
			return {
				outcome: 'created',
				found,
				changes,
				reason: '',
				actionToTake: '',
				attempts,
				idempotencyKey: key,
				requestId: requestIdOf(sent.reply),
			};
		}
		const failure = found ? undefined : describeFailure(sent.reply);
		const taken =
			failure?.code === 'duplicate_entry' && (failure.param === 'id' || failure.param === null);
		if (failure && !taken && !isInDoubt(sent.reply))
			return failedResult(failure, { attempts, idempotencyKey: key });

		const read = await readRecord(reader, wanted.id);
		attempts += 1;
		if (read.kind === 'found') {
			// an answer from memory, or a taken id, without a lost try of ours before: somebody else created it
			const ownTry = lost > 0 || (!found && !taken);
			return await settle(
				reader,
				wanted,
				read.found,
				attempts,
				ownTry ? { changes, key } : undefined,
			);
		}
		if (read.kind === 'unreadable')
			return failedResult(describeFailure(read.reply), { attempts, idempotencyKey: key });
		if (taken) return await settle(reader, wanted, { ...blank, deleted: true }, attempts);
	}
	return failedResult(describeFailure(LOST), { attempts, idempotencyKey: key });
}

/** The id is there already: ours (then bring it up to date), somebody else's, or deleted. */
async function settle(
	reader: Reader,
	wanted: Wanted,
	found: Found,
	attempts: number,
	ownTry?: { changes: Change[]; key: string },
): Promise<Result> {
	const decision = decideSituation(wanted, { ...NO_EVIDENCE, byId: found });
	const [plan] = planAll(reader.spec, [{ wanted, decision }], [], reader.referenceField);
	if (plan?.action === 'skip') {
		if (!ownTry) return unchanged(found, attempts);
		return {
			outcome: 'created',
			found,
			changes: ownTry.changes,
			reason: '',
			actionToTake: '',
			attempts,
			idempotencyKey: ownTry.key,
			requestId: null,
		};
	}
	if (plan?.action === 'update') {
		const result = await update(reader, wanted, found, plan.changes, 'updated');
		return { ...result, attempts: result.attempts + attempts };
	}
	return {
		...NOTHING_WRITTEN,
		changes: [],
		attempts,
		outcome: 'conflict',
		found,
		reason: plan?.reason ?? '',
		actionToTake: plan?.actionToTake ?? '',
		...(plan ? { replanned: plan } : {}),
	};
}

/** Sends the one or two calls an update takes. Two calls are one record: when the second fails, the result says so. */
async function update(
	reader: Reader,
	wanted: Wanted,
	target: Found,
	changes: Change[],
	outcome: 'updated' | 'linked',
): Promise<Result> {
	const calls = reader.spec.update(target, wanted, changes);
	let current = target;
	let attempts = 0;
	let requestId: string | null = null;
	let lastKey: string | null = null;
	const done: WriteCall[] = [];
	for (const call of calls) {
		const key = keyFor(reader, call, wanted, target.version);
		lastKey = key;
		const step = await updateStep(reader, wanted, target, call, key);
		attempts += step.attempts;
		if (step.kind === 'failed') {
			const half =
				done.length > 0
					? { done: done.map(({ what }) => what).join(' and '), missing: call.what }
					: {};
			return failedResult(describeFailure(step.reply), {
				attempts,
				idempotencyKey: key,
				found: current,
				...half,
			});
		}
		current = step.found;
		requestId = step.requestId ?? requestId;
		done.push(call);
	}
	return {
		outcome,
		found: current,
		changes,
		reason: '',
		actionToTake: '',
		attempts,
		idempotencyKey: lastKey,
		requestId,
	};
}

type Step =
	| { kind: 'done'; found: Found; attempts: number; requestId: string | null }
	| { kind: 'failed'; reply: Reply; attempts: number };

/** One call of an update; after a lost answer the record is read, and written again only if the change is not there. */
async function updateStep(
	reader: Reader,
	wanted: Wanted,
	target: Found,
	call: WriteCall,
	key: string,
): Promise<Step> {
	let attempts = 0;
	for (let lost = 0; lost < MOST_LOST_ANSWERS; lost += 1) {
		const sent = await reader.client.post(call.path, call.form, key);
		attempts += sent.attempts;
		const found = readAnswer(reader, sent.reply);
		if (found) return { kind: 'done', found, attempts, requestId: requestIdOf(sent.reply) };
		if (!isInDoubt(sent.reply)) return { kind: 'failed', reply: sent.reply, attempts };
		const read = await readRecord(reader, target.id);
		attempts += 1;
		if (read.kind === 'unreadable') return { kind: 'failed', reply: read.reply, attempts };
		if (read.kind === 'missing') return { kind: 'failed', reply: sent.reply, attempts };
		const left = reader.spec.update(
			read.found,
			wanted,
			diff(reader.spec, read.found, wanted, reader.referenceField),
		);
		if (!left.some(({ path }) => path === call.path)) {
			return { kind: 'done', found: read.found, attempts, requestId: null };
		}
	}
	return { kind: 'failed', reply: LOST, attempts };
}

const LOST: Reply = {
	kind: 'noAnswer',
	code: 'ANSWER_LOST',
	message: `the answer was lost ${MOST_LOST_ANSWERS} times`,
	mayHaveBeenApplied: true,
};

function unchanged(found: Found, attempts: number): Result {
	return {
		...NOTHING_WRITTEN,
		changes: [],
		outcome: 'unchanged',
		found,
		attempts,
		reason: '',
		actionToTake: '',
	};
}

function keyFor(reader: Reader, call: WriteCall, wanted: Wanted, version?: number): string {
	return idempotencyKey({
		site: reader.client.site,
		path: call.path,
		form: call.form,
		sourceKey: wanted.sourceKey,
		...(version === undefined ? {} : { version }),
	});
}

/** Whether the write may have been applied although we have no good answer: an outage or an unreadable "OK". */
function isInDoubt(reply: Reply): boolean {
	if (reply.kind === 'noAnswer') return reply.mayHaveBeenApplied;
	return reply.status >= 500 || reply.status === 200;
}

/** Answered from memory: the record may have changed since. https://apidocs.chargebee.com/docs/api/idempotency */
function wasReplayed({ reply }: Sent): boolean {
	return reply.kind === 'answer' && reply.headers['chargebee-idempotency-replayed'] === 'true';
}

function requestIdOf(reply: Reply): string | null {
	return reply.kind === 'answer'
		? (reply.headers['x-request-id'] ?? reply.headers['chargebee-request-id'] ?? null)
		: null;
}

import type { Reply } from '../../shared/http/send';
import { readError } from '../transport/errorBody';
import { describeFailure } from '../transport/failure';
import { diff } from './diff';
import { idempotencyKey, stampKey } from './idempotency';
import type { Writer } from './readRecord';
import { readAnswer, readRecord } from './readRecord';
import { isInDoubt, lastWords, LOST, MOST_LOST_ANSWERS, requestIdOf, wasReplayed } from './replies';
import { NO_REASON } from './reasons';
import type { Result } from './result';
import { failedResult } from './result';
import type { Change, Found, Wanted, WriteCall } from './types';

/** Sends the one or two calls an update takes. Two calls are one record: when the second fails, the result says so. */
export async function update(
	reader: Writer,
	wanted: Wanted,
	target: Found,
	changes: Change[],
	outcome: 'updated' | 'linked',
): Promise<Result> {
	const calls = reader.spec.update(target, wanted, changes);
	let current = target;
	let attempts = 0;
	let requestId: string | null = null;
	let key: string | null = null;
	const done: WriteCall[] = [];
	for (const call of calls) {
		const step = await updateStep(reader, wanted, target, call);
		attempts += step.attempts;
		({ key } = step);
		if (step.kind === 'failed') {
			const half =
				done.length > 0
					? {
							done: done.map(({ what }) => what).join(' and '),
							missing: call.what,
							changes: made(reader, wanted, current, changes),
						}
					: {};
			const failed = failedResult(describeFailure(step.reply), {
				attempts,
				idempotencyKey: key,
				found: current,
				...half,
			});
			const refused = call.stamps && isKeyInUse(step.reply);
			return refused ? { ...failed, refusedStamp: true } : failed;
		}
		current = step.found;
		requestId = step.requestId ?? requestId;
		done.push(call);
	}
	return {
		outcome,
		found: current,
		changes,
		...NO_REASON,
		attempts,
		idempotencyKey: key,
		requestId,
	};
}

type Step = { attempts: number; key: string } & (
	{ kind: 'done'; found: Found; requestId: string | null } | { kind: 'failed'; reply: Reply }
);

/**
 * One call of an update. After a lost answer, or one from memory, the record is read, and written again only if the change
 * is not there: with the same key if the record is still the one we read, with a new one if it is not.
 */
async function updateStep(
	reader: Writer,
	wanted: Wanted,
	target: Found,
	planned: WriteCall,
): Promise<Step> {
	let call = planned;
	let key = writeKey(reader, call, wanted, target.version);
	let attempts = 0;
	let last = LOST;
	for (let lost = 0; lost < MOST_LOST_ANSWERS; lost += 1) {
		const sent = await reader.client.post(call.path, call.form, key);
		attempts += sent.attempts;
		last = lastWords(sent.reply);
		const found = readAnswer(reader, sent.reply, target.id);
		if (found && !wasReplayed(sent))
			return { kind: 'done', found, attempts, key, requestId: requestIdOf(sent.reply) };
		if (!isInDoubt(sent.reply)) return { kind: 'failed', reply: sent.reply, attempts, key };
		const read = await readRecord(reader, target.id);
		attempts += 1;
		if (read.kind === 'unreadable') return { kind: 'failed', reply: read.reply, attempts, key };
		if (read.kind === 'missing') return { kind: 'failed', reply: sent.reply, attempts, key };
		if (isTaken(read.found, wanted)) return { kind: 'failed', reply: LOST, attempts, key };
		const left = reader.spec
			.update(read.found, wanted, diff(reader.spec, read.found, wanted, reader.policies))
			.find(({ path }) => path === planned.path);
		if (!left) return { kind: 'done', found: read.found, attempts, key, requestId: null };
		call = left;
		key = writeKey(reader, call, wanted, read.found.version);
	}
	return { kind: 'failed', reply: last, attempts, key };
}

function isTaken({ reference }: Found, { sourceKey }: Wanted): boolean {
	return reference !== undefined && reference !== sourceKey;
}

/** The key was used for another write to this very version: somebody was faster. */
function isKeyInUse(reply: Reply): boolean {
	return reply.kind === 'answer' && readError(reply).code === 'unable_to_process_request';
}

/** Those of the changes that the record shows. */
function made(reader: Writer, wanted: Wanted, current: Found, changes: Change[]): Change[] {
	const left = diff(reader.spec, current, wanted, reader.policies);
	return changes.filter(({ field }) => !left.some((other) => other.field === field));
}

export function writeKey(
	{ client: { site } }: Writer,
	call: WriteCall,
	{ sourceKey }: Wanted,
	version?: number,
): string {
	const { path, form } = call;
	if (call.stamps && version !== undefined) return stampKey({ site, path, version });
	return idempotencyKey({
		site,
		path,
		form,
		sourceKey,
		...(version === undefined ? {} : { version }),
	});
}

import { describeFailure } from '../transport/failure';
import { diff } from './diff';
import type { Plan } from './plan';
import { planAll } from './plan';
import type { Reader } from './readRecord';
import { readAnswer, readRecord } from './readRecord';
import { isInDoubt, LOST, MOST_LOST_ANSWERS, requestIdOf, wasReplayed } from './replies';
import type { Result } from './result';
import { failedResult, NOTHING_WRITTEN } from './result';
import { decideSituation, NO_EVIDENCE } from './situation';
import type { Change, Found, Wanted } from './types';
import { update, writeKey } from './update';

/** Carries out one plan. Never throws for what Chargebee or the network does; every plan gets a result. */
export async function carryOut(reader: Reader, plan: Plan): Promise<Result> {
	const { wanted, target, action, changes, reason, actionToTake } = plan;
	if (action === 'conflict' || action === 'invalid') {
		return { ...NOTHING_WRITTEN, changes: [], outcome: action, reason, actionToTake };
	}
	if (action === 'create' || !target) return await create(reader, wanted);
	if (action === 'skip') return unchanged(target, 0);
	const calls = reader.spec.update(target, wanted, changes);
	if (calls.some(({ replaces }) => replaces)) return await lookAndUpdate(reader, plan, target);
	return await update(reader, wanted, target, changes, 'updated');
}

/**
 * Reads the record right before it is written. The look-up may be an hour old by now, and lists may lag: what somebody
 * entered meanwhile would be lost by a call that replaces, and another run may have linked the record to its customer.
 */
async function lookAndUpdate(
	reader: Reader,
	{ wanted, action, matchedBy }: Plan,
	target: Found,
	tries = 1,
): Promise<Result> {
	const read = await readRecord(reader, target.id);
	if (read.kind === 'unreadable')
		return failedResult(describeFailure(read.reply), { attempts: tries, idempotencyKey: null });
	const found = read.kind === 'found' ? read.found : { ...target, deleted: true };
	const plan = planFor(reader, wanted, found, matchedBy);
	if (plan?.action === 'skip') return unchanged(found, tries);
	if (plan?.action !== 'update' && plan?.action !== 'link') return overtaken(plan, found, tries);
	const outcome = action === 'link' && plan.action === 'link' ? 'linked' : 'updated';
	const result = await update(reader, wanted, found, plan.changes, outcome);
	// another run took the record since we read it
	if (result.refusedStamp && tries === 1) return await lookAndUpdate(reader, plan, found, 2);
	return { ...result, attempts: result.attempts + tries };
}

/**
 * Creates the record under its deterministic id. Two things end well that look like failures: the id is there already
 * (another run was faster, or our own first try got through), and an answer that was lost (we look before trying again).
 */
async function create(reader: Reader, wanted: Wanted): Promise<Result> {
	const call = reader.spec.create(wanted, reader.referenceField);
	const key = writeKey(reader, call, wanted);
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
	const plan = planFor(reader, wanted, found);
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
	return overtaken(plan, found, attempts);
}

/** What is to be done about a record that was just read. */
function planFor(
	{ spec, referenceField }: Reader,
	wanted: Wanted,
	found: Found,
	matchedBy?: string | null,
): Plan | undefined {
	const evidence = found.id === wanted.id ? { byId: found } : { byKnownId: found };
	const decision = decideSituation(wanted, { ...NO_EVIDENCE, ...evidence });
	const named = { ...decision, matchedBy: matchedBy ?? decision.matchedBy };
	return planAll(spec, [{ wanted, decision: named }], [], referenceField)[0];
}

/** Another writer was faster, and now nothing may be written. */
function overtaken(plan: Plan | undefined, found: Found, attempts: number): Result {
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

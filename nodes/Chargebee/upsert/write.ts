import { say } from '../errors/say';
import { describeFailure } from '../transport/failure';
import { diff } from './diff';
import type { Plan } from './plan';
import { blank, planOne } from './plan';
import type { Writer } from './readRecord';
import { readAnswer, readRecord } from './readRecord';
import { isInDoubt, lastWords, LOST, MOST_LOST_ANSWERS, requestIdOf, wasReplayed } from './replies';
import { previewOf } from './preview';
import { NO_REASON, saying } from './reasons';
import type { Result } from './result';
import { reviewedId } from './review';
import { failedResult, NOTHING_WRITTEN } from './result';
import { decideSituation, NO_EVIDENCE } from './situation';
import type { Change, Found, Wanted } from './types';
import { update, writeKey } from './update';

/** Carries out one plan. Never throws for what Chargebee or the network does; every plan gets a result. */
export async function carryOut(reader: Writer, plan: Plan): Promise<Result> {
	const { wanted, target, action, changes } = plan;
	if (action === 'create') return await create(reader, wanted);
	if (action === 'conflict' || action === 'invalid' || action === 'wait' || !target)
		return notWritten(plan);
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
	reader: Writer,
	{ wanted, action, matchedBy }: Plan,
	target: Found,
	tries = 1,
): Promise<Result> {
	const read = await readRecord(reader, target.id);
	if (read.kind === 'unreadable')
		return failedResult(describeFailure(read.reply), { attempts: tries, idempotencyKey: null });
	const found = read.kind === 'found' ? read.found : { ...target, deleted: true };
	const plan = planFor(reader, wanted, found, matchedBy);
	if (plan.action === 'create') return await create(reader, plan.wanted);
	if (plan.action === 'skip') return unchanged(found, tries);
	if (plan.action !== 'update' && plan.action !== 'link') return overtaken(plan, found, tries);
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
async function create(reader: Writer, wanted: Wanted): Promise<Result> {
	const call = reader.spec.create(wanted);
	let key = writeKey(reader, call, wanted);
	const changes = diff(reader.spec, blank(wanted.id), wanted, reader.policies);
	let attempts = 0;
	let last = LOST;
	for (let lost = 0; lost < MOST_LOST_ANSWERS; lost += 1) {
		const sent = await reader.client.post(call.path, call.form, key);
		attempts += sent.attempts;
		last = lastWords(sent.reply);
		const found = readAnswer(reader, sent.reply, wanted.id);
		if (found && !wasReplayed(sent)) {
			return await complete(reader, wanted, {
				...CREATED,
				found,
				changes,
				attempts,
				idempotencyKey: key,
				requestId: requestIdOf(sent.reply),
			});
		}
		const failure = found ? undefined : describeFailure(sent.reply);
		// which of several taken values is named is not documented, so the id is always looked at
		const taken = failure?.code === 'duplicate_entry';
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
		if (failure && taken) {
			const idTaken = failure.param === 'id' || failure.param === null;
			return idTaken && !reader.spec.reusesIds
				? await settle(reader, wanted, { ...blank(wanted.id), deleted: true }, attempts)
				: failedResult(failure, { attempts, idempotencyKey: key });
		}
		// answered from memory, and deleted since: the same key would be answered so for half an hour
		if (found) key = writeKey(reader, call, wanted, found.version);
	}
	return failedResult(describeFailure(last), { attempts, idempotencyKey: key });
}

/** Some values are taken only of an existing record, e.g. a customer's parent: they follow in calls of their own. */
async function complete(
	reader: Writer,
	wanted: Wanted,
	created: Result & { found: Found },
): Promise<Result> {
	const { spec, policies } = reader;
	const left = diff(spec, created.found, wanted, policies).filter(
		({ field }) => spec.fields.get(field)?.updateOnly,
	);
	if (left.length === 0) return created;
	const result = await update(reader, wanted, created.found, left, 'updated');
	const { attempts, found = created.found } = result;
	const sum = { ...created, found, attempts: created.attempts + attempts };
	if (result.outcome === 'updated') return sum;
	const { reason, actionToTake: action } = result;
	const missing = left.map(({ field }) => field).join(', ');
	return {
		...sum,
		changes: sum.changes.filter(({ field }) => !left.some((other) => other.field === field)),
		...saying(result),
		reason: say('half_written', { reason, done: spec.label, missing, action }).reason,
		outcome: result.outcome,
		...(result.stop ? { stop: true } : {}),
	};
}

/** The id is there already: ours (then bring it up to date), somebody else's, or deleted. */
async function settle(
	reader: Writer,
	wanted: Wanted,
	found: Found,
	attempts: number,
	ownTry?: { changes: Change[]; key: string },
): Promise<Result> {
	const plan = planFor(reader, wanted, found);
	if (plan.action === 'create' && plan.wanted.id !== wanted.id)
		return await create(reader, plan.wanted);
	const { fields } = reader.spec;
	const isCreated = plan.changes.every(({ field }) => fields.get(field)?.updateOnly);
	if (ownTry && isCreated && (plan.action === 'skip' || plan.action === 'update')) {
		const { changes, key: idempotencyKey } = ownTry;
		const created = { ...CREATED, found, changes, attempts, idempotencyKey, requestId: null };
		return await complete(reader, wanted, created);
	}
	if (plan.action === 'skip') return unchanged(found, attempts);
	if (plan.action === 'update') {
		const result = await update(reader, wanted, found, plan.changes, 'updated');
		return { ...result, attempts: result.attempts + attempts };
	}
	return overtaken(plan, found, attempts);
}

/** What is to be done about a record that was just read. */
function planFor(
	{ spec, policies }: Writer,
	wanted: Wanted,
	found: Found,
	matchedBy?: string | null,
): Plan {
	const ours = [wanted.id, wanted.successorId].includes(found.id);
	const evidence = ours ? { byId: found } : { byKnownId: found };
	const reviewed = reviewedId(wanted) === found.id ? { byReviewedId: found } : {};
	const decision = decideSituation(wanted, { ...NO_EVIDENCE, ...evidence, ...reviewed });
	const named = { ...decision, matchedBy: matchedBy ?? decision.matchedBy };
	return planOne({ spec, policies }, { wanted, decision: named });
}

/** Another writer was faster, and now nothing may be written. */
function overtaken(plan: Plan, found: Found, attempts: number): Result {
	return {
		...NOTHING_WRITTEN,
		...saying(plan),
		attempts,
		outcome: 'conflict',
		found,
		replanned: plan,
	};
}

const CREATED = { outcome: 'created', ...NO_REASON } as const;

/** The outcome of a plan that says to write nothing. */
function notWritten(plan: Plan): Result {
	return { ...NOTHING_WRITTEN, ...saying(plan), outcome: previewOf(plan).outcome };
}

function unchanged(found: Found, attempts: number): Result {
	return { ...NOTHING_WRITTEN, ...NO_REASON, outcome: 'unchanged', found, attempts };
}

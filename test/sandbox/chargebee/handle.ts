import { Buffer } from 'node:buffer';
import type { Clock } from '../shared/clock';
import type { SandboxAnswer, SandboxRequest } from '../shared/server';
import { lockTimeout, notAllowed, tooManyRequests, wrongKey, wrongValue } from './errors';
import { IdempotencyMemory } from './idempotency';
import type { Limiter } from './limiter';
import { Locks, locksOf } from './locks';
import { route } from './routes';
import type { Stores } from './site';
import type { Behaviour } from './types';

export interface SiteState {
	site: string;
	keys: { full: string; readOnly: string };
	clock: Clock;
	stores: Stores;
	limiter: Limiter;
	behaviour: Behaviour;
}

/** The business entity a call is for: what it creates belongs to that. https://apidocs.chargebee.com/docs/api/business_entities */
const ENTITY_HEADER = 'chargebee-business-entity-id';
const LONGEST_ENTITY = 50;

/** What a write shall not cause. https://github.com/chargebee/openapi, header parameters */
const EVENT_HEADERS = [
	'chargebee-event-actions',
	'chargebee-event-email',
	'chargebee-event-webhook',
];

type Handle = (request: SandboxRequest, notes: Record<string, unknown>) => Promise<SandboxAnswer>;

/** The way of a request through the site: key, limits, locks, idempotency, and then the operation itself. */
export function requestHandler({
	site,
	keys,
	clock,
	stores,
	limiter,
	behaviour,
}: SiteState): Handle {
	const memory = new IdempotencyMemory();
	const locks = new Locks();

	const perform: Handle = async (request, notes) => {
		if (behaviour.processingMs > 0) await clock.sleep(behaviour.processingMs);
		const recalled = memory.recall(request, clock.now());
		if (recalled) {
			notes.replayed = recalled.status < 300;
			return recalled;
		}
		const entity = request.headers[ENTITY_HEADER];
		if ((entity ?? '').length > LONGEST_ENTITY) {
			return wrongValue(ENTITY_HEADER, `cannot be more than ${LONGEST_ENTITY} characters`);
		}
		if (entity !== undefined) notes.businessEntityId = entity;
		const known = behaviour.businessEntities.includes(entity ?? '');
		if (entity !== undefined && !known && behaviour.unknownBusinessEntity === 'reject') {
			return wrongValue(ENTITY_HEADER, 'is not a business entity of this site');
		}
		const suppressed = EVENT_HEADERS.filter((name) => request.headers[name] === 'all-disabled');
		if (suppressed.length > 0) notes.suppressed = suppressed;
		const answer = route(
			{
				stores,
				behaviour,
				notes,
				now: () => Math.floor(clock.now() / 1000),
				...(entity === undefined || !known ? {} : { businessEntityId: entity }),
			},
			site,
			request,
		);
		memory.remember(request, answer, clock.now(), behaviour.rememberRefusals);
		return answer;
	};

	const performAlone: Handle = async (request, notes) => {
		const names = behaviour.lockOverlappingWrites ? locksOf(request) : [];
		if (!locks.take(names)) return lockTimeout();
		try {
			return await perform(request, notes);
		} finally {
			locks.release(names);
		}
	};

	return async (request, notes) => {
		const user = basicUser(request.headers.authorization);
		if (user !== keys.full && user !== keys.readOnly) return wrongKey();
		const admission = limiter.admit(request.method, clock.now());
		if (!admission.admitted) {
			const { retryAfterSeconds } = admission;
			return tooManyRequests(behaviour.retryAfter === 'seconds' ? retryAfterSeconds : undefined);
		}
		try {
			if (user === keys.readOnly && request.method !== 'GET') return notAllowed();
			return await performAlone(request, notes);
		} finally {
			limiter.leave(request.method);
		}
	};
}

/** The user of a Basic header whose password is empty; Chargebee's keys have none. */
function basicUser(header: string | undefined): string | undefined {
	const encoded = /^Basic (.+)$/.exec(header ?? '')?.[1];
	const decoded =
		encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
	return decoded?.endsWith(':') ? decoded.slice(0, -1) : undefined;
}

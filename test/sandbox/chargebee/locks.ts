import type { SandboxRequest } from '../shared/server';
import { readForm } from './form';
import { keyOf } from './idempotency';
import { readPath } from './path';

/** Writes under way: two at once to one record, or with one idempotency key, get in each other's way. */
export class Locks {
	private readonly held = new Set<string>();

	/** Takes all of them, or none when one is held. */
	take(names: readonly string[]): boolean {
		if (names.some((name) => this.held.has(name))) return false;
		for (const name of names) this.held.add(name);
		return true;
	}

	release(names: readonly string[]): void {
		for (const name of names) this.held.delete(name);
	}
}

/** What a request locks: the record it writes, also one it is about to create, and its idempotency key. */
export function locksOf(request: SandboxRequest): string[] {
	if (request.method !== 'POST') return [];
	const [resource = '', id = readForm(request.body).get('id')] = readPath(request.path);
	const key = keyOf(request);
	return [...(id ? [`${resource} ${id}`] : []), ...(key === undefined ? [] : [`key ${key}`])];
}

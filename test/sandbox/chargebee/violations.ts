import type { HistoryEntry } from '../shared/server';
import { referenceOf } from './reference';
import type { Customer, StoredRecord } from './types';

/**
 * What must never happen to a site, found in its state and its history:
 * - two living customers with one reference: a duplicate was made
 * - two items in use that were created through the API with one reference (a price may be followed by a new one of it)
 * - two customers with one e-mail, both created through the API with a reference: a look-up was skipped
 * - a write that lost a value somebody had entered (VAT number, part of the address, key of meta_data),
 *   because it was left out of a call that replaces; clearing on purpose sends a blank value
 * - a record that carried one reference and was given another: a stranger was overwritten
 * - a write without an idempotency key: it could not have been repeated safely
 * - one idempotency key for two different writes: a repeat would not have been recognised; except where the key guards
 *   the reference of one version of a record, so that of two runs only one can link it
 * Being refused with 429 is no violation: limits are shared with others, so it can happen to anybody.
 */
export function findViolations(
	customers: readonly Customer[],
	items: readonly StoredRecord[],
	history: readonly HistoryEntry[],
): string[] {
	const living = customers.filter(({ deleted }) => !deleted);
	const createdItems = new Set(
		history
			.filter(({ path, method }) => method === 'POST' && path === '/api/v2/items')
			.map(({ notes }) => notes.recordId),
	);
	const created = new Set(history.filter(isCreate).map(({ notes }) => notes.customerId));
	return [
		...repeated(living.map(referenceOf)).map(
			(reference) => `two living customers carry the reference ${reference}`,
		),
		...repeated(
			items
				.filter(({ id, status }) => status === 'active' && createdItems.has(id))
				.map(({ metadata }) => keyIn(metadata)),
		).map((reference) => `two items in use carry the reference ${reference}`),
		...repeated(
			living
				.filter((customer) => created.has(customer.id) && referenceOf(customer))
				.map(({ email }) => (typeof email === 'string' ? email.toLowerCase() : undefined)),
		).map((email) => `two customers were created with the e-mail ${email}`),
		...history.flatMap(({ n, path, notes }) =>
			((notes.lost ?? []) as string[]).map(
				(name) => `request ${n} (${path}) lost ${name === 'vat_number' ? 'a VAT number' : name}`,
			),
		),
		...history
			.filter(({ notes }) => notes.referenceBefore !== undefined)
			.map(({ n, path }) => `request ${n} (${path}) gave a record with a reference another one`),
		...history
			.filter((entry) => entry.method === 'POST' && entry.status === 422 && !isSecondLink(entry))
			.map(({ n, path }) => `request ${n} (${path}) used an idempotency key for another write`),
		...history
			.filter(
				({ method, status, notes }) =>
					method === 'POST' && status === 200 && notes.idempotencyKey === undefined,
			)
			.map(({ n, path }) => `request ${n} (${path}) was written without an idempotency key`),
	];
}

function keyIn(metadata: unknown): string | undefined {
	const key = (metadata as { cloudsuite?: unknown } | undefined)?.cloudsuite;
	return typeof key === 'string' ? key : undefined;
}

function isSecondLink({ path, body }: HistoryEntry): boolean {
	const form = new URLSearchParams(body);
	return (
		/\/(customers|items|item_prices)\/[^/]+$/.test(path) &&
		(form.has('meta_data') || form.has('metadata'))
	);
}

function isCreate({ method, path, status, notes }: HistoryEntry): boolean {
	return (
		method === 'POST' && path === '/api/v2/customers' && status === 200 && notes.replayed !== true
	);
}

function repeated(values: ReadonlyArray<string | undefined>): string[] {
	const seen = new Set<string>();
	return values.filter((value): value is string => {
		if (value === undefined) return false;
		const again = seen.has(value);
		seen.add(value);
		return again;
	});
}

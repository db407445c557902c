import type { HistoryEntry } from '../shared/server';
import type { Customer } from './types';

/**
 * What must never happen to a site, found in its state and its history:
 * - two living customers with one reference: a duplicate was made
 * - two customers with one e-mail, both created through the API with a reference: a look-up was skipped
 * - a billing update that lost a VAT number
 * - a write without an idempotency key
 */
export function findViolations(
	customers: readonly Customer[],
	history: readonly HistoryEntry[],
): string[] {
	const living = customers.filter(({ deleted }) => !deleted);
	const created = new Set(history.filter(isCreate).map(({ notes }) => notes.customerId));
	return [
		...repeated(living.map(referenceOf)).map(
			(reference) => `two living customers carry the reference ${reference}`,
		),
		...repeated(
			living
				.filter(({ id }) => created.has(id))
				.map(({ email }) => (typeof email === 'string' ? email.toLowerCase() : undefined)),
		).map((email) => `two customers were created with the e-mail ${email}`),
		...history
			.filter(({ notes, status }) => notes.lostVat === true && status === 200)
			.map(({ n, path }) => `request ${n} (${path}) lost a VAT number`),
		...history
			.filter(
				({ method, status, notes }) =>
					method === 'POST' && status === 200 && notes.idempotencyKey === undefined,
			)
			.map(({ n, path }) => `request ${n} (${path}) was written without an idempotency key`),
	];
}

export function referenceOf(customer: Customer): string | undefined {
	const { cloudsuite } = (customer.meta_data ?? {}) as { cloudsuite?: unknown };
	return typeof cloudsuite === 'string' ? cloudsuite : undefined;
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

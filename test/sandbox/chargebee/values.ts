import type { FormValues } from './form';

/** Without members that are blank. */
export function withoutEmpty(members: FormValues): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(members).filter(([, value]) => value !== null && value !== undefined),
	);
}

/** A blank value clears: the store drops members that are `undefined`. */
export function clearing(members: FormValues): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(members).map(([name, value]) => [name, value ?? undefined]),
	);
}

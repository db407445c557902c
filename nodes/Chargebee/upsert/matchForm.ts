import type { ResourceSpec } from './types';

/**
 * The form in which a match key is compared: like the diff's, but blind to case, and to punctuation of phone numbers.
 * Records inside a parent are compared among its own only, so the parent is part of it.
 */
export function matchForm(spec: ResourceSpec, field: string, value: unknown, id = ''): string {
	const form = spec.normalise(field, value).toLowerCase();
	if (form === '') return '';
	const plain = field === 'phone' ? form.replace(/[^\d+]/g, '') : form;
	return spec.inside ? `${parentOf(id)} ${plain}` : plain;
}

/** The parent's part of the id of a record inside one. */
export function parentOf(id: string): string {
	return id.slice(0, Math.max(id.indexOf('/'), 0));
}

/** The record's own part of it. */
export function ownPart(id: string): string {
	return id.slice(id.indexOf('/') + 1);
}

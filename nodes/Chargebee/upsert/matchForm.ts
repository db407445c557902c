import type { ResourceSpec } from './types';

/** The form in which a match key is compared: like the diff's, but blind to case, and to punctuation of phone numbers. */
export function matchForm(spec: ResourceSpec, field: string, value: unknown): string {
	const form = spec.normalise(field, value).toLowerCase();
	return field === 'phone' ? form.replace(/[^\d+]/g, '') : form;
}

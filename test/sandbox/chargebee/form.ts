import type { SandboxAnswer } from '../shared/server';
import { wrongValue } from './errors';
import type { Rule } from './rules';
import { refusal, stored } from './rules';

/** Flat pairs of a form as sent: `billing_address[city]` -> `Oslo`. The index of columnar lists is kept out of the name. */
export function readForm(body: string): Map<string, string> {
	return new Map(new URLSearchParams(body));
}

export interface CheckedForm {
	/** Members to set, by name; nested ones under `billing_address[...]`. `null` clears. */
	values: Map<string, unknown>;
	refused?: SandboxAnswer;
}

/** Checks every pair against the rules: an unknown parameter or a bad value refuses the whole request. */
export function checkForm(
	form: ReadonlyMap<string, string>,
	rules: Readonly<Record<string, Rule>>,
	customFields: ReadonlySet<string>,
): CheckedForm {
	const values = new Map<string, unknown>();
	for (const [name, value] of form) {
		const plain = name.replace(/\[\d+\]$/, '');
		const rule = customFields.has(plain) ? { max: 250 } : rules[plain];
		if (!rule) return { values, refused: wrongValue(name, 'not in allowed values') };
		const problem = refusal(rule, value);
		if (problem) return { values, refused: wrongValue(name, problem) };
		values.set(name, value === '' ? null : stored(rule, value));
	}
	return { values };
}

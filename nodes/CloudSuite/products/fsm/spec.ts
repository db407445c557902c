import type { ClassSettings } from './settings';
import type { Mapped, Targets } from '../mapped/targets';

/** A class as this tenant has it: settings that were compared with a record of it. */
export interface CheckedClass {
	name: string;
	/** In the order of the key. */
	keyFields: readonly string[];
	/** Empty when the class has none. */
	companyField: string;
	/** Without what is left empty. */
	mapping: readonly Mapped[];
	targets: Targets;
	/** What is asked for: names of fields, or `_all`. */
	asked: readonly string[];
	/** Every field known to come of itself. */
	known: ReadonlySet<string>;
}

/** A class before the tenant was asked. */
export interface ClassSpec extends ClassSettings {
	companyField: string;
	targets: Targets;
}

/** All fields that are needed, each once. */
export function neededFields({
	keyFields,
	companyField,
	mapping,
}: Pick<CheckedClass, 'keyFields' | 'companyField' | 'mapping'>): string[] {
	const fields = [
		...keyFields,
		...(companyField === '' ? [] : [companyField]),
		...mapping.map(({ field }) => field),
	];
	return [...new Set(fields)];
}

/** The only field of a target; nothing when there is none, or when several stand in for each other. */
export function onlyFieldOf(
	{ mapping }: Pick<CheckedClass, 'mapping'>,
	target: string,
): string | undefined {
	const [field, ...others] = mapping.filter((one) => one.target === target);
	return others.length === 0 ? field?.field : undefined;
}

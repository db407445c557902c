import type { CredentialIds } from '../host/connections';
import type { Workflow } from '../host/templates';
import { loadTemplate } from '../host/templates';
import { resting } from './resting';

/** A template with other values in its "Settings", and without its schedule. */
export async function withSettings(
	file: string,
	credentials: CredentialIds,
	values: Record<string, unknown>,
): Promise<Workflow> {
	return setSettings(await loadTemplate(file, credentials), values);
}

export function setSettings(workflow: Workflow, values: Record<string, unknown>): Workflow {
	const template = resting(workflow);
	for (const { name, parameters } of template.nodes) {
		if (name !== 'Settings') continue;
		const { assignments } = parameters.assignments as {
			assignments: Array<{ name: string; value: unknown }>;
		};
		for (const field of assignments) if (field.name in values) field.value = values[field.name];
	}
	return { ...template, name: `${template.name}, otherwise` };
}

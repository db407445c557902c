import { createHash } from 'node:crypto';
import type { N8nClient } from './n8nClient';
import { recall, remember } from './settings';
import type { Workflow } from './templates';

const FILE = 'imported.json';

/**
 * Imports a template once. A later start replaces it only when the template itself has changed: what a person changed
 * in the demo stays. It isn't published afterwards, so that its schedule does not cut in.
 * @returns the workflow's id
 */
export async function importTemplate(n8n: N8nClient, template: Workflow): Promise<string> {
	const imported = (await recall<Record<string, string>>(FILE)) ?? {};
	const content = createHash('sha256').update(JSON.stringify(template)).digest('hex');
	const existing = await n8n.findWorkflow(template.name);
	if (existing) {
		await n8n.unpublish(existing);
		if (imported[template.name] === content) return existing;
		console.log(`  "${template.name}" has changed since the last start: replaced`);
		await n8n.updateWorkflow(existing, template);
	}
	const id = existing ?? (await n8n.createWorkflow(template));
	await remember(FILE, { ...imported, [template.name]: content });
	return id;
}

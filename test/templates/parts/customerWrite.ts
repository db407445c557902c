import { mapCustomers, upsertCustomers } from '../flows/customers';
import { append, item } from '../nodes';
import type { Template } from '../workflow';
import { Section } from '../workflow';

/** Maps customers and writes them. @returns the section, its first node, and the node with one outcome per customer */
export function writeSection(
	template: Template,
	title: string,
	text: string,
): { section: Section; first: string; outcomes: string } {
	const section = new Section(title, text);
	return { section, ...writeNodes(template, section) };
}

/** The same within a section. @param options of the write, besides those every one has */
export function writeNodes(
	template: Template,
	section: Section,
	options: Record<string, string> = {},
): { first: string; outcomes: string } {
	const map = section.add('Map to Chargebee', mapCustomers());
	const upsert = section.add('Create or update in Chargebee', upsertCustomers(options));
	const all = section.add('All outcomes', append(2));
	const outcomes = section.add('Outcomes', item('$json.details ?? $json'));
	template.chain(map, upsert, all, outcomes);
	template.connect(upsert, all, { output: 1, input: 1 });
	return { first: map, outcomes };
}

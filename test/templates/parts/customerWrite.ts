import { mapCustomers, upsertCustomers } from '../flows/customers';
import { append, item } from '../nodes';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { outcomeWithPayload } from './payload';

/**
 * Maps customers and writes them.
 * @param from the node that gives the customers
 * @returns the section, and the node with one outcome per customer
 */
export function writeSection(
	template: Template,
	from: string,
	title: string,
	text: string,
): { section: Section; outcomes: string } {
	const section = new Section(title, text);
	return { section, outcomes: writeNodes(template, from, section) };
}

/** The same within a section. @param options of the write, besides those every one has */
export function writeNodes(
	template: Template,
	from: string,
	section: Section,
	options: Record<string, string> = {},
): string {
	const map = section.add('Map to Chargebee', mapCustomers());
	const upsert = section.add('Create or update in Chargebee', upsertCustomers(options));
	const all = section.add('All outcomes', append(2));
	const outcomes = section.add('Outcomes', item(outcomeWithPayload(`$('${from}').item.json`)));
	template.chain(from, map, upsert, all, outcomes);
	template.connect(upsert, all, { output: 1, input: 1 });
	return outcomes;
}

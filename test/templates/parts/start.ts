import { byHand, everyMinutes, fields, isTrue, whenCalled } from '../nodes';
import type { Storage } from '../storage/storage';
import type { NodeSpec, Template } from '../workflow';
import { Section } from '../workflow';
import { tablesSection } from './tables';

/**
 * What starts a sync: a schedule, or a run that calls the workflow for a slice. Both come by the settings.
 * @returns the node that tells them apart: upper output a slice, lower a run
 */
export function startSection(
	template: Template,
	settings: Readonly<Record<string, string | number>>,
): { section: Section; isSlice: string } {
	const section = new Section('1 Start', 'By schedule; slices start here, too.');
	const schedule = section.add('Every 15 minutes', everyMinutes(15));
	const set = section.add('Settings', fields({ ...settings }, { keepOthers: true, once: true }));
	const isSlice = section.add('A slice?', isTrue('Boolean($json.runId)'));
	section.row();
	const called = section.add('When a slice is due', whenCalled());
	template.chain(schedule, set, isSlice);
	template.connect(called, set);
	return { section, isSlice };
}

export const SLICES = { sliceSize: 500, leaseMinutes: 15, maxAttempts: 20 };

/** What starts a workflow that is no sync, and the tables it needs. @param schedule its name and what it is */
export function scheduledOrByHand(
	template: Template,
	storage: Storage,
	{
		text,
		schedule: [name, every],
		settings: values,
	}: {
		text: string;
		schedule: [name: string, every: NodeSpec];
		settings: Readonly<Record<string, string | number | boolean>>;
	},
): { start: Section; tables: ReturnType<typeof tablesSection> } {
	const start = new Section('1 Start', text);
	const schedule = start.add(name, every);
	const settings = start.add('Settings', fields({ ...values }, { once: true }));
	start.row();
	const manual = start.add('When clicking Execute', byHand());
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(schedule, settings, tables.first);
	template.connect(manual, settings);
	return { start, tables };
}

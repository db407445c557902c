import { everyMinutes, fields, isTrue, whenCalled } from '../nodes';
import type { Template } from '../workflow';
import { Section } from '../workflow';

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

import { cloudSuite, isTrue, item } from '../nodes';
import type { Storage } from '../storage/storage';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { claimNodes, runSections } from './run';
import { SLICES, startSection } from './start';
import { tablesSection } from './tables';
import { setting } from './words';

/** The keys of the slice that was read. */
export const KEYS = "$('Get slice').first().json.records.map(record => record.key)";

/**
 * All of a sync but what becomes of a slice: start, tables, lease, loop, and the reading of a slice.
 * @returns the section where the slice is read, to be gone on with, and its nodes
 */
export function slicedSync(
	template: Template,
	storage: Storage,
	{ flow, resource, text }: { flow: string; resource: 'customer' | 'item'; text: string },
): { read: Section; slice: string; any: string } {
	const { section: start, isSlice } = startSection(template, { company: '1300', flow, ...SLICES });
	const tables = tablesSection(template, storage, '2 Tables');
	template.connect(isSlice, tables.first, { output: 1 });
	const run = runSections(template, storage, tables.last, 3);
	const read = new Section('5 Read a slice', text);
	const state = read.add('Run', item('$json', { executeOnce: true }));
	const slice = read.add(
		'Get slice',
		cloudSuite({
			resource,
			operation: 'slice',
			after: '={{ $json.after }}',
			sliceSize: `={{ ${setting('sliceSize')} }}`,
			filters: {},
		}),
	);
	template.connect(isSlice, state);
	template.chain(state, slice);
	const may = claimNodes(template, read, storage, slice);
	read.row();
	const any = read.add('Any records?', isTrue('$json.count > 0'));
	template.connect(may, any);
	template.line(start, tables.section);
	template.line(...run.sections);
	return { read, slice, any };
}

import type { Storage } from '../storage/storage';
import { AUDIT, CHECKPOINTS, LEDGER } from '../storage/tables';
import type { Template } from '../workflow';
import { Section } from '../workflow';

/** Makes the tables that are missing. @returns the section, its first and its last node */
export function tablesSection(
	template: Template,
	storage: Storage,
	title: string,
): { section: Section; first: string; last: string } {
	const section = new Section(
		title,
		'Made when missing. The ledger says what Chargebee has, the audit what happened, the checkpoint how far a run is. Losing them costs calls and what people decided, never correctness.',
	);
	const ledger = section.add('Ledger table', storage.create(LEDGER));
	const audit = section.add('Audit table', storage.create(AUDIT));
	const last = section.add('Checkpoint table', storage.create(CHECKPOINTS));
	template.chain(ledger, audit, last);
	return { section, first: ledger, last };
}

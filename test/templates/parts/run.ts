import { callItself, fields, isTrue, item, nothing, stopWith } from '../nodes';
import type { Storage } from '../storage/storage';
import { CHECKPOINTS } from '../storage/tables';
import type { Template } from '../workflow';
import { Section } from '../workflow';
import { OF_FLOW } from './known';
import { NOW, setting, sliceFailed } from './words';

/** How a run hands what it knows from slice to slice; a slice's result is the next one's input. */
export interface RunState {
	flow: string;
	runId: string;
	/** The place the next slice begins behind. */
	after: string;
	isLast: boolean;
	auditHead: string;
	/** JSON: outcomes and their number. */
	counts: string;
	/** How many records the source had so far; -1 when the run began in the middle, after another one. */
	read: number;
}

const isRun = (runId: string) =>
	({ column: 'run_id', is: 'eq', value: `={{ ${runId} }}` }) as const;

const IS_FREE = { column: 'lease_until', is: 'lte', value: NOW } as const;

const LEASE_END = `$now.plus({ minutes: Number(${setting('leaseMinutes')}) }).toUTC().toISO()`;
const LEASE_UNTIL = `={{ ${LEASE_END} }}`;

/** One conditional update, so that of two executions only one gets the lease. */
const takeLease = (storage: Storage) =>
	storage.update(CHECKPOINTS, [OF_FLOW, IS_FREE], {
		lease_until: LEASE_UNTIL,
		run_id: '={{ $workflow.id }}-{{ $execution.id }}',
		updated_at: NOW,
	});

const SOURCE_BEFORE = "$('Take the lease').first().json.source_count";

/**
 * One run: takes the lease of the flow, goes on where a run that died stopped, runs slice after slice, each as an
 * execution of its own, and gives the lease back.
 * @param after the node that makes the last table
 */
export function runSections(
	template: Template,
	storage: Storage,
	after: string,
	firstNumber: number,
): { sections: Section[] } {
	const lease = new Section(
		`${firstNumber} One writer`,
		'Two schedules never write at once: a run holds a lease, and only one gets it. When a run died, the next one takes over after the lease has ended, and goes on behind the last slice that was finished.',
	);
	const read = lease.add('Read checkpoint', storage.read(CHECKPOINTS, { where: [OF_FLOW] }));
	const isFirst = lease.add('First run?', isTrue('!$json.flow'));
	const begin = lease.add(
		'First checkpoint',
		fields({ flow: `={{ ${setting('flow')} }}`, lease_until: '', last_key: '', audit_head: '' }),
	);
	const insert = lease.add('Add checkpoint', storage.insert(CHECKPOINTS));
	const take = lease.add('Take the lease', takeLease(storage));
	const got = lease.add('Got it?', isTrue('Boolean($json.flow)'));
	lease.row();
	for (let place = 0; place < 5; place += 1) lease.gap();
	const busy = lease.add('Another run is at work', nothing());
	template.chain(after, read, isFirst, begin, insert, take, got);
	template.connect(isFirst, take, { output: 1 });
	template.connect(got, busy, { output: 1 });

	const loop = new Section(
		`${firstNumber + 1} Slice by slice`,
		'Each slice is an execution of this workflow of its own: open or retry it in the list of executions. A slice that fails ends the run; the next one begins there again.',
	);
	const first = loop.add(
		'First slice',
		fields(
			{
				flow: `={{ ${setting('flow')} }}`,
				runId: '={{ $json.run_id }}',
				after: "={{ $json.last_key ?? '' }}",
				isLast: false,
				auditHead: "={{ $json.audit_head ?? '' }}",
				counts: '{}',
				read: '={{ $json.last_key ? -1 : 0 }}',
			},
			{ once: true, types: { read: 'number' } },
		),
	);
	const run = loop.add('Run slice', callItself({ onError: 'continueErrorOutput' }));
	const isLast = loop.add('Last slice?', isTrue('$json.isLast'));
	const mine = [
		OF_FLOW,
		{ column: 'run_id', is: 'eq', value: '={{ $workflow.id }}-{{ $execution.id }}' },
	] as const;
	const finish = loop.add(
		'Finish',
		storage.update(CHECKPOINTS, mine, {
			...{ lease_until: '', run_id: '', last_key: '', updated_at: NOW, finished_at: NOW },
			counts: '={{ $json.counts }}',
			// of a run that went through all of it
			source_count: `={{ $json.read >= 0 ? $json.read : (${SOURCE_BEFORE} ?? null) }}`,
		}),
	);
	loop.row();
	loop.gap();
	const release = loop.add(
		'Give the lease back',
		storage.update(CHECKPOINTS, mine, { lease_until: '', run_id: '', updated_at: NOW }),
	);
	const stop = loop.add(
		'Stop',
		stopWith(
			`=${sliceFailed(`{{ ${setting('flow')} }}`)}, and the next run begins there again: {{ $('Run slice').first(1)?.json.error ?? 'see its execution' }}`,
		),
	);
	template.connect(got, first);
	template.chain(first, run, isLast, finish);
	template.connect(isLast, run, { output: 1 });
	template.connect(run, release, { output: 1 });
	template.connect(release, stop);
	return { sections: [lease, loop] };
}

/**
 * Whether a slice may be written: its run still holds the lease, which is renewed; or it is retried by hand, after its
 * run has ended, and takes the lease for itself. It stands behind the reading, where n8n's retry begins again.
 * @returns the node behind which it may; `Slice` has what the slice knows
 */
export function claimNodes(
	template: Template,
	section: Section,
	storage: Storage,
	slice: string,
): string {
	const renew = section.add(
		'Renew the lease',
		storage.update(CHECKPOINTS, [OF_FLOW, isRun("$('Run').first().json.runId")], {
			...{ lease_until: LEASE_UNTIL, updated_at: NOW },
		}),
	);
	const ours = section.add('Still the writer?', isTrue('Boolean($json.flow)'));
	const state = section.add(
		'Slice',
		item(
			"{ flow: $json.flow, runId: $json.run_id, auditHead: $json.audit_head ?? '', place: $json.last_key ?? '', counts: $json.run_id === $('Run').first().json.runId ? $('Run').first().json.counts : ($json.counts || '{}'), retried: $json.run_id !== $('Run').first().json.runId }",
			{ executeOnce: true },
		),
	);
	const read = section.add('What was read', item(`$('${slice}').first().json`));
	section.row();
	for (let place = 0; place < 4; place += 1) section.gap();
	const take = section.add('Take the lease for a retry', takeLease(storage));
	const free = section.add('Free?', isTrue('Boolean($json.flow)'));
	const stop = section.add(
		'Another run writes',
		stopWith(
			'Another run of this flow is at work, and goes through these records, too. Nothing is lost and nothing was written here. Retry this slice when that run has ended, if it is still needed.',
		),
	);
	template.chain(slice, renew, ours, state, read);
	template.connect(ours, take, { output: 1 });
	template.chain(take, free, state);
	template.connect(free, stop, { output: 1 });
	return read;
}

/** A retried slice moves the checkpoint only if that stands right before it: others may have gone on since. */
const STANDS_HERE = "$('Slice').first().json.place === ($('Run').first().json.after ?? '')";
const IS_RETRY = "$('Slice').first().json.retried";

/**
 * The last part of a slice: moves the checkpoint, which only the run that holds the lease may, and tells the run where
 * the next slice begins.
 * @param slice the node that read the slice
 */
export function checkpointSection(
	template: Template,
	storage: Storage,
	title: string,
	slice: string,
): { section: Section; first: string } {
	const section = new Section(
		title,
		'Every record of the slice has its outcome now: the checkpoint moves behind it.',
	);
	const result = section.add(
		'Result of the slice',
		item(
			`{ ...$('Run').first().json, after: $('${slice}').first().json.next ?? '', isLast: $('${slice}').first().json.isLast, read: $('Run').first().json.read < 0 ? -1 : Number($('Run').first().json.read ?? 0) + $('${slice}').first().json.count, auditHead: $('Chain audit rows').isExecuted ? $('Chain audit rows').last().json.hash : $('Slice').first().json.auditHead, counts: JSON.stringify(($('Outcomes').isExecuted ? $('Outcomes').all() : []).reduce((counts, row) => ({ ...counts, [row.json.outcome]: (counts[row.json.outcome] ?? 0) + 1 }), JSON.parse($('Slice').first().json.counts))) }`,
			{ executeOnce: true },
		),
	);
	const move = section.add(
		'Move the checkpoint',
		storage.update(CHECKPOINTS, [OF_FLOW, isRun("$('Slice').first().json.runId")], {
			lease_until: `={{ ${IS_RETRY} ? '' : ${LEASE_END} }}`,
			run_id: `={{ ${IS_RETRY} ? '' : $('Slice').first().json.runId }}`,
			updated_at: NOW,
			last_key: `={{ ${IS_RETRY} && !(${STANDS_HERE}) ? $('Slice').first().json.place : $json.after }}`,
			audit_head: '={{ $json.auditHead }}',
			counts: '={{ $json.counts }}',
		}),
	);
	const kept = section.add('Did it move?', isTrue('Boolean($json.flow)'));
	const tell = section.add(
		'Tell the run',
		item("$('Result of the slice').first().json", { executeOnce: true }),
	);
	section.row();
	for (let place = 0; place < 3; place += 1) section.gap();
	const stop = section.add(
		'Taken over',
		stopWith(
			'Another run has taken over, because this one took longer than its lease. Nothing is lost: that run goes on. If it happens again, make slices smaller or the lease longer in Settings.',
		),
	);
	template.chain(result, move, kept, tell);
	template.connect(kept, stop, { output: 1 });
	return { section, first: result };
}

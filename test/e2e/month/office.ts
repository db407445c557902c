import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution, N8nClient } from '../../host/n8nClient';
import type { TemplateFile, Workflow } from '../../host/templates';
import {
	ALERTS,
	EXPORT_AUDIT,
	MANUAL_TRIGGER,
	RECONCILE,
	RECONCILE_ITEMS,
	RETRY_FAILED,
	SYNC_CUSTOMERS,
	SYNC_ITEMS,
	TRIGGER,
	loadTemplate,
} from '../../host/templates';
import { resting } from '../resting';
import { setSettings } from '../withSettings';
import type { World } from '../world';

/** `chargebee` also when it refuses the key. */
export type Trouble = 'none' | 'chargebee' | 'cloudSuite' | 'slice';

/** One execution that was started, with what both systems were asked meanwhile. */
export interface Run {
	day: number;
	file: TemplateFile;
	/** As the audit names it. */
	runId: string;
	/** `success`, `error`, or `crashed` with n8n. */
	status: string;
	/** What could not be reached when it was started. */
	trouble: Trouble;
	/** Numbers in the history of the Chargebee sandbox, the second not included. */
	calls: [from: number, until: number];
	cloudSuiteCalls: number;
}

const FILES = [
	...[SYNC_CUSTOMERS, SYNC_ITEMS, RETRY_FAILED, RECONCILE, RECONCILE_ITEMS],
	...[ALERTS, EXPORT_AUDIT],
] as const;
const BY_HAND: readonly TemplateFile[] = [RETRY_FAILED, RECONCILE, RECONCILE_ITEMS, EXPORT_AUDIT];
/** Of a run that is to be met while it writes. */
const WRITES_BEFORE_THE_CRASH = 10;
const MOST_LOOKS = 6_000;
/** Of Chargebee for a write, so that writes are under way when they are looked for. */
const SLOWLY_MS = 100;

/** The workflows as an operator has set them up, and what became of each of their runs. */
export class Office {
	readonly runs: Run[] = [];
	day = 1;
	trouble: Trouble = 'none';

	private constructor(
		private readonly world: World,
		/** Another one after a crash. */
		public n8n: N8nClient,
		private readonly ids: Record<string, string>,
	) {}

	/**
	 * All templates as they are; only that both comparisons repair, that the syncs have their error workflow, and that the
	 * alerts know how often they run.
	 */
	static async open(world: World, minutesBetweenRuns: number): Promise<Office> {
		const { n8n, credentials } = world;
		const ids: Record<string, string> = {};
		const alerts = every(minutesBetweenRuns, resting(await loadTemplate(ALERTS, credentials)));
		// n8n tells its error workflow nothing of a run that was started by hand, as all are here: their slices tell
		for (const node of alerts.nodes) if (node.name === 'Not a slice') node.disabled = true;
		ids[ALERTS] = await n8n.createWorkflow(alerts);
		await n8n.publish(ids[ALERTS]);
		for (const file of FILES.filter((one) => one !== ALERTS)) {
			const template = resting(await loadTemplate(file, credentials));
			const { name } = template;
			const set = { ...setSettings(template, { repair: true }), name };
			set.settings = { ...set.settings, errorWorkflow: ids[ALERTS] };
			const id = await n8n.createWorkflow(set);
			ids[file] = id;
			// a slice is an execution of the published workflow
			await n8n.publish(id);
		}
		return new Office(world, n8n, ids);
	}

	/** Starts a workflow and waits until it has ended, well or not. */
	async run(file: TemplateFile): Promise<Execution> {
		const trigger = BY_HAND.includes(file) ? MANUAL_TRIGGER : TRIGGER;
		return await this.watched(file, () => this.n8n.run(this.idOf(file), trigger));
	}

	/** Runs a sync that can't read its slice, and retries the slice by hand when it can be read again. */
	async runAndRetrySlice(file: TemplateFile, mend: () => void): Promise<Execution> {
		this.trouble = 'slice';
		const failed = await this.run(file);
		const [slice] = await this.n8n.slicesOf(this.idOf(file), failed);
		mend();
		this.trouble = 'none';
		// what it writes belongs to the run whose slice it is
		return await this.watched(file, () => this.n8n.retry(slice?.id ?? ''), failed.id);
	}

	/** Begins a run, and ends n8n without warning as soon as it has written something. */
	async crash(file: TemplateFile): Promise<void> {
		const { chargebee } = this.world;
		const from = chargebee.history.length;
		chargebee.behaviour.processingMs = SLOWLY_MS;
		const id = await this.n8n.begin(this.idOf(file), TRIGGER);
		const hasWritten = () =>
			chargebee.history
				.slice(from)
				.filter(({ method, status }) => method === 'POST' && status === 200).length >=
			WRITES_BEFORE_THE_CRASH;
		for (let look = 0; look < MOST_LOOKS && !hasWritten(); look += 1) await sleep(10);
		this.n8n = await this.world.crash();
		chargebee.behaviour.processingMs = 0;
		this.runs.push({
			...{ day: this.day, file, runId: this.runIdOf(file, id), status: 'crashed' },
			...{ trouble: this.trouble, calls: [from, chargebee.history.length], cloudSuiteCalls: 0 },
		});
	}

	private async watched(
		file: TemplateFile,
		start: () => Promise<Execution>,
		runOf?: string,
	): Promise<Execution> {
		const { chargebee, infor } = this.world;
		const [from, before] = [chargebee.history.length, infor.history.length];
		const execution = await start();
		this.runs.push({
			...{ day: this.day, file, runId: this.runIdOf(file, runOf ?? execution.id) },
			...{ status: execution.status, trouble: this.trouble },
			calls: [from, chargebee.history.length],
			cloudSuiteCalls: infor.history.length - before,
		});
		return execution;
	}

	private runIdOf(file: TemplateFile, executionId: string): string {
		return `${this.idOf(file)}-${executionId}`;
	}

	private idOf(file: TemplateFile): string {
		return this.ids[file] ?? '';
	}
}

/** "Enter your flows and how often they run in Evaluate." */
function every(cadenceMinutes: number, alerts: Workflow): Workflow {
	const flow = ['sync-customers', 'sync-items'].map((name) => ({ flow: name, cadenceMinutes }));
	return {
		...alerts,
		nodes: alerts.nodes.map((node) =>
			node.name === 'Evaluate'
				? { ...node, parameters: { ...node.parameters, flows: { flow } } }
				: node,
		),
	};
}

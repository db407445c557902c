import type { IDataObject } from 'n8n-workflow';
import type { Poller } from '../../harness/pollNode';
import type { KeptMasters, SandboxProduct } from '../../../sandbox/infor';
import type { Bench } from '../setup';
import { startBench } from '../setup';
import { startTrigger } from '../triggers';

/** A product and kind of record to watch, with small pages. */
export interface Watched {
	product: SandboxProduct;
	resource: 'customer' | 'item';
	parameters: IDataObject;
	/** An id of that kind. */
	idOf: (number: number) => string;
	/** Milliseconds: how late a change may be dated and still be delivered. */
	mostLate: number;
	/** Takes away what only makes reading long. */
	prepare?: (sandbox: Bench['sandbox']) => void;
}

export interface Delivered {
	id: string;
	name: string;
	modifiedAt: string | null;
}

/** Records a source begins with. */
const RECORDS = 12;
/** What n8n's fastest poll times leave between two polls. */
const BETWEEN_POLLS = 60_000;

/** A trigger in n8n-core's context on a product of the sandbox, over HTTP, with all it has delivered. */
export class Watch {
	readonly delivered: Delivered[] = [];
	/** The last name of each record that was written; removed ones are none. */
	readonly written = new Map<string, string>();
	private versions = 0;
	private before: IDataObject = {};

	private constructor(
		private readonly bench: Bench,
		private readonly watched: Watched,
		private readonly trigger: Poller,
		private readonly kept: KeptMasters,
	) {}

	static async start(watched: Watched, trigger: IDataObject): Promise<Watch> {
		const bench = await startBench();
		const { product, resource, parameters } = watched;
		const kept = bench.sandbox.masters(product)[resource === 'item' ? 'items' : 'customers'];
		for (const id of kept.ids().slice(RECORDS)) kept.remove(id, 0);
		watched.prepare?.(bench.sandbox);
		const poller = startTrigger(bench, { product, resource, ...parameters, ...trigger });
		return new Watch(bench, watched, poller, kept);
	}

	get ids(): string[] {
		return this.kept.ids();
	}

	/** @param late milliseconds: how long ago the change is dated */
	write(number: number, late = 0): void {
		this.versions += 1;
		const [id, name] = [this.watched.idOf(number), `Version ${this.versions}`];
		const at = this.bench.clock.now() - Math.min(late, this.watched.mostLate);
		this.kept.write(id, name, at);
		this.written.set(id, name);
	}

	remove(number: number): void {
		const id = this.watched.idOf(number);
		this.kept.remove(id, this.bench.clock.now());
		this.written.delete(id);
	}

	wait(ms: number): void {
		this.bench.clock.advance(ms);
	}

	/** One poll; `meanwhile` happens between its requests, one after each. */
	async poll(meanwhile: ReadonlyArray<() => void> = []): Promise<number> {
		this.wait(BETWEEN_POLLS);
		const pending = [...meanwhile];
		this.bench.sandbox.afterRequest = () => pending.shift()?.();
		this.before = this.trigger.staticData;
		const items = await this.trigger.poll();
		this.bench.sandbox.afterRequest = () => undefined;
		this.delivered.push(...items.map(({ json }) => json as unknown as Delivered));
		return items.length;
	}

	/** n8n ended before it had stored the cursor of the last poll; that of the activation it stores before it goes on. */
	loseState(): void {
		if (Object.keys(this.before).length > 0) this.trigger.restore(this.before);
	}

	async untilQuiet(): Promise<void> {
		for (let quiet = 0, polls = 0; quiet < 2; polls += 1) {
			quiet = (await this.poll()) === 0 ? quiet + 1 : 0;
			if (polls > 100) throw new Error('the trigger does not come to an end');
		}
	}

	violations(): string[] {
		return this.bench.sandbox.violations();
	}
}

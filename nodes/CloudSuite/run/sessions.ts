import type { IExecuteFunctions } from 'n8n-workflow';
import type { Prepared, Product, ProductSession, World } from '../products/product';
import { InforClient } from '../transport/client';
import { prepare, worldOfItem } from './world';

/** What one input item reads with. */
export interface Opened {
	product: Product;
	prepared: Prepared;
	world: World;
	client: InforClient;
	/** One per company. */
	sessions: readonly ProductSession[];
}

/** The sessions of one run: items with the same settings share them, and with them what was read of the tenant. */
export class Sessions {
	private readonly byIdentity = new Map<string, readonly ProductSession[]>();
	private client: InforClient | undefined;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly now: number,
	) {}

	async of(item: number): Promise<Opened> {
		const opened = await this.prepared(item);
		const identity = `${opened.product.id} ${opened.prepared.identity}`;
		const sessions = this.byIdentity.get(identity) ?? opened.prepared.open(opened.client);
		this.byIdentity.set(identity, sessions);
		return { ...opened, sessions };
	}

	/** For what needs no session of a company. */
	async prepared(item: number): Promise<Omit<Opened, 'sessions'>> {
		const world = worldOfItem(this.context, item, this.now);
		const client = (this.client ??= await InforClient.open(this.context));
		return { ...prepare(world), world, client };
	}

	/** Shows a summary with the number of calls, and what the sessions found worth telling. */
	report(summary: string, seconds: number, further: readonly string[] = []): void {
		const calls = this.client?.calls ?? 0;
		const ofSessions = [...this.byIdentity.values()].flat().flatMap((session) => session.hints);
		const hints = [...(this.client?.hints ?? []), ...ofSessions];
		this.context.addExecutionHints(
			{
				message: `${summary}; ${calls.toLocaleString('en-US')} calls, ${seconds} s`,
				type: 'info',
				location: 'outputPane',
			},
			...[...new Set([...hints, ...further])].map((message) => ({
				message,
				type: 'warning' as const,
				location: 'outputPane' as const,
			})),
		);
	}
}

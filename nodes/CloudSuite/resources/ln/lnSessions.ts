import type { IExecuteFunctions } from 'n8n-workflow';
import { LnSession } from '../../products/ln/session';
import { InforClient } from '../../transport/client';
import type { LnOptions } from './lnOptions';
import { readLnOptions } from './lnOptions';

/** The LN sessions of one run: items with the same settings share one, and with it what it has read of the tenant. */
export class LnSessions {
	private readonly sessions = new Map<string, LnSession>();
	private client: InforClient | undefined;

	constructor(private readonly context: IExecuteFunctions) {}

	/** The session for an input item, with its options. */
	async of(item: number): Promise<{ session: LnSession; options: LnOptions; tenant: string }> {
		const options = readLnOptions(this.context, item);
		const client = (this.client ??= await InforClient.open(this.context));
		const { company, language, lnPath, pageSize } = options;
		const settings = JSON.stringify([company, language, lnPath, pageSize]);
		const session =
			this.sessions.get(settings) ?? new LnSession(client, this.context.getNode(), options);
		this.sessions.set(settings, session);
		return { session, options, tenant: client.tenant };
	}

	/** Shows a summary with the number of calls, and what the sessions found worth telling. */
	report(summary: string, seconds: number): void {
		const calls = this.client?.calls ?? 0;
		const warnings = new Set([...this.sessions.values()].flatMap(({ hints }) => hints));
		this.context.addExecutionHints(
			{
				message: `${summary}; ${calls.toLocaleString('en-US')} calls, ${seconds} s`,
				type: 'info',
				location: 'outputPane',
			},
			...[...warnings].map((message) => ({
				message,
				type: 'warning' as const,
				location: 'outputPane' as const,
			})),
		);
	}
}

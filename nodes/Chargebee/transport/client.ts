import type {
	IExecuteFunctions,
	IHttpRequestMethods,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { canceled } from '../../shared/errors/nodeErrors';
import { systemClock } from '../../shared/http/clock';
import { perform, PLAIN_ANSWER } from '../../shared/http/perform';
import type { Sent } from '../../shared/http/send';
import { send } from '../../shared/http/send';
import type { Governor } from '../../shared/pace/governor';
import { governorFor } from '../../shared/pace/registry';
import type { Environment } from './environment';
import type { FormObject } from './form';
import { encodeForm } from './form';
import { judge } from './judge';
import type { ClientSettings } from './settings';
import { PLAIN_SETTINGS, settingsHeaders } from './settings';
import { apiBase, environment, requestsPerMinute, siteName } from './site';

export const CREDENTIAL = 'chargebeeSyncApi';
/** Chargebee's own SDK waits 80 s. https://github.com/chargebee/chargebee-node */
const TIMEOUT_MS = 80_000;

/** A context both at run time and in the editor, where there is nothing to cancel. */
export type ClientContext = IExecuteFunctions | ILoadOptionsFunctions;

/** Talks to one Chargebee site at its pace. Counts what it sends. */
export class ChargebeeClient {
	/** Requests sent by this client, retries included. */
	calls = 0;
	private readonly throttlesBefore: number;

	private constructor(
		private readonly context: ClientContext,
		private readonly base: string,
		private readonly governor: Governor,
		private readonly settings: ClientSettings,
		/** The site's name as in the credential; empty when only a base URL is given. */
		readonly siteName: string,
		/** What the credential says its key is for. */
		readonly declared: Environment,
	) {
		this.throttlesBefore = governor.counts().throttles;
	}

	static async open(
		context: ClientContext,
		settings: ClientSettings = PLAIN_SETTINGS,
	): Promise<ChargebeeClient> {
		const credentials = await context.getCredentials(CREDENTIAL);
		const base = apiBase(credentials);
		return new ChargebeeClient(
			context,
			base,
			governorFor(base, requestsPerMinute(credentials), systemClock),
			settings,
			siteName(credentials),
			environment(credentials),
		);
	}

	/** How often the site asked everybody to slow down since this client was opened. */
	get throttles(): number {
		return this.governor.counts().throttles - this.throttlesBefore;
	}

	/** The site's API base without path, e.g. `https://acme.chargebee.com/api/v2`: tells sites apart. */
	get site(): string {
		return this.base;
	}

	get cancelled(): boolean {
		return this.signal?.aborted === true;
	}

	private get signal(): AbortSignal | undefined {
		return 'getExecutionCancelSignal' in this.context
			? this.context.getExecutionCancelSignal()
			: undefined;
	}

	/** Reads; repeated on its own when the server is in trouble. */
	async get(path: string, query: FormObject = {}): Promise<Sent> {
		const text = encodeForm(query);
		return await this.request('GET', text ? `${path}?${text}` : path, {}, undefined, true);
	}

	/**
	 * Writes. Sent again by itself only when the first sending can't have been applied; after a lost answer
	 * the caller looks what became of it and repeats with the same key.
	 * https://apidocs.chargebee.com/docs/api/idempotency
	 */
	async post(path: string, form: FormObject, idempotencyKey: string): Promise<Sent> {
		const headers = {
			'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
			'chargebee-idempotency-key': idempotencyKey,
		};
		return await this.request('POST', path, headers, encodeForm(form), false);
	}

	private async request(
		method: IHttpRequestMethods,
		path: string,
		headers: Record<string, string>,
		body: string | undefined,
		repeatable: boolean,
	): Promise<Sent> {
		const { signal } = this;
		const sent = await send({
			perform: async () => {
				this.calls += 1;
				const options: IHttpRequestOptions = {
					...PLAIN_ANSWER,
					method,
					url: `${this.base}${path}`,
					headers: {
						accept: 'application/json',
						...settingsHeaders(this.settings, method !== 'GET'),
						...headers,
					},
					body,
					timeout: TIMEOUT_MS,
				};
				return await perform(
					this.context.getNode(),
					async () =>
						(await this.context.helpers.httpRequestWithAuthentication.call(
							this.context,
							CREDENTIAL,
							options,
						)) as unknown,
				);
			},
			judge,
			repeatable,
			governor: this.governor,
			clock: systemClock,
			signal,
			random: Math.random,
		});
		if (sent === 'cancelled') {
			throw canceled(this.context.getNode());
		}
		return sent;
	}
}

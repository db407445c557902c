import type { IHttpRequestOptions } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { canceled, inOneText } from '../../shared/errors/nodeErrors';
import { systemClock } from '../../shared/http/clock';
import { pause } from '../../shared/http/pause';
import { perform, PLAIN_ANSWER } from '../../shared/http/perform';
import type { Reply } from '../../shared/http/send';
import { send } from '../../shared/http/send';
import type { Governor } from '../../shared/pace/governor';
import { governorFor } from '../../shared/pace/registry';
import { credentialMark, ionApiOf, keySetsOf } from '../../shared/token/keySets';
import { say } from '../errors/say';
import { isPassing401, judge } from './judge';
import type { ReadContext } from './context';
import { cancelSignal, requestAfterCancel } from './context';
import { mayRenewalHelp, noteRenewal } from './refusedToken';
import type { Asked } from './token';
import { CREDENTIAL, credentialOf, requestWithToken } from './token';

/** The gateway gives up on a product after 60 s, or up to 300 s where a policy says so. https://docs.infor.com/inforos/latest/en-us/useradminlib_cloud/apigatewayag_cloud/zdq1489511424303.html */
const TIMEOUT_MS = 300_000;
/** Nobody waits longer for the answer to a withdrawal, which is of no use anyway. */
const WITHDRAW_TIMEOUT_MS = 10_000;

/** Reads from one Infor tenant through its ION API gateway, at its pace. It has no way to write data. */
export class InforClient {
	/** Requests sent by this client, retries included, log-ins not. */
	calls = 0;
	/** What the user should know of the credential. */
	readonly hints: string[] = [];

	private constructor(
		private readonly context: ReadContext,
		/** e.g. `ACME_TST` */
		readonly tenant: string,
		/** Base of all products, `{gateway}/{tenant}`, no trailing slash. */
		readonly base: string,
		/** Tells the credential from others and from what it was before a change; it holds no secret. */
		readonly credential: string,
		private readonly governor: Governor,
	) {}

	static async open(context: ReadContext): Promise<InforClient> {
		const credentials = await context.getCredentials(CREDENTIAL);
		const { tenant, gateway } = readFile(context, credentials);
		const base = `${gateway}/${encodeURIComponent(tenant)}`;
		const mark = credentialMark(credentials, keySetsOf(credentials));
		const limit = Number(credentials.requestsPerMinute) || 300;
		return new InforClient(context, tenant, base, mark, governorFor(base, limit, systemClock));
	}

	/** Reads one address, absolute, with a token; retried while that helps. */
	async get(url: string, headers: Record<string, string> = {}): Promise<Reply> {
		return await this.request({ method: 'GET', url, headers });
	}

	/** The same for services that take a question in a body. It must not change anything: it is repeated like a read. */
	async ask(question: Question): Promise<Reply> {
		return await this.request(question);
	}

	/**
	 * Waits for a turn where a product rations more narrowly than the gateway: all executions of the process share it.
	 * @throws "canceled" when the execution is cancelled meanwhile
	 */
	async turn(ration: string, perMinute: number): Promise<void> {
		const gate = governorFor(`${this.base} ${ration}`, perMinute, systemClock);
		const permit = await gate.acquire(cancelSignal(this.context));
		if (!permit) throw canceled(this.context.getNode());
		gate.done(permit, false);
	}

	/** Waits. @throws "canceled" when the execution is cancelled meanwhile */
	async wait(ms: number): Promise<void> {
		if (!(await pause(ms, systemClock, cancelSignal(this.context))))
			throw canceled(this.context.getNode());
	}

	/**
	 * Tells a product that an answer is no longer wanted (`PUT`), also after the execution was cancelled. Sent once, and what
	 * comes of it does not matter: it only spares the product work. It changes no data.
	 */
	async withdraw(url: string): Promise<void> {
		this.calls += 1;
		const options: IHttpRequestOptions = {
			...PLAIN_ANSWER,
			method: 'PUT',
			url,
			headers: { accept: 'application/json' },
			timeout: WITHDRAW_TIMEOUT_MS,
		};
		await requestAfterCancel(this.context, CREDENTIAL, options).catch(() => undefined);
	}

	private async request(question: Question): Promise<Reply> {
		const first = await this.send(question);
		if (!isTokenRefused(first.reply) || !first.asked || !mayRenewalHelp(first.asked))
			return first.reply;
		// the token was revoked or forgotten: one renewal, one more try
		const second = await this.send(question, first.asked.token);
		if (second.asked) noteRenewal(second.asked, isTokenRefused(second.reply));
		return second.reply;
	}

	private async send(
		{ method, url, headers, body }: Question,
		refused?: string,
	): Promise<{ reply: Reply; asked?: Asked }> {
		let asked: Asked | undefined;
		const sent = await send({
			perform: async () => {
				this.calls += 1;
				const options: IHttpRequestOptions = {
					...PLAIN_ANSWER,
					method,
					url,
					headers: { accept: 'application/json', ...headers },
					timeout: TIMEOUT_MS,
					...(body === undefined ? {} : { body }),
				};
				return await perform(this.context.getNode(), async () => {
					asked = await requestWithToken(this.context, options, refused);
					return asked.response;
				});
			},
			judge,
			repeatable: true,
			governor: this.governor,
			clock: systemClock,
			signal: cancelSignal(this.context),
			random: Math.random,
		});
		if (sent === 'cancelled') throw canceled(this.context.getNode());
		if (!asked) return { reply: sent.reply };
		this.tellAbout(asked);
		return { reply: withoutToken(sent.reply, asked.token), asked };
	}

	private tellAbout({ isNextInUse }: Asked): void {
		if (!isNextInUse || this.hints.length > 0) return;
		const said = say('login_next_in_use', { credential: credentialOf(this.context).name });
		this.hints.push(inOneText(said));
		// a poll and a form have no place for a hint
		this.context.logger.warn(inOneText(said));
	}
}

function isTokenRefused(reply: Reply): boolean {
	return reply.kind === 'answer' && reply.status === 401 && !isPassing401(reply);
}

/** What an error says is shown to people: it must not repeat the token, should the server have done so. */
function withoutToken(reply: Reply, token: string): Reply {
	if (reply.kind !== 'answer' || token === '' || !reply.text.includes(token)) return reply;
	return { ...reply, text: reply.text.replaceAll(token, '***') };
}

/** A request that reads, whatever its method. */
export interface Question {
	method: 'GET' | 'POST';
	/** Absolute. */
	url: string;
	headers?: Record<string, string>;
	/** A text is sent as it is, with the content type of the headers; anything else as JSON. */
	body?: string | object;
}

function readFile(
	context: ReadContext,
	credentials: Parameters<typeof ionApiOf>[0],
): ReturnType<typeof ionApiOf> {
	try {
		return ionApiOf(credentials);
	} catch (error) {
		const said = say('credential_unusable', { problem: (error as Error).message });
		throw new NodeOperationError(context.getNode(), said.reason, {
			description: said.actionToTake,
		});
	}
}

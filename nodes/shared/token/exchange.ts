import type { IHttpRequestHelper, IN8nHttpFullResponse } from 'n8n-workflow';
import type { Clock } from '../http/clock';
import { PLAIN_ANSWER } from '../http/perform';
import { backoffMs, retryAfterMs, serverTime } from '../http/retryTiming';
import { objectOf, parseJson } from '../json';
import { asText } from '../text';
import type { TokenTimes } from './expiry';
import { tokenTimes } from './expiry';
import type { IonApi } from './ionApiFile';
import type { Refusal } from './refusal';
import { refusalOf, silenceOf } from './refusal';
import type { Grant } from './tokenRequest';
import { tokenRequest } from './tokenRequest';

/** The authorization server answers within seconds or not at all. One object, so that a test need not wait as long. */
export const PATIENCE = { timeoutMs: 30_000, mostAttempts: 3 };

export interface Issued extends TokenTimes {
	accessToken: string;
	/** Empty when none came: Infor issues one only when the app is set to. */
	refreshToken: string;
}

export interface AuthorizationServer {
	helper: IHttpRequestHelper;
	clock: Clock;
	clientIn: 'body' | 'header';
}

/**
 * Asks the authorization server for a token; a server in trouble up to three times. Nothing is followed elsewhere: the
 * request holds the keys.
 */
export async function exchange(
	server: AuthorizationServer,
	file: IonApi,
	grant: Grant,
): Promise<Issued | { refusal: Refusal }> {
	for (let attempt = 1; ; attempt += 1) {
		const outcome = await askOnce(server, file, grant);
		if (!('refusal' in outcome)) return outcome;
		// with a 500 some servers mean that they do not know the refresh token: the log-in follows anyway
		const isWorthIt =
			outcome.refusal.mayPass && (grant.kind !== 'refresh' || !outcome.refusal.answered);
		if (!isWorthIt || attempt >= PATIENCE.mostAttempts) return outcome;
		await server.clock.sleep(backoffMs(attempt, 1));
	}
}

async function askOnce(
	{ helper, clock, clientIn }: AuthorizationServer,
	file: IonApi,
	grant: Grant,
): Promise<Issued | { refusal: Refusal }> {
	const { host } = new URL(file.tokenUrl);
	const request = {
		...tokenRequest(file, grant, clientIn),
		...PLAIN_ANSWER,
		timeout: PATIENCE.timeoutMs,
	};
	const outcome = await helper.helpers.httpRequest(request).then(
		(response: unknown) => ({ response: response as IN8nHttpFullResponse }),
		(error: unknown) => ({ error }),
	);
	if ('error' in outcome) return { refusal: silenceOf(outcome.error, { host }) };

	const { statusCode: status, headers, body: text } = outcome.response;
	const body = objectOf(parseJson(asText(text))) ?? {};
	const accessToken = asText(body.access_token);
	const [now, issuerNow] = [clock.now(), serverTime(asText(headers.date), clock.now())];
	if (status === 200 && accessToken) {
		return {
			accessToken,
			refreshToken: asText(body.refresh_token),
			...tokenTimes(accessToken, body.expires_in, now, issuerNow),
		};
	}
	const asked = retryAfterMs(asText(headers['retry-after']), issuerNow);
	const location = asText(headers.location);
	return { refusal: refusalOf({ status, body, location }, { host, grant, asked }) };
}

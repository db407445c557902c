import type {
	ICredentialDataDecryptedObject,
	IHttpRequestOptions,
	NodeApiError,
} from 'n8n-workflow';
import { apiError } from '../../shared/errors/nodeErrors';
import type { Said } from '../../shared/errors/types';
import { systemClock } from '../../shared/http/clock';
import { readNetworkError } from '../../shared/http/noAnswer';
import { unlessCancelled } from '../../shared/http/unlessCancelled';
import { areNextInUse, credentialMark, keySetsOf } from '../../shared/token/keySets';
import { logInPauses } from '../../shared/token/logIn';
import type { Pause } from '../../shared/token/pauses';
import { tokenState } from '../../shared/token/tokenState';
import { asText } from '../../shared/text';
import { say } from '../errors/say';
import type { ReadContext } from './context';
import { cancelSignal, requestWithCredential } from './context';

export const CREDENTIAL = 'inforIonApi';

/** An answer, and what it was asked with. */
export interface Asked {
	response: unknown;
	token: string;
	/** The mark of the credential: tells it from what it was before a change. */
	credential: string;
	/** The current keys are refused, and the next ones used. */
	isNextInUse: boolean;
}

/**
 * Renewals under way, by credential: parallel requests, also of other executions, wait for the one, but only until the
 * new token is stored. It ends with an error that concerns all who wait, and with nothing otherwise: that the renewing execution was canceled
 * or lost its connection is no reason for the others to fail, and why a log-in failed is kept with its pause.
 */
const renewals = new Map<string, Promise<Error | undefined>>();

/**
 * Sends a request with a token that is not near its end. When one is due, the request goes out with the token blanked:
 * n8n then runs the credential's pre-authentication and stores the new token for all executions and workers.
 * While log-ins are paused, a token that is due is used up to its end.
 * @param refused the token the gateway has just refused: it counts as over, whatever its expiry says
 * @throws what n8n's helper throws, e.g. network errors; NodeApiError when the log-in failed now or during its pause
 */
export async function requestWithToken(
	context: ReadContext,
	options: IHttpRequestOptions,
	refused?: string,
): Promise<Asked> {
	const signal = cancelSignal(context);
	for (;;) {
		const credentials = await context.getCredentials(CREDENTIAL);
		const { state, mark } = stateOf(credentials);
		const token = asText(credentials.accessToken);
		const pause = logInPauses.at(mark, systemClock.now());
		if (token !== refused && (state === 'good' || (state === 'ending' && pause))) {
			const response = await requestWithCredential(context, CREDENTIAL, { ...options });
			return askedWith(credentials, response);
		}
		if (pause) throw pauseError(context, pause);
		const id = credentialOf(context).id;
		const underWay = renewals.get(id);
		if (underWay) {
			const failure = await unlessCancelled(signal, underWay);
			if (failure) throw failure;
		} else {
			const renewed = await unlessCancelled(signal, renew(context, id, credentials, options));
			if (renewed) return renewed;
		}
	}
}

/** Sends the request with the token blanked; `undefined` when the log-in failed and a pause has begun. */
async function renew(
	context: ReadContext,
	id: string,
	credentials: ICredentialDataDecryptedObject,
	options: IHttpRequestOptions,
): Promise<Asked | undefined> {
	const { mark } = stateOf(credentials);
	const { data, stored } = blanked(credentials);
	const request = requestWithCredential(
		context,
		CREDENTIAL,
		{ ...options },
		{ credentialsDecrypted: { id, name: CREDENTIAL, type: CREDENTIAL, data } },
	);
	const hasPaused = () => logInPauses.at(mark, systemClock.now()) !== undefined;
	renewals.set(
		id,
		Promise.race([
			stored,
			request.then(
				() => undefined,
				(error: unknown) => (hasPaused() ? undefined : sharedFailure(error)),
			),
		]).finally(() => {
			renewals.delete(id);
		}),
	);
	const failed = await request.then(
		() => false,
		() => true,
	);
	return failed && hasPaused() ? undefined : askedWith(data, await request);
}

/**
 * The credential without its token. n8n puts the new one where it found the blank, right after it has stored it: the
 * moment from which others can use it, which must not wait for the answer to a long page.
 */
function blanked(credentials: ICredentialDataDecryptedObject): {
	data: ICredentialDataDecryptedObject;
	stored: Promise<undefined>;
} {
	const data = { ...credentials };
	const stored = new Promise<undefined>((resolve) => {
		let token: ICredentialDataDecryptedObject[string] = '';
		Object.defineProperty(data, 'accessToken', {
			enumerable: true,
			get: () => token,
			set: (given: ICredentialDataDecryptedObject[string]) => {
				token = given;
				resolve(undefined);
			},
		});
	});
	return { data, stored };
}

function sharedFailure(error: unknown): Error | undefined {
	if (readNetworkError(error) !== undefined) return undefined;
	return error instanceof Error ? error : new Error(asText(error));
}

function askedWith(credentials: ICredentialDataDecryptedObject, response: unknown): Asked {
	const sets = keySetsOf(credentials);
	return {
		response,
		token: asText(credentials.accessToken),
		credential: credentialMark(credentials, sets),
		isNextInUse: areNextInUse(credentials, sets),
	};
}

function stateOf(credentials: ICredentialDataDecryptedObject) {
	const sets = keySetsOf(credentials);
	return {
		state: tokenState(credentials, sets, systemClock.now()),
		mark: credentialMark(credentials, sets),
	};
}

/** The same message for all that meet the pause, the one that began it included. */
function pauseError(context: ReadContext, { reason, until }: Pause<Said>): NodeApiError {
	const said = say('login_paused', {
		credential: credentialOf(context).name,
		problem: reason.reason,
		action: reason.actionToTake,
		until: `${new Date(until).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
	});
	return apiError(context.getNode(), said);
}

/** As people know it; the id is n8n's. */
export function credentialOf(context: ReadContext): { id: string; name: string } {
	const { id, name } = context.getNode().credentials?.[CREDENTIAL] ?? {};
	return { id: id ?? CREDENTIAL, name: name ?? CREDENTIAL };
}

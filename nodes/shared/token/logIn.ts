import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import type { Said } from '../errors/types';
import type { Clock } from '../http/clock';
import { asText } from '../text';
import type { AuthorizationServer, Issued } from './exchange';
import { exchange } from './exchange';
import type { KeySet, KeySets } from './keySets';
import { areNextInUse, credentialMark, keySetsOf } from './keySets';
import { Pauses } from './pauses';
import type { Refusal } from './refusal';
import { blamesTheKeys, withoutSecrets } from './refusal';
import { grantFor } from './tokenRequest';

/** The hidden members of the credential that n8n stores after a log-in. */
export interface StoredToken {
	accessToken: string;
	/** May be empty: Infor issues one only when the app is set to. */
	refreshToken: string;
	/** Milliseconds since the epoch, as text. */
	tokenIssuedAt: string;
	tokenExpiresAt: string;
	/** For which .ionapi file and user it was issued. */
	tokenIdentity: string;
	/** The mark of the current keys if they were refused and the next ones taken, else empty. */
	tokenInsteadOf: string;
}

/** Log-ins that failed a moment ago, by the mark of their credential: the nodes do not try these again. */
export const logInPauses = new Pauses<Said>();

/**
 * Gets a token for the credential: by its refresh token when there is one, because Infor rations log-ins
 * (20 a minute, 1,000 a day); else, or when that is refused, by a log-in. When the server does not accept the current
 * keys and the credential has next ones, these are tried, once; from then on they come first.
 * A failure begins a pause, which only the nodes keep: a person who presses Test wants to know now.
 * @throws Error that says what is wrong and what to do, without any secret
 */
export async function logIn(
	helper: IHttpRequestHelper,
	credentials: ICredentialDataDecryptedObject,
	clock: Clock,
): Promise<StoredToken> {
	const sets = keySetsOf(credentials);
	const clientIn = credentials.clientAuthentication === 'header' ? 'header' : 'body';
	const outcome = await tryKeys({ helper, clock, clientIn }, credentials, sets);
	const name = credentialMark(credentials, sets);
	if ('refusal' in outcome) {
		const { kind, asked, said } = outcome.refusal;
		const reason = withoutSecrets(said, secretsOf(credentials, sets));
		logInPauses.begin(name, { kind, reason, asked }, clock.now());
		throw new Error(inOneText(reason));
	}
	logInPauses.end(name);
	const { issued, by } = outcome;
	return {
		accessToken: issued.accessToken,
		refreshToken: issued.refreshToken,
		tokenIssuedAt: String(issued.issuedAt),
		tokenExpiresAt: String(issued.expiresAt),
		tokenIdentity: by.identity,
		tokenInsteadOf: by === sets.next ? sets.current.mark : '',
	};
}

/** Asks with the keys that worked last, then with the others if only the keys are to blame. */
async function tryKeys(
	server: AuthorizationServer,
	credentials: ICredentialDataDecryptedObject,
	sets: KeySets,
): Promise<{ issued: Issued; by: KeySet } | { refusal: Refusal }> {
	const nextInUse = areNextInUse(credentials, sets);
	const [first, second] = nextInUse ? [sets.next, sets.current] : [sets.current, sets.next];
	const outcome = await tryOne(server, credentials, sets, first ?? sets.current);
	if (!('refusal' in outcome) || !second || !blamesTheKeys(outcome.refusal)) return outcome;
	// a user entered by hand is the same with either file
	if (sets.user.username && outcome.refusal.code === 'invalid_grant') return outcome;
	const other = await tryOne(server, credentials, sets, second);
	if (!('refusal' in other) || !blamesTheKeys(other.refusal)) return other;
	const said = sayLogIn('login_both_refused', { problem: outcome.refusal.said.reason });
	return { refusal: { ...outcome.refusal, said } };
}

async function tryOne(
	server: AuthorizationServer,
	credentials: ICredentialDataDecryptedObject,
	{ user }: KeySets,
	by: KeySet,
): Promise<{ issued: Issued; by: KeySet } | { refusal: Refusal }> {
	const refreshToken = asText(credentials.refreshToken);
	// a refresh token belongs to the client it was issued to
	if (refreshToken && credentials.tokenIdentity === by.identity) {
		const issued = await exchange(server, by.file, { kind: 'refresh', refreshToken });
		if (!('refusal' in issued))
			return { issued: { ...issued, refreshToken: issued.refreshToken || refreshToken }, by };
		const { kind, answered } = issued.refusal;
		// nobody there, or no more today: a log-in would fare no better
		if (!answered || kind === 'ration') return issued;
	}
	const issued = await exchange(server, by.file, grantFor(by.file, user));
	return 'refusal' in issued ? issued : { issued, by };
}

function secretsOf(
	credentials: ICredentialDataDecryptedObject,
	{ current, next, user }: KeySets,
): string[] {
	const ofFiles = [current.file, next?.file].flatMap((file) => [
		file?.clientSecret,
		file?.serviceAccount?.accessKey,
		file?.serviceAccount?.secretKey,
	]);
	const all = [...ofFiles, user.password, asText(credentials.refreshToken)];
	return all.filter((secret): secret is string => secret !== undefined && secret.length > 3);
}

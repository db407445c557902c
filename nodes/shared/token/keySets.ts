import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { fingerprint } from '../canonicalJson';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import { asText } from '../text';
import type { IonApi } from './ionApiFile';
import { identityOf, isHttps, readIonApi } from './ionApiFile';

/** The keys of one .ionapi file: whatever is got with them belongs to them. */
export interface KeySet {
	file: IonApi;
	/** For whom a token was issued; the same when only a secret is renewed. */
	identity: string;
	/** Another one for a renewed secret, too: tells which keys were refused. It holds no secret. */
	mark: string;
}

/** The keys of a credential, and the user who was entered beside them; empty when there is none. */
export interface KeySets {
	current: KeySet;
	/** Of the same tenant and gateway: for when the current ones are refused. */
	next?: KeySet;
	user: { username: string; password: string };
}

/**
 * What a credential holds, checked. A next file that is the current one counts as none.
 * @throws Error that says what is wrong and what to do, without any value that is secret
 */
export function keySetsOf(credentials: ICredentialDataDecryptedObject): KeySets {
	const user = {
		username: asText(credentials.username).trim(),
		password: asText(credentials.password),
	};
	if (user.username && !user.password) {
		throw new Error(inOneText(sayLogIn('user_without_password')));
	}
	const override = asText(credentials.baseUrl).trim().replace(/\/+$/, '');
	if (override && !isHttps(override)) {
		throw new Error(inOneText(sayLogIn('gateway_url_not_https')));
	}
	const result = readIonApi(asText(credentials.ionApi), user.username !== '');
	if (!result.ok) throw new Error(result.problem);
	const current = keySet(result.file, override, user);
	const nextText = asText(credentials.nextIonApiSecrets).trim();
	if (nextText === '') return { current, user };

	const nextResult = readIonApi(nextText, user.username !== '');
	if (!nextResult.ok) {
		const { problem } = nextResult;
		throw new Error(inOneText(sayLogIn('next_file_unusable', { problem })));
	}
	const next = keySet(nextResult.file, override, user);
	if (next.mark === current.mark) return { current, user };
	makeSureTheyBelongTogether(current.file, next.file);
	return { current, next, user };
}

/** The current file of a credential, with the override of the gateway's address applied. */
export function ionApiOf(credentials: ICredentialDataDecryptedObject): IonApi {
	return keySetsOf(credentials).current.file;
}

/**
 * Whether the current keys were refused at the last log-in and the next ones taken. Only as long as these are still the
 * same current keys: a file that was replaced is tried first.
 */
export function areNextInUse(
	credentials: ICredentialDataDecryptedObject,
	{ current, next }: KeySets,
): boolean {
	return next !== undefined && credentials.tokenInsteadOf === current.mark;
}

/** Tells credentials apart by all a log-in depends on, without holding a secret: one that was changed is another one. */
export function credentialMark(
	credentials: ICredentialDataDecryptedObject,
	{ current, next }: KeySets,
): string {
	return fingerprint([current.mark, next?.mark, credentials.clientAuthentication]);
}

function keySet(file: IonApi, override: string, user: KeySets['user']): KeySet {
	const used = override ? { ...file, gateway: override } : file;
	const identity = identityOf(used, user.username);
	const secrets = [file.clientSecret, file.serviceAccount?.secretKey, user.password];
	return { file: used, identity, mark: fingerprint([identity, ...secrets]).slice(0, 32) };
}

/** Records are known by their tenant, and requests go to one gateway: a token of another must not be sent there. */
function makeSureTheyBelongTogether(current: IonApi, next: IonApi): void {
	if (current.tenant !== next.tenant) {
		const tenants = { tenant: current.tenant, other: next.tenant };
		throw new Error(inOneText(sayLogIn('next_file_other_tenant', tenants)));
	}
	if (new URL(current.gateway).href !== new URL(next.gateway).href) {
		const gateways = { gateway: current.gateway, other: next.gateway };
		throw new Error(inOneText(sayLogIn('next_file_other_gateway', gateways)));
	}
}

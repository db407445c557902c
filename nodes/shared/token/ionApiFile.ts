import { z } from 'zod';
import { fingerprint } from '../canonicalJson';
import { inOneText } from '../errors/nodeErrors';
import { sayLogIn } from '../errors/sayLogIn';
import type { Said } from '../errors/types';
import { objectOf, parseJson, withoutMark } from '../json';

/** What the package needs of an `.ionapi` file, under readable names. */
export interface IonApi {
	tenant: string;
	clientId: string;
	clientSecret: string;
	/** ION API gateway, no trailing slash. */
	gateway: string;
	tokenUrl: string;
	/** Blank-joined, empty when the app enforces none. */
	scope: string;
	/** Absent in files made for the client credentials grant. */
	serviceAccount?: { accessKey: string; secretKey: string };
}

export type IonApiResult = { ok: true; file: IonApi } | { ok: false; problem: string };

/** What each key is, for messages. https://docs.infor.com/ionapi/2021-x/en-us/ionapiag_cloud/lpa1489500371574.html */
const MEANING: Record<string, string> = {
	ti: 'tenant ID',
	ci: 'client ID',
	cs: 'client secret',
	iu: 'ION API gateway address',
	pu: 'authorization server address',
	ot: 'token path',
};

const filled = z
	.string({ required_error: 'is missing', invalid_type_error: 'is not a text' })
	.trim()
	.min(1, 'is empty');
/** Credentials must not travel in the clear; a sandbox on this machine may be plain http. */
const address = filled.refine(
	(text) => isHttps(text),
	'is not an https address (only a sandbox on this machine may use http)',
);

const schema = z.object({
	ti: filled,
	ci: filled,
	cs: filled,
	iu: address,
	pu: address,
	ot: filled,
	saak: z.string().trim().optional(),
	sask: z.string().trim().optional(),
	ru: z.string().optional(),
	sc: z.union([z.array(z.string()), z.string()]).optional(),
});

/**
 * Reads the text of an `.ionapi` file. Infor's files begin with a byte order mark at times and spell keys in either case;
 * the file's `dt` number is not looked at, since only one of its values is documented.
 * Problems name the key and what to do, never a value.
 * @param hasUser a user name was entered beside the file: then the file needs no service account
 */
export function readIonApi(source: string, hasUser = false): IonApiResult {
	const parsed = parseMembers(withoutMark(source).trim());
	if (parsed === undefined) {
		return unusable(sayLogIn('ionapi_not_a_file'));
	}
	const lowered = Object.fromEntries(
		Object.entries(parsed).map(([key, value]) => [key.toLowerCase(), value]),
	);
	const result = schema.safeParse(lowered);
	if (!result.success)
		return unusable(sayLogIn('ionapi_incomplete', { problems: describe(result.error) }));
	const { ti, ci, cs, iu, pu, ot, saak, sask, ru, sc } = result.data;
	if (!hasUser && !saak !== !sask) {
		const missing = saak
			? '"sask" (service account secret key)'
			: '"saak" (service account access key)';
		return unusable(sayLogIn('ionapi_half_account', { missing }));
	}
	if (!hasUser && !saak && ru) {
		return unusable(sayLogIn('ionapi_of_a_web_app'));
	}
	return {
		ok: true,
		file: {
			tenant: ti,
			clientId: ci,
			clientSecret: cs,
			gateway: iu.replace(/\/+$/, ''),
			tokenUrl: `${pu.replace(/\/+$/, '')}/${ot.replace(/^\/+/, '')}`,
			scope: Array.isArray(sc) ? sc.join(' ') : (sc ?? ''),
			...(saak && sask ? { serviceAccount: { accessKey: saak, secretKey: sask } } : {}),
		},
	};
}

/** Tells files apart without holding a secret: a token issued for another file must not be used. */
export function identityOf(file: IonApi, user: string): string {
	const { tenant, clientId, gateway, tokenUrl, serviceAccount } = file;
	return fingerprint({
		tenant,
		clientId,
		gateway,
		tokenUrl,
		user: user || serviceAccount?.accessKey,
	}).slice(0, 16);
}

export function isHttps(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	const loopback =
		hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
	return protocol === 'https:' || (protocol === 'http:' && loopback);
}

function parseMembers(text: string): Record<string, unknown> | undefined {
	const value = objectOf(parseJson(text));
	return Array.isArray(value) ? undefined : value;
}

function describe(error: z.ZodError): string {
	const problems = error.issues.map(({ path, message }) => {
		const key = String(path[0]);
		return `"${key}"${MEANING[key] ? ` (${MEANING[key]})` : ''} ${message}`;
	});
	return problems.join('; ');
}

function unusable(said: Said): IonApiResult {
	return { ok: false, problem: inOneText(said) };
}

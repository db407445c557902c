/** The authorised app and service account this sandbox knows; plainly no real keys. */
export interface AuthorisedApp {
	tenant: string;
	clientId: string;
	clientSecret: string;
	/** Who may log in with the password grant, with their passwords: the service account and one user. */
	users: Record<string, string>;
	/** What an `.ionapi` file names; the service account is one of the users. */
	accessKey: string;
	secretKey: string;
	/** An administrator has deleted the app, or disabled its service account. Tokens it has stay good. */
	refuses: 'nothing' | 'client' | 'account';
}

export const SANDBOX_USER = 'sync.user@acme.example';
export const SANDBOX_PASSWORD = 'sandbox-user-password';

/**
 * An app of the tenant; apps differ in their number. Number 0 is the one in use, 1 the one made to follow it: an
 * administrator creates a second app, hands its file over, and deletes the first.
 */
export function sandboxApp(tenant: string, number: 0 | 1 = 0): AuthorisedApp {
	const accessKey = `${tenant}#sandbox-access-key~${number}`;
	// `+`, `=` and `&` are there to break clients that don't encode forms
	const secretKey = `sandbox-secret+key=&${number}`;
	return {
		tenant,
		clientId: `${tenant}~sandbox-client${number === 0 ? '' : `-${number}`}`,
		clientSecret: `sandbox-client+secret=&${number}`,
		users: { [accessKey]: secretKey, [SANDBOX_USER]: SANDBOX_PASSWORD },
		accessKey,
		secretKey,
		refuses: 'nothing',
	};
}

/**
 * The content of an `.ionapi` file for this sandbox. Keys after
 * https://docs.infor.com/ionapi/2021-x/en-us/ionapiag_cloud/lpa1489500371574.html
 */
export function ionApiFile(app: AuthorisedApp, url: string): Record<string, string> {
	return {
		ti: app.tenant,
		cn: 'Chargebee Sync (sandbox)',
		dt: '12',
		ci: app.clientId,
		cs: app.clientSecret,
		iu: url,
		pu: `${url}/${app.tenant}/as/`,
		oa: 'authorization.oauth2',
		ot: 'token.oauth2',
		or: 'revoke_token.oauth2',
		ev: 'S0000000001',
		v: '1.0',
		saak: app.accessKey,
		sask: app.secretKey,
	};
}

import type { Catalogue } from './types';

const refused = "Infor's authorization server {host} refused {what} with HTTP {status}{detail}.";
const NEW_FILE =
	'In Infor OS open API Gateway > Authorized Apps, add an app of type "Backend Service", choose Download Credentials and tick "Create Service Account".';

/**
 * From the .ionapi file to the token. They are shown by the credential's Test button too, message and action in one text.
 * OAuth's codes: https://www.rfc-editor.org/rfc/rfc6749#section-5.2
 */
export const LOG_IN_ERRORS = {
	credential_unusable: {
		class: 'configuration',
		message: '{problem}',
		meaning:
			'The credential can not be used as it is; the message is one of the following ones. Nothing was sent.',
		action: 'Correct the credential "Infor ION API (.ionapi)".',
		retried: 'never',
	},
	ionapi_not_a_file: {
		class: 'configuration',
		message: 'This is not the content of an .ionapi file.',
		meaning:
			'What was pasted into the credential is no JSON object: part of the file, or another one.',
		action:
			'Open the file in a text editor and paste all of it, from the first curly bracket to the last.',
		retried: 'never',
	},
	ionapi_incomplete: {
		class: 'configuration',
		message: 'The .ionapi file can not be used: {problems}.',
		meaning:
			'The file lacks values the log-in needs, or has unusable ones; each is named with its key. Values are never shown.',
		action: `Download it again: ${NEW_FILE}`,
		retried: 'never',
	},
	ionapi_half_account: {
		class: 'configuration',
		message: 'The .ionapi file has no {missing}.',
		meaning: 'A service account has two keys, "saak" and "sask"; the file has only one.',
		action: `Download it again: ${NEW_FILE}`,
		retried: 'never',
	},
	ionapi_of_a_web_app: {
		class: 'configuration',
		message: 'This .ionapi file belongs to a Web or Mobile app: it has no service account keys.',
		meaning: 'Such an app logs in people in a browser; a sync runs without anybody.',
		action: NEW_FILE,
		retried: 'never',
	},
	next_file_unusable: {
		class: 'configuration',
		message: 'In "Content of the Next .ionapi File": {problem}',
		meaning: 'The second file is checked like the first, so that it works on the day it is needed.',
		action: 'Correct the field, or empty it.',
		retried: 'never',
	},
	next_file_other_tenant: {
		class: 'configuration',
		message: 'The two .ionapi files are of different tenants, {tenant} and {other}.',
		meaning:
			'The key of every record begins with the tenant: with the other file, all records would be taken for new ones. Nothing was sent.',
		action:
			'Paste a next file of the same tenant, or empty the field. Another tenant needs a credential of its own.',
		retried: 'never',
	},
	next_file_other_gateway: {
		class: 'configuration',
		message: 'The two .ionapi files name different gateways, {gateway} and {other}.',
		meaning: 'Requests go to one gateway only, and a token to none but its own. Nothing was sent.',
		action:
			'Download the next file in the same environment as the current one, or enter the address of both under "Gateway URL".',
		retried: 'never',
	},
	user_without_password: {
		class: 'configuration',
		message: 'A user name is entered without its password.',
		meaning: 'User name and password in the credential replace the service account of the file.',
		action: 'Enter the password too, or empty the user name.',
		retried: 'never',
	},
	gateway_url_not_https: {
		class: 'configuration',
		message: '"Gateway URL" is not an https address (only a sandbox on this machine may use http).',
		meaning: 'Credentials must not travel in the clear.',
		action:
			'Enter an address that begins with https://, or leave it empty to use the one of the file.',
		retried: 'never',
	},
	token_not_sent: {
		class: 'configuration',
		message: 'The token was not sent: {host} is not the ION API gateway of this credential.',
		meaning: 'The token opens the whole ERP, so it goes to the gateway of its own file only.',
		action: 'Check the address of the request, and "iu" of the .ionapi file.',
		retried: 'never',
	},
	token_refused: {
		class: 'auth',
		message: 'The log-in worked, but the ION API gateway refuses the token.',
		meaning: 'Shown by the Test button: authorization server and gateway do not belong together.',
		action:
			'Check that "iu" and "ti" of the file belong together, and that the app is not disabled.',
		retried: 'never',
	},
	token_redirected: {
		class: 'configuration',
		message: 'The log-in worked, but the ION API gateway sends requests on to another address.',
		meaning:
			'Shown by the Test button: a redirect in place of an answer. The token goes to the gateway of its own file only.',
		action: 'Check "iu" of the .ionapi file, and whether a proxy stands between.',
		retried: 'never',
	},
	login_invalid_client: {
		class: 'auth',
		message: refused,
		meaning: 'The authorization server does not know the app, or its secret is another one.',
		action:
			'The client ID or secret of the .ionapi file is not accepted: the authorized app may have been deleted or its secret renewed. Download the file again; if it is current, change "Send Client Secret In".',
		retried: 'never',
	},
	login_invalid_grant: {
		class: 'auth',
		message: refused,
		meaning: 'The app is known, but not the account that logs in.',
		action:
			'The service account keys (or the user name and password) are not accepted: the service account may be disabled, or the keys deleted in Infor OS. Download the file again.',
		retried: 'never',
	},
	login_unauthorized_client: {
		class: 'auth',
		message: refused,
		meaning: 'The app may not log in this way.',
		action: 'The authorized app does not allow this kind of log-in: it must be a Backend Service.',
		retried: 'never',
	},
	login_unsupported_grant_type: {
		class: 'auth',
		message: refused,
		meaning: 'The server does not offer this kind of log-in.',
		action:
			'The authorization server does not allow this kind of log-in: use an .ionapi file of a Backend Service with a service account.',
		retried: 'never',
	},
	login_invalid_scope: {
		class: 'auth',
		message: refused,
		meaning: 'The app asks for scopes, and the file names none or others.',
		action: 'The app enforces scopes: download the .ionapi file again with its scopes ticked.',
		retried: 'never',
	},
	login_quota: {
		class: 'throttled',
		message: refused,
		meaning:
			'Infor rations log-ins and tokens of a tenant. The nodes keep a token until it nears its end; other integrations, or many n8n installations with one file, use up the ration too. Logging in again at once would only cost more.',
		action:
			'Too many log-ins: Infor allows 20 a minute and 1,000 a day for a tenant. Wait, then run again.',
		retried: 'nextRun',
	},
	login_server_error: {
		class: 'outage',
		message: refused,
		meaning: 'The authorization server answered with HTTP 500 or above.',
		action: 'The server has a problem of its own: run again later.',
		retried: 'nextRun',
	},
	login_refused: {
		class: 'auth',
		message: refused,
		meaning: 'Refused without one of OAuth’s codes, or the answer holds no token.',
		action: 'Check that the .ionapi file is current and was pasted whole.',
		retried: 'never',
	},
	login_redirected: {
		class: 'configuration',
		message:
			"Infor's authorization server {host} sent the log-in on to {other} (HTTP {status}), where it was not sent.",
		meaning:
			'A redirect in place of a token: a page that says the server is closed, a proxy, or a wrong address. The keys go to the server of the file only.',
		action: 'Check "pu" and "ot" of the .ionapi file, and whether a proxy stands between.',
		retried: 'nextRun',
	},
	login_both_refused: {
		class: 'auth',
		message: '{problem} The keys of the other .ionapi file of the credential are refused, too.',
		meaning: 'The credential holds two .ionapi files, and the server accepts neither.',
		action:
			'The authorized apps or their service accounts may be disabled or deleted in Infor OS. Download a file again and paste it into the credential.',
		retried: 'never',
	},
	login_paused: {
		class: 'auth',
		message: 'Credential "{credential}": {problem}',
		meaning:
			'A log-in failed; the message says why. Until the time named, all runs of this n8n process fail at once with this same message and nothing is sent: log-ins are rationed, and a wrong one too many can lock the account. After wrong keys the pause is 5 minutes, after a server in trouble 30 seconds, and longer each time in a row, up to an hour.',
		action:
			'{action} No log-in is tried again before {until}, except after a change of the credential, or by its Test button.',
		retried: 'nextRun',
	},
	login_next_in_use: {
		class: 'auth',
		message:
			'The keys of the current .ionapi file in credential "{credential}" are refused; those of the next file are used.',
		meaning:
			'A warning, not an error: the run goes on. The current keys were deleted or disabled, and the credential has next ones.',
		action:
			'Open the credential, move the content of the next file into the field of the current one, and empty the next.',
		retried: 'never',
	},
	login_not_reached: {
		class: 'outage',
		message: "Infor's authorization server {host} could not be reached.",
		meaning: 'The request failed in a way that is none of the known network failures.',
		action: 'Check the network, and "pu" of the .ionapi file.',
		retried: 'nextRun',
	},
} as const satisfies Catalogue;

import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { inOneText } from '../nodes/shared/errors/nodeErrors';
import { sayLogIn } from '../nodes/shared/errors/sayLogIn';
import { systemClock } from '../nodes/shared/http/clock';
import { REDIRECTS } from '../nodes/shared/http/redirects';
import { authoriseRequest } from '../nodes/shared/token/authoriseRequest';
import { logIn } from '../nodes/shared/token/logIn';

/** Access to the ION API gateway of an Infor tenant, from its `.ionapi` file. */
export class InforIonApi implements ICredentialType {
	name = 'inforIonApi';

	displayName = 'Infor ION API (.ionapi)';

	icon = { light: 'file:cloudSuite.svg', dark: 'file:cloudSuite.dark.svg' } as const;

	documentationUrl =
		'https://docs.infor.com/ionapi/2021-x/en-us/ionapiag_cloud/lpa1489500371574.html';

	// `authenticate` already refuses every host but the gateway: n8n's "Allowed Domains" would only promise it again
	hideDomainRestrictionFields = true;

	properties: INodeProperties[] = [
		{
			displayName: 'Content of the .ionapi File',
			name: 'ionApi',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: '{ "ti": "ACME_PRD", "ci": … }',
			description:
				'Open the file in a text editor and paste all of it. Get it in Infor OS under API Gateway > Authorized Apps: type "Backend Service", Download Credentials with "Create Service Account" ticked.',
		},
		{
			displayName: 'Content of the Next .ionapi File',
			name: 'nextIonApiSecrets',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: '{ "ti": "ACME_PRD", "ci": … }',
			description:
				'For changing the keys without a stop: paste a newer file of the same tenant here before the keys of the one above end. As soon as Infor refuses those, these are used, and each run says so; then move this content into the field above and empty this one.',
		},
		{
			displayName: 'User Name',
			name: 'username',
			type: 'string',
			default: '',
			description:
				'Only for tenants without service accounts. Leave empty to use the service account in the file. Applies to both files.',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only together with a user name',
		},
		{
			displayName: 'Gateway URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://gateway.example.com',
			description: 'Leave empty to use the address in the file ("iu")',
		},
		{
			displayName: 'Send Client Secret In',
			name: 'clientAuthentication',
			type: 'options',
			options: [
				{ name: 'Basic Auth Header', value: 'header' },
				{ name: 'Body', value: 'body' },
			],
			default: 'body',
			description:
				'How the app identifies itself when it asks for a token. Body works for most tenants.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 300,
			description:
				'Requests are paced at 95% of it, for all workflows of this n8n process together. Infor allows up to 3,000 a minute for a whole tenant.',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			displayName: 'Refresh Token',
			name: 'refreshToken',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Issued At',
			name: 'tokenIssuedAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Expires At',
			name: 'tokenExpiresAt',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token Identity',
			name: 'tokenIdentity',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Token Instead Of',
			name: 'tokenInsteadOf',
			type: 'hidden',
			typeOptions: { password: true },
			default: '',
		},
	];

	/** Run by n8n when there is no token, and by our nodes shortly before one expires; n8n stores what it returns. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return { ...(await logIn(this, credentials, systemClock)) };
	}

	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> => await Promise.resolve(authoriseRequest(credentials, options));

	// any answer but 401 and a redirect proves that the gateway knows the token: the service account need not be allowed to see this page
	test: ICredentialTestRequest = {
		request: {
			url: '/Mingle/SocialService.Svc/User/Detail',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401, ...REDIRECTS] },
		},
		rules: [
			...REDIRECTS.map((value) => ({
				type: 'responseCode' as const,
				properties: { value, message: inOneText(sayLogIn('token_redirected')) },
			})),
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: inOneText(sayLogIn('token_refused')),
				},
			},
		],
	};
}

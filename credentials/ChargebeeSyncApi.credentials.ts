import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { say } from '../nodes/Chargebee/errors/say';
import { inOneText } from '../nodes/shared/errors/nodeErrors';
import { apiBase } from '../nodes/Chargebee/transport/site';
import { asText } from '../nodes/shared/text';

/** API key of a Chargebee site: HTTP Basic, the key as user name, an empty password. https://apidocs.chargebee.com/docs/api/auth */
export class ChargebeeSyncApi implements ICredentialType {
	// not `chargebeeApi`: n8n's built-in Chargebee node has that one, and credential names are global
	name = 'chargebeeSyncApi';

	displayName = 'Chargebee API Key';

	icon = { light: 'file:chargebeeSync.svg', dark: 'file:chargebeeSync.dark.svg' } as const;

	documentationUrl = 'https://www.chargebee.com/docs/2.0/api_keys.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Site',
			name: 'site',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. acme-test',
			description:
				'The name of the site: the first part of its address. Test sites end in -test and have keys of their own.',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A full-access key, from Settings > Configure Chargebee > API Keys. A read-only key is enough for reading and previews.',
		},
		{
			displayName: 'Environment',
			name: 'environment',
			type: 'options',
			options: [
				{ name: 'Do Not Check', value: 'unchecked' },
				{ name: 'Live Site', value: 'live' },
				{ name: 'Test Site', value: 'test' },
			],
			default: 'unchecked',
			description:
				'What this key is for. When the site turns out to be the other kind, a run is refused before it writes anything.',
		},
		{
			displayName: 'Plan of the Site',
			name: 'plan',
			type: 'options',
			options: [
				{ name: 'Custom', value: 'custom' },
				{ name: 'Enterprise (3,500 per Minute)', value: 'enterprise' },
				{ name: 'Performance (1,000 per Minute)', value: 'performance' },
				{ name: 'Starter (150 per Minute)', value: 'starter' },
				{ name: 'Test Site (150 per Minute)', value: 'test' },
			],
			default: 'test',
			description:
				'Sets the API limit. Requests are paced at 95% of it, for all workflows of this n8n process together.',
		},
		{
			displayName: 'Requests per Minute',
			name: 'requestsPerMinute',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 150,
			displayOptions: { show: { plan: ['custom'] } },
			description:
				"Your own limit, or a part of the site's when other integrations or several n8n workers share it",
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://acme.chargebee.com',
			description:
				'Leave empty for https://{site}.chargebee.com. Only for regions, proxies or a sandbox that need another address.',
		},
	];

	/** A path without host is meant for the credential's own site. */
	authenticate = async (
		credentials: ICredentialDataDecryptedObject,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> =>
		await Promise.resolve({
			...options,
			url: options.url.startsWith('/') ? `${apiBase(credentials)}${options.url}` : options.url,
			auth: { username: asText(credentials.apiKey).trim(), password: '' },
		});

	test: ICredentialTestRequest = {
		request: {
			url: '/customers',
			qs: { limit: 1 },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: inOneText(say('test_key_unknown')),
				},
			},
			{
				type: 'responseCode',
				properties: {
					value: 403,
					message: inOneText(say('test_key_may_not_read')),
				},
			},
			{
				type: 'responseCode',
				properties: { value: 404, message: inOneText(say('test_site_unknown')) },
			},
		],
	};
}

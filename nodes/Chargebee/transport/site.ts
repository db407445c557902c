import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Environment } from './environment';

/** Requests per minute by plan; every test site has 150. https://www.chargebee.com/docs/2.0/site-configuration/articles-and-faq/what-are-the-chargebee-api-limits.html */
export const PLAN_LIMITS: Record<string, number> = {
	test: 150,
	starter: 150,
	performance: 1000,
	enterprise: 3500,
};

/** `https://{site}.chargebee.com/api/v2`, or the override's; no trailing slash. */
export function apiBase(credentials: ICredentialDataDecryptedObject): string {
	const override = text(credentials.baseUrl).replace(/\/+$/, '');
	const root = override || `https://${siteName(credentials)}.chargebee.com`;
	return root.endsWith('/api/v2') ? root : `${root}/api/v2`;
}

/** People paste the whole address of their site as often as its name. */
export function siteName(credentials: ICredentialDataDecryptedObject): string {
	return text(credentials.site)
		.replace(/^https?:\/\//, '')
		.replace(/\.chargebee\.com.*$/, '');
}

/** What the credential says its key is for; older credentials say nothing. */
export function environment(credentials: ICredentialDataDecryptedObject): Environment {
	const declared = text(credentials.environment);
	return declared === 'test' || declared === 'live' ? declared : 'unchecked';
}

export function requestsPerMinute(credentials: ICredentialDataDecryptedObject): number {
	const plan = text(credentials.plan);
	const custom = Number(credentials.requestsPerMinute);
	if (plan === 'custom' && custom > 0) return custom;
	return PLAN_LIMITS[plan] ?? 150;
}

function text(value: unknown): string {
	return typeof value === 'string' ? value.trim() : '';
}

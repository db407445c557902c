import type { ShownFlow } from './model';

/** Where the page leads; empty for nowhere. */
export interface Links {
	n8nUrl: string;
	/** The name of the Chargebee site, e.g. `acme-test`. */
	chargebeeSite: string;
	/** What the buttons are sent to. */
	actionUrl: string;
	/** The page itself, for the search. */
	dashboardUrl: string;
}

/**
 * The record’s page in Chargebee, when it has one that is known. Chargebee documents pages of customers, subscriptions
 * and invoices, and says that not every kind of record has one, so items have no link.
 * https://www.chargebee.com/docs/billing/1.0/kb/platform/can-i-construct-the-admin-console-url-for-direct-access-to-chargebee-page-from-your-application
 */
export function chargebeeUrl(
	{ chargebeeSite }: Links,
	flows: readonly ShownFlow[],
	flow: string,
	id: string,
): string | undefined {
	if (id === '' || !/^[a-z0-9-]+$/i.test(chargebeeSite)) return undefined;
	if (recordTypeOf(flows, flow) !== 'customer') return undefined;
	return `https://${chargebeeSite}.chargebee.com/admin-console/customers/${encodeURIComponent(id)}`;
}

function recordTypeOf(flows: readonly ShownFlow[], flow: string): string {
	const said = flows.find((one) => one.flow === flow)?.recordType ?? '';
	return said !== '' ? said : /customer/i.test(flow) ? 'customer' : 'other';
}

/** An address or a path the page may send to; anything else is none. */
export function formTarget(entered: string): string {
	const text = entered.trim();
	return /^https?:\/\//i.test(text) || /^\/(?!\/)/.test(text) || text.startsWith('?') ? text : '';
}

/** People paste the whole address of their site as often as its name. */
export function siteNameOf(entered: string): string {
	return (
		entered
			.trim()
			.replace(/^https?:\/\//i, '')
			.split(/[./]/)[0] ?? ''
	);
}

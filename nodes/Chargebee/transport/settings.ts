import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { asText } from '../../shared/text';

/** What Chargebee does on its own part because of a write, and can be told not to do. */
export type SideEffect = 'webhooks' | 'emails' | 'actions';

/** How the requests of one run are sent. */
export interface ClientSettings {
	/** The business entity the run works in; the site's default one without it. */
	businessEntityId?: string;
	/** What writes shall not cause. */
	suppress: readonly SideEffect[];
}

export const PLAIN_SETTINGS: ClientSettings = { suppress: [] };

/** https://github.com/chargebee/openapi, header parameters of every write */
const HEADER: Record<SideEffect, string> = {
	webhooks: 'chargebee-event-webhook',
	emails: 'chargebee-event-email',
	actions: 'chargebee-event-actions',
};

export function readClientSettings(context: IExecuteFunctions): ClientSettings {
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	const entity = asText(options.businessEntityId).trim();
	return {
		...(entity ? { businessEntityId: entity } : {}),
		suppress: (options.suppress ?? []) as SideEffect[],
	};
}

/** The headers of a request: the business entity on all, what to suppress on writes. */
export function settingsHeaders(
	{ businessEntityId, suppress }: ClientSettings,
	isWrite: boolean,
): Record<string, string> {
	return {
		...(businessEntityId === undefined ? {} : { 'chargebee-business-entity-id': businessEntityId }),
		...(isWrite ? Object.fromEntries(suppress.map((what) => [HEADER[what], 'all-disabled'])) : {}),
	};
}

export const suppressOption: INodeProperties = {
	displayName: 'Suppress Side Effects',
	name: 'suppress',
	type: 'multiOptions',
	options: [
		{ name: 'Emails', value: 'emails', description: 'Chargebee sends no e-mails to customers' },
		{ name: 'Other Actions', value: 'actions', description: 'Nothing else is triggered either' },
		{ name: 'Webhooks', value: 'webhooks', description: 'Other systems are not notified' },
	],
	default: [],
	description:
		'What the writes of this run shall not cause in Chargebee, e.g. during a backfill of records that others know already',
};

export const businessEntityOption: INodeProperties = {
	displayName: 'Business Entity ID',
	name: 'businessEntityId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 16BPgETyVrQVHCAgC',
	description:
		'For sites with several business entities: the one this run works in. New records belong to it. Empty means the default one.',
};

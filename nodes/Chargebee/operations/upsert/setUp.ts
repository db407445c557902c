import type { IExecuteFunctions } from 'n8n-workflow';
import type { ChargebeeClient } from '../../transport/client';
import { checkSite } from '../../transport/configuration';
import type { Input, Preparation } from '../../upsert/prepare';
import { readInput } from './input';
import type { UpsertResource } from './resource';
import type { UpsertSettings } from './settings';
import { checkRuleNames } from './settings';
import { readSiteFields } from './siteFields';

/** What planning needs: the site is checked, its custom fields are read, and every item is mapped and checked. */
export async function setUpRun(
	context: IExecuteFunctions,
	resource: UpsertResource,
	client: ChargebeeClient,
	bare: readonly Input[],
	settings: UpsertSettings,
): Promise<{ setup: Preparation; inputs: Input[] }> {
	const node = context.getNode();
	const { referenceField } = settings;
	await checkSite(client, node, resource);
	const site = await readSiteFields(client, node, resource.entities, referenceField);
	const spec = resource.define(site);
	checkRuleNames(context, settings, spec);
	const items = context.getInputData();
	const inputs = bare.map((input, index) =>
		readInput(context, resource, spec, settings, items[index] ?? { json: {} }, input),
	);
	const byKey = inputs.some(({ wanted }) => wanted.parent?.sourceKey !== undefined);
	const parents =
		resource.parentEntities && byKey
			? await readSiteFields(client, node, resource.parentEntities, referenceField)
			: site;
	const setup: Preparation = {
		...settings,
		client,
		node,
		spec,
		...(resource.withParent ? { withParent: resource.withParent } : {}),
		...(resource.searchableReference && site.reference
			? { referenceFilter: site.reference.field }
			: {}),
		...(resource.defineParent ? { parentSpec: resource.defineParent(parents) } : {}),
		...(parents.reference && resource.parentSearchable
			? { parentReferenceFilter: parents.reference.field }
			: {}),
	};
	return { setup, inputs };
}

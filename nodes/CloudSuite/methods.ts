import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { systemClock } from '../shared/http/clock';
import { prepare, worldOfNode } from './run/world';
import { InforClient } from './transport/client';

/** Companies of the tenant, or what the product has in their place, that contain what was typed. */
export async function searchCompanies(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const { prepared } = prepare(worldOfNode(this, systemClock.now()));
	const companies = await prepared.companies(await InforClient.open(this));
	const wanted = filter.trim().toLowerCase();
	return { results: companies.filter(({ name }) => name.toLowerCase().includes(wanted)) };
}

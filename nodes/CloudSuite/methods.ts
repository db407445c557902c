import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { systemClock } from '../shared/http/clock';
import type { Choices, ListName, Prepared } from './products/product';
import { prepare, worldOfNode } from './run/world';
import { InforClient } from './transport/client';

type Read = (prepared: Prepared, client: InforClient, typed: string) => Promise<Choices>;

/** A list of the tenant: what contains the text typed. */
function listBy(read: Read) {
	return async function (this: ILoadOptionsFunctions, filter = ''): Promise<INodeListSearchResult> {
		const { prepared } = prepare(worldOfNode(this, systemClock.now()));
		const choices = await read(prepared, await InforClient.open(this), filter);
		const wanted = filter.trim().toLowerCase();
		return { results: choices.filter(({ name }) => name.toLowerCase().includes(wanted)) };
	};
}

/** A list not every product has. */
function listOf(name: ListName) {
	return listBy(async ({ lists }, client, typed) => (await lists?.[name]?.(client, typed)) ?? []);
}

/** What can be picked from the tenant while a form is filled in; of companies, what the product has in their place. */
export const listSearch = {
	searchCompanies: listBy(async (prepared, client) => await prepared.companies(client)),
	searchClasses: listOf('classes'),
	searchEntitySets: listOf('entitySets'),
	searchDateColumns: listOf('dateColumns'),
	searchPaths: listOf('paths'),
};

import type { INodeListSearchItems, INodeProperties } from 'n8n-workflow';
import { asText, commaList } from '../../shared/text';
import type { ProductId, World } from './product';

/** What selects the company of a product, picked from the tenant or typed; several are read one after the other. */
export function companyField(
	product: ProductId,
	{ name = 'Company', example, is }: { name?: string; example: string; is: string },
	resources: string[],
	required = true,
): INodeProperties {
	return {
		displayName: name,
		name: 'company',
		type: 'resourceLocator',
		required,
		default: { mode: 'list', value: '' },
		description: `${is}; part of every key, because the same code can be another record elsewhere. Several are separated by commas.`,
		displayOptions: { show: { product: [product], resource: resources } },
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: 'searchCompanies', searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: `e.g. ${example}`,
			},
		],
	};
}

/** The companies named, each once. */
export function companiesOf(world: World): string[] {
	return commaList(asText(world.parameter('company', '')));
}

/** A company as the list shows it. */
export function companyChoice(number: string, name: string | null): INodeListSearchItems {
	return { name: name ? `${number} ${name}` : number, value: number };
}

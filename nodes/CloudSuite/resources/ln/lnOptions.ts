import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { operationError } from '../../../shared/errors/nodeErrors';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import type { CodeKind, CodeMapping } from '../../products/ln/codes';
import type { LnSettings } from '../../products/ln/session';

export const lnOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show: { product: ['ln'], resource: ['customer', 'item'] } },
	options: [
		{
			displayName: 'Code Mappings',
			name: 'codeMappings',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Code',
			default: {},
			description: 'ISO codes for LN codes that the code tables of the tenant do not translate',
			options: [
				{
					displayName: 'Code',
					name: 'code',
					values: [
						{
							displayName: 'From (LN)',
							name: 'from',
							type: 'string',
							default: '',
							placeholder: 'e.g. D',
						},
						{
							displayName: 'Kind',
							name: 'kind',
							type: 'options',
							options: [
								{ name: 'Country', value: 'country' },
								{ name: 'Currency', value: 'currency' },
								{ name: 'Language', value: 'language' },
							],
							default: 'country',
						},
						{
							displayName: 'To (ISO)',
							name: 'to',
							type: 'string',
							default: '',
							placeholder: 'e.g. DE',
						},
					],
				},
			],
		},
		{
			displayName: 'Include Raw Rows',
			name: 'includeRaw',
			type: 'boolean',
			default: false,
			description: 'Whether to add the LN rows a record was joined from, by entity set',
		},
		{
			displayName: 'Language',
			name: 'language',
			type: 'string',
			default: 'en-US',
			description:
				'Language of descriptions, five characters. Pinned, so that they do not change with the service user.',
		},
		{
			displayName: 'LN Path',
			name: 'lnPath',
			type: 'string',
			default: 'LN/lnapi',
			description:
				'Where the gateway has LN, behind the tenant. Your Infor administrator chose it.',
		},
		{
			displayName: 'Page Size',
			name: 'pageSize',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 5000 },
			default: 500,
			description:
				'Rows asked for per call. LN gives 25 unless asked; smaller pages help when the gateway times out.',
		},
	],
};

export interface LnOptions extends LnSettings {
	includeRaw: boolean;
	codeMappings: CodeMapping[];
}

/** The LN settings of one item, checked. */
export function readLnOptions(context: IExecuteFunctions, item: number): LnOptions {
	const company = asText(context.getNodeParameter('company', item, '')).trim();
	if (!/^\d{1,4}$/.test(company)) {
		const said = company ? say('company_wrong', { company }) : say('company_missing');
		throw operationError(context.getNode(), said, item);
	}
	const options = context.getNodeParameter('options', item, {}) as Partial<LnSettings> & {
		includeRaw?: boolean;
		codeMappings?: { code?: Array<{ kind: CodeKind; from: string; to: string }> };
	};
	return {
		company,
		language: asText(options.language).trim() || 'en-US',
		pageSize: Number(options.pageSize) > 0 ? Number(options.pageSize) : 500,
		lnPath: asText(options.lnPath).trim() || 'LN/lnapi',
		includeRaw: options.includeRaw === true,
		codeMappings: options.codeMappings?.code ?? [],
	};
}

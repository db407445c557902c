import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import { MASTER_RESOURCES, optionsField } from '../optionFields';

export const lnFields: INodeProperties[] = [
	companyField('ln', { example: '1300', is: 'Number of the LN company' }, [
		...MASTER_RESOURCES,
		'apiRequest',
	]),
	optionsField(
		'ln',
		[
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
		[...MASTER_RESOURCES, 'apiRequest'],
	),
];

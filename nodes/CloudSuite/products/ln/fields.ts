import type { INodeProperties } from 'n8n-workflow';
import { companyField } from '../companyField';
import { MASTER_RESOURCES, optionsField } from '../optionFields';
import { pickedField } from '../pickedField';
import { NAMED_SETS, pathOf } from './places';

/** "Changed By" for one kind of record. */
function changedByField(
	name: string,
	resources: string[],
	placeholder: string,
	description: string,
): INodeProperties {
	return {
		...pickedField(
			{ displayName: 'Changed By', name, description },
			{ searchListMethod: 'searchDateColumns', placeholder },
		),
		displayOptions: { show: { '/resource': resources } },
	};
}

export const lnFields: INodeProperties[] = [
	companyField('ln', { example: '1300', is: 'Number of the LN company' }, [
		...MASTER_RESOURCES,
		'apiRequest',
	]),
	optionsField(
		'ln',
		[
			changedByField(
				'changedBy',
				['customer', 'contact'],
				'e.g. LastModificationDate',
				'The column of business partners with their date of change, if your tenant has added one: then "Modified Since" and the trigger go by it. Without it, all are read and compared. Joined sets are asked by a column of the same name; what a set without one changes is not found this way.',
			),
			changedByField(
				'itemChangedBy',
				['item', 'itemPrice'],
				'e.g. LastModificationDate',
				'The column of items with their date of change, where it is not LastModificationDate',
			),
			{
				displayName: 'Entity Sets',
				name: 'entitySets',
				type: 'fixedCollection',
				typeOptions: { multipleValues: true },
				placeholder: 'Add Entity Set',
				default: {},
				description:
					'Where your tenant has its customers and items, if not in the services Infor delivers, e.g. in a service of its own. The columns must have the same names.',
				options: [
					{
						displayName: 'Entity Set',
						name: 'set',
						values: [
							{
								displayName: 'Of',
								name: 'of',
								type: 'options',
								options: NAMED_SETS.map(([name, set]) => ({ name, value: pathOf(set) })),
								default: 'tcapi.comBusinessPartner/BusinessPartners',
							},
							pickedField(
								{
									displayName: 'Entity Set',
									name: 'place',
									description:
										'Service and set. LN has no list of services: type the name of a service to see what is in it.',
								},
								{
									searchListMethod: 'searchEntitySets',
									placeholder: 'e.g. tx.acmeCustomer/Customers',
								},
							),
						],
					},
				],
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
		[...MASTER_RESOURCES, 'apiRequest'],
	),
];

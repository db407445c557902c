import type { INodeProperties } from 'n8n-workflow';
import { namePolicyField } from '../../operations/upsert/namePolicy';
import { parentFields } from '../../operations/upsert/parentFields';
import type { ParentSetting } from '../../operations/upsert/resource';

/** What a price needs besides key and mapping. */
export function priceParameters(item: ParentSetting): INodeProperties[] {
	return [
		...parentFields(item),
		{
			displayName: 'Amounts Are In',
			name: 'amounts',
			type: 'options',
			options: [
				{
					name: 'Decimals (Multi-Decimal Pricing)',
					value: 'decimal',
					description: 'Sent as they are; only for sites with multi-decimal pricing',
				},
				{
					name: 'Major Units',
					value: 'major',
					description: 'E.g. 12.50 for EUR and 1250 for JPY, as in CloudSuite',
				},
				{
					name: 'Minor Units',
					value: 'minor',
					description: "Chargebee's own form, e.g. 1250 for 12.50 EUR and 1250 for JPY 1,250",
				},
			],
			default: 'major',
			description: 'How prices, also those of tiers, are written in the mapped values',
		},
		{
			displayName: 'Pricing Model of New Prices',
			name: 'pricingModel',
			type: 'options',
			options: [
				{ name: 'Flat Fee', value: 'flat_fee', description: 'The same whatever the quantity' },
				{ name: 'Per Unit', value: 'per_unit', description: 'Price times quantity' },
				{
					name: 'Stairstep',
					value: 'stairstep',
					description: 'One price for the range the quantity is in; needs tiers',
				},
				{ name: 'Tiered', value: 'tiered', description: 'Each unit at its tier; needs tiers' },
				{
					name: 'Volume',
					value: 'volume',
					description: 'All units at the tier the quantity is in; needs tiers',
				},
			],
			default: 'per_unit',
			description: 'Used where no pricing_model is mapped; existing prices keep theirs',
		},
		{
			displayName: 'Period of New Prices',
			name: 'period',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 1,
			description: 'Used where no period is mapped, for plans and addons; charges have none',
		},
		{
			displayName: 'Period Unit of New Prices',
			name: 'periodUnit',
			type: 'options',
			options: [
				{ name: 'Day', value: 'day' },
				{ name: 'Month', value: 'month' },
				{ name: 'Week', value: 'week' },
				{ name: 'Year', value: 'year' },
			],
			default: 'month',
			description: 'Used where no period_unit is mapped, for plans and addons',
		},
		namePolicyField('an item price', 'numberAndName'),
	];
}

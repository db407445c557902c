import type { INodeProperties } from 'n8n-workflow';
import type { ParentSetting } from './resource';

/** The fields in which the parent of a record is given: by CloudSuite key, or by Chargebee ID. */
export function parentFields({
	label,
	defaultKey,
	placeholder,
	description,
	optional,
}: ParentSetting): INodeProperties[] {
	const byKey = {
		name: 'CloudSuite Key',
		value: 'key',
		description: 'Found like any other record of this sync',
	};
	const byId = { name: 'Chargebee ID', value: 'id' };
	return [
		{
			displayName: `Find ${label} By`,
			name: 'parentBy',
			type: 'options',
			options: optional ? [byId, byKey, { name: 'None', value: 'none' }] : [byId, byKey],
			default: optional ? 'none' : 'key',
			description,
		},
		{
			displayName: `CloudSuite Key of ${label}`,
			name: 'parentKey',
			type: 'string',
			default: defaultKey,
			placeholder,
			displayOptions: { show: { parentBy: ['key'] } },
		},
		{
			displayName: `${label} ID`,
			name: 'parentId',
			type: 'string',
			default: '',
			description: optional
				? "The parent's ID in Chargebee"
				: 'The ID in Chargebee; empty takes it from the mapped values',
			displayOptions: { show: { parentBy: ['id'] } },
		},
	];
}

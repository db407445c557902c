import type { INodeProperties } from 'n8n-workflow';
import { parseSourceKey } from '../../../shared/source/sourceKey';
import { beginning } from '../../../shared/text';

export type NamePolicy = 'asIs' | 'numberAndName' | 'nameAndNumber' | 'companyNumberAndName';

/**
 * A name that stays unique: Chargebee takes each name once, CloudSuite descriptions repeat. It depends on nothing but the
 * record itself, so it never changes because another record came or went. What is too long loses the end of the
 * description, never the number.
 */
export function uniqueName(
	policy: NamePolicy,
	name: string,
	sourceKey: string,
	maxLength: number,
): string {
	const parts = parseSourceKey(sourceKey);
	const text = name.trim().replace(/\s+/g, ' ');
	if (policy === 'asIs' || !parts || text === '') return name;
	const number = policy === 'companyNumberAndName' ? `${parts.company} ${parts.id}` : parts.id;
	if (policy === 'nameAndNumber') {
		const end = ` (${number})`;
		return `${beginning(text, Math.max(maxLength - end.length, 0)).trimEnd()}${end}`.trim();
	}
	return beginning(`${number} - ${text}`, maxLength).trimEnd();
}

export function namePolicyField(what: string, defaultPolicy: NamePolicy): INodeProperties {
	return {
		displayName: 'Name Policy',
		name: 'namePolicy',
		type: 'options',
		options: [
			{
				name: 'As Mapped',
				value: 'asIs',
				description: 'A name another record has already is reported as a conflict',
			},
			{
				name: 'Company, Number and Name',
				value: 'companyNumberAndName',
				description: 'When several companies share item numbers, e.g. 1300 A100 - Steel Bolt',
			},
			{ name: 'Name and Number', value: 'nameAndNumber', description: 'E.g. Steel Bolt (A100)' },
			{ name: 'Number and Name', value: 'numberAndName', description: 'E.g. A100 - Steel Bolt' },
		],
		default: defaultPolicy,
		description: `Chargebee takes each name of ${what} only once, and CloudSuite descriptions repeat: the number of the CloudSuite key keeps names unique`,
	};
}

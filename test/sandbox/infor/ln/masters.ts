import type { ProductMasters } from '../masters';
import { masterRows } from '../masters';
import { PROJECT_LENGTH } from '../../seed/items';
import type { LnData } from './data';

/** Business partners have no date of change; items have one, to the second. */
export function lnMasters({ businessPartners, items }: LnData): ProductMasters {
	return {
		customers: masterRows(businessPartners, {
			idOf: ({ BusinessPartner: code, BusinessPartnerRole: role }) =>
				role.startsWith('Customer') ? code.trim() : undefined,
			asId: (id) => ({ BusinessPartner: id }),
			change: (name) => ({ Name: name }),
		}),
		items: masterRows(items, {
			idOf: ({ Item: key }) => {
				const project = key.slice(0, PROJECT_LENGTH).trim();
				const code = key.slice(PROJECT_LENGTH).trim();
				return project === '' ? code : `${project}/${code}`;
			},
			asId: (id) => {
				const [project, code] = id.includes('/') ? id.split('/') : ['', id];
				return { Item: `${project?.padEnd(PROJECT_LENGTH)}${code}`, Project: project || null };
			},
			change: (name, at) => ({
				Description: name,
				LastModificationDate: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'),
			}),
		}),
	};
}

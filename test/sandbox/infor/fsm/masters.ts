import type { KeptMasters, ProductMasters } from '../masters';
import type { FsmData, FsmRecord } from './data';
import { FSM_GROUP } from './seed';

export function fsmMasters(data: FsmData): ProductMasters {
	return {
		customers: ofClass(data, 'Customer', { group: 'CustomerGroup', name: 'Name' }),
		items: ofClass(data, 'Item', { group: 'ItemGroup', name: 'Description' }),
	};
}

/** A deleted record stays for those who ask what changed, and may come back. */
function ofClass(
	{ classes }: FsmData,
	name: 'Customer' | 'Item',
	fieldOf: { group: string; name: string },
): KeptMasters {
	const all = classes[name]?.records ?? [];
	const records = () => all.filter(({ fields }) => fields.FinanceEnterpriseGroup === FSM_GROUP);
	const idOf = ({ fields }: FsmRecord) => `${fields[fieldOf.group]}/${fields[name]}`;
	const find = (id: string) => records().find((record) => idOf(record) === id);
	return {
		ids: () =>
			records()
				.filter(({ deletedAt }) => deletedAt === undefined)
				.map(idOf),
		write: (id, text, at) => {
			const [group = '', code = ''] = id.split('/');
			const kept = find(id);
			const isNew = kept?.deletedAt !== undefined || kept === undefined;
			const record = kept ?? structuredClone(records()[0] as FsmRecord);
			Object.assign(record.fields, {
				[fieldOf.group]: group,
				[name]: code,
				[fieldOf.name]: text,
			});
			delete record.deletedAt;
			record.changedAt = at;
			if (isNew) record.addedAt = at;
			if (!kept) all.push(record);
		},
		remove: (id, at) => {
			const record = find(id);
			if (record) record.deletedAt = at;
		},
	};
}

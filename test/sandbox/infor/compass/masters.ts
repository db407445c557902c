import { PROJECT_LENGTH } from '../../seed/items';
import type { KeptMasters, ProductMasters } from '../masters';
import type { LakeRow } from './data';
import type { Lake } from './lake';
import { COMPANY } from './seed';

/** LN's customers and items of the sample company. What changes arrives in the lake as of the moment of the change. */
export function lakeMasters(lake: Lake): ProductMasters {
	return {
		customers: ofTable(lake, 'LN_tccom100', {
			idOf: ({ bpid, bprl }) => ([2, 4].includes(Number(bprl)) ? String(bpid).trim() : undefined),
			keyOf: (id) => ({ bpid: id }),
			change: (name) => ({ nama__en_us: name, bprl: 2 }),
		}),
		items: ofTable(lake, 'LN_tcibd001', {
			idOf: ({ item }) => {
				const [project, code] = [
					String(item).slice(0, PROJECT_LENGTH).trim(),
					String(item).slice(PROJECT_LENGTH).trim(),
				];
				return project === '' ? code : `${project}/${code}`;
			},
			keyOf: (id) => {
				const [project = '', code = ''] = id.includes('/') ? id.split('/') : ['', id];
				return { item: `${project.padEnd(PROJECT_LENGTH)}${code}`, cprj: project };
			},
			change: (name) => ({ dsca__en_us: name }),
		}),
	};
}

function ofTable(
	lake: Lake,
	table: string,
	{
		idOf,
		keyOf,
		change,
	}: {
		idOf: (row: LakeRow) => string | undefined;
		keyOf: (id: string) => LakeRow;
		change: (name: string) => LakeRow;
	},
): KeptMasters {
	const kept = () => lake.rows(table).filter(({ compnr }) => compnr === COMPANY);
	const find = (id: string) => kept().find((row) => idOf(row) === id);
	return {
		ids: () =>
			kept()
				.filter(({ deleted }) => !deleted)
				.map(idOf)
				.filter((id) => id !== undefined),
		write: (id, name, at) => {
			const row = find(id) ?? { ...kept()[0], ...keyOf(id) };
			lake.put(table, { ...row, ...change(name), deleted: false }, at);
		},
		remove: (id, at) => {
			const row = find(id);
			if (row) lake.remove(table, row, at);
		},
	};
}

import type { ProductMasters } from '../masters';
import { masterRows } from '../masters';
import type { M3Data } from './data';
import { M3_COMPANY } from './seed';

/** Changes are dated by the day, here of UTC. */
export function m3Masters({ companies }: M3Data): ProductMasters {
	const { customers = [], items = [] } = companies[M3_COMPANY] ?? {};
	return {
		customers: masterRows(customers, {
			idOf: ({ CUNO }) => CUNO,
			asId: (id) => ({ CUNO: id }),
			change: (name, at) => ({ CUNM: name, LMDT: dayOf(at) }),
		}),
		items: masterRows(items, {
			idOf: ({ ITNO }) => ITNO,
			asId: (id) => ({ ITNO: id }),
			change: (name, at) => ({ ITDS: name, LMDT: dayOf(at) }),
		}),
	};
}

function dayOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
}

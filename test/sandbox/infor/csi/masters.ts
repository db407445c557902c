import type { ProductMasters } from '../masters';
import { masterRows } from '../masters';
import type { CsiData } from './data';
import { CSI_CONFIGURATION, serverDate } from './seed';

/** A customer counts as changed by its own date or by that of its address; here it is the latter, as after a new name. */
export function csiMasters({ configurations }: CsiData): ProductMasters {
	const { customers = [], items = [] } = configurations[CSI_CONFIGURATION] ?? {};
	return {
		customers: masterRows(customers, {
			idOf: ({ CustNum: number, CustSeq: sequence }) =>
				sequence === '0' ? (number ?? '').trim() : undefined,
			asId: (id) => ({
				CustNum: /^\d+$/.test(id) ? id.padStart(7) : id,
				RowPointer: `row-${id}`,
			}),
			change: (name, at) => ({ Name: name, AdrRecordDate: serverDate(at) }),
		}),
		items: masterRows(items, {
			idOf: ({ Item: number }) => number ?? undefined,
			asId: (id) => ({ Item: id, RowPointer: `row-${id}` }),
			change: (name, at) => ({ Description: name, RecordDate: serverDate(at) }),
		}),
	};
}

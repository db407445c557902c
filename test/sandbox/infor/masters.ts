import { lakeMasters } from './compass/masters';
import { csiMasters } from './csi/masters';
import { fsmMasters } from './fsm/masters';
import { lnMasters } from './ln/masters';
import { m3Masters } from './m3/masters';
import type { InforState } from './state';

/** Records of one kind as somebody who works in CloudSuite sees them, whichever product holds them. */
export interface KeptMasters {
	/** As the nodes tell them. */
	ids(): string[];
	/** Gives a record another name, or enters one with that id, as of `at` (milliseconds). */
	write(id: string, name: string, at: number): void;
	remove(id: string, at: number): void;
}

export interface ProductMasters {
	customers: KeptMasters;
	items: KeptMasters;
}

export type SandboxProduct = 'ln' | 'm3' | 'fsm' | 'csi' | 'dataFabric';

/** The sample company of each product. */
export const MASTERS: Record<SandboxProduct, (state: InforState) => ProductMasters> = {
	ln: ({ data }) => lnMasters(data),
	m3: ({ m3 }) => m3Masters(m3),
	fsm: ({ fsm }) => fsmMasters(fsm),
	csi: ({ csi }) => csiMasters(csi),
	dataFabric: ({ compass }) => lakeMasters(compass.lake),
};

export const SANDBOX_PRODUCTS = Object.keys(MASTERS) as SandboxProduct[];

/** Masters kept as a list of rows, one row each. */
export function masterRows<T extends object>(
	rows: T[],
	{
		idOf,
		asId,
		change,
	}: {
		/** `undefined` for a row that is none of these. */
		idOf: (row: T) => string | undefined;
		/** What makes a row one of that id. */
		asId: (id: string) => Partial<T>;
		change: (name: string, at: number) => Partial<T>;
	},
): KeptMasters {
	const find = (id: string) => rows.findIndex((row) => idOf(row) === id);
	return {
		ids: () => rows.map(idOf).filter((id) => id !== undefined),
		write: (id, name, at) => {
			const row = rows[find(id)];
			if (row) Object.assign(row, change(name, at));
			else rows.push({ ...(rows[0] as T), ...asId(id), ...change(name, at) });
		},
		remove: (id) => {
			const at = find(id);
			if (at >= 0) rows.splice(at, 1);
		},
	};
}

import type { IDataObject } from 'n8n-workflow';
import { rowsOf } from './records';
import type { Bench } from './setup';

export interface Slice {
	company: string;
	count: number;
	next: string | null;
	isLast: boolean;
	records: Array<{ key: string }>;
}

export async function sliceOf(bench: Bench, parameters: IDataObject): Promise<Slice> {
	const result = await bench.run({ operation: 'slice', ...parameters });
	const [slice, ...others] = rowsOf<Slice>(result);
	expect(others).toEqual([]);
	return slice as Slice;
}

export async function allSlices(bench: Bench, parameters: IDataObject): Promise<Slice[]> {
	const slices: Slice[] = [];
	for (let after = ''; ;) {
		const slice = await sliceOf(bench, { ...parameters, after });
		slices.push(slice);
		if (slice.next === null) return slices;
		after = slice.next;
	}
}

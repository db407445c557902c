import type { IDataObject } from 'n8n-workflow';
import type { SourceCustomer } from '../../../nodes/shared/source/sourceCustomer';
import type { SourceItem } from '../../../nodes/shared/source/sourceItem';
import type { NodeResult } from '../harness/runNode';
import type { Bench } from './setup';

/** The records of any resource; fails the test when the node fails. */
export function rowsOf<T>({ outputs, error }: NodeResult): T[] {
	if (error) throw error;
	return (outputs[0] ?? []).map(({ json }) => json as T);
}

/** Reads the sample company of one product. @param product the node parameters that select it */
export function readerOf(product: IDataObject) {
	return {
		readCustomers: async (bench: Bench, parameters: IDataObject = {}): Promise<SourceCustomer[]> =>
			rowsOf(await bench.run({ ...product, ...parameters })),

		readItems: async (bench: Bench, parameters: IDataObject = {}): Promise<SourceItem[]> =>
			rowsOf(await bench.run({ ...product, resource: 'item', ...parameters })),

		/** What went wrong, message and action; fails the test when nothing did. */
		failureOf: async (
			bench: Bench,
			parameters: IDataObject = {},
		): Promise<{ message: string; description: string }> => {
			const { error, outputs } = await bench.run({ ...product, ...parameters });
			if (!error) throw new Error('nothing went wrong');
			expect(outputs.flat()).toEqual([]);
			return {
				message: error.message,
				description: (error as { description?: string }).description ?? '',
			};
		},
	};
}

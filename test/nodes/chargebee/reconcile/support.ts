import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../../../../nodes/Chargebee/reconcile/finding';
import type { Totals } from '../../../../nodes/Chargebee/reconcile/totals';
import type { Bench, RunOptions } from '../setup';

/** A finding, and the input item it is paired with. */
export type Found = Finding & { item: number | undefined };

export interface Reconciled {
	findings: Found[];
	hint: string;
	calls: number;
}

/** One Reconcile; what agrees is listed too, unless told otherwise. */
export async function reconcile(
	bench: Bench,
	items: IDataObject[],
	parameters: IDataObject = {},
	options: IDataObject = { includeAgreeing: true },
	runOptions: RunOptions = {},
): Promise<Reconciled> {
	bench.newCalls();
	const { outputs, error, hints } = await bench.run(
		{ resource: 'customer', operation: 'reconcile', ...parameters, options },
		items,
		runOptions,
	);
	if (error) throw error;
	const calls = bench.newCalls();
	expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
	expect(outputs[1] ?? []).toEqual([]);
	return {
		findings: (outputs[0] ?? []).map(({ json, pairedItem }) => {
			const pair = Array.isArray(pairedItem) ? pairedItem[0] : pairedItem;
			const item = typeof pair === 'object' ? pair.item : pair;
			return { ...(json as unknown as Finding), item };
		}),
		hint: hints[0]?.message ?? '',
		calls: calls.length,
	};
}

/** The counts of one Reconcile. */
export async function summary(
	bench: Bench,
	items: IDataObject[],
	parameters: IDataObject = {},
): Promise<Totals> {
	const { findings } = await reconcile(bench, items, {
		reconcileOutput: 'summary',
		...parameters,
	});
	expect(findings).toHaveLength(1);
	return findings[0] as unknown as Totals;
}

/** Findings in short, in a certain order: kind, key and id. */
export function inShort(findings: readonly Finding[]): string[] {
	return findings
		.map(({ finding, sourceKey, chargebeeId }) =>
			[finding, sourceKey ?? '-', finding === 'duplicate' ? '' : (chargebeeId ?? '-')].join(' '),
		)
		.sort();
}

import type { IDataObject } from 'n8n-workflow';
import type { OutcomeRow } from '../../../../nodes/Chargebee/upsert/row';
import { checkRequestAgainstSdk } from '../../../contract/sdkSchemas';
import type { HistoryEntry } from '../../../sandbox/shared/server';
import type { Bench, RunOptions, StartOptions } from '../setup';
import { API_KEY, startBench, stopBenches } from '../setup';

export type Resource = 'contact' | 'customer' | 'item' | 'itemFamily' | 'itemPrice';

const started: Array<{ bench: Bench; meantToLose: readonly string[] }> = [];

/**
 * A bench whose every request is held to the official SDK's schemas when the test is over. Members of metadata that are
 * cleared on purpose are left out of what is sent, which only the test can tell from a loss.
 */
export async function start(
	options: StartOptions = {},
	meantToLose: readonly string[] = [],
): Promise<Bench> {
	const bench = await startBench(options);
	started.push({ bench, meantToLose });
	return bench;
}

/** What holds after every test: requests the SDK would have sent, and no rule of the sandbox broken. */
export async function finish(): Promise<void> {
	const benches = started.splice(0);
	await stopBenches();
	for (const {
		bench: { sandbox },
		meantToLose,
	} of benches) {
		expect(sandbox.history.flatMap(checkRequestAgainstSdk)).toEqual([]);
		const meant = (violation: string) =>
			meantToLose.some((name) => violation.endsWith(`lost ${name}`));
		expect(sandbox.violations().filter((violation) => !meant(violation))).toEqual([]);
	}
}

/** The rows of one "Create or Update", in the order of the items. */
export async function upsert(
	bench: Bench,
	resource: Resource,
	items: IDataObject[],
	parameters: IDataObject = {},
	options: RunOptions = {},
): Promise<OutcomeRow[]> {
	const result = await bench.run({ resource, operation: 'upsert', ...parameters }, items, options);
	if (result.error) throw result.error;
	return result.outputs
		.flat()
		.map(({ json, pairedItem }) => ({
			row: (json.details ?? json) as unknown as OutcomeRow,
			item: typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0,
		}))
		.sort((a, b) => a.item - b.item)
		.map(({ row }) => row);
}

/** The rows of a run that is to leave no problem behind. */
export async function written(...args: Parameters<typeof upsert>): Promise<OutcomeRow[]> {
	const rows = await upsert(...args);
	const problems = rows.filter(({ code }) => code !== null);
	expect(problems.map(({ outcome, code, reason }) => ({ outcome, code, reason }))).toEqual([]);
	return rows;
}

export function posts(bench: Bench): HistoryEntry[] {
	return bench.newCalls().filter(({ method }) => method === 'POST');
}

/** The parameters of a request, decoded. */
export function form({ body }: HistoryEntry): Record<string, string> {
	return Object.fromEntries(new URLSearchParams(body));
}

/** Makes requests take so many turns of the event loop that those sent together are worked on together. */
export function overlapping({ clock }: Bench): void {
	const sleep = clock.sleep.bind(clock);
	jest.spyOn(clock, 'sleep').mockImplementation(async (ms) => {
		for (let turn = 0; turn < 200; turn += 1) await new Promise((resolve) => setImmediate(resolve));
		await sleep(ms);
	});
}

/** What somebody else does over the API. */
export async function byHand({ sandbox }: Bench, path: string, body: string): Promise<void> {
	const { status } = await fetch(`${sandbox.url}/api/v2/${path}`, {
		method: 'POST',
		headers: {
			authorization: `Basic ${Buffer.from(`${API_KEY}:`).toString('base64')}`,
			'content-type': 'application/x-www-form-urlencoded',
			'chargebee-idempotency-key': `by hand ${path} ${body}`,
		},
		body,
	});
	expect(status).toBe(200);
}

export function rules(...pairs: Array<[field: string, rule: string]>): IDataObject {
	return { fieldRules: { rule: pairs.map(([field, rule]) => ({ field, rule })) } };
}

export const key = (id: string) => `ln:ACME_TST:1300:${id}`;
export const FAMILY = { id: 'fam', name: 'Family', status: 'active' };
export const PLAN = {
	...{ id: 'plan', name: 'A plan', type: 'plan', item_family_id: 'fam', status: 'active' },
	...{ metadata: { cloudsuite: key('PLAN') } },
};
export const CHARGE = { ...PLAN, id: 'charge', name: 'A charge', type: 'charge', metadata: {} };
/** A site with a family, a plan and a charge. */
export const CATALOG = { itemFamilies: [FAMILY], items: [PLAN, CHARGE] };
export const OF_PLAN = { parentBy: 'id', parentId: 'plan' };
export const OF_CHARGE = { parentBy: 'id', parentId: 'charge' };
export const OF_FAMILY = { parentBy: 'id', parentId: 'fam' };

/** One record of each resource, with what it hangs on. */
export interface Sample {
	resource: Resource;
	world: StartOptions;
	item: IDataObject;
	/** A field that can be set to anything, and two values of it. */
	field: string;
	values: [string, string];
	parameters: IDataObject;
	/** The value as Chargebee has it. */
	stored: (bench: Bench) => unknown;
}

export const SAMPLES: Sample[] = [
	{
		resource: 'customer',
		world: {},
		item: { key: key('C1'), company: 'Öhlund', email: 'ap@ohlund.test' },
		field: 'company',
		values: ['Öhlund A', 'Öhlund B'],
		parameters: {},
		stored: ({ sandbox }) => sandbox.customer('ln-1300-C1')?.company,
	},
	{
		resource: 'contact',
		world: { customers: [{ id: 'cust' }] },
		item: { key: key('P1'), email: 'ada@ohlund.test' },
		field: 'first_name',
		values: ['Ada', 'Adele'],
		parameters: { parentBy: 'id', parentId: 'cust' },
		stored: ({ sandbox }) =>
			(sandbox.customer('cust')?.contacts as IDataObject[] | undefined)?.[0]?.first_name,
	},
	{
		resource: 'itemFamily',
		world: {},
		item: { familyKey: key('F1'), name: 'Bolts' },
		field: 'description',
		values: ['Steel', 'Brass'],
		parameters: {},
		stored: ({ sandbox }) => sandbox.record('item_families', 'ln-1300-F1')?.description,
	},
	{
		resource: 'item',
		world: { itemFamilies: [FAMILY] },
		item: { key: key('I1'), name: 'Bolt', type: 'charge' },
		field: 'description',
		values: ['Steel', 'Brass'],
		parameters: OF_FAMILY,
		stored: ({ sandbox }) => sandbox.record('items', 'ln-1300-I1')?.description,
	},
	{
		resource: 'itemPrice',
		world: CATALOG,
		item: { priceKey: key('I1-EUR'), name: 'Bolt', currency_code: 'EUR', price: '12.50' },
		field: 'description',
		values: ['Steel', 'Brass'],
		parameters: OF_PLAN,
		stored: ({ sandbox }) => sandbox.record('item_prices', 'ln-1300-I1-EUR')?.description,
	},
];

/** Options that take the decisions of a review from the items. */
export const REVIEWED = {
	decision: '={{ $json.decision ?? "" }}',
	decisionId: '={{ $json.decision_id ?? "" }}',
};

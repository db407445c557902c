import type { IDataObject } from 'n8n-workflow';
import { ChargebeeSyncApi } from '../../../credentials/ChargebeeSyncApi.credentials';
import { ChargebeeSync } from '../../../nodes/Chargebee/ChargebeeSync.node';
import type { CountedRow } from '../../../nodes/Chargebee/upsert/calls';
import { systemClock } from '../../../nodes/shared/http/clock';
import { forgetGovernors } from '../../../nodes/shared/pace/registry';
import type { ChargebeeSandbox } from '../../sandbox/chargebee';
import { startChargebeeSandbox } from '../../sandbox/chargebee';
import { ManualClock } from '../../sandbox/shared/clock';
import { runNode } from '../harness/runNode';

export const API_KEY = 'test_sandbox_full_access_key';

export type StartOptions = NonNullable<Parameters<typeof startChargebeeSandbox>[0]>;

/** One site and one clock for both sides: waits cost no time, and limits are real. */
export interface Bench {
	clock: ManualClock;
	sandbox: ChargebeeSandbox;
	/** Runs Create or Update over these items. */
	upsert: (items: IDataObject[], options?: UpsertOptions) => Promise<UpsertResult>;
	run: (
		parameters: IDataObject,
		items?: IDataObject[],
		options?: RunOptions,
	) => ReturnType<typeof runNode>;
	/** Requests since the last call of this function. */
	newCalls: () => ChargebeeSandbox['history'];
}

export interface RunOptions {
	onError?: 'stopWorkflow' | 'continueRegularOutput' | 'continueErrorOutput';
	apiKey?: string;
	/** What the credential declares its site to be. */
	environment?: 'test' | 'live';
	cancelWhen?: (sandbox: ChargebeeSandbox) => boolean;
	retryOnFail?: boolean;
}

export interface UpsertOptions extends RunOptions {
	parameters?: IDataObject;
}

export interface UpsertResult {
	/** Outcome records in input order, of both outputs. */
	rows: CountedRow[];
	success: IDataObject[];
	failures: IDataObject[];
	error: Error | undefined;
	hints: string[];
	status: string;
}

const open: ChargebeeSandbox[] = [];

export async function startBench(options: StartOptions = {}): Promise<Bench> {
	forgetGovernors();
	const clock = new ManualClock();
	jest.spyOn(systemClock, 'now').mockImplementation(() => clock.now());
	jest.spyOn(systemClock, 'sleep').mockImplementation((ms) => clock.sleep(ms));
	const sandbox = await startChargebeeSandbox({ requestsPerMinute: 1000, ...options, clock });
	open.push(sandbox);
	let seen = 0;

	const run: Bench['run'] = (parameters, items = [{}], runOptions = {}) =>
		runNode({
			nodeType: new ChargebeeSync(),
			parameters: { resource: 'customer', ...parameters },
			credentials: {
				chargebeeSyncApi: {
					site: 'acme-test',
					apiKey: runOptions.apiKey ?? API_KEY,
					plan: 'custom',
					environment: runOptions.environment ?? 'unchecked',
					requestsPerMinute: options.requestsPerMinute ?? 1000,
					baseUrl: sandbox.url,
				},
			},
			credentialTypes: [new ChargebeeSyncApi()],
			items: items.map((json) => ({ json })),
			onError: runOptions.onError ?? 'continueErrorOutput',
			...(runOptions.retryOnFail ? { retryOnFail: true } : {}),
			...(runOptions.cancelWhen
				? { cancelWhen: () => runOptions.cancelWhen?.(sandbox) ?? false }
				: {}),
		});

	return {
		clock,
		sandbox,
		run,
		upsert: async (items, { parameters = {}, ...runOptions } = {}) => {
			const result = await run(
				{ operation: 'upsert', sourceKey: '={{ $json.key }}', ...upsertDefaults(), ...parameters },
				items,
				runOptions,
			);
			const [success = [], failures = []] = result.outputs.map((output) =>
				output.map(({ json }) => json),
			);
			const rows = [
				...success,
				...failures.map((json) => json.details as IDataObject),
			] as unknown as CountedRow[];
			const order = items.map(({ key }) => key);
			rows.sort((a, b) => order.indexOf(a?.sourceKey) - order.indexOf(b?.sourceKey));
			return {
				rows,
				success,
				failures,
				error: result.error,
				hints: result.hints.map(({ message }) => message),
				status: result.status,
			};
		},
		newCalls: () => {
			const fresh = sandbox.history.slice(seen);
			seen = sandbox.history.length;
			return fresh;
		},
	};
}

function upsertDefaults(): IDataObject {
	return {
		columns: { mappingMode: 'autoMapInputData', value: null },
		matchKeys: { key: [{ field: 'vat_number' }, { field: 'email' }] },
		preview: false,
		options: {},
	};
}

export async function stopBenches(): Promise<void> {
	jest.restoreAllMocks();
	await Promise.all(open.splice(0).map((sandbox) => sandbox.stop()));
}

/** A mapped customer, as the template's mapping step gives it. */
export function customer(n: number, fields: IDataObject = {}): IDataObject {
	return {
		key: `ln:ACME_TST:1300:C${String(n).padStart(6, '0')}`,
		company: `Company ${n}`,
		email: `ap${n}@company${n}.test`,
		billing_address_city: 'Oslo',
		billing_address_country: 'NO',
		...fields,
	};
}

export function customers(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => customer(index + 1));
}

/** What must hold after anything: nobody twice, nothing the sandbox calls a broken rule. */
export function expectNoDuplicates(sandbox: ChargebeeSandbox): void {
	const live = sandbox.customers().filter(({ deleted }) => !deleted);
	const references = live
		.map(({ meta_data }) => (meta_data as IDataObject | undefined)?.cloudsuite)
		.filter(Boolean);
	expect(new Set(references).size).toBe(references.length);
	expect(sandbox.violations()).toEqual([]);
}

export function outcomes(rows: readonly CountedRow[]): string[] {
	return rows.map(({ outcome }) => outcome);
}

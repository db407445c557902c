import type { Execution } from '../../../host/n8nClient';
import type { TemplateFile } from '../../../host/templates';
import { MANUAL_TRIGGER, RETRY_FAILED, RETRY_FAILED_ITEMS, TRIGGER } from '../../../host/templates';
import { LEDGER } from '../../../templates/storage/tables';
import { withSettings } from '../../withSettings';
import type { World } from '../../world';
import { startWorld } from '../../world';

export type Row = Record<string, unknown>;

const ACCEPTED: ReadonlySet<unknown> = new Set(['created', 'updated', 'linked', 'unchanged']);
export const isOpen = ({ outcome }: Row) => !ACCEPTED.has(outcome) && outcome !== 'ignored';
/** The record a row of the ledger keeps. */
export const sentOf = ({ payload }: Row) => JSON.parse(String(payload)) as Row;

export type Retrying = ReturnType<typeof retrying>;

/** A world for tests of retries, from before the first of them to after the last, and what they do in it. */
export function retrying(where: { postgres: boolean }) {
	let world = undefined as unknown as World;

	beforeAll(async () => {
		world = await startWorld(where);
	});
	afterAll(() => world?.end());

	const run = async (
		file: TemplateFile,
		settings: Row = {},
		trigger = MANUAL_TRIGGER,
	): Promise<Execution> => {
		const { n8n, credentials } = world;
		const id = await n8n.createWorkflow(
			await withSettings(world.file(file), credentials, settings),
		);
		if (trigger === TRIGGER) await n8n.publish(id);
		const execution = await n8n.run(id, trigger);
		expect([execution.status, execution.data?.resultData.error?.message]).toEqual([
			'success',
			undefined,
		]);
		if (trigger === TRIGGER) await n8n.unpublish(id);
		return execution;
	};
	const retry = async (settings: Row) =>
		await run(RETRY_FAILED, { waitMinutes: 0, maxAttempts: 20, ...settings });
	const retryItems = async (settings: Row) =>
		await run(RETRY_FAILED_ITEMS, { waitMinutes: 0, maxAttempts: 20, ...settings });

	const rows = async (flow: string) =>
		(await world.tables.rows(LEDGER)).filter((row) => row.flow === flow);
	const rowOf = async (flow: string, key: unknown) =>
		(await rows(flow)).find(({ source_key: one }) => one === key);
	const open = async (flow: string) => (await rows(flow)).filter(isOpen);
	const writes = () =>
		world
			.newCalls()
			.filter(({ method }) => method === 'POST')
			.map(({ path }) => path.replace('/api/v2', ''));

	/** What CloudSuite is asked meanwhile: paths. */
	async function asked<T>(work: () => Promise<T>): Promise<[T, string[]]> {
		const before = world.infor.history.length;
		const result = await work();
		return [result, world.infor.history.slice(before).map(({ path }) => path)];
	}

	/** Chargebee refuses what holds this text. */
	const refuse = (path: RegExp, body: RegExp) =>
		world.chargebee.faults.add({
			method: 'POST',
			path,
			body,
			times: 1000,
			effect: {
				kind: 'answer',
				status: 400,
				body: {
					...{ message: 'no', type: 'invalid_request' },
					...{ api_error_code: 'param_wrong_value', param: 'name' },
				},
			},
		});

	return { world: () => world, run, retry, retryItems, rows, rowOf, open, writes, asked, refuse };
}

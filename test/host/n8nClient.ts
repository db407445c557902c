import type { N8nApi } from './n8nApi';
import { openN8nApi } from './n8nApi';

export interface Login {
	email: string;
	password: string;
}

/** The part of an n8n execution, as its public API gives it, that is used here. */
export interface Execution {
	id: string;
	mode: string;
	/** `success`, `error`, `canceled` or `crashed` when it has ended. */
	status: string;
	data?: {
		resultData: {
			error?: { message: string };
			lastNodeExecuted?: string;
			runData: Record<string, NodeRun[]>;
		};
	};
}

export interface NodeRun {
	data?: { main: Array<Array<{ json: Record<string, unknown> }> | null> };
	hints?: Array<{ message: string }>;
}

export interface CredentialTest {
	status: 'OK' | 'Error';
	message?: string;
}

interface Named {
	id: string;
	name: string;
}

const UNFINISHED: ReadonlySet<string> = new Set(['new', 'running', 'waiting', 'unknown']);
const POLL_MS = 200;

/** n8n as a person uses it: credentials, workflows, executions and data tables. https://docs.n8n.io/api/ */
export class N8nClient {
	private constructor(private readonly n8n: N8nApi) {}

	/** Makes the owner account on a new n8n, signs in on a known one. */
	static async open(url: string, login: Login): Promise<N8nClient> {
		return new N8nClient(await openN8nApi(url, login));
	}

	/** Makes a credential, or brings the one of that name up to date; a token n8n keeps in it stays. */
	async saveCredential(
		name: string,
		type: string,
		data: Record<string, string | number | boolean>,
	): Promise<string> {
		const known = await this.n8n.list<Named & { type: string }>('/credentials');
		const existing = known.find((one) => one.name === name && one.type === type);
		if (existing) {
			const body = { name, data, isPartialData: true };
			await this.n8n.call('PATCH', `/credentials/${existing.id}`, body);
			return existing.id;
		}
		const { id } = await this.n8n.call<Named>('POST', '/credentials', { name, type, data });
		return id;
	}

	/** What n8n's "Test" button says. */
	async testCredential(id: string): Promise<CredentialTest> {
		return await this.n8n.call('POST', `/credentials/${id}/test`, {});
	}

	/** @returns its id, if there is a workflow of that name */
	async findWorkflow(name: string): Promise<string | undefined> {
		const all = await this.n8n.list<Named>('/workflows');
		return all.find((workflow) => workflow.name === name)?.id;
	}

	/** @param workflow as n8n exports it, without `id` and other traces of one installation */
	async createWorkflow(workflow: object): Promise<string> {
		const { id } = await this.n8n.call<Named>('POST', '/workflows', workflow);
		return id;
	}

	/** Replaces the saved workflow; the published one, if any, stays as it is until `publish`. */
	async updateWorkflow(id: string, workflow: object): Promise<void> {
		await this.n8n.call('PUT', `/workflows/${id}`, workflow);
	}

	/** From now on it runs by its schedule. n8n refuses nodes it does not know and missing credentials. */
	async publish(id: string): Promise<void> {
		await this.n8n.call('POST', `/workflows/${id}/publish`, {});
	}

	/** From now on it runs by hand only. */
	async unpublish(id: string): Promise<void> {
		await this.n8n.call('POST', `/workflows/${id}/unpublish`, {});
	}

	/** Starts the saved workflow from its trigger, and does not wait for it. */
	async begin(id: string, trigger: string): Promise<string> {
		const { executionId } = await this.n8n.editor<{ executionId: string }>(
			'POST',
			`/workflows/${id}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** Runs the saved workflow from its trigger, as the button in the editor does; gives it when it has ended. */
	async run(id: string, trigger: string): Promise<Execution> {
		return await this.result(await this.begin(id, trigger));
	}

	/** Waits until an execution has ended, and gives its status; its data may be too much to be asked for. */
	async ended(id: string): Promise<string> {
		for (;;) {
			const { status } = await this.n8n.call<Execution>('GET', `/executions/${id}`);
			if (!UNFINISHED.has(status)) return status;
			await new Promise((resolve) => setTimeout(resolve, POLL_MS));
		}
	}

	/** The executions a run of a workflow started of the same workflow, in their order: its slices. */
	async slicesOf(workflowId: string, run: Execution): Promise<Execution[]> {
		const all = await this.n8n.list<Execution>(`/executions?workflowId=${workflowId}`);
		const slices = all
			.filter(({ id, mode }) => mode === 'integrated' && Number(id) > Number(run.id))
			.sort((a, b) => Number(a.id) - Number(b.id));
		return await Promise.all(slices.map(({ id }) => this.result(id)));
	}

	/** Retries a failed execution from the node that failed; gives the new one when it has ended. */
	async retry(id: string): Promise<Execution> {
		const body = { loadWorkflow: false };
		const { id: retried } = await this.n8n.call<Named>('POST', `/executions/${id}/retry`, body);
		return await this.result(String(retried));
	}

	/** The nodes of a workflow as n8n has stored them. */
	async nodesOf(id: string): Promise<Array<{ type: string; webhookId?: string }>> {
		const { nodes } = await this.n8n.call<{
			nodes: Array<{ type: string; webhookId?: string }>;
		}>('GET', `/workflows/${id}`);
		return nodes;
	}

	/** Waits until n8n has stored what a trigger remembers between two polls. */
	async whenRemembered(workflowId: string, withinMs: number): Promise<void> {
		await until(withinMs, 'a trigger to store its state', async () => {
			const { staticData } = await this.n8n.call<{ staticData: unknown }>(
				'GET',
				`/workflows/${workflowId}`,
			);
			return staticData ?? undefined;
		});
	}

	/**
	 * Waits for an execution that nobody started in the editor, e.g. by a poll; gives it when it has ended.
	 * @param after the number of an execution that is not meant
	 */
	async startedByItself(
		workflowId: string,
		withinMs: number,
		startedBy: 'trigger' | 'webhook' = 'trigger',
		after = '0',
	): Promise<Execution> {
		const id = await until(withinMs, 'an execution that n8n starts by itself', async () => {
			const path = `/executions?workflowId=${workflowId}`;
			const all = await this.n8n.list<{ id: string; mode: string }>(path);
			return all.find(({ id, mode }) => mode === startedBy && Number(id) > Number(after))?.id;
		});
		return await this.result(String(id));
	}

	/** All rows of a data table; none when there is no such table. */
	async rows(table: string): Promise<Array<Record<string, unknown>>> {
		const found = await this.findTable(table);
		return found ? await this.n8n.list(`/data-tables/${found.id}/rows`) : [];
	}

	/** Waits until a data table has at least so many rows, and gives them all. */
	async whenRows(
		table: string,
		count: number,
		withinMs: number,
	): Promise<Array<Record<string, unknown>>> {
		return await until(withinMs, `${count} rows in ${table}`, async () => {
			const rows = await this.rows(table);
			return rows.length >= count ? rows : undefined;
		});
	}

	/** Changes the row with this number, as somebody does who edits a data table by hand. */
	async changeRow(table: string, id: unknown, data: Record<string, unknown>): Promise<void> {
		const found = await this.findTable(table);
		const body = { filter: byId(id), data };
		await this.n8n.call('PATCH', `/data-tables/${found?.id}/rows/update`, body);
	}

	/** Deletes the row with this number. */
	async deleteRow(table: string, id: unknown): Promise<void> {
		const found = await this.findTable(table);
		const filter = encodeURIComponent(JSON.stringify(byId(id)));
		await this.n8n.call('DELETE', `/data-tables/${found?.id}/rows/delete?filter=${filter}`);
	}

	/** Takes a column away from a data table: as it was before a version that has it. */
	async deleteColumn(table: string, column: string): Promise<void> {
		const path = `/data-tables/${(await this.findTable(table))?.id}/columns`;
		const columns = await this.n8n.call<Named[]>('GET', path);
		const found = columns.find(({ name }) => name === column);
		await this.n8n.call('DELETE', `${path}/${found?.id}`);
	}

	/** The names of all data tables. */
	async tableNames(): Promise<string[]> {
		return (await this.n8n.list<Named>('/data-tables')).map(({ name }) => name).sort();
	}

	/** Deletes a data table, if there is one of that name. */
	async deleteTable(table: string): Promise<void> {
		const found = await this.findTable(table);
		if (found) await this.n8n.call('DELETE', `/data-tables/${found.id}`);
	}

	private async findTable(name: string): Promise<Named | undefined> {
		return (await this.n8n.list<Named>('/data-tables')).find((table) => table.name === name);
	}

	/** Waits until an execution has ended, well or not, and gives it with the data of all its nodes. */
	private async result(id: string): Promise<Execution> {
		await this.ended(id);
		return await this.n8n.call('GET', `/executions/${id}?includeData=true`);
	}
}

const byId = (id: unknown) => ({
	...{ type: 'and', filters: [{ columnName: 'id', condition: 'eq', value: Number(id) }] },
});

/** Asks until there is an answer. @throws Error naming what was waited for */
async function until<T>(
	withinMs: number,
	what: string,
	ask: () => Promise<T | undefined>,
): Promise<T> {
	const end = Date.now() + withinMs;
	while (Date.now() < end) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await new Promise((resolve) => setTimeout(resolve, POLL_MS));
	}
	throw new Error(`n8n: waited ${withinMs / 1000} s for ${what}, in vain`);
}

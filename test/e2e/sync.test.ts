import { countOutcomes, hintsOf } from '../host/report';
import type { Execution } from '../host/n8nClient';
import type { Workflow } from '../host/templates';
import { loadTemplate, SYNC_CUSTOMERS, TRIGGER } from '../host/templates';
import { expectedFirstSync, seedCustomers } from '../sandbox/seed';
import { resting } from './resting';
import type { World } from './world';
import { startWorld } from './world';

const LEDGER = 'cloudsuite_sync_ledger';
const AUDIT = 'cloudsuite_sync_audit';
const CHECKPOINTS = 'cloudsuite_sync_checkpoints';

let world: World;
let template: Workflow;
let workflowId: string;

beforeAll(async () => {
	world = await startWorld();
	template = resting(await loadTemplate(SYNC_CUSTOMERS, world.credentials));
	workflowId = await world.n8n.createWorkflow(template);
	await world.n8n.publish(workflowId);
});
afterAll(() => world?.end());

const writes = (calls: ReturnType<World['newCalls']>) =>
	calls.filter(({ method }) => method === 'POST');
const nonZero = (counts: Record<string, number>) =>
	Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe('the credentials', () => {
	it('pass n8n’s own test', async () => {
		const { inforIonApi, chargebeeSyncApi } = world.credentials;
		for (const { id } of [inforIonApi, chargebeeSyncApi]) {
			expect(await world.n8n.testCredential(id)).toMatchObject({ status: 'OK' });
		}
	});

	it('say what is wrong when they are', async () => {
		const { n8n, infor } = world;
		const file = { ...infor.ionApi, sask: 'wrong-secret-key-0000' };
		const ion = await n8n.saveCredential('Wrong ION', 'inforIonApi', {
			ionApi: JSON.stringify(file),
			username: '',
			password: '',
			baseUrl: '',
			clientAuthentication: 'body',
			requestsPerMinute: 300,
		});
		const answer = await n8n.testCredential(ion);
		expect(answer.status).toBe('Error');
		expect(answer.message).toContain('invalid_grant');
		expect(answer.message).not.toContain('wrong-secret-key-0000');

		const chargebee = await n8n.saveCredential('Wrong key', 'chargebeeSyncApi', {
			site: 'acme-test',
			apiKey: 'test_wrong',
			plan: 'test',
			requestsPerMinute: 150,
			baseUrl: world.chargebee.url,
		});
		expect(await n8n.testCredential(chargebee)).toMatchObject({
			status: 'Error',
			message: expect.stringContaining('does not know this API key') as string,
		});
	});
});

// the tests build on each other: it is one story, in order
describe('the template', () => {
	it('runs as it is: every customer gets its outcome, the double is reported with both candidates', async () => {
		world.newCalls();
		const execution = await world.n8n.run(workflowId, TRIGGER);
		expect(execution.status).toBe('success');
		const audit = await world.n8n.rows(AUDIT);
		expect(countOutcomes(audit)).toEqual(nonZero(expectedFirstSync));
		expect(new Set(audit.map((row) => row.source_key)).size).toBe(300);
		const [slice, ...others] = await world.n8n.slicesOf(workflowId, execution);
		expect(others).toEqual([]);
		expect(new Set(audit.map((row) => row.execution_url))).toEqual(
			new Set([`${world.running.url}/workflow/${workflowId}/executions/${slice?.id}`]),
		);
		const conflict = audit.find(({ outcome }) => outcome === 'conflict');
		const doubles = world.chargebee
			.customers()
			.filter(({ id }) => String(conflict?.reason).includes(id));
		expect(doubles).toHaveLength(2);
		expect(hintsOf(slice as Execution).join('\n')).toContain(
			`${expectedFirstSync.created} created`,
		);
	});

	it('made no duplicate and broke no rule of either system', () => {
		const { chargebee, infor } = world;
		expect(chargebee.customers()).toHaveLength(41 + expectedFirstSync.created);
		expect(chargebee.violations()).toEqual([]);
		expect(infor.violations()).toEqual([]);
	});

	it('put every record into the ledger, and the counts into the checkpoint', async () => {
		const ledger = await world.n8n.rows(LEDGER);
		expect(ledger).toHaveLength(300);
		expect(countOutcomes(ledger)).toEqual(nonZero(expectedFirstSync));
		const [checkpoint, ...others] = await world.n8n.rows(CHECKPOINTS);
		expect(others).toEqual([]);
		expect(JSON.parse(String(checkpoint?.counts))).toEqual(nonZero(expectedFirstSync));
	});

	it('sends a record with a bad value to the error output and the ledger, with the reason', async () => {
		const ledger = await world.n8n.rows(LEDGER);
		const invalid = ledger.filter(({ outcome }) => outcome === 'invalid');
		expect(invalid).toHaveLength(expectedFirstSync.invalid);
		for (const row of invalid) {
			expect(String(row.reason)).toMatch(/is not an (e-mail address|ISO 3166 country code)/);
			expect(row).toMatchObject({ attempts: 1, fingerprint: '' });
			expect(row.first_failed_at).not.toBe('');
		}
	});

	it('writes nothing the second time, for hardly any calls, and without a log-in', async () => {
		world.newCalls();
		const logins = world.infor.tokens.logins.length;
		const execution = await world.n8n.run(workflowId, TRIGGER);
		expect(execution.status).toBe('success');
		expect((await world.n8n.rows(AUDIT)).length).toBe(303);
		const calls = world.newCalls();
		expect(writes(calls)).toEqual([]);
		expect(calls.length).toBeLessThanOrEqual(300 / 100 + 10);
		expect(world.infor.tokens.logins).toHaveLength(logins);
	});

	it('counts the failed attempts of a record and keeps when it first failed', async () => {
		const invalid = (await world.n8n.rows(LEDGER)).filter(({ outcome }) => outcome === 'invalid');
		expect(invalid.map(({ attempts }) => attempts)).toEqual([2, 2]);
	});

	it('gives a changed customer exactly one update', async () => {
		world.newCalls();
		const position = 3;
		const partner = world.infor.data.businessPartners.find(
			({ BusinessPartner: id }) => id === seedCustomers()[position]?.id,
		);
		if (partner) partner.Name = 'Renamed in LN';
		await world.n8n.run(workflowId, TRIGGER);
		const sent = writes(world.newCalls());
		expect(sent.filter(({ path }) => !path.endsWith('update_billing_info'))).toHaveLength(1);
		expect(
			world.chargebee.customers().filter(({ company }) => company === 'Renamed in LN'),
		).toHaveLength(1);
	});

	it('goes straight to the checkpoint when a corrected source leaves nothing to do', async () => {
		const { n8n, infor } = world;
		const mails = infor.data.contacts.filter(
			({ Email: email }) => email !== null && !/@.+\./.test(email),
		);
		for (const contact of mails) contact.Email = 'corrected@example.test';
		for (const address of infor.data.addresses)
			if (address.Country === 'QZX') address.Country = 'NO';
		await n8n.run(workflowId, TRIGGER);
		const ledger = countOutcomes(await n8n.rows(LEDGER));
		expect(ledger.invalid).toBeUndefined();
		expect(ledger.conflict).toBe(1);
	});

	it('loses nothing when its tables are lost: the same result, no duplicate', async () => {
		const before = world.chargebee.customers().length;
		for (const table of [LEDGER, AUDIT, CHECKPOINTS]) await world.n8n.deleteTable(table);
		world.newCalls();
		await world.n8n.run(workflowId, TRIGGER);
		expect(writes(world.newCalls())).toEqual([]);
		expect(world.chargebee.customers()).toHaveLength(before);
		expect(await world.n8n.rows(LEDGER)).toHaveLength(300);
	});
});

describe('an execution that failed', () => {
	it('is a slice, which n8n retries without a second write; the run says so and gives the lease back', async () => {
		const { n8n, infor, chargebee } = world;
		for (const partner of infor.data.businessPartners.slice(0, 20))
			partner.Name = `${partner.Name} II`;
		const stopping: Workflow = {
			...template,
			name: 'Stops on the first problem',
			nodes: template.nodes.map(({ onError, ...node }) => ({
				...node,
				...(onError && !node.type.endsWith('chargebeeSync') ? { onError } : {}),
			})),
		};
		const id = await n8n.createWorkflow(stopping);
		await n8n.publish(id);
		world.newCalls();
		const failed = await n8n.run(id, TRIGGER);
		expect(failed.status).toBe('error');
		expect(failed.data?.resultData.error?.message).toMatch(
			/^A slice of sync-customers could not be finished/,
		);
		const [checkpoint] = await n8n.rows(CHECKPOINTS);
		expect(checkpoint?.lease_until).toBe('');
		const first = writes(world.newCalls());
		expect(first.length).toBeGreaterThan(0);
		const [slice] = await n8n.slicesOf(id, failed);
		expect(slice?.status).toBe('error');
		const retried = await n8n.retry(slice?.id ?? '');
		expect(retried).toMatchObject({ mode: 'retry', status: 'error' });
		expect(writes(world.newCalls())).toEqual([]);
		expect(chargebee.violations()).toEqual([]);
	});
});

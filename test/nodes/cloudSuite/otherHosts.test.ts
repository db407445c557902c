import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { asText } from '../../../nodes/shared/text';
import type { Recorder } from '../../sandbox/shared/recorder';
import { startRecorder } from '../../sandbox/shared/recorder';
import { HttpRequestProbe } from '../harness/httpRequestProbe';
import { runNode } from '../harness/runNode';
import { testCredential } from '../harness/testCredential';
import type { Bench } from './setup';
import { startBench, stopBenches } from './setup';

let other: Recorder;
beforeEach(async () => {
	other = await startRecorder();
});
afterEach(async () => {
	await other.stop();
	await stopBenches();
});

const READ_ONE = { returnAll: false, limit: 1 };
const REDIRECTS = [301, 302, 303, 307, 308];
const redirect = (status: number) => ({
	kind: 'answer' as const,
	status,
	headers: { location: `${other.url}/elsewhere?x=1` },
	body: '<html>moved</html>',
});
const host = () => new URL(other.url).host;

describe('a gateway that sends requests on to another host', () => {
	it.each(REDIRECTS)('by %d is not followed; the message names the host', async (status) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /LN\/lnapi/, effect: redirect(status), times: 100 });
		const { error } = await bench.run(READ_ONE);
		expect(error?.message).toBe(
			`The metadata of tcapi.comBusinessPartner could not be read: the gateway sends the request on to ${host()} (HTTP ${status})`,
		);
		expect((error as { description?: string }).description).toBe(
			'Check "iu" of the .ionapi file, and whether a proxy stands between.',
		);
		expect(other.received).toEqual([]);
	});

	it.each(REDIRECTS)('by %d is said by the Test button', async (status) => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /Mingle/, effect: redirect(status), times: 9 });
		expect(await testCredential(new InforIonApi(), bench.store)).toEqual({
			status: 'Error',
			message:
				'The log-in worked, but the ION API gateway sends requests on to another address. Check "iu" of the .ionapi file, and whether a proxy stands between.',
		});
		expect(other.received).toEqual([]);
	});

	it.each(REDIRECTS)(
		'by %d sends no token there even where n8n’s own HTTP Request node follows it',
		async (status) => {
			const bench = await startBench();
			bench.sandbox.faults.add({ path: /Mingle/, effect: redirect(status) });
			await runNode({
				nodeType: new HttpRequestProbe('inforIonApi'),
				parameters: { url: `${bench.sandbox.url}/ACME_TST/Mingle/x` },
				credentials: bench.store,
				credentialTypes: [new InforIonApi()],
			});
			expect(other.received).toHaveLength(1);
			expectNothingSecret(bench);
		},
	);
});

describe('an authorization server that sends log-ins on to another host', () => {
	it.each(
		REDIRECTS.flatMap((status): Array<[number, string]> => [
			[status, 'body'],
			[status, 'header'],
		]),
	)('by %d is not followed, with the secret in the %s', async (status, clientAuthentication) => {
		const bench = await startBench({ credential: { clientAuthentication } });
		bench.sandbox.faults.add({ path: /token\.oauth2/, effect: redirect(status), times: 9 });
		const { error } = await bench.run(READ_ONE);
		expect(error?.message).toBe(
			`Credential "inforIonApi": Infor's authorization server 127.0.0.1:${bench.sandbox.port} sent the log-in on to ${host()} (HTTP ${status}), where it was not sent.`,
		);
		expect(other.received).toEqual([]);
		expect(bench.sandbox.history).toHaveLength(1);
	});

	it('does not get the refresh token followed either', async () => {
		const bench = await startBench({ behaviour: { issueRefreshTokens: true } });
		await bench.run(READ_ONE);
		bench.sandbox.faults.add({ path: /token\.oauth2/, effect: redirect(307), times: 9 });
		bench.clock.advance(7_200_000);
		expect((await bench.run(READ_ONE)).error?.message).toContain('where it was not sent');
		expect(other.received).toEqual([]);
	});
});

describe('an address on another host', () => {
	it('in a next link is not asked', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: {
				kind: 'answer',
				status: 200,
				body: { value: [], '@odata.nextLink': `${other.url}/next` },
			},
		});
		const { error } = await bench.run();
		expect(error?.message).toBe(
			`The next page of BusinessPartners is said to be at ${host()}, which is not the gateway`,
		);
		expect(other.received).toEqual([]);
	});

	it('in an API request of the user is refused', async () => {
		const bench = await startBench();
		const { error } = await bench.run({
			resource: 'apiRequest',
			operation: 'get',
			path: `/../..//${host()}/x`,
		});
		expect(error?.message).toContain('leads out of the tenant');
		expect(other.received).toEqual([]);
	});

	it('in the HTTP Request node is refused by the credential', async () => {
		const bench = await startBench();
		const { error } = await runNode({
			nodeType: new HttpRequestProbe('inforIonApi'),
			parameters: { url: `${other.url}/x` },
			credentials: bench.store,
			credentialTypes: [new InforIonApi()],
		});
		expect(error?.message).toContain(
			`The token was not sent: ${host()} is not the ION API gateway of this credential.`,
		);
		expect(other.received).toEqual([]);
	});

	it('entered as Gateway URL gets the token, and the one of the file gets nothing', async () => {
		const bench = await startBench();
		const { store, sandbox } = bench;
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify({ ...sandbox.ionApi, iu: other.url }),
			baseUrl: sandbox.url,
		});
		expect(await bench.readAll()).toHaveLength(300);
		expect(other.received).toEqual([]);
	});

	it('entered as Gateway URL gets neither keys nor the token that was issued for the file’s', async () => {
		const bench = await startBench();
		await bench.run(READ_ONE);
		const { store } = bench;
		const before = asText(store.read('inforIonApi').accessToken);
		store.write('inforIonApi', { ...store.read('inforIonApi'), baseUrl: other.url });
		await bench.run(READ_ONE);
		// what the user entered is the gateway from now on, and gets a token of its own
		const now = asText(store.read('inforIonApi').accessToken);
		expect(now).not.toBe(before);
		expect(other.received.join()).toContain(`Bearer ${now}`);
		expect(other.received.join()).not.toContain(before);
		for (const key of ['cs', 'saak', 'sask']) {
			expect(other.received.join()).not.toContain(bench.sandbox.ionApi[key]);
		}
	});
});

function expectNothingSecret({ sandbox, store }: Bench): void {
	const received = other.received.join('\n');
	const { cs, saak, sask } = sandbox.ionApi;
	for (const secret of [cs, saak, sask, store.read('inforIonApi').accessToken].map(asText)) {
		expect(secret.length).toBeGreaterThan(8);
		expect(received).not.toContain(secret);
		expect(received).not.toContain(encodeURIComponent(secret));
	}
	expect(received.toLowerCase()).not.toMatch(/authorization|bearer|basic/);
}

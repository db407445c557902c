import { InforIonApi } from '../../../credentials/InforIonApi.credentials';
import { testCredential } from '../harness/testCredential';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

const press = async ({ store }: Awaited<ReturnType<typeof startBench>>) =>
	await testCredential(new InforIonApi(), store);
const PROBE = /Mingle\/SocialService\.Svc\/User\/Detail/;

describe('the Test button', () => {
	it('logs in, asks the gateway and stores the token for the nodes', async () => {
		const bench = await startBench();
		expect(await press(bench)).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(bench.sandbox.history.map(({ path }) => path)).toEqual([
			'/ACME_TST/as/token.oauth2',
			'/ACME_TST/Mingle/SocialService.Svc/User/Detail',
		]);
		await bench.readAll();
		expect(bench.sandbox.tokens.logins).toHaveLength(1);
	});

	it('goes to the gateway that overrides the one of the file', async () => {
		const bench = await startBench();
		const { store, sandbox } = bench;
		store.write('inforIonApi', {
			...store.read('inforIonApi'),
			ionApi: JSON.stringify({ ...sandbox.ionApi, iu: 'https://gateway.example.com' }),
			baseUrl: `${sandbox.url}/`,
		});
		expect((await press(bench)).status).toBe('OK');
	});

	it.each([403, 404, 500])(
		'is content with %d: the gateway has taken the token, the page is not needed',
		async (status) => {
			const bench = await startBench();
			bench.sandbox.faults.add({ path: PROBE, effect: { kind: 'answer', status } });
			expect((await press(bench)).status).toBe('OK');
		},
	);

	it('says what to check when the gateway refuses the token', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({
			path: PROBE,
			effect: { kind: 'answer', status: 401, body: { error: 'Unauthorized' } },
			times: 5,
		});
		const { status, message } = await press(bench);
		expect(status).toBe('Error');
		expect(message).toContain('the ION API gateway refuses the token');
	});

	it.each([
		[{ cs: 'wrong-client-secret-0000' }, 'invalid_client'],
		[{ sask: 'wrong-secret-key-0000' }, 'invalid_grant'],
		[{ iu: undefined }, '"iu" (ION API gateway address) is missing'],
		[{ pu: 'http://login.example.com' }, '"pu" (authorization server address) is not an https'],
		[{ saak: undefined, sask: undefined, ru: 'https://app.example.com' }, 'Web or Mobile app'],
	])('says what is wrong with the file: %j', async (changes, expected) => {
		const bench = await startBench();
		const { store, sandbox } = bench;
		const ionApi = JSON.stringify({ ...sandbox.ionApi, ...changes });
		store.write('inforIonApi', { ...store.read('inforIonApi'), ionApi });
		const { status, message } = await press(bench);
		expect(status).toBe('Error');
		expect(message).toContain(expected);
		for (const secret of ['wrong-', sandbox.ionApi.cs, sandbox.ionApi.sask, sandbox.ionApi.saak]) {
			expect(message).not.toContain(secret);
		}
	});

	it('names the authorization server that can not be reached', async () => {
		const bench = await startBench();
		bench.sandbox.faults.add({ path: /token\.oauth2/, effect: { kind: 'reset' }, times: 9 });
		const { message } = await press(bench);
		expect(message).toContain(`authorization server 127.0.0.1:${bench.sandbox.port}`);
		expect(message).toContain('"pu" of the .ionapi file');
	});
});

describe('the credential', () => {
	it('hides everything secret from n8n’s own API', () => {
		const shown = new InforIonApi().properties.filter(
			({ typeOptions }) => typeOptions?.password !== true,
		);
		expect(shown.map(({ name }) => name)).toEqual([
			'username',
			'baseUrl',
			'clientAuthentication',
			'requestsPerMinute',
		]);
	});
});

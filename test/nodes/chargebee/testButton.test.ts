import { ChargebeeSyncApi } from '../../../credentials/ChargebeeSyncApi.credentials';
import { CredentialStore } from '../harness/credentialsStub';
import { testCredential } from '../harness/testCredential';
import { API_KEY, startBench, stopBenches } from './setup';

afterEach(stopBenches);

/** What the credential's Test button says, with these values over good ones. */
async function press(values: Record<string, string>) {
	const { sandbox } = await startBench();
	const chargebeeSyncApi = { site: 'acme-test', apiKey: API_KEY, baseUrl: sandbox.url, ...values };
	const answer = await testCredential(
		new ChargebeeSyncApi(),
		new CredentialStore({ chargebeeSyncApi }),
	);
	return { answer, sandbox };
}

describe('the Test button of the Chargebee credential', () => {
	it('is content with a good key, after one read', async () => {
		const { answer, sandbox } = await press({});
		expect(answer.status).toBe('OK');
		expect(sandbox.history.map(({ method, path, query }) => [method, path, query])).toEqual([
			['GET', '/api/v2/customers', 'limit=1'],
		]);
	});

	it('takes a key that was copied with blanks around it', async () => {
		expect((await press({ apiKey: ` ${API_KEY}\n` })).answer.status).toBe('OK');
	});

	it('says what is wrong with a key Chargebee does not know, without the key', async () => {
		const { answer } = await press({ apiKey: 'test_wrong_key_that_must_not_show' });
		expect(answer.status).toBe('Error');
		expect(answer.message).toContain('does not know this API key');
		expect(answer.message).not.toContain('test_wrong_key_that_must_not_show');
	});
});

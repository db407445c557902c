import { inforFaults } from '../../sandbox/infor';
import { BP, ln, startBench, stopBenches } from './inforClient';

const DETAIL = '/ACME_TST/Mingle/SocialService.Svc/User/Detail';
const PARTNERS = ln(`${BP}/BusinessPartners?$top=1&$select=Name`);

describe('Infor sandbox: gateway', () => {
	afterEach(stopBenches);

	it('answers the classic test call for a good token', async () => {
		const { get } = await startBench();
		const reply = await get(DETAIL);

		expect(reply.status).toBe(200);
		expect(reply.json).toBeInstanceOf(Object);
	});

	it('refuses a missing, made-up or expired token before anything else', async () => {
		const { get, clock } = await startBench({ tokenLifetimeSeconds: 60 });
		const replies = [
			await get(PARTNERS, { authorization: '' }),
			await get('/ACME_TST/NOWHERE/x', { authorization: 'Bearer made-up' }),
			await get(PARTNERS),
		];
		clock.advance(60_000);
		replies.push(await get(PARTNERS));

		expect(replies.map(({ status }) => status)).toEqual([401, 401, 200, 401]);
		expect(replies[0]?.json).toEqual({ error: 'Unauthorized' });
	});

	it('knows no other tenant, and reports who takes the token there', async () => {
		const { get, sandbox } = await startBench();
		const reply = await get('/OTHER_PRD/LN/lnapi/odata/x');

		expect(reply.status).toBe(404);
		expect(sandbox.violations()).toEqual([
			'request 2 takes the token to another tenant: OTHER_PRD',
		]);
	});

	it('answers 404 for an unknown suite and 405 for a method it does not pass on', async () => {
		const { get } = await startBench();

		expect((await get('/ACME_TST/WRONG/x')).status).toBe(404);
		expect((await get(DETAIL, {}, 'OPTIONS')).status).toBe(405);
		expect((await get(DETAIL, {}, 'POST')).status).toBe(405);
	});

	it('refuses what exceeds the quota until a minute has passed', async () => {
		const { get, clock } = await startBench({
			behaviour: { requestsPerMinute: 2, retryAfter: 'seconds', gatewayErrors: 'html' },
		});
		await get(DETAIL);
		clock.advance(20_000);
		await get(DETAIL);
		const refused = await get(DETAIL);
		clock.advance(40_000);

		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '40']);
		expect(refused.text).toContain('<html>');
		expect((await get(DETAIL)).status).toBe(200);
	});

	it('can fail in every way a client has to tell apart', async () => {
		const { get, sandbox } = await startBench();
		const { faults } = sandbox;
		faults.add(inforFaults.passing401());
		faults.add(inforFaults.forbidden());
		faults.add(inforFaults.gatewayTimeout());
		faults.add(inforFaults.serverError({ status: 502 }));
		faults.add(inforFaults.unauthorized());
		const replies = [];
		for (let n = 0; n < 6; n += 1) replies.push(await get(PARTNERS));

		expect(replies.map(({ status }) => status)).toEqual([401, 403, 504, 502, 401, 200]);
		expect(replies[0]?.text).toBe('OAuth [U14]: unknown oauth_consumer_key');
		expect(replies[3]?.text).toContain('<html>');
	});

	it('reports every write to LN and refuses it', async () => {
		const { get, sandbox } = await startBench();
		const reply = await get(ln(`${BP}/BusinessPartners`), {}, 'POST');

		expect(reply.status).toBe(403);
		expect(sandbox.violations()).toEqual([
			`request 2 writes to LN: POST ${ln(`${BP}/BusinessPartners`)}`,
		]);
	});
});

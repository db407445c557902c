import { BP, ln, send, startBench, stopBenches } from './inforClient';

describe('Infor sandbox: page for people', () => {
	afterEach(stopBenches);

	it('shows business partners, calls, log-ins and planned faults', async () => {
		const { get, sandbox } = await startBench();
		await get(ln(`${BP}/BusinessPartners?$top=1`));
		sandbox.faults.add({ path: /Countries/, effect: { kind: 'hang' } });
		const { text, status } = await send(`${sandbox.url}/`, {});

		expect(status).toBe(200);
		for (const shown of [
			'Kessler Technik KG',
			'<dd>300</dd>',
			'log-in: password',
			'hang',
			'None is broken',
		]) {
			expect(text).toContain(shown);
		}
	});

	it('escapes what is in the data and keeps secrets away', async () => {
		const { get, sandbox } = await startBench();
		const [partner] = sandbox.data.businessPartners;
		if (partner) partner.Name = '<script>alert(1)</script>';
		await get(ln(`${BP}/BusinessPartners?$filter=<img%20src=x>%E0`));
		const { text } = await send(`${sandbox.url}/`, {});

		expect(text).not.toContain('<script>');
		expect(text).not.toContain('<img');
		expect(text).not.toContain(sandbox.ionApi.sask);
		expect(text).not.toContain(sandbox.ionApi.cs);
	});
});

import { startBench, stopBenches } from './chargebeeClient';

const page = async (url: string) => await (await fetch(`${url}/`)).text();

afterEach(stopBenches);

describe('the Chargebee sandbox: page for people', () => {
	it('shows customers, calls, faults, figures and broken rules', async () => {
		const { sandbox, post, get } = await startBench({
			customers: [
				{
					id: 'AzyHand1',
					company: 'Kessler Technik KG',
					email: 'ap@kessler.test',
					vat_number: 'DE1',
				},
				{ id: 'gone', company: 'Closed Ltd', deleted: false },
			],
			itemFamilies: [{ id: 'f' }],
		});
		await post('customers/AzyHand1/update_billing_info', { 'billing_address[city]': 'Ulm' });
		await post('customers', { id: 'n', meta_data: '{"cloudsuite":"ln:ACME_TST:1300:C1"}' });
		await post('customers/gone/delete');
		await get('customers?company[is]=Kessler%20Technik');
		sandbox.faults.add({ method: 'POST', path: /contacts/, effect: { kind: 'hang' } });
		const html = await page(sandbox.url);
		for (const shown of [
			'Kessler Technik KG',
			'ap@kessler.test',
			'Ulm',
			'ln:ACME_TST:1300:C1',
			'<s>Closed Ltd</s>',
			'company[is]=Kessler Technik',
			'POST contacts',
			'lost a VAT number',
			'<dd>2</dd><dt>Customers</dt>',
			'<dd>1</dd><dt>Item families</dt>',
		]) {
			expect(html).toContain(shown);
		}
		expect(html).not.toContain('<dt>Invoices</dt>');
		expect(sandbox.history).toHaveLength(4);
	});

	it('counts a replayed write once and shows the latest calls', async () => {
		const { sandbox, post, get } = await startBench();
		const key = { 'chargebee-idempotency-key': 'k' };
		await post('customers', {}, key);
		await post('customers', {}, key);
		const few = await page(sandbox.url);
		expect(few).toContain('<dd>1</dd><dt>of them writes</dt>');
		expect(few).toContain('All, newest first');
		for (let n = 0; n < 59; n += 1) await get('customers');
		expect(await page(sandbox.url)).toContain('The last 60 of 61, newest first');
	});

	it('says so when nothing is wrong or planned', async () => {
		const html = await page((await startBench()).sandbox.url);
		expect(html).toContain('None is broken');
		expect(html).toContain('the site behaves');
	});

	it('escapes what others wrote, takes malformed queries, and loads nothing from elsewhere', async () => {
		const { sandbox, get } = await startBench({
			customers: [
				{ id: '"><img src=x>', company: '<script>alert(1)</script>', email: "o'hara&@x.test" },
			],
		});
		await get('customers?company[is]=%E0%A4<b>');
		const html = await page(sandbox.url);
		expect(html).not.toMatch(/<script|<img|<b>|<link|src=["']|https?:\/\//);
		expect(html).toContain('o&#39;hara&#38;@x.test');
	});
});

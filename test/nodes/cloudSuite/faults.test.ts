import { answer } from '../../sandbox/shared/faults';
import { startBench, stopBenches } from './setup';

afterEach(stopBenches);

describe('a gateway in trouble', () => {
	it.each([
		['429 with Retry-After', answer(429, '', { 'retry-after': '5' })],
		['429 without', answer(429)],
		['503 with HTML', answer(503, '<html>Service Unavailable</html>')],
		['504', answer(504)],
		['a reset connection', { kind: 'reset' as const }],
		['a lost answer', { kind: 'lostAnswer' as const }],
		['a cut answer', { kind: 'truncate' as const, bytes: 300 }],
	])('%s: the page is asked for again, nothing is missing', async (_how, effect) => {
		const { readAll, sandbox } = await startBench();
		sandbox.faults.add({ path: /LN\/lnapi/, effect, after: 4, times: 3 });
		expect(await readAll({ options: { pageSize: 60 } })).toHaveLength(300);
	});

	it('that can not be reached ends the run, with the page named and nothing passed on', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: { kind: 'reset' },
			after: 1,
			times: 1_000,
		});
		const { error, outputs } = await run({ options: { pageSize: 60 } });
		expect(error?.message).toBe(
			'Page 2 of tcapi.comBusinessPartner/BusinessPartners in company 1300 could not be read: the connection was cut before an answer came.',
		);
		expect(outputs.flat()).toEqual([]);
	});

	it('whose passing 401 does not pass is not blamed on the credential', async () => {
		const { run, sandbox } = await startBench({ behaviour: { passing401Every: 1 } });
		const { error } = await run();
		expect((error as { description?: string }).description).toContain('OAuth [U14]');
		expect(sandbox.tokens.logins).toHaveLength(1);
	});

	it('that stays in trouble ends the run, with the page named and nothing passed on', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: answer(500, '<html>oops</html>'),
			after: 2,
			times: 1_000,
		});
		const { error, outputs } = await run({ options: { pageSize: 60 } });
		expect(error?.message).toContain(
			'Page 3 of tcapi.comBusinessPartner/BusinessPartners in company 1300 could not be read: HTTP 500',
		);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('an answer that can not be right', () => {
	it.each([
		[
			'a log-in page with 200',
			answer(200, '<!doctype html><title>Log in</title>'),
			'a web page came instead of data',
		],
		['cut JSON', { kind: 'truncate' as const, bytes: 300 }, 'the answer is cut'],
		['a list that is missing', answer(200, { '@odata.context': 'x' }), 'no OData list'],
	])('%s is an error, never an empty page', async (_how, effect, message) => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /BusinessPartners\?/, effect, after: 1, times: 100 });
		const { error } = await run({ options: { pageSize: 100 } });
		expect(error?.message).toContain('Page 2 of tcapi.comBusinessPartner/BusinessPartners');
		expect(error?.message).toContain(message);
	});

	it('the same page for ever is noticed', async () => {
		const { run, sandbox } = await startBench();
		const url = `${sandbox.url}/ACME_TST/LN/lnapi/odata/tcapi.comBusinessPartner/BusinessPartners?again`;
		sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: answer(200, { value: [], '@odata.nextLink': url }),
			times: 100,
		});
		expect((await run()).error?.message).toContain('twice');
	});

	it('a next link to another host is not followed', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({
			path: /BusinessPartners\?/,
			effect: answer(200, { value: [], '@odata.nextLink': 'https://elsewhere.example.test/x' }),
		});
		expect((await run()).error?.message).toContain(
			'elsewhere.example.test, which is not the gateway',
		);
	});
});

describe('a tenant that differs', () => {
	it('without optional columns is read without them', async () => {
		const { readAll } = await startBench({
			behaviour: {
				missingColumns: ['BusinessPartners.Website', 'InvoicetoBusinessPartners.CreditLimit'],
			},
		});
		const customers = await readAll();
		expect(customers).toHaveLength(300);
		expect(
			customers.every(({ website, creditLimit }) => website === null && creditLimit === null),
		).toBe(true);
	});

	it('without a needed column is refused before anything is read', async () => {
		const { run, newCalls } = await startBench({
			behaviour: { missingColumns: ['BusinessPartners.BusinessPartnerRole'] },
		});
		expect((await run()).error?.message).toBe(
			'tcapi.comBusinessPartner/BusinessPartners of this tenant has no BusinessPartnerRole',
		);
		expect(newCalls().every(({ path }) => path.endsWith('$metadata'))).toBe(true);
	});

	it('with a column of another type is refused before anything is read', async () => {
		const { run, newCalls, sandbox } = await startBench();
		const metadata = {
			'tcapi.comContact': {
				Contact_: {
					$Kind: 'EntityType',
					Contact: { $Type: 'Edm.String' },
					BusinessPartner: { $Type: 'Edm.String' },
					Email: { $Type: 'Edm.Stream' },
				},
				comContact_Resources: {
					$Kind: 'EntityContainer',
					Contacts: { $Kind: 'EntitySet', $Type: 'tcapi.comContact.Contact_' },
				},
			},
		};
		sandbox.faults.add({ path: /comContact\/\$metadata/, effect: answer(200, metadata) });
		expect((await run()).error?.message).toBe(
			'tcapi.comContact/Contacts of this tenant has Email as Edm.Stream, where a text was expected',
		);
		expect(newCalls().every(({ path }) => path.endsWith('$metadata'))).toBe(true);
	});

	it('without contacts gives customers without e-mail, and says so', async () => {
		const { run } = await startBench({ behaviour: { inactiveServices: ['tcapi.comContact'] } });
		const { outputs, hints } = await run();
		expect(outputs[0]).toHaveLength(300);
		expect(outputs[0]?.every(({ json }) => json.email === null)).toBe(true);
		expect(hints.map(({ message }) => message).join()).toContain(
			'tcapi.comContact/Contacts is not available',
		);
	});

	it('without business partners is an error: a 404 is never "no records"', async () => {
		const { run } = await startBench({
			behaviour: { inactiveServices: ['tcapi.comBusinessPartner'] },
		});
		const { error } = await run();
		expect(error?.message).toContain(
			'The metadata of tcapi.comBusinessPartner could not be read: HTTP 404',
		);
		expect((error as { description?: string }).description).toContain(
			'It never means that there are no records',
		);
	});

	it.each(['wrapped', 'unwrapped', 'list'] as const)(
		'says what LN says, whatever the error’s shape (%s), without user names',
		async (errorShape) => {
			const { run } = await startBench({ behaviour: { errorShape } });
			const { error } = await run({ company: '9999' });
			expect(error?.message).toContain('Switch to company 9999 failed');
			expect(JSON.stringify(error)).not.toContain('svc_ln');
		},
	);

	it.each(['abc', '12345'])('company %j is refused at once', async (company) => {
		const { run, sandbox } = await startBench();
		expect((await run({ company })).error?.message).toMatch(/company/);
		expect(sandbox.history.filter(({ path }) => path.includes('/LN/'))).toEqual([]);
	});
});

describe('a cancelled execution', () => {
	it('stops although the gateway hangs', async () => {
		const { run, sandbox } = await startBench();
		sandbox.faults.add({ path: /Addresses/, effect: { kind: 'hang' } });
		const { status, outputs } = await run(
			{},
			{ cancelWhen: () => sandbox.history.some(({ path }) => path.includes('Addresses')) },
		);
		expect(status).toBe('canceled');
		expect(outputs.flat()).toEqual([]);
	});
});

describe('rows that change while they are read', () => {
	/** Takes the first business partner away as soon as the first page was given. */
	function deleteBetweenPages(bench: Awaited<ReturnType<typeof startBench>>, times: number): void {
		const { history, data } = bench.sandbox;
		const push = history.push.bind(history);
		let left = times;
		history.push = (...entries) => {
			const isSecondPage = entries.some(({ path, query }) =>
				/BusinessPartners\?.*skiptoken=/.test(`${path}?${query}`),
			);
			if (isSecondPage && left > 0) {
				left -= 1;
				data.businessPartners.shift();
			}
			return push(...entries);
		};
	}

	it('are read again when one went away: none of the others is missing', async () => {
		const bench = await startBench();
		const [, ...others] = bench.sandbox.data.businessPartners.map(({ BusinessPartner: id }) =>
			id.trim(),
		);
		deleteBetweenPages(bench, 1);
		const read = await bench.readAll({ options: { pageSize: 200 }, filters: { role: 'any' } });
		expect(read.map(({ id }) => id).sort()).toEqual(others.sort());
	});

	it('every time they are read are an error, and nothing is passed on', async () => {
		const bench = await startBench();
		deleteBetweenPages(bench, 99);
		const { error, outputs } = await bench.run({
			options: { pageSize: 50 },
			filters: { role: 'any' },
		});
		expect(error?.message).toMatch(
			/^BusinessPartners of company 1300 can not be read to its end: LN counts \d+ rows and gave \d+$/,
		);
		expect(outputs.flat()).toEqual([]);
	});
});

describe('values that are not clean', () => {
	it('lose control characters; a code nobody knows is passed on', async () => {
		const bench = await startBench();
		const [partner] = bench.sandbox.data.businessPartners;
		if (partner)
			Object.assign(partner, {
				Name: 'Acme\u0000 \u0007Ltd',
				BusinessPartnerStatus: 'OnHold',
			});
		const [customer] = (await bench.readAll({ filters: { role: 'any' } })).filter(
			({ id }) => id === partner?.BusinessPartner.trim(),
		);
		expect(customer?.name).toBe('Acme   Ltd');
		expect(customer?.status).toBe('onhold');
	});
});

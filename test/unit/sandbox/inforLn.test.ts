import { BP, ln, startBench, stopBenches } from './inforClient';

const SET = `${BP}/BusinessPartners`;
const ROLE = `${BP}.BusinessPartnerRole`;
const enc = encodeURIComponent;
/** A made-up answer per error shape: where its text stands. */
const message = (json: unknown) => JSON.stringify(json);

describe('Infor sandbox: reading LN rows', () => {
	afterEach(stopBenches);

	it('selects columns, expands navigations and nested ones, and gives every row an etag', async () => {
		const { get } = await startBench();
		const expand =
			'AddressRef,ContactRef($select=FullName),ParentBPRef,' +
			'InvoicetoBusinessPartnerRef($select=PaymentTerms;$expand=PaymentTermsRef),TaxNumberByBusinessPartnerRefs($select=TaxNumber)';
		const reply = await get(ln(`${SET}('C00100002')?$select=Name&$expand=${enc(expand)}`));

		expect(reply.json).toMatchObject({
			'@odata.etag': expect.stringMatching(/^W\/"[0-9a-f]{40}"$/) as string,
			Name: 'Kessler Technik KG',
			AddressRef: { Street: 'Lindenweg', CityDescription: 'Berlin' },
			ContactRef: { FullName: 'Jürgen Hartmann' },
			ParentBPRef: null,
			InvoicetoBusinessPartnerRef: {
				PaymentTerms: 'N60',
				PaymentTermsRef: { Description: 'Net 60 days' },
			},
			TaxNumberByBusinessPartnerRefs: [{ TaxNumber: 'DE317510804' }],
		});
		expect(reply.json).not.toHaveProperty('SearchKey');
	});

	it.each([
		[
			`BusinessPartnerRole eq ${ROLE}'Customer' or BusinessPartnerRole eq ${ROLE}'CustomerAndSupplier'`,
			300,
		],
		[`not (BusinessPartnerRole eq ${ROLE}'Supplier')`, 300],
		[
			`BusinessPartnerRole eq ${ROLE}'Supplier' and BusinessPartnerStatus eq ${BP}.BusinessPartnerStatus'Active'`,
			12,
		],
		[`BusinessPartnerStatus eq ${BP}.BusinessPartnerStatus'Inactive'`, 1],
		[`BusinessPartnerStatus ne ${BP}.BusinessPartnerStatus'Active'`, 7],
		[`BusinessPartner eq 'D''ARC-63'`, 1],
		[`startswith(BusinessPartner,'S005')`, 12],
		[`contains(tolower(Name),'analytics') and Currency eq 'XXX'`, 0],
		['AddressCode eq null', 12],
		['AffiliatedCompanyNo gt 0', 0],
		['StartDate ge 2019-01-01T00:00:00Z and EndDate lt 2100-01-01T00:00:00Z', 0],
		['StartDate ge 2019-01-01T00:00:00Z', 312],
	])('filters by %s', async (filter, rows) => {
		const { list } = await startBench();
		const { '@odata.count': count } = await list(
			`${SET}?$count=true&$top=0&$filter=${enc(filter)}`,
		);

		expect(count).toBe(rows);
	});

	it.each([
		['an enum compared with a text', `$filter=${enc("BusinessPartnerStatus eq 'Active'")}`],
		[
			'an unqualified enum',
			`$filter=${enc("BusinessPartnerStatus eq BusinessPartnerStatus'Active'")}`,
		],
		['an unknown enum member', `$filter=${enc(`BusinessPartnerRole eq ${ROLE}'Friend'`)}`],
		['a quote that is not doubled', `$filter=${enc("Name eq 'O'Hara'")}`],
		['an invented modified date', `$filter=${enc('LastModificationDate ge 2026-01-01T00:00:00Z')}`],
		['an unknown column', '$select=Name,Email'],
		['an unknown navigation', '$expand=EmailRef'],
		['an unsupported option', '$search=x'],
		['a negative number of rows', '$top=-1'],
	])('refuses %s with 400', async (_what, query) => {
		const { get } = await startBench();

		expect((await get(ln(`${SET}?${query}`))).status).toBe(400);
	});

	it('compares keys byte for byte, padding and quotes included', async () => {
		const { get } = await startBench();
		const statuses = [];
		for (const key of [
			"('    P4017')",
			"('P4017')",
			"('D''ARC-63')",
			"(BusinessPartner='P4058    ')",
		]) {
			statuses.push((await get(ln(`${SET}${enc(key)}`))).status);
		}

		expect(statuses).toEqual([200, 404, 200, 200]);
	});

	it('finds rows by composite keys, with a blank part and with a date', async () => {
		const { get } = await startBench();
		const keys = [
			`InvoicetoBusinessPartners(InvoicetoBusinessPartner='C00100002',Department='')`,
			`TaxNumbersByBusinessPartner(BusinessPartner='C00100002',BusinessPartnerTaxCountry='DE',EffectiveDate=2019-01-01T00:00:00Z)`,
			`InvoicetoBusinessPartners('C00100002')`,
		];
		const statuses = [];
		for (const key of keys) statuses.push((await get(ln(`${BP}/${enc(key)}`))).status);

		expect(statuses).toEqual([200, 200, 400]);
	});

	it("answers the service user's own company to a request that names none, and reports it", async () => {
		const { list, sandbox } = await startBench();
		const path = `${SET}?$select=Name&$filter=${enc("BusinessPartner eq 'C00100001'")}`;
		const named = await list(path);
		const unnamed = await list(path, { 'x-infor-lncompany': '' });

		expect(named.value[0]?.Name).toBe('Müller Technik AG');
		expect(unnamed.value[0]?.Name).toBe('Service customer 1');
		expect(sandbox.violations()).toEqual([expect.stringMatching(/^request 3 names no company/)]);
	});

	it('fails to switch to a company it does not have, and reads 01300 as no number of one', async () => {
		const { get } = await startBench();
		const unknown = await get(ln(SET), { 'x-infor-lncompany': '0100' });

		expect(unknown.status).toBe(422);
		expect(message(unknown.json)).toContain('Switch to company 100 failed');
		expect((await get(ln(SET), { 'x-infor-lncompany': '01300' })).status).toBe(400);
	});

	it("describes in the language of the request, else in the service user's", async () => {
		const { list } = await startBench();
		const path = `${BP}/Addresses?$select=CityDescription&$top=1&$filter=${enc("City eq 'MUC'")}`;
		const cities = [];
		for (const language of ['en-US', 'de-DE', '', 'German']) {
			cities.push((await list(path, { 'content-language': language })).value[0]?.CityDescription);
		}

		expect(cities).toEqual(['Munich', 'München', 'München', 'München']);
	});

	it('writes empty dates and texts either way', async () => {
		const { list, sandbox } = await startBench();
		const path = `${SET}?$top=1&$select=StartDate,EndDate,Title`;
		const first = (await list(path)).value[0];
		sandbox.behaviour.emptyDates = 'null';
		sandbox.behaviour.emptyTexts = 'blank';
		const second = (await list(path)).value[0];

		expect(first).toMatchObject({ EndDate: '1970-01-01T00:00:00Z', Title: null });
		expect(second).toMatchObject({ EndDate: null, Title: '', StartDate: '2019-01-01T00:00:00Z' });
	});

	it('shows a change of its data at once, with another etag', async () => {
		const { get, sandbox } = await startBench();
		const path = ln(`${SET}('C00100001')?$select=Name`);
		const before = (await get(path)).json as Record<string, unknown>;
		const [partner] = sandbox.data.businessPartners;
		if (partner) partner.Name = 'Müller Technik SE';
		const after = (await get(path)).json as Record<string, unknown>;

		expect(after.Name).toBe('Müller Technik SE');
		expect(after['@odata.etag']).not.toBe(before['@odata.etag']);
	});

	it('keeps the e-mail on the contact of its own service only', async () => {
		const { get, list } = await startBench();
		const { value } = await list('tcapi.comContact/Contacts?$top=1&$select=Email,BusinessPartner');

		expect(value[0]).toMatchObject({ Email: 'buchhaltung@muller-technik.example' });
		expect((await get(ln(`${BP}/Contacts?$select=Email`))).status).toBe(400);
	});

	it('hides rows, columns and services without or with a word, as tenants do', async () => {
		const { get, list } = await startBench({
			behaviour: {
				hiddenBusinessPartners: ['C00100001'],
				missingColumns: ['BusinessPartners.Website'],
				inactiveServices: ['tcapi.comContact'],
			},
		});
		const { '@odata.count': count } = await list(`${SET}?$count=true&$top=1`);

		expect(count).toBe(311);
		expect((await get(ln(`${SET}?$select=Website`))).status).toBe(400);
		expect((await get(ln('tcapi.comContact/Contacts'))).status).toBe(404);
		expect((await get(ln(`${BP}/BusinessPartnerz`))).status).toBe(404);
	});

	it('says its errors in three shapes and speaks JSON only', async () => {
		const { get, sandbox } = await startBench();
		const path = ln(`${SET}('NOBODY')`);
		const wrapped = await get(path);
		sandbox.behaviour.errorShape = 'unwrapped';
		const unwrapped = await get(path);
		sandbox.behaviour.errorShape = 'list';
		const listed = await get(path);
		const text = "'NOBODY' cannot be read from table BusinessPartners";

		expect(wrapped.json).toMatchObject({ error: { details: [{ message: text }] } });
		expect(unwrapped.json).toMatchObject({
			Details: [{ Message: text }],
			InnerError: { StatusCode: 404, TenantId: 'ACME_TST', Company: 1300 },
		});
		expect(listed.json).toMatchObject({ error: [{ message: text }] });
		expect((await get(path, { accept: 'application/xml' })).status).toBe(406);
	});

	it('refuses every n-th request in passing when told to', async () => {
		const { get } = await startBench({ behaviour: { passing401Every: 2 } });
		const statuses = [];
		for (let n = 0; n < 4; n += 1) statuses.push((await get(ln(`${SET}?$top=1`))).status);

		expect(statuses).toEqual([200, 401, 200, 401]);
	});
});

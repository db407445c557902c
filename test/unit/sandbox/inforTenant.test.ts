import { BP, ln, startBench, stopBenches } from './inforClient';

afterEach(stopBenches);

const PATH = `${BP}/BusinessPartners`;

describe('Infor sandbox: a tenant that differs', () => {
	it('has columns of its own, in metadata, rows and filters', async () => {
		const { sandbox, get, list } = await startBench({
			behaviour: { addedColumns: { [PATH]: 'ChangedOn:date Floor:int16' } },
		});
		const [first] = sandbox.data.businessPartners;
		if (first) Object.assign(first, { ChangedOn: '2026-01-02T03:04:05Z', Floor: 7 });
		expect((await get(ln(`${BP}/$metadata`))).text).toContain(
			'"ChangedOn":{"$Type":"Edm.DateTimeOffset"',
		);
		const filter = encodeURIComponent('ChangedOn ge 2026-01-01T00:00:00Z');
		const { value } = await list(`${PATH}?$select=ChangedOn,Floor&$filter=${filter}`);
		expect(value).toMatchObject([{ ChangedOn: '2026-01-02T03:04:05Z', Floor: 7 }]);
	});

	it('writes an added date that is empty like any other, and no filter finds it', async () => {
		const { list } = await startBench({
			behaviour: { addedColumns: { [PATH]: 'ChangedOn:date' } },
		});
		const { value } = await list(`${PATH}?$select=ChangedOn&$top=1`);
		expect(value).toMatchObject([{ ChangedOn: '1970-01-01T00:00:00Z' }]);
		const filter = encodeURIComponent('ChangedOn ge 1960-01-01T00:00:00Z');
		expect((await list(`${PATH}?$filter=${filter}`)).value).toEqual([]);
	});

	it('has sets elsewhere: under the new name, with types of the new service, and not under the old one', async () => {
		const { get, list } = await startBench({
			behaviour: { movedSets: { [PATH]: 'tx.acme/Customers' } },
		});
		expect((await get(ln(`${PATH}?$top=1`))).status).toBe(404);
		const literal = "tx.acme.BusinessPartnerStatus'Inactive'";
		const filter = encodeURIComponent(`BusinessPartnerStatus eq ${literal}`);
		expect((await list(`tx.acme/Customers?$filter=${filter}`)).value).toHaveLength(1);
		const old = encodeURIComponent(
			`BusinessPartnerStatus eq ${BP}.BusinessPartnerStatus'Inactive'`,
		);
		expect((await get(ln(`tx.acme/Customers?$filter=${old}`))).status).toBe(400);
		const { text } = await get(ln('tx.acme/$metadata'));
		expect(text).toContain('"Customers":{"$Kind":"EntitySet","$Type":"tx.acme.BusinessPartner_"');
	});

	it('lacks sets, in metadata and rows', async () => {
		const { get } = await startBench({
			behaviour: { missingSets: [`${BP}/SoldtoBusinessPartners`] },
		});
		expect((await get(ln(`${BP}/$metadata`))).text).not.toContain('"SoldtoBusinessPartners":{');
		expect((await get(ln(`${BP}/SoldtoBusinessPartners`))).status).toBe(404);
	});

	it('forbids sets that its metadata list', async () => {
		const { get } = await startBench({
			behaviour: { forbiddenSets: [`${BP}/SoldtoBusinessPartners`] },
		});
		expect((await get(ln(`${BP}/$metadata`))).text).toContain('"SoldtoBusinessPartners":{');
		expect((await get(ln(`${BP}/SoldtoBusinessPartners?$top=1`))).status).toBe(403);
		expect((await get(ln(`${BP}/SoldtoBusinessPartners('C1')`))).status).toBe(403);
	});

	it('says another type of a column', async () => {
		const { get } = await startBench({
			behaviour: { retypedColumns: { [PATH]: 'Website:stream' } },
		});
		expect((await get(ln(`${BP}/$metadata`))).text).toContain('"Website":{"$Type":"Edm.Stream"}');
	});
});

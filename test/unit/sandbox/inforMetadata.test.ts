import { BP, ln, startBench, stopBenches } from './inforClient';

type Member = Record<string, unknown>;

async function metadata(
	service: string,
): Promise<{ text: string; namespace: Record<string, Member> }> {
	const { get } = await startBench();
	const { text, json } = await get(ln(`${service}/$metadata`), { 'x-infor-lncompany': '' });
	return { text, namespace: (json as Record<string, Record<string, Member>>)[service] ?? {} };
}

describe('Infor sandbox: LN metadata', () => {
	afterEach(stopBenches);

	it('has as many columns as a real tenant, and no e-mail or date of change among them', async () => {
		const { namespace } = await metadata(BP);
		const columns = (type: string) =>
			Object.entries(namespace[type] ?? {})
				.filter(([name, member]) => !/[$@]/.test(name) && (member as Member).$Kind === undefined)
				.map(([name]) => name);

		expect(columns('BusinessPartner_')).toHaveLength(56);
		expect(columns('SoldtoBusinessPartner_')).toHaveLength(78);
		expect(columns('InvoicetoBusinessPartner_')).toHaveLength(76);
		expect(columns('PaybyBusinessPartner_')).toHaveLength(37);
		expect(columns('TaxNumberByBusinessPartner')).toHaveLength(14);
		expect(columns('Address')).toHaveLength(9);
		expect(columns('Contact_')).toEqual(['Contact', 'FullName']);
		expect(
			columns('BusinessPartner_').filter((name) => /mail|modif|creat.*date/i.test(name)),
		).toEqual([]);
	});

	it('repeats the member that tells what a set can do, which JSON parsers drop', async () => {
		const { text } = await metadata(BP);
		const told = ['Readable', 'ReadableByKey', 'Insertable', 'Updatable', 'Deletable'];

		expect(
			told.filter((ability) =>
				text.includes(`"@Core.Description":"BusinessPartner_ is ${ability}."`),
			),
		).toEqual(told);
		expect(text).not.toContain('Address is Insertable');
	});

	it('departs from the standard where LN does', async () => {
		const { text, namespace } = await metadata(BP);
		const container = namespace.comBusinessPartner_Resources as Record<string, Member>;
		const invoiceTo = container.InvoicetoBusinessPartners;

		expect(text).toContain('"$Kind":"DEFINITION"');
		expect(text).not.toContain('$EntityContainer');
		expect(text).not.toContain('"$Nullable":true');
		expect(namespace.BusinessPartnerStatus).toMatchObject({ Active: '2', Inactive: '3' });
		expect(namespace.BusinessPartner_?.EndDate).toEqual({
			$Type: 'Edm.DateTimeOffset',
			$Nullable: false,
			$DefaultValue: '0',
		});
		expect(invoiceTo?.$NavigationPropertyBinding).toMatchObject({
			PaymentTermsRef: 'PaymentTermss',
		});
		expect(container.PaymentTermss).toBeUndefined();
		expect(container.BusinessPartners?.$NavigationPropertyBinding).toHaveProperty(
			'AddressesByBusinessPartnerRefs',
		);
		expect(container.Addresses?.$IncludeInServiceDocument).toBe(false);
	});

	it('needs no company, and leaves out what the tenant does not have', async () => {
		const { get, sandbox } = await startBench({
			behaviour: { missingColumns: ['BusinessPartners.Website'] },
		});
		const { text } = await get(ln(`${BP}/$metadata`), { 'x-infor-lncompany': '' });

		expect(text).not.toContain('"Website"');
		expect(sandbox.violations()).toEqual([]);
	});

	it('exists per service; there is no list of services', async () => {
		const { get } = await startBench();
		const statuses = [];
		for (const service of ['tcapi.comContact', 'tcapi.ibdItem', 'tcapi.comNothing']) {
			statuses.push((await get(ln(`${service}/$metadata`))).status);
		}
		const { value } = (await get(ln(`${BP}/`))).json as { value: Array<{ name: string }> };

		expect(statuses).toEqual([200, 200, 404]);
		expect((await get(ln(''))).status).toBe(404);
		expect(value.map(({ name }) => name)).not.toContain('Addresses');
	});
});

import type { Bench } from './inforClient';
import { startBench, stopBenches } from './inforClient';

afterEach(stopBenches);

const IDO = '/ACME_TST/CSI/IDORequestService/ido';
const DALS = { 'x-infor-mongooseconfig': 'ACME_TST_DALS' };

interface Body {
	Items: Array<Record<string, string | null>> | null;
	Bookmark: string | null;
	MoreRowsExist?: unknown;
	Success: unknown;
	Message: string | null;
}

async function load(
	{ get }: Bench,
	ido: string,
	parameters: Record<string, string> = {},
	headers: Record<string, string> = DALS,
): Promise<Body> {
	const { status, json } = await get(
		`${IDO}/load/${ido}?${new URLSearchParams(parameters).toString()}`,
		headers,
	);
	expect(status).toBe(200);
	return json as Body;
}

const filtered = async (bench: Bench, filter: string) =>
	await load(bench, 'SLCustomers', { properties: 'CustNum,CustSeq,Name', filter, recordcap: '0' });

describe('CSI sandbox: a load', () => {
	it('gives 200 rows unless told otherwise, all for 0, and says whether there are more', async () => {
		const bench = await startBench();
		const count = async (parameters: Record<string, string>) => {
			const { Items, MoreRowsExist } = await load(bench, 'SLCustomers', parameters);
			return [Items?.length, MoreRowsExist];
		};
		expect(await count({})).toEqual([200, true]);
		expect(await count({ recordcap: '-1' })).toEqual([200, true]);
		expect(await count({ recordCap: '7' })).toEqual([7, true]);
		expect(await count({ recordcap: '0' })).toEqual([330, false]);
	});

	it('tells texts and nulls, numbers with eight decimals, dates in the server’s form, and keys with blanks', async () => {
		const bench = await startBench();
		const properties = 'CustNum,CustSeq,CreditLimit,Addr_2,RecordDate';
		const { Items } = await load(bench, 'slcustomers', { properties, recordcap: '1' });
		expect(Items).toEqual([
			{
				CustNum: '   4017',
				CustSeq: '0',
				CreditLimit: expect.stringMatching(/^\d+\.\d{8}$/) as unknown,
				Addr_2: null,
				RecordDate: expect.stringMatching(/^\d{8} \d\d:\d\d:\d\d\.\d{3}$/) as unknown,
				_ItemId: expect.stringMatching(/^PBT=\[SLCustomers\] x\.DT=/) as unknown,
			},
		]);
		const readOnly = { properties, recordcap: '1', readonly: 'True' };
		const [row] = (await load(bench, 'SLCustomers', readOnly)).Items ?? [];
		expect(row).not.toHaveProperty('_ItemId');
	});

	it('is read on by bookmark, in the order asked for, and begins at the front without one', async () => {
		const bench = await startBench();
		const parameters = { properties: 'Item', orderby: 'Item DESC', recordcap: '2' };
		const first = await load(bench, 'SLItems', { ...parameters, loadtype: 'NEXT' });
		expect(first.Items?.map(({ Item }) => Item)).toEqual(['AX-2119', 'AX-2118']);
		expect(first.Bookmark).toBe(
			'<B><P><p>Item</p></P><D><f>true</f></D><F><v>AX-2119</v></F><L><v>AX-2118</v></L></B>',
		);
		const next = await load(bench, 'SLItems', {
			...{ ...parameters, loadType: 'next', bookmark: first.Bookmark ?? '' },
		});
		expect(next.Items?.map(({ Item }) => Item)).toEqual(['AX-2117', 'AX-2116']);
	});

	it('has ship-to addresses beside customers, and prices of several days', async () => {
		const bench = await startBench();
		expect((await filtered(bench, 'CustSeq > 0')).Items).toHaveLength(30);
		const { Items } = await load(bench, 'SLItemprices', { filter: "Item = N'AX-2000'" });
		expect(Items?.map(({ EffectDate }) => EffectDate?.slice(0, 8))).toEqual([
			...['20200101', '20210104', '20990101'],
		]);
	});
});

describe('CSI sandbox: a filter', () => {
	it.each([
		["CustNum = N'C100001'", 2],
		["CustNum = N'c100001' AND CustSeq = 1", 1],
		["CustNum = N'4017'", 0],
		["CustNum = N'   4017  '", 1],
		["CustNum = N'D''ARC63'", 1],
		["CustNum LIKE N'C10000%' AND CustSeq = 0", 9],
		["CustNum NOT LIKE N'C%'", 8],
		["CustNum IN (N'C100001', N'C100002') AND CustSeq = 0", 2],
		["CustNum NOT IN (N'C100001') AND NOT (CustSeq <> 0)", 299],
		['Addr_2 IS NULL AND Addr_1 IS NOT NULL', 330],
		["Addr_2 = N'x' OR NOT Addr_2 = N'x'", 0],
		["CustNum > N'C100298' AND (CustSeq = 0 OR CustSeq = 1)", 3],
		["RecordDate >= N'20260101 00:00:00.000'", 0],
		['RecordDate <= GETDATE() AND RecordDate > DATEADD(day, -36500, GETDATE())', 330],
	])('%s is taken as SQL Server would', async (filter, expected) => {
		expect((await filtered(await startBench(), filter)).Items).toHaveLength(expected);
	});

	it.each([
		'CustNum = "C100001"',
		"SUBSTRING(CustNum, 1, 1) = N'C'",
		"UPPER(CustNum) = N'C100001'",
		"CustNum = UPPER(N'c100001')",
		'CustNum IN (SELECT CustNum FROM customer)',
		'CustSeq = 0 GROUP BY CustNum',
		'CustSeq = 0 HAVING 1 = 1',
		"CustNum = N'C100001",
		'CustSeq =',
		'(CustSeq = 0',
		'CustSeq = 0 AND',
		'CustSeq == 0',
		'CustSeq = 0; DELETE',
	])('%s is refused', async (filter) => {
		const { Success, Items, Message } = await filtered(await startBench(), filter);
		expect({ Success, Items }).toEqual({ Success: false, Items: null });
		expect(Message).toMatch(/^IllegalFilterException: /);
	});
});

describe('CSI sandbox: what fails', () => {
	it('fails with HTTP 200: without a configuration, with one nobody has, for unknown IDOs and properties', async () => {
		const bench = await startBench();
		const said = async (ido: string, parameters = {}, headers: Record<string, string> = DALS) => {
			const { Success, Message } = await load(bench, ido, parameters, headers);
			expect(Success).toBe(false);
			return Message;
		};
		expect(await said('SLCustomers', {}, {})).toContain('configuration');
		expect(bench.sandbox.violations()).toEqual([expect.stringContaining('names no company')]);
		expect(await said('SLCustomers', {}, { 'x-infor-mongooseconfig': 'X' })).toContain('X');
		expect(await said('SLNothing')).toBe('IDO SLNothing not found.');
		expect(await said('SLItems', { properties: 'Item,Nothing' })).toBe(
			'Property Nothing not found on SLItems IDO.',
		);
		expect(await said('SLItems', { orderby: 'Nothing' })).toContain('Property Nothing');
		expect(await said('SLCustomers', { filter: 'custseq = 0' })).toBe(
			'Property custseq not found on SLCustomers IDO.',
		);
		expect(await said('SLItems', { clm: 'MyMethod' })).toContain('MyMethod');
		bench.sandbox.csi.behaviour.withoutPrivilege = { SLItems: 'CMP_SLItems' };
		expect(await said('SLItems')).toBe('User requires [Read] privilege for CMP_SLItems');
	});

	it('takes no other verb and no longer query than IIS does', async () => {
		const bench = await startBench();
		const post = await bench.get(`${IDO}/load/SLItems`, DALS, 'POST');
		expect(post.status).toBe(405);
		expect(bench.sandbox.violations()).toEqual([expect.stringContaining('writes: POST')]);
		const long = await bench.get(`${IDO}/load/SLItems?filter=${'x'.repeat(2048)}`, DALS);
		expect(long.status).toBe(404);
	});
});

describe('CSI sandbox: descriptions and configurations', () => {
	it('are told, the former with "Success": false as Infor’s sample has it', async () => {
		const bench = await startBench();
		const { json } = await bench.get(`${IDO}/info/SLCustomers`, DALS);
		expect(json).toMatchObject({ Success: false, Keys: ['CustNum', 'CustSeq'] });
		expect((json as { Properties: unknown[] }).Properties).toContainEqual(
			expect.objectContaining({ Name: 'CustNum', Length: 7, DataType: 'String' }),
		);
		const configurations = await bench.get(`${IDO}/configurations`);
		expect(configurations.json).toEqual({
			Message: null,
			Success: true,
			Configurations: ['ACME_TST_DALS', 'ACME_TST_EMEA'],
		});
		expect(bench.sandbox.violations()).toEqual([]);
	});
});

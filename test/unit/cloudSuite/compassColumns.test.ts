import { isTrue } from '../../../nodes/CloudSuite/products/dataFabric/cells';
import { columnsOf, findColumn } from '../../../nodes/CloudSuite/products/dataFabric/columns';
import { failureOf, isUnknownName } from '../../../nodes/CloudSuite/products/dataFabric/failed';
import { momentOf } from '../../../nodes/CloudSuite/products/dataFabric/moments';

describe('a column of the tenant', () => {
	const column = (name: string) => ({ kind: 'column', name });

	it.each([
		[['nama'], '', column('nama')],
		[['NAMA'], '', column('NAMA')],
		[['nama__en_us'], '', column('nama__en_us')],
		[['nama_bg_BG'], '', column('nama_bg_BG')],
		[['nama_de'], '', column('nama_de')],
		[['nama', 'nama__de_de'], '', column('nama')],
		[['nama', 'nama__de_de'], 'de-de', column('nama__de_de')],
		[['nama', 'nama__de_de'], 'fr-fr', column('nama')],
		[['nama__de_de', 'nama__en_us'], 'en-us', column('nama__en_us')],
		[['nama__de_de', 'nama__en_us'], 'en', column('nama__en_us')],
		[['nama__en_us', 'nama__de_de'], '', { kind: 'languages', languages: ['de-de', 'en-us'] }],
		[['nama__en_us'], 'de-de', column('nama__en_us')],
		[['nama__en_us', 'nama__de_de'], 'fr-fr', { kind: 'languages', languages: ['de-de', 'en-us'] }],
		[['nama_kw', 'nama_ref_compnr', 'namaste', 'other'], '', { kind: 'missing' }],
		[['nama', 'nama_kw'], '', column('nama')],
	])('of %j, asked for in "%s", is %j', (names, language, found) => {
		expect(findColumn(columnsOf(names), 'nama', language)).toEqual(found);
	});
});

describe('a date column', () => {
	const at = Date.parse('2026-01-05T08:30:00.000Z');

	it.each([
		['2026-01-05 08:30:00', at],
		['2026-01-05T08:30:00', at],
		['2026-01-05T08:30:00.000Z', at],
		['2026-01-05 08:30:00.000 UTC', at],
		['2026-01-05T09:30:00+01:00', at],
		['2026-01-05', Date.parse('2026-01-05T00:00:00Z')],
		['20260105', Date.parse('2026-01-05T00:00:00Z')],
		['1970-01-01 00:00:00', undefined],
		['0', undefined],
		['', undefined],
		['20260231', 'wrong'],
		['2026-13-01', 'wrong'],
		['yesterday', 'wrong'],
		['5 January 2026', 'wrong'],
		['01-05-2026', 'wrong'],
	])('%j is %s, whatever the zone of the machine', (text, time) => {
		expect(momentOf(text)).toBe(time);
	});
});

describe('a mark of deletion', () => {
	it.each([true, 'true', 'TRUE', 1, '1', ' t '])('is %j', (value) => {
		expect(isTrue(value)).toBe(true);
	});
	it.each([false, 'false', 0, '0', '', null, undefined, 'no', 'deleted'])('is not %j', (value) => {
		expect(isTrue(value)).toBe(false);
	});
});

describe('why a query failed', () => {
	it('is an unknown name or a missing right when Compass says so', () => {
		const said =
			"Invalid property name references: 'LN_tccom100.nama'. The property does not exist or you do not have appropriate permissions.";
		expect(isUnknownName(said)).toBe(true);
		expect(failureOf('LN_tccom100 of company 1300', said)).toMatchObject({
			code: 'compass_name_unknown',
			reason: expect.stringContaining('LN_tccom100 of company 1300 could not be read') as string,
			actionToTake: expect.stringContaining('ttdpm5130m000') as string,
		});
	});

	it('is passed on in its own words otherwise', () => {
		expect(failureOf('The query', 'Query exceeded the limit').reason).toBe(
			'The query could not be read: Data Fabric says "Query exceeded the limit"',
		);
		expect(failureOf('The query', '').reason).toContain('"no reason given"');
	});
});

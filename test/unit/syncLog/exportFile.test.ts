import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { exportFile } from '../../../nodes/SyncLog/audit/exportFile';
import { maskRows } from '../../../nodes/SyncLog/audit/mask';
import { looksPersonal, masked, maskSentence } from '../../../nodes/SyncLog/audit/maskText';
import { verifyChains } from '../../../nodes/SyncLog/audit/verify';
import type { Row } from '../../../nodes/SyncLog/tables';
import { auditValues } from '../../../nodes/SyncLog/tables';
import { csvText, harmlessCell } from '../../../nodes/shared/csv';
import { say } from '../../../nodes/Chargebee/errors/say';
import { auditRow, chained } from './rows';

const NOW = Date.parse('2026-02-01T00:00:00Z');
const PLAIN = { format: 'csv', mask: false, now: NOW } as const;

/** A reader of RFC 4180 that shares nothing with the writer. */
function parseCsv(text: string): string[][] {
	const lines: string[][] = [[]];
	for (const [, quoted, bare = '', end] of text.matchAll(
		/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g,
	)) {
		if (end === '' && quoted === undefined && bare === '') break;
		lines.at(-1)?.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
		if (end === '\r\n') lines.push([]);
	}
	return lines.filter((line) => line.length > 0);
}

describe('a CSV file', () => {
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
		'runs no formula: %j',
		(text) => {
			expect(harmlessCell(text)).toBe(`'${text}`);
		},
	);

	it('leaves negative numbers and other texts alone', () => {
		expect(csvText(['a', 'b'], [{ a: -1, b: 'x=1' }])).toBe('a,b\r\n-1,x=1\r\n');
	});

	it('gives back every text, whatever is in it', () => {
		const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\r', '\n', ';', 'ä', ' ') });
		fc.assert(
			fc.property(fc.array(fc.tuple(text, text)), (rows) => {
				const written = csvText(
					['one', 'two'],
					rows.map(([one, two]) => ({ one: `.${one}`, two: `.${two}` })),
				);
				expect(parseCsv(written).slice(1)).toEqual(
					rows.map(([one, two]) => [`.${one}`, `.${two}`]),
				);
			}),
		);
	});
});

describe('exporting audit rows', () => {
	const rows = chained([auditRow(3), auditRow(1), auditRow(2)]);

	it('has the hash columns, in the order of time', () => {
		const [head, ...lines] = parseCsv(exportFile(rows, PLAIN).text);
		expect(head?.slice(-4)).toEqual(['execution_url', 'previous_hash', 'hash', 'masked']);
		expect(lines.map((line) => line[2])).toEqual([1, 2, 3].map((n) => `ln:ACME_TST:1300:C${n}`));
		expect(lines.map((line) => line.at(-2))).toEqual(
			[rows[1], rows[2], rows[0]].map((row) => row?.hash),
		);
	});

	it('has a manifest of what is in it, with the hash of the file', () => {
		const file = exportFile(rows, { ...PLAIN, format: 'json' });
		expect(file.manifest).toEqual({
			file: 'cloudsuite-sync-audit_2026-01-01.json',
			format: 'json',
			period: { start: '2026-01-01T00:01:00.000Z', end: '2026-01-01T00:03:00.000Z' },
			rows: 3,
			firstHash: rows[1]?.hash,
			lastHash: rows[0]?.hash,
			masked: false,
			note: expect.stringContaining('as they were written') as unknown,
			sha256: createHash('sha256').update(file.text).digest('hex'),
			generatedAt: '2026-02-01T00:00:00.000Z',
		});
	});

	it('as JSON without masking can be verified by itself', () => {
		const { records } = JSON.parse(exportFile(rows, { ...PLAIN, format: 'json' }).text) as {
			records: Row[];
		};
		const head = { flow: 'sync-customers', audit_head: rows[2]?.hash };
		expect(verifyChains(records, [head], new Map())[0]?.verified).toBe(true);
	});

	it('takes the rows of the period only: its start belongs to it, its end does not', () => {
		const start = Date.parse('2026-01-01T00:01:00Z');
		const file = exportFile(rows, { ...PLAIN, start, end: start + 60_000 });
		expect(file.manifest).toMatchObject({
			rows: 1,
			period: { start: '2026-01-01T00:01:00.000Z', end: '2026-01-01T00:02:00.000Z' },
		});
	});

	it('leaves no row out because its time can not be read', () => {
		const odd = [...rows, { ...auditRow(9), at: 'once' }];
		expect(exportFile(odd, { ...PLAIN, start: 0, end: NOW }).manifest.rows).toBe(4);
	});

	it('of nothing is a file with headings', () => {
		const file = exportFile([{}], PLAIN);
		expect(file.name).toBe('cloudsuite-sync-audit.csv');
		expect(parseCsv(file.text)).toHaveLength(1);
		expect(file.manifest).toMatchObject({ rows: 0, firstHash: null, lastHash: null });
	});

	it('says in name, rows and manifest that it is masked and can not be verified', () => {
		const file = exportFile(rows, { ...PLAIN, format: 'json', mask: true });
		expect(file.name).toBe('cloudsuite-sync-audit_2026-01-01_masked.json');
		expect(file.manifest.note).toContain('no longer gives its hash');
		const { records } = JSON.parse(file.text) as { records: Row[] };
		expect(records.map((row) => row.masked)).toEqual(['yes', 'yes', 'yes']);
		expect(records[0]?.hash).toBe(rows[1]?.hash);
		expect(verifyChains(records, [], new Map())[0]?.verified).toBe(false);
	});
});

const change = (field: string, from: unknown, to: unknown) => ({ field, from, to });
const maskOne = (row: Row) => {
	const [out] = maskRows([auditValues(auditRow(1, row))]);
	return {
		changes: JSON.parse(String(out?.changes)) as Array<{
			field: string;
			from: unknown;
			to: unknown;
		}>,
		reason: out?.reason ?? '',
		row: out,
	};
};
const maskChange = (field: string, from: unknown, to: unknown) => {
	const [one] = maskOne({ changes: JSON.stringify([change(field, from, to)]) }).changes;
	return [one?.from, one?.to];
};

describe('masking personal data in changes', () => {
	it.each([
		['email', 'anna@acme.example', 'ben@acme.example', ['a***@a***.example', 'b***@a***.example']],
		['first_name', 'John', 'Mary', ['J***', 'M***']],
		['company', 'Kessler KG', null, ['K***', null]],
		['phone', '+49 731 1234567', '', ['+***', '']],
		['billing_address_line1', 'Main St 1', 'Side St 2', ['M***', 'S***']],
		['billing_address_zip', 89073, 10115, ['8***', '1***']],
		['vat_number', 'DE123456789', 'FR12345678901', ['D***', 'F***']],
		['cf_owner', 'Anna', 'Ben', ['A***', 'B***']],
	])('%s', (field, from, to, expected) => {
		expect(maskChange(field, from, to)).toEqual(expected);
	});

	it('of every member of a list or an object', () => {
		const identifiers = [{ scheme: 'x', value: 'DE123456789' }];
		expect(maskChange('tax_identifiers', identifiers, [])).toEqual([
			[{ scheme: 'x***', value: 'D***' }],
			[],
		]);
		expect(maskChange('meta_data', { email: 'a@b.example', plan: 'gold' }, null)).toEqual([
			{ email: 'a***@b***.example', plan: 'gold' },
			null,
		]);
	});

	it('that are e-mail addresses, whatever the field is called', () => {
		expect(maskChange('anything', 'gold', 'anna@acme.example')).toEqual([
			'gold',
			'a***@a***.example',
		]);
	});

	it.each([
		['net_term_days', 30, 60],
		['preferred_currency_code', 'EUR', 'USD'],
		['status', 'active', 'archived'],
		['price', '12.50', '13.00'],
		['item_family_id', 'f1', 'f2'],
		['accounting_code', 'A1', 'B2'],
		['send_billing_email', 'true', 'false'],
	])('leaves %s as it is', (field, from, to) => {
		expect(maskChange(field, from, to)).toEqual([from, to]);
	});

	it('still tells that two values differ which begin alike, and that equal ones are equal', () => {
		expect(maskChange('first_name', 'John', 'Jane')).toEqual(['J***', 'J***(2)']);
		expect(maskChange('first_name', 'John', 'John')).toEqual(['J***', 'J***']);
	});

	it('hides what it can not read as a whole', () => {
		const [out] = maskRows([auditValues(auditRow(1, { changes: '{broken John' }))]);
		expect(out?.changes).toBe('(masked)');
	});

	it('leaves keys, ids, hashes and everything else', () => {
		const { row } = maskOne({ source_key: 'ln:T:1300:+49 731 1234567' });
		expect(row).toEqual({
			...auditValues(auditRow(1, { source_key: 'ln:T:1300:+49 731 1234567' })),
			changes: expect.any(String) as unknown,
		});
	});
});

describe('masking personal data in reasons', () => {
	const reasonOf = (reason: string, changes: unknown[] = []) =>
		maskOne({ reason, changes: JSON.stringify(changes) }).reason;

	it('hides values in quotes, not the names of settings', () => {
		const { reason, actionToTake } = say('value_not_email', {
			field: 'Email',
			value: 'billing(at)kessler',
		});
		const text = reasonOf(`${reason} ${actionToTake}`);
		expect(text).toContain('Email "b***" is not');
		const told = say('link_not_wanted', {
			name: 'customer',
			id: 'x',
			sourceKey: 'ln:T:1:C1',
			matchedBy: 'email',
			howToMark: '',
		});
		expect(reasonOf(told.actionToTake)).toBe(told.actionToTake);
	});

	it.each([
		['mail of anna@acme.example, twice', 'mail of a***@a***.example, twice'],
		['call +49 (731) 123-4567 now', 'call +*** now'],
		['email "anna@acme.example" is wrong', 'email "a***@a***.example" is wrong'],
		['VAT DE123456789 is wrong', 'VAT D*** is wrong'],
		['since 2026-01-31T08:00:00Z, HTTP 400', 'since 2026-01-31T08:00:00Z, HTTP 400'],
		['ln:ACME_TST:1300:C0049731123 came twice', 'ln:ACME_TST:1300:C0049731123 came twice'],
	])('%s', (reason, expected) => {
		expect(reasonOf(reason)).toBe(expected);
	});

	it('hides a name that a change of the same record tells, in its other rows, too', () => {
		const rows = [
			auditRow(1, {
				changes: JSON.stringify([change('company', 'Kessler Technik KG', 'Öhlund AB')]),
			}),
			auditRow(1, { changes: '[]', reason: 'Kessler Technik KG is not Öhlund AB' }),
			auditRow(2, { changes: '[]', reason: 'Öhlund AB' }),
		];
		const reasons = maskRows(rows.map(auditValues)).map(({ reason }) => reason);
		expect(reasons).toEqual([null, 'K*** is not Ö***', 'Öhlund AB']);
	});

	it('leaves no e-mail address behind, wherever it stands', () => {
		const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
		fc.assert(
			fc.property(
				word,
				word,
				fc.constantFrom('', '"', '(', '<', ': ', ', '),
				fc.string(),
				(user, host, before, rest) => {
					const address = `${user}zz@${host}zz.example`;
					const text = maskSentence(`x ${before}${address} ${rest}`, [], [], masked);
					expect(text).not.toContain(`${user}zz@${host}zz`);
				},
			),
		);
	});

	it.each(['a@b.example', '+4912345678', 'DE123456789'])('%s looks personal', (text) => {
		expect(looksPersonal(text)).toBe(true);
	});

	it.each(['EUR', '12.50', '2026-01-31', 'C000123', ''])('"%s" does not', (text) => {
		expect(looksPersonal(text)).toBe(false);
	});
});

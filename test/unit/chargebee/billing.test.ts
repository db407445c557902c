import fc from 'fast-check';
import type {
	CreditNote,
	Invoice,
} from '../../../nodes/Chargebee/resources/customer/billing/document';
import {
	readCreditNote,
	readInvoice,
} from '../../../nodes/Chargebee/resources/customer/billing/document';
import type { Summary } from '../../../nodes/Chargebee/resources/customer/billing/summarise';
import { summarise } from '../../../nodes/Chargebee/resources/customer/billing/summarise';

const at = (iso: string) => Date.parse(iso) / 1000;

const invoice = (fields: Partial<Invoice> = {}): Invoice => ({
	...{ id: 'INV-1', customerId: 'A', currency: 'EUR', date: at('2025-02-10T12:00:00Z') },
	...{ status: 'paid', deleted: false, total: 1000, paid: 1000, due: 0 },
	...{ adjusted: 0, creditsApplied: 0, writtenOff: 0 },
	...fields,
});

const note = (fields: Partial<CreditNote> = {}): CreditNote => ({
	...{ id: 'CN-1', customerId: 'A', currency: 'EUR', date: at('2025-02-20T12:00:00Z') },
	...{ status: 'adjusted', deleted: false, total: 200, refunded: 0, available: 0 },
	...fields,
});

const only = (summaries: Summary[]) => {
	expect(summaries).toHaveLength(1);
	return summaries[0];
};

describe('a billing summary', () => {
	it('adds up each field of invoices in its own column', () => {
		const invoices = [
			invoice({ total: 1001, paid: 501, due: 100, adjusted: 150, creditsApplied: 250 }),
			invoice({ id: 'INV-2', total: 2000, paid: 0, due: 0, adjusted: 2000, writtenOff: 2000 }),
		];
		expect(only(summarise(invoices, [], 'month'))).toEqual({
			...{ customerId: 'A', currency: 'EUR' },
			period: {
				name: '2025-02',
				start: '2025-02-01T00:00:00.000Z',
				end: '2025-03-01T00:00:00.000Z',
			},
			...{ invoiced: 3001, paid: 501, due: 100, adjusted: 2150, creditsApplied: 250 },
			...{ writtenOff: 2000, credited: 0, refunded: 0, creditAvailable: 0, net: 3001 },
			...{ invoices: 2, creditNotes: 0, voidedInvoices: 0, voidedCreditNotes: 0 },
			pendingInvoices: 0,
		});
	});

	it.each(['adjusted', 'refunded', 'refund_due'])(
		'counts the whole of a credit note that is %s once, and shows refunded and unused parts of it',
		(status) => {
			const notes = [note({ status, total: 700, refunded: 300, available: 150 })];
			expect(only(summarise([], notes, 'month'))).toMatchObject({
				...{ credited: 700, refunded: 300, creditAvailable: 150, net: -700 },
				...{ invoices: 0, creditNotes: 1, paid: 0 },
			});
		},
	);

	it('takes a refund off what was charged once: by its credit note, not by the payment too', () => {
		const invoices = [invoice({ total: 1000, paid: 1000 })];
		const notes = [note({ status: 'refunded', total: 1000, refunded: 1000 })];
		expect(only(summarise(invoices, notes, 'total'))).toMatchObject({
			...{ invoiced: 1000, paid: 1000, credited: 1000, refunded: 1000, net: 0 },
		});
	});

	it('takes a credit that settled an invoice off what was charged once', () => {
		const invoices = [invoice({ total: 1000, paid: 600, creditsApplied: 400 })];
		const notes = [note({ status: 'refunded', total: 400 })];
		expect(only(summarise(invoices, notes, 'total'))).toMatchObject({
			net: 600,
			paid: 600,
			due: 0,
		});
	});

	it.each(['paid', 'posted', 'payment_due', 'not_paid'])(
		'adds up invoices that are %s',
		(status) => {
			expect(only(summarise([invoice({ status })], [], 'total'))).toMatchObject({
				...{ invoices: 1, invoiced: 1000 },
			});
		},
	);

	it('counts voided documents apart and adds up nothing of them', () => {
		const voided = { status: 'voided', total: 5000 };
		expect(only(summarise([invoice(voided)], [note(voided)], 'total'))).toMatchObject({
			...{ invoiced: 0, paid: 0, credited: 0, net: 0, invoices: 0, creditNotes: 0 },
			...{ voidedInvoices: 1, voidedCreditNotes: 1 },
		});
	});

	it('counts pending invoices apart: they may change until they are closed', () => {
		expect(only(summarise([invoice({ status: 'pending' })], [], 'total'))).toMatchObject({
			...{ invoiced: 0, invoices: 0, pendingInvoices: 1 },
		});
	});

	it('knows nothing of deleted documents', () => {
		expect(summarise([invoice({ deleted: true })], [note({ deleted: true })], 'total')).toEqual([]);
	});

	it('counts a document that was read twice once, as it came last', () => {
		const invoices = [invoice({ paid: 0, due: 1000, status: 'posted' }), invoice()];
		expect(only(summarise(invoices, [], 'total'))).toMatchObject({ invoiced: 1000, due: 0 });
	});

	it('leaves out a document that was deleted while it was read', () => {
		expect(summarise([invoice(), invoice({ deleted: true })], [], 'total')).toEqual([]);
	});

	it('is not confused by an invoice and a credit note of the same number', () => {
		expect(only(summarise([invoice({ id: '1' })], [note({ id: '1' })], 'total'))).toMatchObject({
			...{ invoiced: 1000, credited: 200 },
		});
	});

	it('never adds up different currencies or customers', () => {
		const invoices = [
			invoice({ id: '1', currency: 'USD' }),
			invoice({ id: '2', customerId: 'B' }),
			invoice({ id: '3' }),
		];
		const notes = [note({ currency: 'JPY' })];
		expect(
			summarise(invoices, notes, 'total').map(({ customerId, currency, invoiced, credited }) => [
				...[customerId, currency, invoiced, credited],
			]),
		).toEqual([
			['A', 'EUR', 1000, 0],
			['A', 'JPY', 0, 200],
			['A', 'USD', 1000, 0],
			['B', 'EUR', 1000, 0],
		]);
	});

	it('is nothing for nothing', () => {
		expect(summarise([], [], 'month')).toEqual([]);
	});

	it('adds up to the same whatever the period and the order of documents', () => {
		const documents = fc.array(
			fc.record({
				id: fc.uuid(),
				currency: fc.constantFrom('EUR', 'JPY'),
				status: fc.constantFrom('paid', 'voided', 'pending', 'not_paid'),
				date: fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') }),
				total: fc.integer({ min: 0, max: 1e12 }),
			}),
		);
		const sum = (summaries: Summary[], field: 'invoiced' | 'credited' | 'net') =>
			['EUR', 'JPY'].map((wanted) =>
				summaries
					.filter(({ currency }) => currency === wanted)
					.reduce((total, summary) => total + summary[field], 0),
			);
		fc.assert(
			fc.property(documents, documents, (some, others) => {
				const invoices = some.map((fields) => invoice(fields));
				const notes = others.map((fields) => note(fields));
				const total = summarise(invoices, notes, 'total');
				for (const unit of ['month', 'quarter', 'year'] as const) {
					const parts = summarise([...invoices].reverse(), [...notes].reverse(), unit);
					for (const field of ['invoiced', 'credited', 'net'] as const) {
						expect(sum(parts, field)).toEqual(sum(total, field));
					}
				}
			}),
		);
	});
});

describe('the period of a document', () => {
	it.each([
		['2025-01-01T00:00:00Z', 'month', '2025-01'],
		['2024-12-31T23:59:59Z', 'month', '2024-12'],
		['2025-01-01T00:30:00+01:00', 'month', '2024-12'],
		['2024-02-29T23:59:59Z', 'month', '2024-02'],
		['2025-03-31T23:59:59Z', 'quarter', '2025-Q1'],
		['2025-04-01T00:00:00Z', 'quarter', '2025-Q2'],
		['2025-12-31T23:59:59Z', 'quarter', '2025-Q4'],
		['2024-12-31T23:59:59Z', 'year', '2024'],
		['2025-01-01T00:00:00Z', 'year', '2025'],
		['2025-01-01T00:00:00Z', 'total', 'total'],
	] as const)('dated %s, by %s, is %s', (date, unit, name) => {
		expect(only(summarise([invoice({ date: at(date) })], [], unit))?.period.name).toBe(name);
	});

	it.each([
		['month', '2024-12-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
		['quarter', '2024-10-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
		['year', '2024-01-01T00:00:00.000Z', '2025-01-01T00:00:00.000Z'],
		['total', null, null],
	] as const)('by %s names its first moment and the first one after it', (unit, start, end) => {
		const date = at('2024-12-31T23:59:59Z');
		expect(only(summarise([invoice({ date })], [], unit))?.period).toMatchObject({ start, end });
	});

	it('is said to be unknown when the document has no date', () => {
		const { date: _date, ...undated } = invoice();
		expect(only(summarise([undated], [], 'month'))?.period).toEqual({
			...{ name: 'undated', start: null, end: null },
		});
	});
});

describe('reading a document', () => {
	const RECORD = { id: 'INV-1', customer_id: 'A', currency_code: 'EUR', status: 'paid' };

	it('takes Chargebee’s own fields of an invoice', () => {
		const record = {
			...{ ...RECORD, date: 1_740_000_000, total: 1, amount_paid: 2, amount_due: 3 },
			...{ amount_adjusted: 4, credits_applied: 5, write_off_amount: 6, deleted: false },
		};
		expect(readInvoice(record)).toEqual({
			...{ id: 'INV-1', customerId: 'A', currency: 'EUR', status: 'paid', deleted: false },
			...{ date: 1_740_000_000, total: 1, paid: 2, due: 3, adjusted: 4, creditsApplied: 5 },
			writtenOff: 6,
		});
	});

	it('takes Chargebee’s own fields of a credit note', () => {
		const record = { ...RECORD, total: 1, amount_refunded: 2, amount_available: 3, deleted: true };
		expect(readCreditNote(record)).toEqual({
			...{ id: 'INV-1', customerId: 'A', currency: 'EUR', status: 'paid', deleted: true },
			...{ total: 1, refunded: 2, available: 3 },
		});
	});

	it('takes an amount that is absent for zero', () => {
		expect(readInvoice(RECORD)).toMatchObject({ total: 0, paid: 0, due: 0 });
	});

	it.each(['1000', 10.5, Number.NaN, 2 ** 53, true, {}])(
		'refuses %p for an amount, rather than adding up something else',
		(total) => {
			expect(readInvoice({ ...RECORD, total })).toHaveProperty('problem');
		},
	);

	it.each(['customer_id', 'currency_code'])('refuses a document without %s', (field) => {
		expect(readCreditNote({ ...RECORD, [field]: undefined })).toHaveProperty('problem');
	});
});

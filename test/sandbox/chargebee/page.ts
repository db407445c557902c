import type { Fault } from '../shared/faults';
import { escapeHtml, layout, table } from '../shared/page';
import type { HistoryEntry } from '../shared/server';
import { asText } from '../../../nodes/shared/text';
import type { Limits } from './limiter';
import { readableQuery } from './path';
import type { Customer } from './types';
import { referenceOf } from './reference';

export interface PageState {
	site: string;
	customers: readonly Customer[];
	/** How many of the rest there are, by name. */
	others: ReadonlyArray<readonly [name: string, count: number]>;
	history: readonly HistoryEntry[];
	faults: ReadonlyArray<Fault & { hits: number }>;
	limits: Limits;
	/** The most calls under way at once. */
	peak: Limits['concurrency'];
	/** Broken rules. */
	violations: readonly string[];
}

const MOST_CALLS = 60;

/** What is in the site, for a person: customers first, then what was asked of it. */
export function renderPage({
	site,
	customers,
	others,
	history,
	faults,
	limits,
	...state
}: PageState): string {
	const { peak, violations } = state;
	const living = customers.filter(({ deleted }) => !deleted);
	const writes = history.filter(
		({ method, status, notes }) => method === 'POST' && status === 200 && notes.replayed !== true,
	);
	const refused = history.filter(({ status }) => status === 429);
	return layout({
		title: `Chargebee sandbox: ${site}`,
		lead: 'A stand-in for a Chargebee site. It keeps what the sync wrote until it is stopped; reload to see changes.',
		figures: [
			['Customers', living.length],
			['with a CloudSuite reference', living.filter(referenceOf).length],
			...others,
			['Calls', history.length],
			['of them writes', writes.length],
			['refused for their rate', refused.length],
			['Limit per minute', limits.requestsPerMinute],
			['Most reads / writes at once', `${peak.get} / ${peak.post}`],
			['Broken rules', violations.length],
		],
		sections: [
			{
				heading: 'Customers',
				note: 'Newest change first. Without a reference: entered by hand and not linked.',
				html: table(
					['ID', 'Company', 'E-mail', 'VAT number', 'City', 'CloudSuite reference', 'Last change'],
					[...customers].sort((a, b) => b.resource_version - a.resource_version).map(customerRow),
				),
			},
			{
				heading: 'Latest calls',
				note: `${history.length > MOST_CALLS ? `The last ${MOST_CALLS} of ${history.length}` : 'All'}, newest first.`,
				html: table(
					['#', 'Time', 'Call', 'Answer', 'Note'],
					history.slice(-MOST_CALLS).reverse().map(callRow),
				),
			},
			{
				heading: 'Broken rules',
				note:
					violations.length === 0
						? 'None is broken: nobody is there twice, no write lost a value.'
						: 'What a sync must never do to a site:',
				html:
					violations.length === 0
						? ''
						: table(
								['Rule'],
								violations.map((text) => [escapeHtml(text)]),
							),
			},
			{
				heading: 'Faults',
				note:
					faults.length === 0
						? 'None are planned: the site behaves.'
						: 'What is injected, and how often it has struck.',
				html:
					faults.length === 0
						? ''
						: table(
								['Effect', 'Where', 'Struck'],
								faults.map(({ effect, method, path, hits }) => [
									effect.kind,
									escapeHtml(`${method ?? 'any'} ${path?.source ?? ''}`),
									String(hits),
								]),
							),
			},
		],
	});
}

function customerRow(customer: Customer): string[] {
	const { city } = (customer.billing_address ?? {}) as { city?: string };
	const cells = [
		customer.id,
		customer.company,
		customer.email,
		customer.vat_number,
		city,
		referenceOf(customer),
		new Date(customer.updated_at * 1000).toISOString().slice(0, 16).replace('T', ' '),
	];
	const shown = cells.map((cell) => escapeHtml(typeof cell === 'string' ? cell : ''));
	return customer.deleted ? shown.map((cell) => `<s>${cell}</s>`) : shown;
}

function callRow({ n, at, method, path, query, status, fault, notes }: HistoryEntry): string[] {
	const asked = readableQuery(query);
	const note = [
		fault ? `fault: ${fault}` : '',
		notes.replayed === true ? 'replayed' : '',
		asText(notes.customerId ?? notes.recordId),
	]
		.filter(Boolean)
		.join(', ');
	return [
		String(n),
		new Date(at).toISOString().slice(11, 19),
		escapeHtml(
			`${method} ${path}${asked ? `?${asked.length > 90 ? `${asked.slice(0, 90)}…` : asked}` : ''}`,
		),
		status === 0 ? 'none' : String(status),
		escapeHtml(note),
	];
}

import { escapeHtml, layout, table } from '../shared/page';
import type { HistoryEntry } from '../shared/server';
import type { BusinessPartnerRow } from './ln/data';
import type { InforState } from './state';
import { RATIONS, onDayOf } from './token/rations';
import { findViolations } from './violations';

const MOST_CALLS = 60;

/** What is in the tenant, for a person: business partners first, then what was asked of it. */
export function renderPage(state: InforState): string {
	const { authorization, company, data, history } = state;
	const now = authorization.clock.now();
	const customers = data.businessPartners.filter(({ BusinessPartnerRole }) =>
		BusinessPartnerRole.startsWith('Customer'),
	);
	const tokens = [...authorization.store.all.values()];
	return layout({
		title: `Infor CloudSuite sandbox: ${authorization.app.tenant}`,
		lead: `A stand-in for an Infor LN tenant behind its ION API gateway, company ${company}. Nothing here leaves this machine; reload to see changes.`,
		figures: [
			['Customers', customers.length],
			['Suppliers only', data.businessPartners.length - customers.length],
			['Calls', history.length],
			['refused', history.filter(({ status }) => status >= 400).length],
			[`Log-ins today (of ${RATIONS.loginsPerDay})`, onDayOf(now, authorization.logins)],
			[`Tokens today (of ${RATIONS.tokensPerClientAndDay})`, onDayOf(now, tokens)],
		],
		sections: [
			{
				heading: 'Business partners',
				note: 'As LN holds them: the e-mail stands on the contact, payment terms and credit limit on the invoice-to role.',
				html: table(
					[
						'Code',
						'Name',
						'Role',
						'Status',
						'City',
						'Country',
						'E-mail',
						'VAT number',
						'Payment terms',
						'Credit limit',
					],
					partnerRows(state),
				),
			},
			{
				heading: 'Latest calls',
				note: `${Math.min(MOST_CALLS, history.length)} of ${history.length}, newest first.`,
				html: table(
					['#', 'Time (UTC)', 'Answer', 'Company', 'Rows', 'Note', 'Call'],
					history.slice(-MOST_CALLS).reverse().map(callRow),
				),
			},
			rulesSection(state),
			faultsSection(state),
		],
	});
}

function partnerRows({ data }: InforState): string[][] {
	const addresses = new Map(data.addresses.map((row) => [row.AddressCode, row]));
	const contacts = new Map(data.contacts.map((row) => [row.Contact, row]));
	const invoiceTo = new Map(
		data.invoiceToBusinessPartners.map((row) => [row.InvoicetoBusinessPartner, row]),
	);
	const taxNumbers = new Map(data.taxNumbers.map((row) => [row.BusinessPartner, row]));
	return data.businessPartners.map((partner: BusinessPartnerRow) => {
		const address = addresses.get(partner.AddressCode ?? '');
		const terms = invoiceTo.get(partner.BusinessPartner);
		const city = address?.CityDescription;
		const cells = [
			partner.BusinessPartner.replaceAll(' ', '␣'),
			partner.Name,
			partner.BusinessPartnerRole,
			partner.BusinessPartnerStatus,
			typeof city === 'object' && city !== null && 'en-US' in city ? city['en-US'] : '',
			address?.Country,
			contacts.get(partner.PrimaryContact ?? '')?.Email,
			taxNumbers.get(partner.BusinessPartner)?.TaxNumber,
			terms?.PaymentTerms,
			terms?.CreditLimit.toLocaleString('en-US'),
		];
		return cells.map((cell) => escapeHtml(cell ?? ''));
	});
}

function callRow(entry: HistoryEntry): string[] {
	const { n, at, method, path, query, status, fault, notes } = entry;
	const asked = readable(query);
	const note = [
		fault ? `fault: ${fault}` : '',
		typeof notes.grant === 'string' ? `log-in: ${notes.grant}` : '',
		notes.passing401 === true ? 'passing 401' : '',
		notes.companyNamed === false ? 'no company named' : '',
	];
	const call = `${method} ${shortPath(path)}${asked ? `?${asked}` : ''}`;
	return [
		String(n),
		new Date(at).toISOString().slice(11, 19),
		status === 0 ? 'none' : String(status),
		escapeHtml(typeof notes.company === 'string' ? notes.company : ''),
		typeof notes.rows === 'number' ? String(notes.rows) : '',
		escapeHtml(note.filter(Boolean).join(', ')),
		escapeHtml(call.length > 110 ? `${call.slice(0, 110)}…` : call),
	];
}

/** Without what is the same in every call to LN. */
function shortPath(path: string): string {
	return path.replace(/^\/[^/]+\/LN\/lnapi\/odata\//, '');
}

function rulesSection({ history, authorization }: InforState): {
	heading: string;
	note: string;
	html: string;
} {
	const broken = findViolations(history, authorization);
	return {
		heading: 'Rules',
		note:
			broken.length === 0
				? 'None is broken: nothing was written to LN, every read named its company, log-ins stayed within Infor’s rations.'
				: 'These are broken:',
		html:
			broken.length === 0
				? ''
				: table(
						['Broken rule'],
						broken.map((rule) => [escapeHtml(rule)]),
					),
	};
}

function faultsSection({ faults }: InforState): { heading: string; note: string; html: string } {
	const planned = faults.list();
	return {
		heading: 'Faults',
		note:
			planned.length === 0
				? 'None are planned: the tenant behaves.'
				: 'What is injected, and how often it has struck.',
		html:
			planned.length === 0
				? ''
				: table(
						['Effect', 'Where', 'Struck'],
						planned.map(({ effect, method, path, hits }) => [
							effect.kind,
							escapeHtml(`${method ?? 'any'} ${path?.source ?? ''}`),
							String(hits),
						]),
					),
	};
}

/** A query as a person reads it; one that is not well encoded as it came. */
function readable(query: string): string {
	try {
		return decodeURIComponent(query.replace(/\+/g, ' '));
	} catch {
		return query;
	}
}

import { byHand, chargebee, csvFile, everyMonth, fields } from './nodes';
import { setting } from './parts/words';
import { Section, Template } from './workflow';

const OVERVIEW = `## Revenue in Chargebee by CloudSuite customer

### How it works
The workflow adds up what was invoiced, paid, due and credited in Chargebee, per CloudSuite customer, currency and period, and gives it as a CSV file for a spreadsheet: one line per customer, currency and month, with the CloudSuite key, so that it can be laid beside what the ERP says.

It only reads. Invoices, credit notes and transactions are Chargebee's; nothing is ever written back to CloudSuite, and nothing in Chargebee is changed. Customers that carry no CloudSuite key are listed without one.

### Setup
1. Choose your credential in **Billing summary**.
2. Enter the period in **Settings**: dates like 2026-01-01.
3. Run it and download the file from **CSV file**; active, it runs on the first day of each month.`;

export function billingByCustomer(): Template {
	const template = new Template('Report revenue in Chargebee by CloudSuite customer', OVERVIEW);
	const start = new Section('1 Period', 'From the first day on, up to before the last one.');
	const manual = start.add('When clicking Execute', byHand());
	const settings = start.add(
		'Settings',
		fields({
			from: "={{ $now.minus({ months: 3 }).startOf('month').toISODate() }}",
			until: "={{ $now.startOf('month').toISODate() }}",
		}),
	);
	start.row();
	const schedule = start.add('Every month', everyMonth());
	const sum = new Section('2 Add up', 'Per customer, currency and month.');
	const summary = sum.add(
		'Billing summary',
		chargebee(
			{
				resource: 'customer',
				operation: 'billingSummary',
				customers: 'all',
				period: 'month',
				options: { from: `={{ ${setting('from')} }}`, before: `={{ ${setting('until')} }}` },
			},
			{},
		),
	);
	const file = sum.add('CSV file', csvFile('billing-by-customer.csv'));
	template.chain(manual, settings, summary, file);
	template.connect(schedule, settings);
	template.line(start, sum);
	return template;
}

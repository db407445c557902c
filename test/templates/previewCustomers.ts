import { CUSTOMER_MATCHING, mapCustomers } from './flows/customers';
import { byHand, chargebee, cloudSuite, countBy, csvFile, fields } from './nodes';
import { Section, Template } from './workflow';

const OVERVIEW = `## Preview: what would happen to customers in Chargebee

### How it works
The workflow reads all customers of one company and works out, for each, what a sync would do in Chargebee: create, update, link to a customer that is there already, or nothing. **Nothing is written**, neither to CloudSuite nor to Chargebee.

The result is a CSV file for a spreadsheet: one line per customer, with every field that would change, before and after, and for conflicts the customers in question and what to do.

- **created / updated / linked**: would be done
- **unchanged**: Chargebee has it all
- **conflict**: a person has to decide; the candidates are named
- **invalid**: a value has to be corrected in CloudSuite

### Setup
1. Choose your credentials in **Get all customers** and **Preview in Chargebee**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Get all customers**.
3. Run it and download the file from **CSV file**.
4. Where a person should decide, fill the columns **decision** (link, create or ignore) and, to link, **decision_id** with one of the candidates. Join the file to the records by **cloudSuiteKey** and give both columns to the options Decision and Decision ID of Create or Update.
5. Content? Run **Sync customers**: it does exactly this.`;

export function previewCustomers(): Template {
	const template = new Template('Preview the sync of customers to Chargebee', OVERVIEW);
	const read = new Section(
		'1 Read and map',
		'All customers of the company, mapped as the sync does.',
	);
	const trigger = read.add('When clicking Execute', byHand());
	const settings = read.add('Settings', fields({ company: '1300' }));
	const all = read.add(
		'Get all customers',
		cloudSuite(
			{ resource: 'customer', operation: 'getAll', returnAll: true, filters: {} },
			{ executeOnce: true },
		),
	);
	const map = read.add('Map to Chargebee', mapCustomers());
	const look = new Section('2 Preview', '**Preview Only** is on: reads, and writes nothing.');
	const preview = look.add(
		'Preview in Chargebee',
		chargebee(
			{
				...CUSTOMER_MATCHING,
				operation: 'upsert',
				preview: true,
				previewOutput: 'csv',
				options: {},
			},
			{},
		),
	);
	const result = new Section('3 Result', 'The file to review, and how many of each.');
	const file = result.add('CSV file', csvFile('preview-customers.csv'));
	result.row();
	const counts = result.add('Counts per outcome', countBy('cloudSuiteKey', 'outcome'));
	template.chain(trigger, settings, all, map, preview, file);
	template.connect(preview, counts);
	template.line(read, look, result);
	return template;
}

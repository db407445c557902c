import { byHand, chargebee, cloudSuite, everyWeek, fields, item } from './nodes';
import { tablesSection } from './parts/tables';
import { becameOf, missingColumns, upgradeSections } from './parts/upgrade';
import { setting } from './parts/words';
import type { Storage } from './storage/storage';
import { AUDIT, CHECKPOINTS, LEDGER } from './storage/tables';
import type { TableName } from './storage/tables';
import { Section, Template } from './workflow';

const OVERVIEW = `## Check that everything is ready for the sync to Chargebee

### How it works
Run it by hand once before the first sync, and whenever something seems wrong. It makes the three tables when they are missing, adds the columns an older version of them lacks, asks CloudSuite how many customers the company has, and asks Chargebee for one customer, for its custom fields and for one item family: that tells whether both credentials work, whether the site uses the catalog with items, and whether it has a custom field for the CloudSuite key.

**Readiness** lists what was looked at, whether it is well, and what to do where it is not. Nothing is written to either system.

### Setup
1. Choose your credentials in **Count customers**, **One customer**, **Custom fields** and **One item family**.
2. Enter your company in **Settings**; for another product than LN, choose it in **Count customers**.
3. Run it, and read **Readiness**. Activate it if it shall look every Monday.`;

const tableCheck = (storage: Storage, table: TableName, node: string) =>
	`(() => { const missing = ${missingColumns(table, node)}; const anew = ${storage.rebuild ? becameOf(table) : "''"}; return { check: 'Table ${table}', ok: missing.length === 0 || anew !== '', found: anew || (missing.length === 0 ? 'there, with all columns' : 'columns are missing: ' + missing.join(', ')), toDo: anew || missing.length === 0 ? '' : 'The table was made by an older version. Deactivate the other workflows and run this one by hand while no sync is at work: it makes the table anew, and copies its rows.' }; })()`;

const answered = (node: string, check: string, well: string, toDo: string) =>
	`(() => { const answer = $('${node}').first().json; const wrong = answer.error; return { check: '${check}', ok: !wrong, found: wrong ? (answer.details?.description ? answer.error + ' ' + answer.details.description : String(answer.error?.message ?? answer.error)) : ${well}, toDo: wrong ? '${toDo}' : '' }; })()`;

const request = (path: string, parameters: Record<string, unknown>) =>
	chargebee(
		{
			...{ resource: 'api', operation: 'request', method: 'GET', path },
			...{ specifyParameters: 'json', parametersJson: JSON.stringify(parameters) },
		},
		{ onError: 'continueRegularOutput', executeOnce: true, alwaysOutputData: true },
	);

export function setup(storage: Storage): Template {
	const template = new Template('Check that the sync to Chargebee is ready', OVERVIEW);
	const start = new Section('1 Start', 'By hand; every Monday when it is active.');
	const manual = start.add('When clicking Execute', byHand());
	const settings = start.add('Settings', fields({ company: '1300' }, { once: true }));
	start.row();
	const schedule = start.add('Every Monday', everyWeek());
	const tables = tablesSection(template, storage, '2 Tables');
	template.chain(manual, settings, tables.first);
	template.connect(schedule, settings);
	const upgrade =
		storage.rebuild &&
		upgradeSections(template, storage, storage.rebuild, { number: 3, trigger: manual });
	if (upgrade) template.connect(tables.last, upgrade.first);

	const ask = new Section(
		`${String(upgrade ? 5 : 3)} Ask both systems`,
		'A question each; a refusal is an answer, too.',
	);
	const customers = ask.add(
		'Count customers',
		cloudSuite(
			{ resource: 'customer', operation: 'count', filters: {} },
			{ onError: 'continueRegularOutput', executeOnce: true, alwaysOutputData: true },
		),
	);
	const one = ask.add('One customer', request('/customers', { limit: 1 }));
	const custom = ask.add(
		'Custom fields',
		request('/custom_field_configs', { entity_type: 'customer' }),
	);
	const catalog = ask.add('One item family', request('/item_families', { limit: 1 }));
	template.chain(upgrade?.last ?? tables.last, customers, one, custom, catalog);

	const report = new Section(
		`${String(upgrade ? 6 : 4)} Report`,
		'What was looked at, and what to do.',
	);
	const checks = [
		tableCheck(storage, LEDGER, 'Ledger table'),
		tableCheck(storage, AUDIT, 'Audit table'),
		tableCheck(storage, CHECKPOINTS, 'Checkpoint table'),
		answered(
			'Count customers',
			'CloudSuite',
			`(answer.count ?? 0) + ' customers in company ' + ${setting('company')}`,
			'Press Test in the Infor credential; check company and product.',
		),
		answered(
			'One customer',
			'Chargebee',
			"'answers'",
			'Press Test in the Chargebee credential; check the name of the site and the key.',
		),
		answered(
			'Custom fields',
			'Custom field for the CloudSuite key',
			"JSON.stringify($('Custom fields').all().map(row => row.json)).includes('cf_cloudsuite_id') ? 'cf_cloudsuite_id is there' : 'not there: the key is kept in the meta data alone'",
			'The key may not read custom fields: the key is kept in the meta data alone, which works as well.',
		),
		answered(
			'One item family',
			'Catalog with items (Product Catalog 2.0)',
			"'is used'",
			'Items and prices can not be synced to a site with plans and addons; customers can.',
		),
	];
	const list = report.add(
		'Readiness',
		item(
			`{ ready: [${checks.join(', ')}].every(check => check.ok), checks: [${checks.join(', ')}] }`,
			{
				executeOnce: true,
			},
		),
	);
	template.connect(catalog, list);
	template.line(start, tables.section);
	for (const section of upgrade?.sections ?? []) template.line(section);
	template.line(ask, report);
	return template;
}

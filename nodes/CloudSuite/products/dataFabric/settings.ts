import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { commaList } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import { clearableOr, mappingOf, statusValuesOf, textOr } from '../mapped/settings';
import type { Mapped } from '../mapped/targets';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions } from '../optionFields';
import type { World } from '../product';
import { M3_CUSTOMER, M3_ITEM } from './presets';

/** A table of any product, and how its rows are records. */
export interface TableSettings {
	name: string;
	/** In the order of the key, without the company. */
	keyColumns: string[];
	mapping: Mapped[];
}

export interface LakeOptions extends SharedOptions {
	companies: string[];
	/** Path of Compass behind the tenant, e.g. `DATAFABRIC/compass/v2`. */
	compassPath: string;
	/** Most rows of one page; Compass gives 100,000 at most. */
	pageSize: number;
	/** How long a query may take. */
	waitMinutes: number;
	trustRowCount: boolean;
	/** `ln`: the tables of LN; `own`: those of the mapping. */
	tables: 'ln' | 'own';
	/** Which of several languages names are read in, e.g. `en-us`; empty: the only one. */
	language: string;
	/** First part of the keys of own tables. */
	keyProduct: string;
	/** Empty: the table has none. */
	companyColumn: string;
	/** Empty: the table has none. */
	deletedColumn: string;
	/** Our status by the product's, the latter in lower case. */
	statusValues: ReadonlyMap<string, string>;
	customer: TableSettings;
	item: TableSettings;
}

const MOST_ROWS = 100_000;

/** The settings of Data Fabric, checked. */
export function readLakeOptions(world: World): LakeOptions {
	const options = objectOf(world.parameter('options', {})) ?? {};
	const tables = options.tables === 'own' ? 'own' : 'ln';
	const fail = (said: ReturnType<typeof say>) => operationError(world.node, said, world.item);
	const companies = companiesOf(world);
	const wrong = companies.find((company) =>
		tables === 'ln' ? !/^\d{1,4}$/.test(company) : /[:\\]/.test(company),
	);
	if (wrong !== undefined)
		throw fail(
			tables === 'ln'
				? say('company_wrong', { company: wrong })
				: say('compass_company_wrong', {
						company: wrong,
						sign: wrong.includes(':') ? 'colon' : 'backslash',
					}),
		);
	const keyProduct = textOr(options.keyProduct, 'dataFabric');
	if (!/^[A-Za-z0-9]+$/.test(keyProduct))
		throw fail(say('compass_key_product_wrong', { value: keyProduct }));
	return {
		companies,
		compassPath: pathOr(options.compassPath, 'DATAFABRIC/compass/v2'),
		pageSize: Math.min(Math.ceil(positiveOr(options.pageSize, 10_000)), MOST_ROWS),
		waitMinutes: positiveOr(options.waitMinutes, 15),
		trustRowCount: options.trustRowCount !== false,
		tables,
		language: textOr(options.language, '').toLowerCase().replace('_', '-'),
		keyProduct,
		companyColumn: clearableOr(options.companyColumn, 'CONO'),
		deletedColumn: clearableOr(options.deletedColumn, 'deleted'),
		statusValues: statusValuesOf(options),
		customer: {
			name: textOr(options.customerTable, 'OCUSMA'),
			keyColumns: commaList(textOr(options.customerKeyColumns, 'CUNO')),
			mapping: mappingOf(options.customerColumns, M3_CUSTOMER),
		},
		item: {
			name: textOr(options.itemTable, 'MITMAS'),
			keyColumns: commaList(textOr(options.itemKeyColumns, 'ITNO')),
			mapping: mappingOf(options.itemColumns, M3_ITEM),
		},
		...readSharedOptions(options),
	};
}

/** @throws NodeOperationError when a table can not be read with these settings, whatever the tenant has */
export function checkTable(world: World, { name, mapping }: TableSettings): void {
	if (!mapping.some(({ target }) => target === 'name'))
		throw operationError(world.node, say('compass_name_not_mapped', { table: name }), world.item);
}

/** For messages: the company as it is known in the settings. */
export function placeOf(table: string, company: string): string {
	return `${table} of company ${company}`;
}

import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions } from '../optionFields';
import type { World } from '../product';
import type { ChangedBy } from './dateColumns';
import { STANDARD_DATE } from './dateColumns';
import type { Places } from './places';
import { readPlaces } from './places';

export interface LnOptions extends SharedOptions {
	/** As typed, e.g. `1300`. */
	companies: string[];
	/** Five characters, e.g. `en-US`: selects the language of descriptions. */
	language: string;
	pageSize: number;
	/** Sets the tenant has elsewhere. */
	places: Places;
	changedBy: ChangedBy;
	/** Path of LN's OData services behind the tenant, e.g. `LN/lnapi`: the administrator names it. */
	lnPath: string;
}

/** The LN settings, checked. */
export function readLnOptions(world: World): LnOptions {
	const companies = companiesOf(world);
	const wrong = companies.find((company) => !/^\d{1,4}$/.test(company));
	if (wrong !== undefined)
		throw operationError(world.node, say('company_wrong', { company: wrong }), world.item);
	const options = objectOf(world.parameter('options', {})) ?? {};
	return {
		companies,
		language: asText(options.language).trim() || 'en-US',
		pageSize: positiveOr(options.pageSize, 500),
		lnPath: pathOr(options.lnPath, 'LN/lnapi'),
		places: readPlaces(world.node, options.entitySets, world.item),
		changedBy: {
			customers: columnIn(world, options.changedBy),
			items: columnIn(world, options.itemChangedBy) || STANDARD_DATE,
		},
		...readSharedOptions(options),
	};
}

/** Chosen in place of a column: there is none, all is read and compared. */
export const COMPARING_ALL = 'comparingAll';

/** The column an option names, picked or typed; empty for none. Names go into filters, so nothing else is taken. */
function columnIn(world: World, option: unknown): string {
	const column = asText(objectOf(option)?.value ?? option).trim();
	if (column === '' || column === COMPARING_ALL) return '';
	if (!/^[A-Za-z]\w*$/.test(column))
		throw operationError(world.node, say('ln_column_wrong', { column }), world.item);
	return column;
}

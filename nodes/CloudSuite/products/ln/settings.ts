import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { asText } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions } from '../optionFields';
import type { World } from '../product';

export interface LnOptions extends SharedOptions {
	/** As typed, e.g. `1300`. */
	companies: string[];
	/** Five characters, e.g. `en-US`: selects the language of descriptions. */
	language: string;
	pageSize: number;
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
		...readSharedOptions(options),
	};
}

import type { InforState } from '../state';
import type { LnCompanyData } from './data';
import { LnError } from './error';

export interface Company {
	number: string;
	data: LnCompanyData;
	/** Whether the request said which. */
	named: boolean;
}

/**
 * The company of a request: `X-Infor-LnCompany`, an integer from 0 to 9999 (`0100` is 100), else the service user's own.
 * https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/onn1698314200423.html
 */
export function companyOf(header: string | undefined, state: InforState): Company {
	const wanted = (header ?? state.behaviour.defaultCompany).trim();
	if (!/^\d{1,4}$/.test(wanted)) {
		throw new LnError(400, `Header X-Infor-LnCompany is not a company number: '${wanted}'`);
	}
	const named = header !== undefined;
	if (Number(wanted) === Number(state.company)) {
		return { number: state.company, data: state.data, named };
	}
	const others = Object.entries(state.data.otherCompanies);
	const other = others.find(([number]) => Number(number) === Number(wanted));
	if (!other) throw new LnError(422, `Switch to company ${Number(wanted)} failed`);
	return { number: other[0], data: other[1], named };
}

import { operationError } from '../../../shared/errors/nodeErrors';
import { objectOf } from '../../../shared/json';
import { commaList } from '../../../shared/text';
import { say } from '../../errors/say';
import { companiesOf } from '../companyField';
import type { SharedOptions } from '../optionFields';
import { pathOr, positiveOr, readSharedOptions } from '../optionFields';
import type { World } from '../product';
import { clearableOr, mappingOf, statusValuesOf, textOr } from '../mapped/settings';
import type { Mapped } from '../mapped/targets';
import { UNVERIFIED_CUSTOMER, UNVERIFIED_ITEM } from './presets';

/** Which class is read for a kind of record, and how. */
export interface ClassSettings {
	/** e.g. `Customer` */
	name: string;
	/** In the order of the key, e.g. `CustomerGroup`, `Customer`. */
	keyFields: string[];
	mapping: Mapped[];
}

export interface FsmOptions extends SharedOptions {
	companies: string[];
	/** Path of the web services behind the tenant, e.g. `FSM/fsm/soap`; HR data are behind another one. */
	fsmPath: string;
	pageSize: number;
	/** `_generic`, or a list somebody made. */
	list: string;
	/** `_setName`: the order of the list; FSM's own when empty. */
	setName: string;
	/** `_rrs`: the relation whose changes count as changes of the record. */
	relatedRecords: string;
	/** Empty: the class has none, records of all groups are read. */
	companyField: string;
	/** An LPL expression of the user's own, or nothing. */
	lplFilter: string;
	/** The field that tells added, changed and deleted records apart, if its name is known. */
	changeMarker: string;
	/** What is done about mapped fields the class does not have. */
	missingFields: 'stop' | 'leaveEmpty';
	findChangesBy: 'timeStamps' | 'comparing';
	/** Our status by FSM's, the latter in lower case. */
	statusValues: ReadonlyMap<string, string>;
	customer: ClassSettings;
	item: ClassSettings;
}

/** The FSM settings, checked. */
export function readFsmOptions(world: World): FsmOptions {
	const companies = companiesOf(world);
	// the parts of a key are separated by colons
	const wrong = companies.find((company) => company.includes(':'));
	if (wrong !== undefined)
		throw operationError(world.node, say('fsm_company_wrong', { company: wrong }), world.item);
	const options = objectOf(world.parameter('options', {})) ?? {};
	return {
		companies,
		fsmPath: pathOr(options.fsmPath, 'FSM/fsm/soap'),
		pageSize: positiveOr(options.pageSize, 1000),
		list: textOr(options.list, '_generic'),
		setName: textOr(options.setName, ''),
		relatedRecords: textOr(options.relatedRecords, ''),
		companyField: clearableOr(options.companyField, 'FinanceEnterpriseGroup'),
		lplFilter: textOr(options.lplFilter, ''),
		changeMarker: textOr(options.changeMarker, ''),
		missingFields: options.missingFields === 'leaveEmpty' ? 'leaveEmpty' : 'stop',
		findChangesBy: options.findChangesBy === 'comparing' ? 'comparing' : 'timeStamps',
		statusValues: statusValuesOf(options),
		customer: {
			name: textOr(options.customerClass, 'Customer'),
			keyFields: commaList(textOr(options.customerKeyFields, 'CustomerGroup,Customer')),
			mapping: mappingOf(options.customerFields, UNVERIFIED_CUSTOMER),
		},
		item: {
			name: textOr(options.itemClass, 'Item'),
			keyFields: commaList(textOr(options.itemKeyFields, 'ItemGroup,Item')),
			mapping: mappingOf(options.itemFields, UNVERIFIED_ITEM),
		},
		...readSharedOptions(options),
	};
}

/** @throws NodeOperationError when a class can not be read with these settings, whatever the tenant has */
export function checkClass(world: World, { name, keyFields, mapping }: ClassSettings): void {
	if (keyFields.length === 0)
		throw operationError(world.node, say('fsm_key_fields_missing', { class: name }), world.item);
	if (!mapping.some(({ target }) => target === 'name'))
		throw operationError(world.node, say('fsm_name_not_mapped', { class: name }), world.item);
}

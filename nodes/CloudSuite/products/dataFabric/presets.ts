import type { Mapped } from '../mapped/targets';
import { mapped } from '../mapped/targets';

/**
 * Set beforehand for own tables, so that the form shows what a mapping looks like: M3's customers (OCUSMA) and items (MITMAS).
 * In the Data Lake M3's tables and columns go by their bare names; the columns are those its programs tell
 * (https://github.com/GaryWayneSmith/M3H5). The tenant is asked for every one of them before anything is read.
 */
export const M3_CUSTOMER: readonly Mapped[] = mapped({
	name: 'CUNM',
	searchKey: 'ALCU',
	status: 'STAT',
	phone: 'PHNO',
	vatNumber: 'VRNO',
	currency: 'CUCD',
	paymentTerms: 'TEPY',
	line1: 'CUA1',
	line2: 'CUA2',
	city: 'TOWN',
	state: 'ECAR',
	postalCode: 'PONO',
	country: 'CSCD',
	createdAt: 'RGDT',
	modifiedAt: 'LMDT',
});

export const M3_ITEM: readonly Mapped[] = mapped({
	name: 'ITDS',
	description: 'FUDS',
	status: 'STAT',
	type: 'ITTY',
	group: 'ITGR',
	unit: 'UNMS',
	createdAt: 'RGDT',
	modifiedAt: 'LMDT',
});

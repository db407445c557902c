import { asText } from '../../../../nodes/shared/text';
import { CSI } from '../csiSetup';
import { LAKE } from '../dataFabricSetup';
import { FSM } from '../fsmSetup';
import { M3 } from '../m3Setup';
import type { Bench } from '../setup';
import type { Watched } from './watched';

const MINUTE = 60_000;

const customerId = (number: number) => `C${String(100_001 + number).padStart(8, '0')}`;
const itemId = (number: number) => `AX-${2000 + number}`;

const LN = { company: '1300', options: { pageSize: 4 } };
const M3_SMALL = { ...M3, options: { maxRecords: 5, timeZone: 'UTC' } };
const FSM_SMALL = { ...FSM, options: { pageSize: 4 } };
const CSI_SMALL = { ...CSI, options: { pageSize: 4, timeZone: 'America/New_York' } };
const LAKE_SMALL = { ...LAKE, options: { pageSize: 4 } };

/** The rows that belong to customers who are no longer there: small pages make many calls of them. */
function withoutOrphans({ data }: Bench['sandbox']): void {
	const ids = new Set(data.businessPartners.map(({ BusinessPartner: id }) => id));
	const addresses = new Set(data.businessPartners.map(({ AddressCode: code }) => code));
	keep(data.addresses, ({ AddressCode: code }) => addresses.has(code));
	keep(data.contacts, ({ BusinessPartner: id }) => id !== null && ids.has(id));
	keep(data.taxNumbers, ({ BusinessPartner: id }) => ids.has(id));
	keep(data.invoiceToBusinessPartners, ({ InvoicetoBusinessPartner: id }) => ids.has(id));
	keep(data.soldToBusinessPartners, (row) => ids.has(asText(row.SoldtoBusinessPartner)));
	keep(data.payByBusinessPartners, (row) => ids.has(asText(row.PaybyBusinessPartner)));
}

function keep<T>(rows: T[], isKept: (row: T) => boolean): void {
	rows.splice(0, rows.length, ...rows.filter(isKept));
}

/** Every product with customers and items. How late a change may be is what the product's overlap allows. */
export const WATCHED: readonly Watched[] = [
	{
		...{ product: 'ln', resource: 'customer', parameters: LN },
		...{ idOf: customerId, mostLate: 9 * MINUTE, prepare: withoutOrphans },
	},
	{
		...{ product: 'ln', resource: 'item', parameters: LN },
		...{ idOf: itemId, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'm3', resource: 'customer', parameters: M3_SMALL },
		...{ idOf: customerId, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'm3', resource: 'item', parameters: M3_SMALL },
		...{ idOf: itemId, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'fsm', resource: 'customer', parameters: FSM_SMALL },
		...{ idOf: (number) => `CG1/${customerId(number)}`, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'fsm', resource: 'item', parameters: FSM_SMALL },
		...{ idOf: (number) => `IG1/${itemId(number)}`, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'csi', resource: 'customer', parameters: CSI_SMALL },
		...{ idOf: (number) => `C1${String(number + 1).padStart(5, '0')}`, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'csi', resource: 'item', parameters: CSI_SMALL },
		...{ idOf: itemId, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'dataFabric', resource: 'customer', parameters: LAKE_SMALL },
		...{ idOf: customerId, mostLate: 9 * MINUTE },
	},
	{
		...{ product: 'dataFabric', resource: 'item', parameters: LAKE_SMALL },
		...{ idOf: itemId, mostLate: 9 * MINUTE },
	},
];

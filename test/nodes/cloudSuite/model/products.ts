import { CSI } from '../csiSetup';
import { FSM } from '../fsmSetup';
import { M3 } from '../m3Setup';
import type { Watched } from './watched';

const MINUTE = 60_000;

const customerId = (number: number) => `C${String(100_001 + number).padStart(8, '0')}`;
const itemId = (number: number) => `AX-${2000 + number}`;

const LN = { company: '1300', options: { pageSize: 4 } };
const M3_SMALL = { ...M3, options: { maxRecords: 5, timeZone: 'UTC' } };
const FSM_SMALL = { ...FSM, options: { pageSize: 4 } };
const CSI_SMALL = { ...CSI, options: { pageSize: 4, timeZone: 'America/New_York' } };

/** Every product with customers and items. How late a change may be is what the product's overlap allows. */
export const WATCHED: readonly Watched[] = [
	{
		...{ product: 'ln', resource: 'customer', parameters: LN },
		...{ idOf: customerId, mostLate: 9 * MINUTE },
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
];

import { COMMON_ERRORS } from '../../shared/errors/commonErrors';
import { LOG_IN_ERRORS } from '../../shared/errors/logInErrors';
import { NETWORK_ERRORS } from '../../shared/errors/networkErrors';
import { sayFrom } from '../../shared/errors/say';
import { CSI_ERRORS } from './csiErrors';
import { COMPASS_ERRORS } from './compassErrors';
import { FSM_ERRORS } from './fsmErrors';
import { GATEWAY_ERRORS } from './gatewayErrors';
import { LAKE_ERRORS } from './lakeErrors';
import { LN_ERRORS } from './lnErrors';
import { M3_ERRORS } from './m3Errors';
import { READ_ERRORS } from './readErrors';
import { SQL_ERRORS } from './sqlErrors';
import { TRIGGER_ERRORS } from './triggerErrors';

/** Everything the Infor CloudSuite node can say. */
export const say = sayFrom({
	...GATEWAY_ERRORS,
	...READ_ERRORS,
	...TRIGGER_ERRORS,
	...LN_ERRORS,
	...M3_ERRORS,
	...FSM_ERRORS,
	...CSI_ERRORS,
	...COMPASS_ERRORS,
	...LAKE_ERRORS,
	...SQL_ERRORS,
	...LOG_IN_ERRORS,
	...NETWORK_ERRORS,
	...COMMON_ERRORS,
});

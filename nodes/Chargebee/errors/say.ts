import { COMMON_ERRORS } from '../../shared/errors/commonErrors';
import { NETWORK_ERRORS } from '../../shared/errors/networkErrors';
import { sayFrom } from '../../shared/errors/say';
import { API_ERRORS } from './apiErrors';
import { CONFLICT_ERRORS } from './conflictErrors';
import { CREDENTIAL_ERRORS } from './credentialErrors';
import { DECISION_ERRORS } from './decisionErrors';
import { OTHER_ANSWERS } from './otherAnswers';
import { RECONCILE_ERRORS } from './reconcileErrors';
import { RUN_ERRORS } from './runErrors';
import { VALUE_ERRORS } from './valueErrors';

/** Everything the Chargebee Sync node can say. */
export const say = sayFrom({
	...API_ERRORS,
	...OTHER_ANSWERS,
	...NETWORK_ERRORS,
	...COMMON_ERRORS,
	...CONFLICT_ERRORS,
	...CREDENTIAL_ERRORS,
	...DECISION_ERRORS,
	...RECONCILE_ERRORS,
	...RUN_ERRORS,
	...VALUE_ERRORS,
});

import { COMMON_ERRORS } from '../../shared/errors/commonErrors';
import { sayFrom } from '../../shared/errors/say';
import { ALERT_MESSAGES } from './alertErrors';
import { LOG_ERRORS } from './logErrors';

/** Everything the CloudSuite Sync Log node can say. */
export const say = sayFrom({ ...LOG_ERRORS, ...ALERT_MESSAGES, ...COMMON_ERRORS });

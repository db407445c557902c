import { LOG_IN_ERRORS } from './logInErrors';
import { NETWORK_ERRORS } from './networkErrors';
import { sayFrom } from './say';

/** Everything the credential of Infor can say. */
export const sayLogIn = sayFrom({ ...LOG_IN_ERRORS, ...NETWORK_ERRORS });

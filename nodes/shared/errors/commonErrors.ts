import type { Catalogue } from './types';

/** What either node can say of its own settings. */
export const COMMON_ERRORS = {
	unknown_operation: {
		class: 'invalid',
		message: '"{operation}" is not an operation of "{resource}"',
		meaning: 'An expression or a workflow made by hand names an operation that does not exist.',
		action: 'Choose the operation from the list.',
		retried: 'never',
	},
} as const satisfies Catalogue;

import type { Catalogue } from './types';

/** What any of the nodes can say of its own settings. */
export const COMMON_ERRORS = {
	unknown_operation: {
		class: 'invalid',
		message: '"{operation}" is not an operation of "{resource}"',
		meaning: 'An expression or a workflow made by hand names an operation that does not exist.',
		action: 'Choose the operation from the list.',
		retried: 'never',
	},
	parameter_missing: {
		class: 'invalid',
		message: '"{parameter}" is empty',
		meaning: 'The operation needs it.',
		action: 'Give a value for "{parameter}".',
		retried: 'never',
	},
	parameter_wrong: {
		class: 'invalid',
		message: '"{parameter}" can not be {value}',
		meaning: 'The operation does not take this value.',
		action: 'Use {expected}.',
		retried: 'never',
	},
} as const satisfies Catalogue;

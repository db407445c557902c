import type { SandboxAnswer } from '../../shared/server';
import type { Behaviour } from '../behaviour';

/** A request LN refuses; becomes an answer at the edge. */
export class LnError extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly detail = message,
		readonly code = 'ERROR',
	) {
		super(message);
	}
}

export interface ErrorContext {
	requestNumber: number;
	tenant: string;
	company: string;
}

/**
 * LN's error answer in one of the three shapes met in public: wrapped and lower case
 * (https://developer.infor.com, API reference of tdapi.purPurchaseOrder), unwrapped and capitalised
 * (https://docs.infor.com/ln/2025.x/en-us/lnesolh/lnrestapiag/dat1698328287431.html), and a list.
 */
export function lnErrorAnswer(
	error: LnError,
	shape: Behaviour['errorShape'],
	context: ErrorContext,
): SandboxAnswer {
	const { status, message, detail, code } = error;
	if (shape === 'list') return { status, body: { error: [{ code, message: detail }] } };
	if (shape === 'wrapped') {
		const details = [{ code: 'ERROR:', message: detail }];
		return { status, body: { error: { code, message, details } } };
	}
	return {
		status,
		body: {
			Code: code,
			Message: message,
			Details: [{ Code: 'ERROR:', Message: detail }],
			InnerError: {
				StatusCode: status,
				Error: 0,
				LastDBError: 0,
				LastIOError: 0,
				RequestId: `00000000-0000-4000-8000-${String(context.requestNumber).padStart(12, '0')}`,
				TenantId: context.tenant,
				PackageCombination: 'ce01101',
				LnUser: 'svc_ln',
				Company: Number(context.company),
			},
		},
	};
}

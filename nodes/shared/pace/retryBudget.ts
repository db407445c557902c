/**
 * Limits retries over all requests of a site, so that a dead server gets few calls, not five per record.
 * Retries cost tokens, successes give them back (as in AWS's standard retry mode).
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
export const BUDGET_CAPACITY = 100;
export const RETRY_COST = 5;
export const SUCCESS_REFUND = 1;

/** The budget after a retry, or `undefined` when it can't be afforded. */
export function spendRetry(budget: number): number | undefined {
	return budget >= RETRY_COST ? budget - RETRY_COST : undefined;
}

export function refundSuccess(budget: number): number {
	return Math.min(BUDGET_CAPACITY, budget + SUCCESS_REFUND);
}

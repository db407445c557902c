import { evaluateAlerts } from './alert/evaluate';
import { chainAudit, exportAudit, planRetention, verifyAudit } from './audit/operations';
import { renderPage } from './dashboard/render';
import { selectLedger } from './ledger/operation';
import { findPrefixes } from './ledger/prefixesOperation';
import type { Operation } from './operation';

/** What the node can do, by resource and operation. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
	['alert:evaluate', evaluateAlerts],
	['audit:chain', chainAudit],
	['audit:export', exportAudit],
	['audit:retention', planRetention],
	['audit:verify', verifyAudit],
	['dashboard:render', renderPage],
	['ledger:prefixes', findPrefixes],
	['ledger:select', selectLedger],
]);

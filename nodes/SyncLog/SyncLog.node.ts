import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { operationError } from '../shared/errors/nodeErrors';
import { alertDescription } from './alert/description';
import { auditDescription } from './audit/description';
import { dashboardDescription } from './dashboard/description';
import { say } from './errors/say';
import { ledgerDescription } from './ledger/description';
import { runOperation } from './operation';
import { OPERATIONS } from './operations';

/** What the operating workflows need of the sync's tables. It makes no request: rows come in, decisions go out. */
export class SyncLog implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CloudSuite Sync Log',
		name: 'syncLog',
		icon: { light: 'file:syncLog.svg', dark: 'file:syncLog.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description:
			'Operate the sync: a tamper-evident audit trail, alerts, replays and a dashboard, made of the tables the workflows keep',
		defaults: { name: 'CloudSuite Sync Log' },
		inputs: [NodeConnectionTypes.Main],
		outputs: `={{ $parameter["operation"] === "select" ? [{ type: "${NodeConnectionTypes.Main}", displayName: "Replay" }, { type: "${NodeConnectionTypes.Main}", displayName: "Park" }] : ["${NodeConnectionTypes.Main}"] }}`,
		usableAsTool: true,
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Alert', value: 'alert' },
					{ name: 'Audit Row', value: 'audit' },
					{ name: 'Dashboard', value: 'dashboard' },
					{ name: 'Ledger Row', value: 'ledger' },
				],
				default: 'audit',
			},
			...alertDescription,
			...auditDescription,
			...dashboardDescription,
			...ledgerDescription,
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const run = OPERATIONS.get(`${resource}:${operation}`);
		if (!run) {
			throw operationError(this.getNode(), say('unknown_operation', { operation, resource }));
		}
		return await runOperation(this, run);
	}
}

import { API_ERRORS } from '../../nodes/Chargebee/errors/apiErrors';
import { CONFLICT_ERRORS } from '../../nodes/Chargebee/errors/conflictErrors';
import { CREDENTIAL_ERRORS } from '../../nodes/Chargebee/errors/credentialErrors';
import { DECISION_ERRORS } from '../../nodes/Chargebee/errors/decisionErrors';
import { OTHER_ANSWERS } from '../../nodes/Chargebee/errors/otherAnswers';
import { RECONCILE_ERRORS } from '../../nodes/Chargebee/errors/reconcileErrors';
import { RUN_ERRORS } from '../../nodes/Chargebee/errors/runErrors';
import { VALUE_ERRORS } from '../../nodes/Chargebee/errors/valueErrors';
import { CSI_ERRORS } from '../../nodes/CloudSuite/errors/csiErrors';
import { COMPASS_ERRORS } from '../../nodes/CloudSuite/errors/compassErrors';
import { FSM_ERRORS } from '../../nodes/CloudSuite/errors/fsmErrors';
import { GATEWAY_ERRORS } from '../../nodes/CloudSuite/errors/gatewayErrors';
import { LAKE_ERRORS } from '../../nodes/CloudSuite/errors/lakeErrors';
import { LN_ERRORS } from '../../nodes/CloudSuite/errors/lnErrors';
import { M3_ERRORS } from '../../nodes/CloudSuite/errors/m3Errors';
import { READ_ERRORS } from '../../nodes/CloudSuite/errors/readErrors';
import { SQL_ERRORS } from '../../nodes/CloudSuite/errors/sqlErrors';
import { TRIGGER_ERRORS } from '../../nodes/CloudSuite/errors/triggerErrors';
import { ALERT_MESSAGES } from '../../nodes/SyncLog/errors/alertErrors';
import { LOG_ERRORS } from '../../nodes/SyncLog/errors/logErrors';
import { COMMON_ERRORS } from '../../nodes/shared/errors/commonErrors';
import { LOG_IN_ERRORS } from '../../nodes/shared/errors/logInErrors';
import { NETWORK_ERRORS } from '../../nodes/shared/errors/networkErrors';
import type { Catalogue } from '../../nodes/shared/errors/types';

export interface Group {
	title: string;
	intro: string;
	catalogue: Catalogue;
}

/** The chapters of the page, in the order people meet them. */
export const ERROR_GROUPS: readonly Group[] = [
	{
		title: 'Values that are not sent',
		intro: 'Found in the record before anything is sent to Chargebee. Outcome `invalid`.',
		catalogue: VALUE_ERRORS,
	},
	{
		title: 'Decisions the sync leaves to people',
		intro:
			'Found in Chargebee, or between the records of a run. Nothing is written until somebody decides.',
		catalogue: CONFLICT_ERRORS,
	},
	{
		title: 'Decisions of a review',
		intro:
			'What a person decided came back in the options Decision and Decision ID, and was left so, or can not be done.',
		catalogue: DECISION_ERRORS,
	},
	{
		title: 'What Reconcile finds',
		intro: 'Differences between the two sides. They are reported, and nothing is written.',
		catalogue: RECONCILE_ERRORS,
	},
	{
		title: 'Chargebee’s error codes',
		intro: 'Chargebee answered with an error of its own; the code is in the message.',
		catalogue: API_ERRORS,
	},
	{
		title: 'Other answers in Chargebee’s place',
		intro:
			'The answer has no known code of Chargebee. In the message, the code is then `http_` and the status.',
		catalogue: OTHER_ANSWERS,
	},
	{
		title: 'Runs against Chargebee',
		intro: 'Settings of the Chargebee Sync node, and what happens around single requests.',
		catalogue: RUN_ERRORS,
	},
	{
		title: 'The Test button of the Chargebee credential',
		intro: 'Shown beside the credential, message and action in one text.',
		catalogue: CREDENTIAL_ERRORS,
	},
	{
		title: 'No answer',
		intro:
			'Chargebee, the ION API gateway or Infor’s authorization server did not answer at all. Requests are sent up to five times, fewer when nothing else gets an answer either; a write only after looking whether it was applied.',
		catalogue: NETWORK_ERRORS,
	},
	{
		title: 'The .ionapi file and the log-in',
		intro:
			'From the Infor credential, also shown by its Test button, message and action in one text.',
		catalogue: LOG_IN_ERRORS,
	},
	{
		title: 'Answers of the ION API gateway',
		intro:
			'A read that fails ends the node: an incomplete list would look like records that are gone.',
		catalogue: GATEWAY_ERRORS,
	},
	{
		title: 'Questions to CloudSuite',
		intro: 'Settings of the Infor CloudSuite nodes, whichever product they read.',
		catalogue: READ_ERRORS,
	},
	{
		title: 'The Infor CloudSuite Trigger',
		intro: 'What keeps the trigger from telling changes. Nothing is lost: it stays where it is.',
		catalogue: TRIGGER_ERRORS,
	},
	{
		title: 'Infor LN',
		intro: 'Settings for LN, and what this tenant’s LN has and has not.',
		catalogue: LN_ERRORS,
	},
	{
		title: 'Infor M3',
		intro: 'Settings for M3, what its programs say, and lists that can not be read to their end.',
		catalogue: M3_ERRORS,
	},
	{
		title: 'Infor Financials & Supply Management',
		intro:
			'Settings for FSM, what this tenant’s classes have and have not, and what FSM says itself.',
		catalogue: FSM_ERRORS,
	},
	{
		title: 'Infor CloudSuite Industrial (SyteLine)',
		intro: 'Settings for CSI, what this tenant’s IDOs have and have not, and what CSI says itself.',
		catalogue: CSI_ERRORS,
	},
	{
		title: 'Infor Data Fabric',
		intro:
			'Settings for Data Fabric, what the tables of this tenant have and have not, and queries that fail.',
		catalogue: COMPASS_ERRORS,
	},
	{
		title: 'Tables of the Data Lake',
		intro:
			'What the tables of this tenant hold that can not be read as records, and filters that can not be asked of them. Nothing is passed over without a word.',
		catalogue: LAKE_ERRORS,
	},
	{
		title: 'Queries of one’s own',
		intro: 'The resource “Query”: why a statement is not sent. The node reads only.',
		catalogue: SQL_ERRORS,
	},
	{
		title: 'The sync log',
		intro:
			'What the Sync Log node finds in audit rows, says of parked records, and of what is handed to it.',
		catalogue: LOG_ERRORS,
	},
	{
		title: 'Alerts',
		intro: 'What “Alert → Evaluate” raises, in the order it looks.',
		catalogue: ALERT_MESSAGES,
	},
	{
		title: 'All nodes',
		intro: 'The same in every node.',
		catalogue: COMMON_ERRORS,
	},
];

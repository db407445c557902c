import type { Catalogue } from '../../shared/errors/types';

const READ = 'Look into the execution named in the audit table, or into the dashboard.';

/** What an alert says: what it is, since when, and what to do. */
export const ALERT_MESSAGES = {
	alert_stale: {
		class: 'outage',
		message: '{flow} has finished no run since {since}, though one is due every {cadence} minutes.',
		meaning:
			'The checkpoint of the flow is older than twice its cadence. A run writes it at its very end, so the workflow is off, stuck, or ends with an error.',
		action:
			'Open the workflow in n8n: is it active, and what does its last execution say? Until it runs, changes in CloudSuite do not reach Chargebee; nothing is lost.',
		retried: 'nextRun',
	},
	alert_never_ran: {
		class: 'outage',
		message:
			'{flow} has never finished a run, though it is watched since {since} and one is due every {cadence} minutes.',
		meaning: 'There is no checkpoint of the flow: it never ran to its end, or is called otherwise.',
		action:
			'Open the workflow in n8n: is it active, and is "flow" in its Settings the name given here?',
		retried: 'nextRun',
	},
	alert_error_share: {
		class: 'rejected',
		message:
			'{share} % of the last run of {flow} was not accepted: {errors} of {total} records ({counts}).',
		meaning:
			'Conflicts, invalid, rejected and failed records of the last run, as a share of all its records, when there were enough of them to tell.',
		action: `${READ} When most records have the same reason, it is one cause: a mapping, a setting or a permission.`,
		retried: 'nextRun',
	},
	alert_source_empty: {
		class: 'configuration',
		message: '{flow} read no record from CloudSuite; it was {before} before.',
		meaning:
			'CloudSuite hides what the service account may not see without an error, so an empty list may be a lost permission.',
		action:
			'Look into CloudSuite with the service account: company, permissions, filters. Nothing is deleted in Chargebee.',
		retried: 'nextRun',
	},
	alert_source_shrunk: {
		class: 'configuration',
		message: '{flow} read {now} records from CloudSuite, {share} % fewer than the {before} before.',
		meaning:
			'Many records at once are rarely removed on purpose; a permission or a filter may hide them.',
		action:
			'Look into CloudSuite with the service account. If the records are really gone, name the flow under "Accepted Sizes" for one evaluation.',
		retried: 'nextRun',
	},
	alert_counts_deviate: {
		class: 'conflict',
		message:
			'{flow}: CloudSuite has {source} records, Chargebee has {chargebee} of them (compared {at}).',
		meaning: 'The last reconcile found other numbers on both sides.',
		action:
			'Look at the rows of the reconcile that are no match, then run the sync once with "Only Changed" switched off.',
		retried: 'nextRun',
	},
	alert_parked: {
		class: 'conflict',
		message: '{parked} records of {flow} are parked, {failing} more are being tried again.',
		meaning: 'Records that were tried as often as allowed wait for a person.',
		action: 'Open the dashboard, solve what the reasons say, then replay them.',
		retried: 'never',
	},
	alert_auth: {
		class: 'auth',
		message: '{flow} is refused: {reason}',
		meaning:
			'The newest rows or executions of the flow say that a key, a log-in or a permission was refused, and nothing was accepted since.',
		action:
			'Test both credentials in n8n and renew the one that fails. The next run sends everything that waits.',
		retried: 'never',
	},
	alert_api_limit: {
		class: 'throttled',
		message: '{share} % of the API limit is used: {used} of {limit} calls.',
		meaning: 'The calls counted are near what the plan allows.',
		action:
			'Spread the flows over the day, or ask for a larger plan. The nodes pace themselves, so nothing is lost: runs only take longer.',
		retried: 'nextRun',
	},
	alert_table_size: {
		class: 'configuration',
		message: 'The tables use {share} % of their space: {used} of {limit} MB.',
		meaning:
			'n8n stops writing to all Data Tables at the limit, and the log with them. https://docs.n8n.io/data/data-tables/',
		action:
			'Run the retention workflow, export old audit rows, raise the limit of n8n, or move the tables to PostgreSQL.',
		retried: 'never',
	},
	alert_recovered: {
		class: 'outage',
		message: '{title}: all is well again. It lasted from {since} to {now}.',
		meaning: 'What an alert said no longer holds.',
		action: 'Nothing has to be done.',
		retried: 'never',
	},
	alert_unwatched: {
		class: 'configuration',
		message: '{title}: {flow} is no longer watched, so the alert of {since} is closed.',
		meaning: 'The flow was taken off the list of flows while one of its alerts was raised.',
		action: 'If that was not meant, add the flow to the list again.',
		retried: 'never',
	},
} as const satisfies Catalogue;

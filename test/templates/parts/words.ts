/** Outcomes with which Chargebee has the values. */
export const ACCEPTED_OUTCOMES = ['created', 'updated', 'linked', 'unchanged'] as const;

/** The same, as an expression. */
export const ACCEPTED = `[${ACCEPTED_OUTCOMES.map((outcome) => `'${outcome}'`).join(', ')}]`;

/** A setting, in any node of the workflow. */
export const setting = (name: string): string => `$('Settings').first().json.${name}`;

export const NOW = '={{ $now.toUTC().toISO() }}';

/** The page of this execution in the editor; an expression. */
export const EXECUTION_URL =
	"$execution.resumeUrl.split('/webhook-waiting')[0] + '/workflow/' + $workflow.id + '/executions/' + $execution.id";

/** How the error of a run begins whose slice failed: by it the alerts know whose run it was. @param flow as it is put in */
export const sliceFailed = (flow: string): string => `A slice of ${flow} could not be finished`;

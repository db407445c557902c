/** As long as it takes from one look of the alerts to the next. */
const MINUTES = 15;

/** When the last minutes began; an expression. */
export const LATELY = `$now.minus({ minutes: ${String(MINUTES)} }).toUTC().toISO()`;

/**
 * Calls of the last minutes, and how many the plan allows in as many; an expression.
 * @param audit the node that read audit rows, of these minutes at least
 * @param perMinute an expression
 */
export const callsLately = (audit: string, perMinute: string): string =>
	`(() => { const since = ${LATELY}; return { used: $('${audit}').all().filter(row => row.json.at >= since).reduce((sum, row) => sum + Number(row.json.calls || 0), 0), limit: ${perMinute} * ${String(MINUTES)}, minutes: ${String(MINUTES)} }; })()`;

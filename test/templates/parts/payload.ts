/**
 * The outcome that a Chargebee node gave, with the source record behind it where it was not accepted: as JSON text, to
 * be sent again as it was. Accepted ones carry none, so that the data of a slice stay small.
 * @param record an expression for the record as CloudSuite gave it; fields that were added on the way are taken off
 */
export const outcomeWithPayload = (record: string): string =>
	`($json.details ? { ...$json.details, payload: JSON.stringify((({ known, familyId, raw, error, details, ...record }) => record)(${record})) } : $json)`;

/**
 * What Infor allows a tenant: 20 service account log-ins a minute and 1,000 a day, and 100 tokens per client and day.
 * Published for one plan: https://docs.infor.com/inforos/12.0.x/en-us/usagelimits-igs/uup1651243668177.html
 */
export const RATIONS = { loginsPerMinute: 20, loginsPerDay: 1000, tokensPerClientAndDay: 100 };

const MINUTE = 60_000;

export interface Login {
	/** Milliseconds since the epoch. */
	at: number;
}

/** The rations that log-ins and issued tokens have overrun, in words. Days are those of UTC. */
export function overruns(
	logins: readonly Login[],
	issued: ReadonlyArray<{ at: number; clientId: string }>,
): string[] {
	const clients = [...new Set(issued.map(({ clientId }) => clientId))];
	const busiest = busiestMinute(logins);
	return [
		...(busiest > RATIONS.loginsPerMinute
			? [`${busiest} log-ins within a minute; Infor allows ${RATIONS.loginsPerMinute}`]
			: []),
		...perDay(logins)
			.filter(([, count]) => count > RATIONS.loginsPerDay)
			.map(([day, count]) => `${count} log-ins on ${day}; Infor allows ${RATIONS.loginsPerDay}`),
		...clients
			.flatMap((client) => perDay(issued.filter(({ clientId }) => clientId === client)))
			.filter(([, count]) => count > RATIONS.tokensPerClientAndDay)
			.map(
				([day, count]) =>
					`${count} tokens issued to the client on ${day}; Infor allows ${RATIONS.tokensPerClientAndDay}`,
			),
	];
}

/** How many of them fall on the UTC day of `now`. */
export function onDayOf(now: number, events: ReadonlyArray<{ at: number }>): number {
	return events.filter(({ at }) => dayOf(at) === dayOf(now)).length;
}

/** How many of them lie in the minute before `now`. */
export function inMinuteBefore(now: number, events: ReadonlyArray<{ at: number }>): number {
	return events.filter(({ at }) => at > now - MINUTE && at <= now).length;
}

function busiestMinute(events: ReadonlyArray<{ at: number }>): number {
	return Math.max(0, ...events.map(({ at }) => inMinuteBefore(at, events)));
}

function perDay(events: ReadonlyArray<{ at: number }>): Array<[string, number]> {
	const days = new Map<string, number>();
	for (const { at } of events) days.set(dayOf(at), (days.get(dayOf(at)) ?? 0) + 1);
	return [...days];
}

function dayOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}

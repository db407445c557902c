import type { ConflictKind } from './conflicts';

/** What happens in CloudSuite, in Chargebee, between them, or at an administrator's desk. */
export type Happening =
	| { what: 'conflict'; kind: ConflictKind; nth: number }
	| { what: 'newCustomers' | 'changedCustomers' | 'deactivated' | 'repriced' }
	| { what: 'emailsCorrected' | 'quarterlyRelease' | 'handEdits' | 'handEditsOfItems' }
	| { what: 'chargebeeDown'; as: 'unavailable' | 'unreachable' | 'throttling' | 'halfWritten' }
	| { what: 'chargebeeUp' }
	| { what: 'cloudSuiteDown'; as: 'gateway' | 'logIn' }
	| { what: 'cloudSuiteUp' }
	| { what: 'keyWithdrawn' | 'keyEntered' | 'nextFileEntered' | 'oldAppDeleted' }
	| { what: 'answersLost' }
	/** How the next run of the sync of customers goes. */
	| { what: 'crash' | 'sliceRetried' };

interface Appointment {
	/** Hours since the first midnight. */
	at: number;
	happening: Happening;
}

export const DAYS = 30;
const HOURS = 24;
/** From then on nothing happens any more. */
const QUIET_FROM = 29;

/** The month begins on a Monday, and nobody works in CloudSuite at weekends. */
const isWorkday = (day: number) => (day - 1) % 7 < 5;

/**
 * The day and the kind of what only a person can settle: twenty in all. Those of items come first: they are parked after
 * twenty tries, which takes until the quiet days with one run a day.
 */
const CONFLICTS: ReadonlyArray<[day: number, kind: ConflictKind, count: number]> = [
	[2, 'nameOfAnotherItem', 1],
	[2, 'nameOfAnotherPrice', 1],
	[2, 'twoHaveTheVatNumber', 2],
	[3, 'twoHaveTheEmail', 2],
	[4, 'anotherCompanyHasTheEmail', 2],
	[5, 'enteredTwiceInCloudSuite', 1],
	[10, 'anotherCompanyHasTheVatNumber', 2],
	[11, 'deletedInChargebee', 1],
	[13, 'twoHaveTheVatNumber', 2],
	[16, 'cameTwiceAtOnce', 1],
	[17, 'twoHaveTheEmail', 2],
	[18, 'enteredTwiceInCloudSuite', 1],
	[19, 'deletedInChargebee', 1],
	[23, 'anotherCompanyHasTheEmail', 1],
];

/**
 * The month as data. Runs are an hour apart when there are 24 a day; with fewer, each stands for several hours, and what
 * happens in these comes right before it.
 * @returns what comes before each run of a day, in order; outages last for some hours, and for some runs at least
 */
export function runsOfDay(day: number, runs: number): Happening[][] {
	const period = HOURS / runs;
	const appointments = [...everyWorkday(), ...conflicts(), ...incidents(period)].sort(
		(a, b) => a.at - b.at,
	);
	return Array.from({ length: runs }, (_, run) =>
		appointments
			.filter(({ at }) => Math.floor(at / period) === (day - 1) * runs + run)
			.map(({ happening }) => happening),
	);
}

export function days(): number[] {
	return Array.from({ length: DAYS }, (_, place) => place + 1);
}

function everyWorkday(): Appointment[] {
	return days()
		.filter((day) => isWorkday(day) && day < QUIET_FROM)
		.flatMap((day) => [
			on(day, 9, { what: 'newCustomers' }),
			on(day, 11, { what: 'changedCustomers' }),
			...(day % 5 === 0 ? [on(day, 14, { what: 'deactivated' })] : []),
			on(day, 15, { what: 'repriced' }),
		]);
}

function conflicts(): Appointment[] {
	const seen = new Map<ConflictKind, number>();
	return CONFLICTS.flatMap(([day, kind, count]) => {
		const first = seen.get(kind) ?? 0;
		seen.set(kind, first + count);
		return Array.from({ length: count }, (_, one) =>
			on(day, 10, { what: 'conflict', kind, nth: first + one }),
		);
	});
}

function incidents(period: number): Appointment[] {
	/** So many hours later, and so many runs at least. */
	const later = (hours: number, runs: number) => Math.max(hours, runs * period);
	return [
		on(3, 13, { what: 'emailsCorrected' }),
		on(5, 13, { what: 'handEdits' }),
		// the quarterly release meets an outage of Chargebee
		on(8, 9, { what: 'chargebeeDown', as: 'unavailable' }),
		on(8, 9, { what: 'quarterlyRelease' }),
		on(8, 9 + later(2, 1), { what: 'chargebeeDown', as: 'unreachable' }),
		on(8, 9 + later(4, 2), { what: 'chargebeeDown', as: 'throttling' }),
		on(8, 9 + later(5, 3), { what: 'chargebeeUp' }),
		on(12, 6, { what: 'cloudSuiteDown', as: 'gateway' }),
		on(12, 6 + later(3, 1), { what: 'cloudSuiteDown', as: 'logIn' }),
		on(12, 6 + later(6, 3), { what: 'cloudSuiteUp' }),
		on(15, 6, { what: 'keyWithdrawn' }),
		on(15, 6 + later(12, 2), { what: 'keyEntered' }),
		on(17, 9, { what: 'nextFileEntered' }),
		on(18, 9, { what: 'oldAppDeleted' }),
		on(20, 9, { what: 'crash' }),
		on(22, 9, { what: 'sliceRetried' }),
		on(24, 9, { what: 'answersLost' }),
		on(25, 9, { what: 'chargebeeDown', as: 'halfWritten' }),
		on(25, 9 + later(3, 1), { what: 'chargebeeUp' }),
		on(26, 13, { what: 'handEdits' }),
		on(27, 13, { what: 'handEditsOfItems' }),
	];
}

function on(day: number, hour: number, happening: Happening): Appointment {
	return { at: (day - 1) * HOURS + hour, happening };
}

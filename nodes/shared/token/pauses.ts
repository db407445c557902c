/** What failed, by how soon trying again may help. */
export type PauseKind = 'keys' | 'ration' | 'outage';

/** A time during which something is not tried again, because it has just failed. Milliseconds since the epoch. */
export interface Pause<Reason> {
	from: number;
	until: number;
	/** How many times in a row it has failed. */
	failures: number;
	reason: Reason;
}

const MINUTE = 60_000;

/**
 * The first pause and the longest; each failure in a row doubles it. Wrong keys stay wrong until a person acts, and each
 * try brings the account nearer to being locked; of log-ins a tenant has 20 a minute and 1,000 a day.
 * https://docs.infor.com/inforos/12.0.x/en-us/usagelimits-igs/uup1651243668177.html
 */
const LENGTHS: Readonly<Record<PauseKind, { first: number; longest: number }>> = {
	keys: { first: 5 * MINUTE, longest: 60 * MINUTE },
	ration: { first: MINUTE, longest: 60 * MINUTE },
	outage: { first: MINUTE / 2, longest: 5 * MINUTE },
};
/** Failures further apart than this are no row. */
const FORGOTTEN_AFTER_MS = 2 * 60 * MINUTE;

/** How long to pause after so many failures in a row; `asked` is what the server asked for, in milliseconds. */
export function pauseLength(kind: PauseKind, failures: number, asked = 0): number {
	const { first, longest } = LENGTHS[kind];
	return Math.min(longest, Math.max(first * 2 ** (failures - 1), asked));
}

/**
 * Pauses of this process, by what they are about; for all executions together, like the pace. The names must not hold
 * a secret. Workers in queue mode are separate processes, each with pauses of its own.
 */
export class Pauses<Reason> {
	private readonly byName = new Map<string, Pause<Reason>>();

	/** The pause that holds at `now`. One that begins in the future is left from a clock that was set back: it is none. */
	at(name: string, now: number): Pause<Reason> | undefined {
		const pause = this.byName.get(name);
		return pause && now >= pause.from && now < pause.until ? pause : undefined;
	}

	begin(
		name: string,
		{ kind, reason, asked }: { kind: PauseKind; reason: Reason; asked?: number | undefined },
		now: number,
	): Pause<Reason> {
		this.forgetOld(now);
		const failures = (this.byName.get(name)?.failures ?? 0) + 1;
		const until = now + pauseLength(kind, failures, asked);
		const pause = { from: now, until, failures, reason };
		this.byName.set(name, pause);
		return pause;
	}

	end(name: string): void {
		this.byName.delete(name);
	}

	/** As a restart of the process would. */
	clear(): void {
		this.byName.clear();
	}

	private forgetOld(now: number): void {
		for (const [name, { from, until }] of this.byName) {
			if (now < from || now > until + FORGOTTEN_AFTER_MS) this.byName.delete(name);
		}
	}
}

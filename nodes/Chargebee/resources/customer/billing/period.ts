/** How long the stretches are that a summary is made for. */
export const PERIOD_UNITS = ['month', 'quarter', 'year', 'total'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

export interface Period {
	/** `2025-03`, `2025-Q1`, `2025` or `total`; `undated` for documents without a date. */
	name: string;
	/** Its first moment, and the first one after it, ISO 8601 in UTC; `null` for `total` and `undated`. */
	start: string | null;
	end: string | null;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The period a moment (seconds) is in. Months, quarters and years begin at midnight UTC on their first day. */
export function periodOf(seconds: number | undefined, unit: PeriodUnit): Period {
	if (unit === 'total') return { name: 'total', start: null, end: null };
	if (seconds === undefined) return { name: 'undated', start: null, end: null };
	const date = new Date(seconds * 1000);
	const year = date.getUTCFullYear();
	const first = Math.floor(date.getUTCMonth() / MONTHS[unit]) * MONTHS[unit];
	return {
		name: nameOf(unit, year, first),
		start: new Date(Date.UTC(year, first)).toISOString(),
		end: new Date(Date.UTC(year, first + MONTHS[unit])).toISOString(),
	};
}

function nameOf(unit: keyof typeof MONTHS, year: number, firstMonth: number): string {
	switch (unit) {
		case 'month':
			return `${year}-${String(firstMonth + 1).padStart(2, '0')}`;
		case 'quarter':
			return `${year}-Q${firstMonth / 3 + 1}`;
		case 'year':
			return String(year);
	}
}

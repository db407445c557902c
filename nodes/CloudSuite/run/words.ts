import { systemClock } from '../../shared/http/clock';

export function count(value: number): string {
	return value.toLocaleString('en-US');
}

export function secondsSince(start: number): number {
	return Math.round((systemClock.now() - start) / 1000);
}

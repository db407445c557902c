import type { Measured } from './bench';
import { measure, REQUESTS_PER_MINUTE } from './bench';
import { catalogRuns } from './catalog';
import { customerRuns } from './customers';

/** The naive workflow: search, then create or update, for every record and every time. */
const NAIVE_CALLS_PER_RECORD = 2;
const SIZES = [100, 1_000, 10_000];

async function main(): Promise<void> {
	const sizes = process.argv
		.slice(2)
		.map(Number)
		.filter((size) => size > 0);
	console.log(
		`Chargebee calls at ${REQUESTS_PER_MINUTE} a minute; the naive workflow takes ${NAIVE_CALLS_PER_RECORD} per record every time.`,
	);
	for (const size of sizes.length > 0 ? sizes : SIZES) {
		print(`${size.toLocaleString('en-US')} customers`, await measure(customerRuns(size)));
		print(
			`${size.toLocaleString('en-US')} items with 3 prices each, and their families`,
			await measure(catalogRuns(size)),
		);
	}
}

function print(title: string, rows: readonly Measured[]): void {
	console.log(`\n${title}`);
	console.log(
		'  run          records   writes    calls  per record  per write  fewer than naive  refused  minutes  heap MB',
	);
	for (const { run, records, writes, calls, refused, minutes, heapMb } of rows) {
		const cells = [
			run.padEnd(12),
			String(records).padStart(7),
			String(writes).padStart(7),
			String(calls).padStart(7),
			(calls / records).toFixed(4).padStart(10),
			(writes > 0 ? (calls / writes).toFixed(4) : '-').padStart(9),
			`${((records * NAIVE_CALLS_PER_RECORD) / calls).toFixed(0)} x`.padStart(16),
			String(refused).padStart(7),
			minutes.toFixed(1).padStart(7),
			heapMb.toFixed(0).padStart(7),
		];
		console.log(`  ${cells.join('  ')}`);
	}
}

void main();

import type { Measured } from './bench';
import { measure, REQUESTS_PER_MINUTE } from './bench';
import { catalogRuns } from './catalog';
import { customerRuns } from './customers';
import type { ReadingMeasured } from './reading';
import { measureReading } from './reading';
import { TELLINGS } from '../golden';

/** The naive workflow: search, then create or update, for every record and every time. */
const NAIVE_CALLS_PER_RECORD = 2;
const SIZES = [100, 1_000, 10_000];
/** Customers and items in CloudSuite. */
const READ_SIZES = [20_000];

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
	printReadingHead();
	for (const size of sizes.length > 0 ? sizes : READ_SIZES)
		for (const telling of TELLINGS) printReading(await measureReading(telling, size));
}

function printReadingHead(): void {
	console.log('\nReading CloudSuite, the log-in not counted; peak and output: MB of heap');
	console.log(
		'  product                                     what       records   calls  rows a call    peak  output  peak per output',
	);
}

function printReading(rows: readonly ReadingMeasured[]): void {
	for (const { product, what, records, calls, peakMb, outputMb } of rows) {
		const cells = [
			product.padEnd(42),
			what.padEnd(9),
			String(records).padStart(7),
			String(calls).padStart(6),
			(records / calls).toFixed(0).padStart(11),
			peakMb.toFixed(1).padStart(6),
			outputMb.toFixed(1).padStart(6),
			(peakMb / outputMb).toFixed(2).padStart(15),
		];
		console.log(`  ${cells.join('  ')}`);
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

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './steps.mjs';

/** Runs jest and says how many tests passed and failed; a failed run still counts. */
export async function runJest(args) {
	const folder = mkdtempSync(join(tmpdir(), 'jest-result-'));
	const outputFile = join(folder, 'result.json');
	let failure;
	try {
		await command('jest', ['--json', `--outputFile=${outputFile}`, ...args]);
	} catch (error) {
		failure = error;
	}
	const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = readResult(outputFile);
	rmSync(folder, { recursive: true, force: true });
	return { passed, failed, failure };
}

function readResult(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return {};
	}
}

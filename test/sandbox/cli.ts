import { FULL_ACCESS_KEY, startChargebeeSandbox } from './chargebee';
import type { CliOptions } from './cliOptions';
import { readCliOptions, USAGE } from './cliOptions';
import { startInforSandbox } from './infor';
import { disturb } from './infor/disturb';
import { billingSeed, chargebeeSeed } from './seed';
import { realClock } from './shared/clock';

interface Running {
	name: string;
	stop(): Promise<void>;
}

async function main(args: string[]): Promise<number> {
	const options = readCliOptions(args);
	if (typeof options === 'string') {
		console.error(`${options}\n\nnpm run sandbox -- --help lists all options.`);
		return 2;
	}
	if (options.help) {
		console.log(USAGE);
		return 0;
	}
	const running: Running[] = [];
	// asked for before the start, so that Ctrl-C during it stops cleanly too
	const interrupted = untilInterrupted();
	try {
		await startBoth(options, running);
	} catch (error) {
		console.error(explainStart(error));
		await stopAll(running);
		return 1;
	}
	await interrupted;
	await stopAll(running);
	console.log('\nStopped.');
	return 0;
}

async function startBoth(options: CliOptions, running: Running[]): Promise<void> {
	const customers = options.empty ? [] : chargebeeSeed();
	const chargebee = await startChargebeeSandbox({
		port: options.chargebeePort,
		requestsPerMinute: options.requestsPerMinute,
		customers,
		...billingSeed(customers),
		behaviour: {
			processingMs: options.latency,
			listIndexDelayMs: options.listDelay,
			ignoredFilters: options.ignoredFilters,
		},
	});
	running.push({ name: 'Chargebee', stop: () => chargebee.stop() });
	const infor = await startInforSandbox({
		port: options.inforPort,
		tokenLifetimeSeconds: options.tokenLifetime,
		records: options.records,
	});
	if (options.mutateEvery > 0) disturb(infor, { every: options.mutateEvery, clock: realClock });
	running.push({ name: 'Infor', stop: () => infor.stop() });
	for (const { system, fault } of options.faults) {
		(system === 'chargebee' ? chargebee : infor).faults.add(fault);
	}
	console.log(`
Chargebee sandbox   ${chargebee.url}/   (open it in a browser)
  site acme-test, API key ${FULL_ACCESS_KEY}, base URL ${chargebee.url}
  ${chargebee.customers().length} customers, ${chargebee.records('invoices').length} invoices, ${options.requestsPerMinute} requests per minute

Infor sandbox       ${infor.url}/   (open it in a browser)
  company 1300, tokens live ${options.tokenLifetime} s; content of the .ionapi file:
  ${JSON.stringify(infor.ionApi)}

Faults planned: ${options.faults.length}. Ctrl-C stops both.`);
}

async function stopAll(running: readonly Running[]): Promise<void> {
	await Promise.all(running.map((one) => one.stop()));
}

function untilInterrupted(): Promise<void> {
	return new Promise((resolve) => {
		process.once('SIGINT', () => resolve());
		process.once('SIGTERM', () => resolve());
	});
}

function explainStart(error: unknown): string {
	const { code, port, message } = error as { code?: string; port?: number; message?: string };
	if (code === 'EADDRINUSE') {
		return `Port ${port} is taken by another program. Choose others with --chargebee-port and --infor-port.`;
	}
	return `The sandboxes could not be started: ${message ?? String(error)}`;
}

void main(process.argv.slice(2)).then((code) => {
	process.exitCode = code;
});

import { parseArgs } from 'node:util';
import type { FlaggedFault } from './faultFlags';
import { FAULT_NAMES, readFaultFlag } from './faultFlags';

export interface CliOptions {
	help: boolean;
	chargebeePort: number;
	inforPort: number;
	/** Seconds. */
	tokenLifetime: number;
	requestsPerMinute: number;
	/** How long Chargebee works on each request, in milliseconds. */
	latency: number;
	/** How long after a change Chargebee's lists show it, in milliseconds. */
	listDelay: number;
	/** Fields whose list filters Chargebee ignores. */
	ignoredFilters: string[];
	/** Chargebee starts without customers; Infor always has its seed, or there would be nothing to sync. */
	empty: boolean;
	/** Infor holds at least so many customers and items; 0 is the sample company as it is. */
	records: number;
	/** Infor's masters change after every so many requests to a product; 0 is never. */
	mutateEvery: number;
	faults: FlaggedFault[];
}

type WholeNumber =
	| 'chargebee-port'
	| 'infor-port'
	| 'token-lifetime'
	| 'requests-per-minute'
	| 'latency'
	| 'records'
	| 'mutate-every'
	| 'list-delay';

export const USAGE = `Starts both stand-in systems on this machine, until Ctrl-C.

  npm run sandbox -- [options]

  --chargebee-port <port>       8701; 0 picks a free one
  --infor-port <port>           8702; 0 picks a free one
  --empty                       Chargebee starts without the 41 customers entered by hand
  --records <n>                 Infor holds at least n customers and n items in every product, e.g. 20000; 0
  --mutate-every <n>            Infor's customers and items are renamed, entered and deleted after every n requests
                                to a product, so also between two pages; 0 is never
  --token-lifetime <seconds>    of Infor's access tokens; 7200
  --requests-per-minute <n>     Chargebee's limit; 150, as on every test site
  --latency <ms>                how long Chargebee works on a request; 0
  --list-delay <ms>             how long after a change Chargebee's lists show it; 0
  --ignored-filter <field>      Chargebee ignores list filters on this field, e.g. email; may be repeated
  --fault <fault>               may be repeated: system:name[xTimes][+after][@METHOD][/part of the path]
                                  --fault chargebee:429x5
                                  --fault chargebee:lostAnswer+20@POST/customers
                                  --fault infor:passing401x3
                                chargebee: ${FAULT_NAMES.chargebee.join(', ')}
                                infor: ${FAULT_NAMES.infor.join(', ')}
  --help                        this text
`;

/**
 * Reads the command line.
 * @returns the options, or a sentence saying what is wrong with it
 */
export function readCliOptions(args: string[]): CliOptions | string {
	const parsed = parse(args);
	if (typeof parsed === 'string') return parsed;
	const problems: string[] = [];
	const whole = (flag: WholeNumber, least: number, most: number): number => {
		const text = parsed[flag];
		const value = Number(text);
		const good = /^\d+$/.test(text) && value >= least && value <= most;
		if (!good) problems.push(`--${flag} ${text}: a whole number from ${least} to ${most}`);
		return value;
	};
	const faults = parsed.fault.map(readFaultFlag);
	const options: CliOptions = {
		help: parsed.help,
		chargebeePort: whole('chargebee-port', 0, 65_535),
		inforPort: whole('infor-port', 0, 65_535),
		tokenLifetime: whole('token-lifetime', 1, 86_400),
		requestsPerMinute: whole('requests-per-minute', 1, 1_000_000),
		records: whole('records', 0, 200_000),
		mutateEvery: whole('mutate-every', 0, 1_000_000),
		latency: whole('latency', 0, 60_000),
		listDelay: whole('list-delay', 0, 600_000),
		ignoredFilters: parsed['ignored-filter'],
		empty: parsed.empty,
		faults: faults.filter((fault) => typeof fault !== 'string'),
	};
	problems.push(...faults.filter((fault) => typeof fault === 'string'));
	return problems.length > 0 ? problems.join('\n') : options;
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				'chargebee-port': { type: 'string', default: '8701' },
				'infor-port': { type: 'string', default: '8702' },
				'token-lifetime': { type: 'string', default: '7200' },
				'requests-per-minute': { type: 'string', default: '150' },
				records: { type: 'string', default: '0' },
				'mutate-every': { type: 'string', default: '0' },
				latency: { type: 'string', default: '0' },
				'list-delay': { type: 'string', default: '0' },
				'ignored-filter': { type: 'string', multiple: true, default: [] },
				fault: { type: 'string', multiple: true, default: [] },
				empty: { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		}).values;
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { basic } from './chargebeeClient';
import { FULL_ACCESS_KEY } from '../../sandbox/chargebee';
import { readCliOptions, USAGE } from '../../sandbox/cliOptions';
import { FAULT_NAMES, readFaultFlag } from '../../sandbox/faultFlags';

interface Started {
	child: ChildProcess;
	/** All it printed so far. */
	output: () => string;
	/** Resolves with what the pattern found in the output, or fails when the process ends before. */
	printed: (pattern: RegExp) => Promise<string>;
	/** Resolves with the exit code. */
	ended: Promise<number | null>;
}

const CLI = join(__dirname, '../../sandbox/cli.ts');
const children: ChildProcess[] = [];

function runCli(...args: string[]): Started {
	const child = spawn(process.execPath, ['--import', 'tsx', CLI, ...args]);
	children.push(child);
	let text = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.on('data', (chunk: Buffer) => {
			text += chunk.toString();
			child.emit('printed');
		});
	}
	const ended = once(child, 'close').then(([code]) => {
		child.emit('printed');
		return code as number | null;
	});
	return {
		child,
		output: () => text,
		ended,
		printed: async (pattern) => {
			for (;;) {
				const found = pattern.exec(text)?.[1];
				if (found !== undefined) return found;
				if (child.exitCode !== null) throw new Error(`It ended without ${pattern}: ${text}`);
				await once(child, 'printed');
			}
		},
	};
}

const startOnFreePorts = (...args: string[]) =>
	runCli('--chargebee-port', '0', '--infor-port', '0', ...args);

afterEach(() => {
	for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('npm run sandbox', () => {
	it('starts both with seed and faults, survives a client that hangs up, and stops on Ctrl-C', async () => {
		const { child, ended, printed, output } = startOnFreePorts('--fault', 'chargebee:429x1');
		const chargebee = await printed(/Chargebee sandbox\s+(\S+)\//);
		const infor = await printed(/Infor sandbox\s+(\S+)\//);
		await printed(/(Ctrl-C stops both)/);

		const leaving = connect(Number(new URL(chargebee).port), '127.0.0.1');
		await once(leaving, 'connect');
		const begun =
			'POST /api/v2/customers HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\ncompany=A';
		await new Promise((resolve) => leaving.write(begun, resolve));
		leaving.destroy();

		const list = () =>
			fetch(`${chargebee}/api/v2/customers?limit=100`, {
				headers: { authorization: basic(FULL_ACCESS_KEY) },
			});
		expect((await list()).status).toBe(429);
		const { list: rows } = (await (await list()).json()) as { list: unknown[] };
		expect(rows).toHaveLength(41);
		expect(await (await fetch(`${infor}/`)).text()).toContain('<dd>300</dd>');

		child.kill('SIGINT');
		expect(await ended).toBe(0);
		expect(output()).toContain('Stopped.');
		await expect(fetch(chargebee)).rejects.toThrow('fetch failed');
	});

	it('says which port is taken, and leaves nothing running', async () => {
		const first = startOnFreePorts('--empty');
		const port = await first.printed(/Chargebee sandbox\s+http:\/\/127\.0\.0\.1:(\d+)/);
		const second = runCli('--chargebee-port', '0', '--infor-port', port);
		expect(await second.ended).toBe(1);
		expect(second.output()).toContain(`Port ${port} is taken by another program`);
		first.child.kill('SIGTERM');
		expect(await first.ended).toBe(0);
	});
});

describe('the command line', () => {
	const defaults = {
		help: false,
		chargebeePort: 8701,
		inforPort: 8702,
		tokenLifetime: 7200,
		requestsPerMinute: 150,
		latency: 0,
		records: 0,
		mutateEvery: 0,
		listDelay: 0,
		ignoredFilters: [],
		empty: false,
		faults: [],
	};

	it('has a default for everything', () => {
		expect(readCliOptions([])).toEqual(defaults);
	});

	it('takes ports, limits, behaviour and faults', () => {
		const line =
			'--chargebee-port 1 --infor-port 2 --token-lifetime 90 --requests-per-minute 1000 --latency 80 --records 20000 --mutate-every 3 ' +
			'--list-delay 3000 --ignored-filter email --ignored-filter id --empty --fault infor:hang';
		expect(readCliOptions(line.split(' '))).toEqual({
			...defaults,
			chargebeePort: 1,
			inforPort: 2,
			tokenLifetime: 90,
			requestsPerMinute: 1000,
			latency: 80,
			records: 20_000,
			mutateEvery: 3,
			listDelay: 3000,
			ignoredFilters: ['email', 'id'],
			empty: true,
			faults: [{ system: 'infor', fault: { effect: { kind: 'hang' } } }],
		});
	});

	it('names every flag that is wrong', () => {
		const line = '--chargebee-port 70000 --token-lifetime soon --fault chargebee:nonsense';
		const problem = readCliOptions(line.split(' '));
		expect(problem).toContain('--chargebee-port 70000: a whole number from 0 to 65535');
		expect(problem).toContain('--token-lifetime soon');
		expect(problem).toContain('chargebee has no fault "nonsense"');
		expect(readCliOptions(['--nonsense'])).toContain('--nonsense');
	});

	it('lists all faults in its help', () => {
		for (const name of [...FAULT_NAMES.chargebee, ...FAULT_NAMES.infor]) {
			expect(USAGE).toContain(name);
		}
	});
});

describe('a fault flag', () => {
	it('says what, how often, after how many and where', () => {
		expect(readFaultFlag('chargebee:lostAnswerx3+20@POST/customers?')).toEqual({
			system: 'chargebee',
			fault: {
				effect: { kind: 'lostAnswer' },
				times: 3,
				after: 20,
				method: 'POST',
				path: /\/customers\?/,
			},
		});
		expect(readFaultFlag('chargebee:429x5')).toMatchObject({
			fault: {
				times: 5,
				effect: { status: 429, headers: { 'retry-after': '5' } },
			},
		});
		expect(readFaultFlag('infor:passing401@GET')).toMatchObject({
			system: 'infor',
			fault: { method: 'GET', effect: { status: 401 } },
		});
	});

	it.each(['429', 'other:429', 'chargebee:429x', 'chargebee:429@PUT', 'infor:lockTimeout', ''])(
		'that is not understood is explained: %j',
		(flag) => {
			expect(readFaultFlag(flag)).toEqual(expect.stringContaining(`--fault ${flag}`));
		},
	);

	it('of every name is one', () => {
		for (const system of ['chargebee', 'infor'] as const) {
			for (const name of FAULT_NAMES[system]) {
				expect(readFaultFlag(`${system}:${name}`)).toMatchObject({ system });
			}
		}
	});
});

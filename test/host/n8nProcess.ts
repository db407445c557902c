import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import axios from 'axios';
import { freePort } from './ports';

/** Where the installation of the host puts n8n and its Node 24. */
const HOST_MODULES = join(__dirname, 'node_modules');

export interface RunningN8n {
	/** `http://127.0.0.1:<port>` */
	url: string;
	logFile: string;
	/** Ends n8n and what it started; resolves when it is gone. */
	stop(): Promise<void>;
	/** As a power cut does: nothing is told to anybody. */
	kill(): Promise<void>;
	/** Puts its clock to so much ahead of the machine's; for one that was started with `aheadMs`. */
	putForward(ms: number): Promise<void>;
}

export interface N8nSettings {
	/** n8n makes its `.n8n` folder in there. */
	userFolder: string;
	port: number;
	/** How much its clock is ahead of the machine's; it can be put forward only if this is said. */
	aheadMs?: number;
}

/** The first start makes the database, which takes longest. */
const START_TIMEOUT_MS = 180_000;
const STOP_TIMEOUT_MS = 15_000;

/** Starts n8n on loopback, with embedded SQLite and nothing that phones home; resolves when it answers. */
export async function startN8n(settings: N8nSettings): Promise<RunningN8n> {
	const node = join(HOST_MODULES, 'node', 'bin', 'node');
	const n8n = join(HOST_MODULES, 'n8n', 'bin', 'n8n');
	if (!existsSync(n8n)) throw new Error('n8n is not installed: run npm start or npm run test:e2e');
	await mkdir(settings.userFolder, { recursive: true });
	const logFile = join(settings.userFolder, 'n8n.log');
	const log = await open(logFile, 'w');
	// a process group of its own: Ctrl-C reaches us alone, and stopping it takes n8n's task runner along
	const child = spawn(node, [n8n, 'start'], {
		env: environment(settings, await freePort()),
		stdio: ['ignore', log.fd, log.fd, ...(settings.aheadMs === undefined ? [] : ['ipc' as const])],
		detached: true,
	});
	await log.close();
	const endWithUs = () => signal(child, 'SIGKILL');
	process.once('exit', endWithUs);
	const running: RunningN8n = {
		url: `http://127.0.0.1:${settings.port}`,
		logFile,
		stop: async () => {
			await stop(child);
			process.off('exit', endWithUs);
		},
		kill: async () => {
			signal(child, 'SIGKILL');
			while (!hasEnded(child)) await sleep(20);
			process.off('exit', endWithUs);
		},
		putForward: async (ms) => {
			const done = once(child, 'message');
			child.send(ms);
			await done;
		},
	};
	try {
		await untilReady(running, child);
	} catch (error) {
		await running.stop();
		throw error;
	}
	return running;
}

/** Everything of n8n's is said here; settings of a person's own n8n must not leak in. */
function environment(
	settings: N8nSettings,
	runnerBrokerPort: number,
): Record<string, string | undefined> {
	const foreign =
		/^(N8N|DB|EXECUTIONS|QUEUE|GENERIC|CREDENTIALS|NODES?|WEBHOOK|JEST|EXTERNAL|CACHE)_|^NODE_OPTIONS$|^WEBHOOK_URL$/;
	const kept = Object.entries(process.env).filter(
		([name]) => !foreign.test(name) || name === 'NODE_EXTRA_CA_CERTS',
	);
	return {
		...Object.fromEntries(kept),
		PATH: `${join(HOST_MODULES, 'node', 'bin')}:${process.env.PATH ?? ''}`,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: settings.userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(settings.port),
		N8N_PROTOCOL: 'http',
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(runnerBrokerPort),
		DB_TYPE: 'sqlite',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'true',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		// these two would ask n8n's servers for lists of further nodes and tools
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
		...(settings.aheadMs === undefined ? {} : laterClock(settings.aheadMs)),
	};
}

/** A session lasts longer than the months such an n8n goes through. */
function laterClock(aheadMs: number): Record<string, string> {
	return {
		NODE_OPTIONS: `--import ${pathToFileURL(join(__dirname, 'laterClock.mjs')).href}`,
		LATER_MS: String(aheadMs),
		N8N_USER_MANAGEMENT_JWT_DURATION_HOURS: String(24 * 365),
	};
}

async function untilReady({ url, logFile }: RunningN8n, child: ChildProcess): Promise<void> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	while (Date.now() < deadline) {
		if (hasEnded(child)) throw new Error(`n8n ended at start:\n${await tail(logFile)}`);
		if (await isReady(url)) return;
		await sleep(250);
	}
	throw new Error(
		`n8n did not answer within ${START_TIMEOUT_MS / 1000} s:\n${await tail(logFile)}`,
	);
}

async function isReady(url: string): Promise<boolean> {
	try {
		const { status } = await axios.get(`${url}/healthz/readiness`, { validateStatus: () => true });
		return status === 200;
	} catch {
		return false;
	}
}

async function stop(child: ChildProcess): Promise<void> {
	signal(child, 'SIGTERM');
	const deadline = Date.now() + STOP_TIMEOUT_MS;
	while (!hasEnded(child) && Date.now() < deadline) await sleep(50);
	// also after a proper end: the runner may still be about
	signal(child, 'SIGKILL');
}

/** To the whole group; nothing happens when it is gone already. */
function signal({ pid }: ChildProcess, name: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, name);
	} catch {
		// ESRCH: ended by itself
	}
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
	return exitCode !== null || signalCode !== null;
}

async function tail(file: string): Promise<string> {
	return (await readFile(file, 'utf8')).trim().split('\n').slice(-20).join('\n');
}

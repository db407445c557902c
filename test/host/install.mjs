import { existsSync } from 'node:fs';
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
	const sqlite = join(folder, 'node_modules', 'sqlite3');
	if (existsSync(join(sqlite, 'build', 'Release', 'node_sqlite3.node'))) return;
	await step('Prepare the SQLite driver (a minute if it has to be compiled, once)', async () => {
		const env = nodeEnvironment(folder);
		try {
			await command('node', [bin(folder, 'prebuild-install', 'bin.js'), '-r', 'napi'], { cwd: sqlite, env });
		} catch {
			console.log('No prebuilt driver could be downloaded: compiling it');
			await command('node', [bin(folder, 'node-gyp', 'bin/node-gyp.js'), 'rebuild', `--nodedir=${nodeFolder(folder)}`], { cwd: sqlite, env });
		}
	});
}

/** Node 24 first in PATH, for n8n and for everything it starts. */
export function nodeEnvironment(folder, more = {}) {
	return { ...process.env, PATH: `${join(nodeFolder(folder), 'bin')}${delimiter}${process.env.PATH}`, ...more };
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
